"""Stretches of text that the reader has picked for the next correction, in whatever view."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from crossread.comparison import Place
from crossread.text.span import Span


class Picks(QObject):
    """Places that were picked, in the order in which that was done.

    Signals:
        changed(): others are picked.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """What is picked."""
        return self._places

    def spans(self) -> dict[str, list[Span]]:
        """The same by document id, in order and apart from one another."""
        found: dict[str, list[Span]] = {}
        for place in self._places:
            found.setdefault(place.document, []).append(place.span)
        return {name: sorted(spans) for name, spans in found.items()}

    def add(self, places: Iterable[Place]) -> None:
        """Pick these too; one that overlaps what is picked takes its place, the very same lets it go."""
        kept = list(self._places)
        for place in places:
            if place in kept:
                kept.remove(place)
                continue
            kept = [
                other
                for other in kept
                if other.document != place.document or not other.span.overlaps(place.span)
            ]
            kept.append(place)
        self._set(tuple(kept))

    def clear(self) -> None:
        """Let all go."""
        self._set(())

    def keep(self, documents: Iterable[str]) -> None:
        """Let go what stands in other documents than these."""
        there = set(documents)
        self._set(tuple(place for place in self._places if place.document in there))

    def _set(self, places: tuple[Place, ...]) -> None:
        if places != self._places:
            self._places = places
            self.changed.emit()
