"""A comparison becomes a file: JSON, HTML, a summary in the terminal."""
