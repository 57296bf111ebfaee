"""What a person adds to a comparison: decisions, notes, corrections, and the session file that keeps them."""
