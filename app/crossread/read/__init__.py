"""A file becomes a Document: one module a format."""

from crossread.read.columns import columns
from crossread.read.file import (
    Reading,
    read_bytes,
    read_clipboard,
    read_documents,
    read_file,
    read_text,
)
from crossread.read.gather import gather
from crossread.read.isolation import Isolation
from crossread.read.kinds import FILE_FILTERS
from crossread.read.limits import Limits
from crossread.read.many import read, read_all, read_each
from crossread.read.options import ReadOptions
from crossread.read.records import Column

__all__ = [
    "FILE_FILTERS", "Column", "Isolation", "Limits", "ReadOptions", "Reading",
    "columns", "gather", "read", "read_all", "read_bytes", "read_clipboard", "read_documents", "read_each", "read_file",
    "read_text",
]  # fmt: skip
