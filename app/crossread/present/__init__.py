"""A comparison made ready for the eye, for windows and reports alike: arrangement, marks, readings, palette."""
