"""The ledger: every swap grouped, with how often, where and how steadily it was made."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.spin.verdict import Source, Spin, SwapLabel
from crossread.text.document import Document
from crossread.text.span import Span


@dataclass(frozen=True, slots=True)
class SwapPlace:
    """One place where a swap was made.

    Attributes:
        document, span: in the spun copy.
        other, other_span: in the original, where that is at hand; otherwise empty and None.
        in_quotation: it stands between quotation marks.
    """

    document: str
    span: Span
    other: str = ""
    other_span: Span | None = None
    in_quotation: bool = False


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One swap, wherever it was made.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        original: what stood there or likely stood there, in small letters.
        written: what stands there now, in small letters.
        label: what sort of replacement, or empty where the original is not at hand.
        source: how the original is known.
        places: in the order of documents and text.
        consistency: of all places where this original was swapped, the share where it became these words.
        variants: what else it became, commonest first: the farm's dictionary.
        score: the mean confidence, 0 to 1.
    """

    id: str
    original: str
    written: str
    label: SwapLabel | str
    source: Source
    places: tuple[SwapPlace, ...]
    consistency: float
    variants: tuple[str, ...]
    score: float

    @property
    def count(self) -> int:
        """How often it was made."""
        return len(self.places)

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents it was made in, each once."""
        return tuple(dict.fromkeys(place.document for place in self.places))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A swap before it is grouped."""

    original: str
    written: str
    label: SwapLabel | str
    source: Source
    score: float
    place: SwapPlace


def ledger(spin: Spin, documents: Sequence[Document]) -> tuple[LedgerEntry, ...]:
    """All swaps grouped, the most frequent first, then by the alphabet.

    Swaps of several copies of one text are pooled, so that their variants show the farm's dictionary. A mark without
    any likely original is left out.

    Args:
        spin: what was found.
        documents: those it was found in.
    """
    texts = {document.id: document.text for document in documents}
    rank = {document.id: at for at, document in enumerate(documents)}
    groups: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    became: dict[str, Counter[str]] = defaultdict(Counter)
    for seen in (*_of_swaps(spin, texts), *_of_marks(spin)):
        groups[seen.original, seen.written].append(seen)
        became[seen.original][seen.written] += 1
    entries = [_entry(key, found, became[key[0]], rank) for key, found in groups.items()]
    return tuple(sorted(entries, key=lambda entry: (-entry.count, entry.original, entry.written)))


def _of_swaps(spin: Spin, texts: Mapping[str, str]) -> Iterable[_Seen]:
    quoted = {(mark.document, mark.span) for mark in spin.spans if mark.in_quotation}
    for swap in spin.swaps:
        original = swap.other_span.line_of(texts[swap.other]).casefold()
        written = swap.span.line_of(texts[swap.document]).casefold()
        inside = (swap.document, swap.span) in quoted
        place = SwapPlace(swap.document, swap.span, swap.other, swap.other_span, inside)
        yield _Seen(original, written, swap.label, "original", 1.0, place)


def _of_marks(spin: Spin) -> Iterable[_Seen]:
    for mark in spin.spans:
        if mark.original and mark.source != "original":
            place = SwapPlace(mark.document, mark.span, in_quotation=mark.in_quotation)
            yield _Seen(mark.original[0].casefold(), mark.text.casefold(), "", mark.source, mark.score, place)


def _entry(
    key: tuple[str, str], found: Sequence[_Seen], became: Counter[str], rank: Mapping[str, int]
) -> LedgerEntry:
    original, written = key
    places = tuple(sorted((s.place for s in found), key=lambda place: (rank[place.document], place.span)))
    labels = Counter(seen.label for seen in found if seen.label)
    label = min(labels, key=lambda one: (-labels[one], one)) if labels else ""
    sources: tuple[Source, ...] = ("original", "rule", "document", "model")
    source = min((seen.source for seen in found), key=sources.index)
    others = sorted((word for word in became if word != written), key=lambda word: (-became[word], word))
    return LedgerEntry(
        id="swap-"
        + hashlib.sha256(f"{original}\0{written}".encode("utf-8", "surrogatepass")).hexdigest()[:12],
        original=original,
        written=written,
        label=label,
        source=source,
        places=places,
        consistency=round(became[written] / became.total(), 4),
        variants=tuple(others),
        score=round(sum(seen.score for seen in found) / len(found), 4),
    )
