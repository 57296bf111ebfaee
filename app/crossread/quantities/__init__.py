"""Numbers and dates: what a text states, and whether sources agree on it."""
