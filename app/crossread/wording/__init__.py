"""Which words differ inside a link, and how."""
