"""A file becomes a Document: one module a format."""

from crossread.read.file import read_file, read_text
from crossread.read.gather import Gathered, gather
from crossread.read.many import ReadResult, read, read_all, read_each
from crossread.read.names import shown_name

__all__ = [
    "Gathered",
    "ReadResult",
    "gather",
    "read",
    "read_all",
    "read_each",
    "read_file",
    "read_text",
    "shown_name",
]
