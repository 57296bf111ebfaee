"""What a person adds to a comparison: decisions, notes, corrections, and the session file that keeps them."""

SUFFIX = ".crossread"
"""How the files of sessions are named."""
