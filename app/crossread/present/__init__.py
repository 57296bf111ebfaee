"""A comparison made ready for the eye, for windows and reports alike."""
