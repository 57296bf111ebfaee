"""Who claims what: quotations, names, certainty and attribution; hidden characters."""

from crossread.claims.attributing import certainties
from crossread.claims.differing import certainty_differences
from crossread.claims.extremes import superlatives
from crossread.claims.naming import names
from crossread.claims.quoting import quotations
from crossread.claims.tampering import characters, cleaned, see_through

__all__ = [
    "certainties",
    "certainty_differences",
    "characters",
    "cleaned",
    "names",
    "quotations",
    "see_through",
    "superlatives",
]
