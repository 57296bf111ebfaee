"""What a person adds, in the window: decisions, notes, corrections, their history, and the session file."""
