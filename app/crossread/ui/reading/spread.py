"""One document set beside its margin: where its text and the cards stand, in logical pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crossread.present.apparatus import Card, Entry, room
from crossread.present.ribbon import Steps
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.ui.grid.look import READING_PIXELS, Look
from crossread.ui.grid.mark_index import MarkIndex
from crossread.ui.reading.card_layout import CardLayout, Margin
from crossread.ui.ribbon.spread import Spread

_MEASURE = 40  # times the size of the type
_NUMBERS = 54.0  # pixels before the text, for the cards' numbers and the bars
_BETWEEN = 34.0  # pixels from the text to the cards
_SHARE = 0.4  # of the width, for the cards
_NARROWEST, _WIDEST = 210.0, 430.0  # pixels of the cards
_EDGE = 16.0
_CRAMPED = 480.0  # pixels of a view in which cards as narrow as that would leave no room for the text
_APART = 8.0  # pixels between two cards


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and what stands beside it.

    Attributes:
        cards: down the text.
        documents: all that are shown, by their ids.
        marks: theirs.
    """

    cards: Sequence[Card] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    marks: Mapping[str, MarkIndex] = field(default_factory=dict)


class ReadingSpread(Spread):
    """A document in one column, and cards at its right.

    Attributes:
        chosen: number of the card that is unfolded, in their order from 0; or None.
        wanted: the height of the line of the text that each card belongs to.
        placed: where each card begins, as heights of the column, and which of its heights it has.

    Args:
        documents: the one that is read, or none.
        annotated: what stands beside it.
        look: fonts and colours.
        width: of the view.
        boilerplate: whether what is not part of the article is shown.
        chosen: the card that is unfolded.
        current: id of the finding on it that the reader is at, or empty.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        annotated: Annotated,
        look: Look,
        width: float,
        boilerplate: bool,
        chosen: int | None = None,
        current: str = "",
    ) -> None:
        base = documents[0].id if documents else ""
        self._margin = Margin(base, annotated.documents, annotated.marks, look)
        self._given_cards = tuple(annotated.cards) if documents else ()
        self._laid: dict[tuple[int, bool, str], CardLayout] = {}
        self.chosen, self._current = chosen, current
        self.wanted: tuple[float, ...] = ()
        self.placed: tuple[tuple[float, int], ...] = ()
        super().__init__(documents, annotated.marks, (), look, width, boilerplate)

    def _place(self, width: float) -> None:
        scale = min(max(self.look.scale, 0.85), 1.5)
        self.gutter, self.width, self.pad = 0, width, round(_NUMBERS * scale)
        between = _BETWEEN if width > 640 else _BETWEEN * 0.6
        if width < _CRAMPED:  # text and cards share what there is
            self.pad, self.card_width = round(min(self.pad * 0.6, width * 0.13)), round(width * 0.44)
        else:
            self.card_width = round(min(max(width * _SHARE, _NARROWEST), _WIDEST * scale))
        text = width - self.pad - between - self.card_width - _EDGE
        self.text_width = max(min(text, _MEASURE * READING_PIXELS * self.look.scale), 60.0)
        whole = self.pad + self.text_width + between + self.card_width + _EDGE
        self._left = round(max(0.0, width - whole) / 2)
        self._pane = round(self.pad + self.text_width + between / 2)
        self.card_left = self._left + self.pad + self.text_width + between

    @property
    def pane_left(self) -> float:
        """Where the numbers of the cards have room from."""
        return float(self._left) + 2

    def pane(self, column: int) -> tuple[float, float]:
        """Left and right edge of the text; the rest belongs to the cards."""
        return (0.0, self._left + self._pane) if column == 0 else (self._left + self._pane, self.width)

    def text_left(self, column: int) -> float:
        """Where the text begins, or what stands beside it."""
        return super().text_left(0) if column == 0 else self.card_left

    def _steps(self) -> Steps:
        if not self.cells:
            return Steps([0.0])
        below = 2 * self.look.line
        self.wanted = tuple(self._beside(card) for card in self._given_cards)
        self.placed = room(self.wanted, [card.heights for card in self.cards], _APART, self.chosen)
        bottom = self.extent_of(len(self.placed) - 1)[1] + below if self.placed else 0.0
        return Steps([max(self.cells[0].height + self.text_above + below, bottom)])

    # Cards

    @property
    def cards(self) -> tuple[CardLayout, ...]:
        """The cards as they are set."""
        return tuple(self.card(number) for number in range(len(self._given_cards)))

    def card(self, number: int) -> CardLayout:
        """A card as it is set."""
        chosen = number == self.chosen
        key = number, chosen, self._current if chosen else ""
        laid = self._laid.get(key)
        if laid is None:
            laid = self._laid[key] = CardLayout(
                self._given_cards[number], self._margin, self.card_width, unfolded=chosen, current=key[2]
            )
        return laid

    def card_of(self, number: int) -> Card:
        """What a card says."""
        return self._given_cards[number]

    def extent_of(self, number: int) -> tuple[float, float]:
        """Upper and lower edge of a card, as heights of the column."""
        top, size = self.placed[number]
        return top, top + self.card(number).heights[size]

    def _beside(self, card: Card) -> float:
        """The height of the line of the text that a card belongs to."""
        top, bottom = self.cells[0].extent(Span(card.at, card.at + 1))
        if card.silent and card.at:  # behind the passage before
            top = max(self.cells[0].extent(Span(card.at - 1, card.at))[1] - self.look.line, 0.0)
        return top + self.text_above if bottom or top else self.text_above

    def choose(self, number: int | None, current: str) -> None:
        """Unfold this card, and no other.

        Args:
            number: of the card, from 0; or None.
            current: id of the finding that the reader is at, or empty.
        """
        if (number, current) != (self.chosen, self._current):
            self.chosen, self._current = number, current
            self.restep()

    def card_at(self, x: float, y: float) -> int | None:
        """The number of the card at a point: x in the view, y in the column."""
        if not self.card_left <= x < self.card_left + self.card_width:
            return None
        extents = ((number, self.extent_of(number)) for number in range(len(self.placed)))
        return next((number for number, (top, bottom) in extents if top <= y < bottom), None)

    def entry_at(self, number: int, y: float) -> Entry | None:
        """The finding at a height of the column, on a card."""
        top, size = self.placed[number]
        return self.card(number).entry_at(y - top, size)
