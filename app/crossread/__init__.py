"""Crossread compares sources: documents on one event side by side, aligned, with their differences marked."""

__version__ = "0.1.0"
