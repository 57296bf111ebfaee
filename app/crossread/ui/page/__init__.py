"""The middle of the window: the page with its overview and legend, and the readings below."""
