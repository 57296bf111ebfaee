"""Who claims what: quotations, names, certainty and attribution; hidden characters."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.claims.attributing import certainties
    from crossread.claims.differing import certainty_differences
    from crossread.claims.extremes import superlatives
    from crossread.claims.naming import names
    from crossread.claims.quoting import quotations
    from crossread.claims.tampering import characters, cleaned

__all__ = [
    "certainties",
    "certainty_differences",
    "characters",
    "cleaned",
    "names",
    "quotations",
    "superlatives",
]

on_demand(
    __name__,
    {
        "certainties": "attributing",
        "certainty_differences": "differing",
        "superlatives": "extremes",
        "names": "naming",
        "quotations": "quoting",
        "characters": "tampering",
        "cleaned": "tampering",
    },
)
