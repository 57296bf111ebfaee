"""Names, quotations and hidden characters as views and panels of the window."""
