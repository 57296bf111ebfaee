"""What the person adds to a comparison: corrections of its facts."""
