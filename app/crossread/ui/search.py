"""Finding words in all documents: whatever the case, the accents and the shape of quotation marks. No Qt."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.comparison import Place
from crossread.text.document import Document
from crossread.text.span import Span

MAX_HITS = 10_000
_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‵ʼʻ＇`´", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        "…": "...",
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched.

    Attributes:
        text: folded characters.
        origin: for each folded character where it stands in the text it came from, and at the end that text's
            length; None where every character has kept its place.
    """

    text: str
    origin: Sequence[int] | None

    def spans(self, needle: str, limit: int) -> tuple[Span, ...]:
        """Where ``needle``, folded, occurs, in code points of the original; hits do not overlap."""
        hits: list[Span] = []
        at = self.text.find(needle) if needle else -1
        while at >= 0 and len(hits) < limit:
            end = at + len(needle)
            hits.append(self._original(at, end))
            at = self.text.find(needle, end)
        return tuple(hits)

    def _original(self, start: int, end: int) -> Span:
        if self.origin is None:
            return Span(start, end)
        # One letter may fold to two (ß to ss), and a hit may end between them: take the whole letter.
        return Span(self.origin[start], max(self.origin[end], self.origin[end - 1] + 1))


def fold(text: str) -> Folded:
    """Make case, accents, quotation marks, dashes and white space alike, and remember where they stood."""
    table = {character: _fold_character(character) for character in set(text)}
    if all(len(folded) == 1 for folded in table.values()):
        return Folded(text.translate({ord(a): b for a, b in table.items()}), None)
    pieces = [table[character] for character in text]
    origin = [place for place, piece in enumerate(pieces) for _ in piece]
    origin.append(len(text))
    return Folded("".join(pieces), origin)


@cache
def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":  # soft hyphens, joiners, direction marks
        return ""
    decomposed = unicodedata.normalize("NFKD", character.translate(_SAME).casefold())
    folded = "".join(part for part in decomposed if not unicodedata.combining(part))
    return folded.translate(_SAME).casefold()


class Finder:
    """Finds words in a set of documents and steps from hit to hit.

    Attributes:
        words: what is sought, as typed.
        hits: where it occurs, by document, in the order of the documents.
        places: the same as one list.
        current: index of the hit that is shown, or -1.
        more: whether there were more hits than are shown.
    """

    def __init__(self) -> None:
        self.words = ""
        self.hits: dict[str, tuple[Span, ...]] = {}
        self.places: tuple[Place, ...] = ()
        self.current = -1
        self.more = False
        self._folded: dict[str, Folded] = {}

    def know(self, document: Document, folded: Folded) -> None:
        """Take a text that was folded elsewhere, because that takes a while for a long one."""
        self._folded[document.digest] = folded

    def find(self, words: str, documents: Iterable[Document]) -> None:
        """Look for ``words`` in ``documents``, in their order; the current hit stays if it is still one."""
        shown = self.place
        self.words = words
        needle = " ".join(fold(words).text.split())
        self.hits, left = {}, MAX_HITS + 1
        for document in documents:
            spans = self._of(document).spans(needle, left) if needle else ()
            left -= len(spans)
            if spans:
                self.hits[document.id] = spans
        found = [Place(document, span) for document, spans in self.hits.items() for span in spans]
        self.more = len(found) > MAX_HITS
        self.places = tuple(found[:MAX_HITS])
        self.current = self.places.index(shown) if shown in self.places else -1

    def step(self, by: int) -> Place | None:
        """The next (1) or previous (-1) hit, round and round; None if there is none."""
        if not self.places:
            return None
        if self.current < 0:
            self.current = 0 if by > 0 else len(self.places) - 1
        else:
            self.current = (self.current + by) % len(self.places)
        return self.places[self.current]

    @property
    def place(self) -> Place | None:
        """The hit that is shown."""
        return self.places[self.current] if 0 <= self.current < len(self.places) else None

    @property
    def says(self) -> str:
        """How many there are, in a few words."""
        if not self.words.strip():
            return ""
        count = len(self.places)
        if not count:
            return "not found"
        total = f"{count:,}+" if self.more else f"{count:,}"
        return f"{self.current + 1:,} of {total}" if self.current >= 0 else total

    def _of(self, document: Document) -> Folded:
        known = self._folded.get(document.digest)
        if known is None:
            known = self._folded[document.digest] = fold(document.text)
        return known
