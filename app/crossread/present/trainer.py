"""A spun copy made ready to be shown: every swap with its likely original, the copy repaired, the ledger."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from crossread.comparison import Comparison, Place
from crossread.present.marks import Mark
from crossread.present.ribbon import Anchor, Tie, anchors
from crossread.spin.verdict import Source, SwapLabel
from crossread.text.document import Document
from crossread.text.shown import percent
from crossread.text.span import Span

BLANK = "_" * 10
"""What stands for a likely original that is to be guessed: of one width, so that it gives nothing away."""
REPAIRED = "Likely original, put together from the evidence"


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of a spun copy that stand in the place of others.

    Attributes:
        span: in the copy.
        originals: what it likely said, likeliest first; never empty.
        why: one plain sentence that says how that is known, or empty.
        source: where the likely original comes from, in plain words ("a rule", "the other documents").
        label: what kind of replacement it is ("synonym"), or empty where the original is not at hand.
        in_quotation: it stands inside quotation marks.
        original: where the replaced words stand in the original, if that is at hand.
    """

    span: Span
    originals: tuple[str, ...]
    why: str = ""
    source: str = ""
    label: str = ""
    in_quotation: bool = False
    original: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: the same words swapped for the same words, wherever it happened.

    Attributes:
        original: what it likely said, as in its first place.
        swap: what stands there now, as in its first place.
        swaps: numbers of the swaps, in the order of the copy.
        why: the sentence that explains it, or empty.
        source: where the likely originals come from.
        label: the kind of replacement, or empty.
    """

    original: str
    swap: str
    swaps: tuple[int, ...]
    why: str
    source: str
    label: str

    @property
    def times(self) -> int:
        """How often it happened."""
        return len(self.swaps)


@dataclass(frozen=True)
class Sheet:
    """The two columns of a lesson.

    Attributes:
        left: the original, or the copy repaired, with blanks for what is to be guessed.
        spans: where each swap's original stands in it, by the swaps' order.
        hidden: the swaps whose original is a blank.
        ties: each swap's original and the swap.
        anchors: what meets at the same height.
        marks: by document id.
    """

    left: Document
    spans: tuple[Span, ...]
    hidden: frozenset[int]
    ties: tuple[Tie, ...]
    anchors: tuple[Anchor, ...]
    marks: dict[str, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with marked stretches.

    Attributes:
        text: on one line.
        spans: the stretches, in order.
        current: which of them is spoken of, or -1.
        hidden: those that are blanks.
    """

    text: str
    spans: tuple[Span, ...]
    current: int
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Lesson:
    """A spun copy and what is known of its original.

    Attributes:
        copy: the spun document.
        swaps: in the order of the copy, apart from one another.
        original: the document that was copied, if it is at hand.
        meeting: where copy and original are to meet when scrolled, if the original is at hand.
        band: how sure it is that the copy is spun ("strong"), or empty.
        pool: what other copies made of the same words, as original, swap and id of the copy: the farm's dictionary.
    """

    copy: Document
    swaps: tuple[Swap, ...]
    original: Document | None = None
    meeting: tuple[Anchor, ...] = ()
    band: str = ""
    pool: tuple[tuple[str, str, str], ...] = ()

    def elsewhere(self, entry: Entry) -> tuple[str, ...]:
        """What the same original became in other places of this copy, and in other copies, where it is another word."""
        here = [other.swap for other in self.entries if _same(other.original, entry.original)]
        others: dict[str, list[str]] = {}
        for original, swap, copy in self.pool:
            if _same(original, entry.original) and not any(_same(swap, known) for known in here):
                copies = others.setdefault(swap.casefold(), [])
                if copy not in copies:
                    copies.append(copy)
        found = [f"“{swap}”" for swap in here if not _same(swap, entry.swap)]
        return (*found, *(f"“{swap}” ({', '.join(copies)})" for swap, copies in others.items()))

    def named(self, documents: Mapping[str, Document]) -> "Lesson":
        """The same with the documents as they are called at present, by their ids."""
        original = documents.get(self.original.id, self.original) if self.original else None
        return replace(self, copy=documents.get(self.copy.id, self.copy), original=original)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The ledger, in the order in which its swaps first happen."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, swap in enumerate(self.swaps):
            key = (swap.originals[0].casefold(), swap.span.of(self.copy.text).casefold())
            found.setdefault(key, []).append(number)
        return tuple(self._entry(numbers) for numbers in found.values())

    def _entry(self, numbers: Sequence[int]) -> Entry:
        swaps = [self.swaps[number] for number in numbers]
        first = swaps[0]
        sources = dict.fromkeys(swap.source for swap in swaps if swap.source)
        return Entry(
            first.originals[0],
            first.span.line_of(self.copy.text),
            tuple(numbers),
            next((swap.why for swap in swaps if swap.why), ""),
            ", ".join(sources),
            first.label,
        )

    @cached_property
    def entry_of(self) -> dict[int, int]:
        """The number of the ledger's line in which each swap stands."""
        return {swap: number for number, entry in enumerate(self.entries) for swap in entry.swaps}

    @property
    def sources(self) -> str:
        """Where the likely originals come from, in plain words."""
        if self.original is not None:
            return "the original itself"
        *others, last = dict.fromkeys(swap.source for swap in self.swaps if swap.source) or [""]
        return f"{', '.join(others)} and {last}" if others else last

    def swap_at(self, offset: int) -> int | None:
        """The number of the swap that covers a character of the copy."""
        number = bisect_right(self.swaps, offset, key=lambda swap: swap.span.start) - 1
        return number if number >= 0 and offset < self.swaps[number].span.end else None

    @cached_property
    def _complete(self) -> tuple[Document, tuple[Span, ...]]:
        """The original with the places of what was replaced, or the copy repaired."""
        if self.original is not None:
            return self.original, tuple(swap.original or Span(0, 0) for swap in self.swaps)
        puts = [(swap.span, _cased(swap, self.copy.text)) for swap in self.swaps]
        document, spans = rewritten(self.copy, puts)
        return replace(document.labelled(f"{self.copy.id}′"), name=REPAIRED, title=REPAIRED), spans

    def sheet(self, hidden: frozenset[int] = frozenset()) -> Sheet:
        """The two columns.

        Args:
            hidden: numbers of the swaps whose original is to be guessed.
        """
        left, spans = self._complete
        if hidden:
            order = sorted(range(len(spans)), key=lambda number: spans[number].start)
            puts = [(spans[n], BLANK if n in hidden else spans[n].of(left.text)) for n in order]
            left, moved = rewritten(left, puts)
            placed = dict(zip(order, moved, strict=True))
            spans = tuple(placed[number] for number in range(len(spans)))
        ties = tuple(
            Tie(Place(left.id, span), Place(self.copy.id, swap.span))
            for span, swap in zip(spans, self.swaps, strict=True)
            if len(span)
        )
        return Sheet(left, spans, hidden, ties, self._anchors(left), self._marks(left, spans, hidden))

    def _anchors(self, left: Document) -> tuple[Anchor, ...]:
        if self.original is None:
            pairs = zip(left.passages, self.copy.passages, strict=True)
            return tuple({left.id: a.span, self.copy.id: b.span} for a, b in pairs)
        number = {passage.span: place for place, passage in enumerate(self.original.passages)}
        return tuple(
            {**anchor, left.id: left.passages[number[span]].span}
            for anchor in self.meeting
            if (span := anchor.get(self.original.id)) in number
        )

    def _marks(
        self, left: Document, spans: Sequence[Span], hidden: frozenset[int]
    ) -> dict[str, tuple[Mark, ...]]:
        ours, theirs = [], []
        for number, (span, swap) in enumerate(zip(spans, self.swaps, strict=True)):
            words = f"“{swap.originals[0]}”"
            note = "" if number in hidden else swap.why or f"It likely said {words}."
            theirs.append(Mark(swap.span, "spun", note=note))
            if number not in hidden and len(span):
                ours.append(Mark(span, "wording", note=note))
        return {left.id: tuple(ours), self.copy.id: tuple(theirs)}

    def read_back(self, swap: int, hidden: frozenset[int] = frozenset()) -> tuple[Line, Line] | None:
        """The sentence of the copy in which a swap stands, as published and repaired; None outside of any.

        Args:
            swap: number of the swap.
            hidden: swaps whose likely original is to be guessed.
        """
        passage = self.copy.passage_at(self.swaps[swap].span.start)
        if passage is None:
            return None
        within = [n for n, other in enumerate(self.swaps) if passage.span.contains(other.span)]
        if swap not in within:
            return None
        text, start = self.copy.of(passage), passage.span.start
        current = within.index(swap)
        spans = tuple(self.swaps[n].span.shifted(-start) for n in within)
        words = [BLANK if n in hidden else _cased(self.swaps[n], self.copy.text) for n in within]
        repaired, places = _replaced(text, list(zip(spans, words, strict=True)))
        blanks = frozenset(place for place, n in enumerate(within) if n in hidden)
        return Line(text, spans, current), Line(repaired, places, current, blanks)


