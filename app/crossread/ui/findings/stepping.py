"""The findings in the order in which a reader steps through them. No Qt."""

from collections.abc import Callable, Iterable
from typing import get_args

from crossread.comparison import Finding, FindingKind

KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
KIND_NAMES: dict[FindingKind, str] = {
    "numbers": "Numbers",
    "quotations": "Quotations",
    "names": "Names",
    "certainty": "Certainty",
    "characters": "Characters",
    "wording": "Wording",
    "spun": "Spun",
    "missing": "Missing",
    "moved": "Moved",
}


class FindingIndex:
    """Which findings are shown, kind by kind, and which one is current.

    Attributes:
        current: the finding the reader is at, or None.
    """

    def __init__(self) -> None:
        self.current: Finding | None = None
        self._all: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._number: dict[int, int] = {}

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Take another comparison's findings; the current one stays current if it is among them."""
        order = {kind: place for place, kind in enumerate(KINDS)}
        self._all = tuple(sorted(findings, key=lambda finding: (order[finding.kind], finding.number)))
        self._shown = self._all
        counts = dict.fromkeys(KINDS, 0)
        self._number = {}
        for finding in self._all:
            counts[finding.kind] += 1
            self._number[finding.number] = counts[finding.kind]
        self.current = self._by_id(self.current.id) if self.current else None

    def show(
        self,
        documents: Iterable[str],
        hidden_kinds: Iterable[str] = (),
        hidden_badges: Iterable[str] = (),
        wanted: Callable[[Finding], bool] = lambda _finding: True,
    ) -> None:
        """Leave out findings of these kinds and badges, such as are seen only in documents that are hidden, and such
        as are not wanted; the one the reader is at stays until he goes on."""
        visible, hidden, badges = set(documents), set(hidden_kinds), set(hidden_badges)
        self._shown = tuple(
            finding
            for finding in self._all
            if finding.kind not in hidden
            and finding.badge not in badges
            and len(visible.intersection(finding.documents)) >= min(2, len(finding.documents))
            and (finding == self.current or wanted(finding))
        )
        if self.current not in self._shown:
            self.current = None

    def of(self, kind: FindingKind) -> tuple[Finding, ...]:
        """The findings of this kind that are shown."""
        return tuple(finding for finding in self._shown if finding.kind == kind)

    def count(self, kind: FindingKind) -> int:
        """How many findings of this kind there are, shown or not."""
        return sum(finding.kind == kind for finding in self._all)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """All findings that are shown, in the order of stepping."""
        return self._shown

    def number(self, finding: Finding) -> int:
        """The finding's number among those of its kind, from 1; the same whatever is hidden."""
        return self._number[finding.number]

    def step(self, by: int) -> Finding | None:
        """Go to the next (1) or previous (-1) finding, round and round; None if none is shown."""
        if not self._shown:
            return None
        if self.current is None:
            self.current = self._shown[0 if by > 0 else -1]
        else:
            place = self._shown.index(self.current)
            self.current = self._shown[(place + by) % len(self._shown)]
        return self.current

    def go(self, finding_id: str) -> Finding | None:
        """Make this finding current; None if it is not shown."""
        found = self._by_id(finding_id)
        if found in self._shown:
            self.current = found
            return found
        return None

    def _by_id(self, finding_id: str) -> Finding | None:
        return next((finding for finding in self._all if finding.id == finding_id), None)
