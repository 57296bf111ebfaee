"""Which passages belong together: candidates, links, rows."""
