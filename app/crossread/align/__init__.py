"""Which passages belong together: candidates, links, rows."""

from crossread.align.link import Link, Linked, Row
from crossread.align.linking import link
from crossread.align.rows import rows

__all__ = ["Link", "Linked", "Row", "link", "rows"]
