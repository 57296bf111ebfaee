"""The column at the left: which documents are open, and what of them is shown."""
