"""Words that stand for one another across linked passages: "fake" here, "fraudulent" there."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import stem
from crossread.wording.closed_class import FUNCTION_WORDS
from crossread.wording.edit import Edit, EditKind, EditSide

# A word put for another. Function words, inflections and punctuation are no choice of a word.
_REPLACED: frozenset[EditKind] = frozenset(
    ("synonym", "artefact", "name", "meaning", "quotation", "other", "spelling")
)
_LONGEST = 2  # words; longer replacements are rewriting
_EDITS = 5_000  # looked at between two times of asking whether to stop
_ENDS = frozenset(",.;:!?\n")


def variants(
    documents: Iterable[Document],
    edits: Iterable[Edit],
    figures: Mapping[str, Sequence[Span]],
    cancelled: IsCancelled = never_cancelled,
) -> list[tuple[EditSide, ...]]:
    """Sets of places that stand for one another: A's word against B's, B's against C's.

    A replacement counts only in equal company: the word before and the word behind are the same on both sides,
    one of them a content word. Without that an edit between independent reports is a rewriting, and its words
    stand for nothing.

    Args:
        documents: whose passages the edits name.
        edits: differences of linked passages.
        figures: for each document the spans of its quantities in the order of the text; they are compared as
            numbers and never as words.
        cancelled: asked between some edits.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    company = _Company(documents, figures)
    parent: dict[EditSide, EditSide] = {}

    def root(side: EditSide) -> EditSide:
        while parent.setdefault(side, side) != side:
            parent[side] = parent[parent[side]]
            side = parent[side]
        return side

    for number, edit in enumerate(edits):
        if number % _EDITS == 0:
            check(cancelled)
        if edit.kind in _REPLACED:
            a, b = company.of(edit.a), company.of(edit.b)
            if a and b and a.agrees_with(b):
                parent[root(EditSide(edit.a.passage, a.span))] = root(EditSide(edit.b.passage, b.span))
    sets: dict[EditSide, list[EditSide]] = defaultdict(list)
    for side in sorted(parent, key=lambda s: (s.passage, s.span)):
        sets[root(side)].append(side)
    return [tuple(sides) for sides in sets.values()]


@dataclass(frozen=True, slots=True)
class _Variant:
    """Few words, without marks at their ends, and the normal forms around them, nearest first."""

    span: Span
    before: tuple[str, ...]
    behind: tuple[str, ...]

    def agrees_with(self, other: "_Variant") -> bool:
        before, behind = _shared(self.before, other.before), _shared(self.behind, other.behind)
        return bool(before and behind) and not FUNCTION_WORDS.issuperset((*before, *behind))


class _Company:
    """Looks up the words of an edit's side and what stands around them."""

    def __init__(self, documents: Iterable[Document], figures: Mapping[str, Sequence[Span]]) -> None:
        self._passages = {
            passage.id: (document, passage) for document in documents for passage in document.passages
        }
        self._figures = figures
        self._words: dict[str, tuple[list[Token], list[int], list[int]]] = {}

    def of(self, side: EditSide) -> _Variant | None:
        """The side as a variant; None where it is too long, crosses a clause, is a figure or has no content word."""
        document, passage = self._passages[side.passage]
        if side.passage not in self._words:
            found = [token for token in document.tokens(passage) if token.kind != "mark"]
            starts, ends = [token.span.start for token in found], [token.span.end for token in found]
            self._words[side.passage] = found, starts, ends
        words, starts, ends = self._words[side.passage]
        first, last = bisect_right(ends, side.span.start), bisect_left(starts, side.span.end)
        if not 0 < last - first <= _LONGEST:
            return None
        chosen = words[first:last]
        if any(token.kind == "number" for token in chosen):
            return None
        span = Span(chosen[0].span.start, chosen[-1].span.end)
        if FUNCTION_WORDS.issuperset(token.normal for token in chosen) or _ENDS & set(span.of(document.text)):
            return None
        if self._is_figure(document.id, span):
            return None
        return _Variant(
            span,
            tuple(token.normal for token in reversed(words[max(0, first - 2) : first])),
            tuple(token.normal for token in words[last : last + 2]),
        )

    def _is_figure(self, document: str, span: Span) -> bool:
        figures = self._figures.get(document, ())
        at = bisect_left(figures, span.start, key=lambda figure: figure.end - 1)
        return at < len(figures) and figures[at].start < span.end


def _shared(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """The opening words that both have; inflected forms count as the same."""
    return [x for x, _ in takewhile(lambda pair: stem(pair[0]) == stem(pair[1]), zip(a, b, strict=False))]
