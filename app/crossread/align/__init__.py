"""Which passages belong together: candidates, links, rows."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.align.link import Link, Linked, Row
    from crossread.align.linking import link
    from crossread.align.rows import rows

__all__ = ["Link", "Linked", "Row", "link", "rows"]

on_demand(
    __name__,
    {
        "Link": "link",
        "Linked": "link",
        "Row": "link",
        "link": "linking",
        "rows": "rows",
    },
)
