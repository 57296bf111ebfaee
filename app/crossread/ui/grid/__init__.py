"""The Grid: a row for each topic, a column for each document, so that who-says-what stands on one line."""

from crossread.ui.grid.view import GridView

__all__ = ["GridView"]