Order = Literal["text", "original", "swap", "times"]


def arranged(
    entries: Sequence[Entry], order: Order = "text", words: str = "", hidden: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """The numbers of the ledger's lines that hold these words, in this order.

    Args:
        entries: the ledger.
        order: as they first happen, by the alphabet, or the most frequent first.
        words: sought in swap and likely original, whatever the case; empty for all.
        hidden: lines whose likely original is to be guessed, so that it cannot be found either.
    """
    sought = " ".join(words.casefold().split())
    found = [
        number
        for number, entry in enumerate(entries)
        if sought in entry.swap.casefold() or (number not in hidden and sought in entry.original.casefold())
    ]
    if order == "times":
        found.sort(key=lambda number: -entries[number].times)
    elif order == "swap":
        found.sort(key=lambda number: entries[number].swap.casefold())
    elif order == "original":
        found.sort(key=lambda number: (number in hidden, entries[number].original.casefold()))
    return tuple(found)


def rewritten(document: Document, puts: Sequence[tuple[Span, str]]) -> tuple[Document, tuple[Span, ...]]:
    """A document with other words in some places.

    Args:
        document: what to rewrite.
        puts: stretches of it, in order and apart from one another, and what is put in their place.

    Returns:
        the other document, its passages the same ones, and where the words put in stand.
    """
    text, places = _replaced(document.text, puts)
    starts = [span.start for span, _ in puts]
    ends = [span.end for span, _ in puts]
    shifts = [place.end - span.end for place, (span, _) in zip(places, puts, strict=True)]

    def moved(offset: int, *, last: bool) -> int:
        number = bisect_right(starts, offset - last) - 1
        if number < 0:
            return offset
        if offset < ends[number]:  # inside of what is replaced: keep to its edges
            return places[number].end if last else places[number].start
        return offset + shifts[number]

    passages = tuple(
        replace(passage, span=Span(moved(passage.span.start, last=False), moved(passage.span.end, last=True)))
        for passage in document.passages
    )
    return replace(document, text=text, passages=passages), places


def _replaced(text: str, puts: Iterable[tuple[Span, str]]) -> tuple[str, tuple[Span, ...]]:
    pieces, places, done, length = [], [], 0, 0
    for span, words in puts:
        pieces += [text[done : span.start], words]
        length += span.start - done
        places.append(Span(length, length + len(words)))
        length += len(words)
        done = span.end
    return "".join((*pieces, text[done:])), tuple(places)


def _cased(swap: Swap, text: str) -> str:
    """The likely original with a capital where the swap has one."""
    words, there = swap.originals[0], swap.span.of(text)
    return words[:1].upper() + words[1:] if there[:1].isupper() else words


def _same(words: str, others: str) -> bool:
    return words.casefold() == others.casefold()


def _clash(swap: Swap, other: Swap, original: Document | None) -> bool:
    """Whether two swaps want the same words."""
    if original is not None and swap.original and other.original and swap.original.overlaps(other.original):
        return True
    return swap.span.overlaps(other.span)


def lesson(copy: Document, swaps: Iterable[Swap], original: Document | None = None,
           comparison: Comparison | None = None) -> Lesson:  # fmt: skip
    """A lesson from swaps in any order; where two overlap the longer one is kept.

    Args:
        copy: the spun document.
        swaps: what was found in it; those without a likely original are left out, and with the original at
            hand those that have no place in it.
        original: the document that was copied, if it is at hand.
        comparison: knows where copy and original correspond.
    """
    kept: list[Swap] = []
    for swap in sorted(swaps, key=lambda swap: (-len(swap.span), swap.span)):
        passage = copy.passage_at(swap.span.start)
        usable = swap.originals and passage and passage.span.contains(swap.span)
        if usable and len(swap.span) and not any(_clash(swap, other, original) for other in kept):
            kept.append(swap)
    if original is not None:
        kept = [swap for swap in kept if swap.original is not None]
    kept.sort(key=lambda swap: swap.span)
    meeting = anchors(comparison, (original.id, copy.id)) if comparison and original else ()
    return Lesson(copy, tuple(kept), original, meeting)


_SOURCES: dict[Source, str] = {
    "rule": "rules",
    "document": "the other documents",
    "original": "the original itself",
    "model": "common usage",
}
_KNOWN: dict[Source, str] = {
    "rule": "“{swap}” is what spinners make of “{original}”.",
    "document": "Other documents say “{original}” for “{swap}”.",
    "original": "The original says “{original}”.",
    "model": "“{original}” is what is usually said in this place.",
}
_LABELS: dict[SwapLabel, str] = {
    "synonym": "a synonym",
    "inflection": "another form of the word",
    "artefact": "a slip of the spinning program",
    "function": "a small word",
    "number": "a number was changed",
    "name": "a name was changed",
    "meaning": "the meaning was changed",
    "quotation": "a quotation was changed",
    "other": "another wording",
}


def lessons(comparison: Comparison) -> tuple[Lesson, ...]:
    """A lesson for every document that was found to be spun, in the order of the documents."""
    found = []
    for verdict in comparison.spin.verdicts:
        if verdict.band != "none":
            copy, original = comparison.document[verdict.document], comparison.document.get(verdict.original)
            swaps = (
                _from_original(comparison, copy, original) if original else _from_evidence(comparison, copy)
            )
            made = replace(lesson(copy, swaps, original, comparison), band=verdict.band)
            if made.swaps:
                found.append(made)
    return tuple(replace(one, pool=_pool(other for other in found if other is not one)) for one in found)


def _pool(lessons: Iterable[Lesson]) -> tuple[tuple[str, str, str], ...]:
    """What these copies made of which words."""
    return tuple((entry.original, entry.swap, one.copy.id) for one in lessons for entry in one.entries)


def _from_evidence(comparison: Comparison, copy: Document) -> list[Swap]:
    found = []
    for span in comparison.spin.spans:
        if span.document == copy.id and span.original:
            known = _KNOWN[span.source].format(swap=" ".join(span.text.split()), original=span.original[0])
            why = f"{known} {percent(min(span.score, 0.99))} sure."
            source = _SOURCES[span.source]
            found.append(Swap(span.span, span.original, why, source, in_quotation=span.in_quotation))
    return found


def _from_original(comparison: Comparison, copy: Document, original: Document) -> list[Swap]:
    quoted = [span.span for span in comparison.spin.spans if span.document == copy.id and span.in_quotation]
    found = []
    for swap in comparison.spin.swaps:
        if swap.document == copy.id and swap.other == original.id:
            said, there = swap.other_span.of(original.text), swap.span.of(copy.text)
            why = f"“{' '.join(said.split())}” became “{' '.join(there.split())}”: {_LABELS[swap.label]}."
            within = swap.label == "quotation" or any(span.overlaps(swap.span) for span in quoted)
            source = _SOURCES["original"]
            found.append(Swap(swap.span, (said,), why, source, swap.label, within, swap.other_span))
    return found
