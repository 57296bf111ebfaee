"""What reading refuses, in one place."""

from typing import Final

LARGEST_FILE: Final = 20_000_000
"""Bytes; a larger file is no article but a dump, and would keep the reader waiting for minutes."""

LARGEST_MARKDOWN: Final = 2_000_000
"""Characters; larger Markdown is read as plain text, for its parser takes seconds for each megabyte."""

MOST_FILES: Final = 200
"""Files taken from folders; more are left out and said so."""

DEEPEST_FOLDER: Final = 20
"""Levels of folders inside folders that are looked through."""
