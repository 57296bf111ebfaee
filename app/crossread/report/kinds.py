"""The kinds of findings with their names and signs, the same in every report."""

from crossread.comparison import Finding, FindingKind

KINDS: tuple[tuple[FindingKind, str, str], ...] = (
    ("numbers", "Numbers", "≈"),
    ("quotations", "Quotations", "“”"),
    ("names", "Names", "Aa"),
    ("certainty", "Certainty", "?"),
    ("characters", "Characters", "!"),
    ("wording", "Wording", "ab"),
    ("spun", "Spun", "∿"),
    ("missing", "Missing", "▨"),
    ("moved", "Moved", "↕"),
)
"""Kinds with their names and signs, in the order of the numbers of their findings."""
_SIGNS = {kind: sign for kind, _, sign in KINDS}


def sign_of(finding: Finding) -> str:
    """The sign beside a finding."""
    return finding.badge or _SIGNS[finding.kind]
