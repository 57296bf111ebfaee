"""The Reading view as a widget: the base document with a card in its margin wherever others speak."""

from typing import cast

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from crossread.comparison import Place
from crossread.present.apparatus import Card
from crossread.text.span import Span
from crossread.ui.reading.painting import ReadingPainter
from crossread.ui.reading.pointer import ReadingPointer
from crossread.ui.reading.spread import Annotated, ReadingSpread
from crossread.ui.ribbon.keys import Keys
from crossread.ui.ribbon.painting import SpreadPainter
from crossread.ui.ribbon.view import Leaves, RibbonView


class ReadingView(RibbonView):
    """One document and its margin.

    Signals:
        card_activated(object): the reader chose this Card.
    """

    card_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._annotated = Annotated()
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._current = ""
        super().__init__(parent)
        self._spread = ReadingSpread((), self._annotated, self._look, 1.0, True)
        self._pointer = ReadingPointer(self)
        self._keys = _ReadingKeys(self)
        self.setAccessibleName("The base document, with the readings of the others in its margin")

    @property
    def spread(self) -> ReadingSpread:
        """Text and cards as they are set."""
        return cast(ReadingSpread, self._spread)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards, down the text."""
        return tuple(self._annotated.cards)

    @property
    def chosen(self) -> Card | None:
        """The card that is unfolded."""
        return self.cards[self._chosen] if self._chosen is not None else None

    def set_reading(self, leaves: Leaves, annotated: Annotated) -> None:
        """Show a document with these cards; the card of the row that was chosen stays unfolded."""
        rows = self.chosen.rows if self.chosen else ()
        self._annotated = annotated
        self._chosen = self._card_of(rows[0]) if rows else None
        self._hovered = None
        self.set_leaves(leaves)

    def _set_columns(self, width: float) -> ReadingSpread:
        leaves = self._leaves
        return ReadingSpread(
            leaves.documents,
            self._annotated,
            self._look,
            width,
            leaves.boilerplate,
            self._chosen,
            self._current,
        )

    def _painter(self, painter: QPainter, sight: QRectF) -> SpreadPainter:
        return ReadingPainter(
            painter, self.spread, self.shown, self.tops(), sight, self._current, self._hovered
        )

    # Cards

    def _card_of(self, row: str) -> int | None:
        return next((n for n, card in enumerate(self._annotated.cards) if row in card.rows), None)

    def show_row(self, row: str) -> None:
        """Unfold the card of a row and bring the text it stands beside into sight."""
        number = self._card_of(row)
        self.choose_card(number)
        if number is None or not self._leaves.documents:
            return
        card, document = self.cards[number], self._leaves.documents[0].id
        if card.silent:
            self.show_place(None)
            self.bring(Place(document, Span(max(card.at - 1, 0), max(card.at, 1))))
        else:
            self.show_place(Place(document, card.spans[0]))

    def choose_row(self, row: str) -> None:
        """Unfold the card of a row, and leave the text where it is."""
        self.choose_card(self._card_of(row))

    def choose_finding(self, finding: str) -> None:
        """Unfold the card on which this finding stands, by its id; none if it stands on none."""
        cards = enumerate(self._annotated.cards)
        found = (n for n, card in cards if any(e.finding.id == finding for e in card.entries))
        self.choose_card(next(found, None))

    def choose_card(self, number: int | None) -> None:
        """Unfold this card."""
        if number != self._chosen:
            self._chosen = number
            self.spread.choose(number, self._current)
            self._settle()
            self._speak()

    def activate_card(self, number: int, height: float) -> None:
        """Choose a card, or the finding that stands on it at this height of the column."""
        entry = self.spread.entry_at(number, height)
        self.card_activated.emit(self.cards[number])
        if entry:
            self.finding_activated.emit(entry.finding.id)

    def hover_card(self, number: int | None) -> None:
        """Show what a card under the pointer belongs to."""
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

    def set_current(self, finding: str) -> None:
        """Emphasise a finding on its card, by its id."""
        if finding != self._current:
            self._current = finding
            self.spread.choose(self._chosen, finding)
            self._settle()

    def _said(self) -> str:
        """The passage, and the card beside it."""
        card = self.spread.card(self._chosen).in_words() if self._chosen is not None else ""
        return ". ".join(part for part in (super()._said(), card) if part)


class _ReadingKeys(Keys):
    """As in the Ribbon, but Enter goes to the first finding of the card."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._reading = view

    def _activate(self) -> None:
        card = self._reading.chosen
        if card and card.entries:
            self._reading.finding_activated.emit(card.entries[0].finding.id)
