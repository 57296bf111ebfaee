"""What stands around a quantity: whose it is and of when, as weighted words, for telling facts apart."""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from typing import Literal

from crossread.align.link import Row
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.quantities.fact import Mention
from crossread.quantities.interval import Interval, interval
from crossread.quantities.lexeme import figure_value
from crossread.quantities.quantity import Quantity
from crossread.quantities.tables import approximators, currencies, number_words, units
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import stem, tokens

_STOP = frozenset(
    (
        "the a an in on at by for of to from with and or but as is are was were be been being has "
        "have had do does did will would can could may might must shall should who whom which that "
        "this these those it its they them their he she his her him we us our you your i my me not no "
        "than then so if when while where there here what how why all any some each every both more "
        "most less other such only just also even still about into over under after before between "
        "during since until through per up out off down very own same too s t says said say according"
    ).split()
)
_BACKWARD = frozenset("these those this that such it they he she its their his her both the".split())
_NEAR = 8.0
_AROUND = 500  # words before and behind a quantity that may tell of it: more than any sentence has
_PASSAGES = 1_000  # read between two times of asking whether to stop
_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d-\d\d")
_MOST_FIGURES = 40  # of one passage; where there are more, they are a table and not told in words


Calendar = Literal["date", "day", "year", ""]


@dataclass(eq=False)
class Place:
    """A mention with what is known of its surroundings.

    Attributes:
        mention: the quantity in its document.
        order: where it stands among all, whatever the order of the documents.
        passage: the passage it stands in.
        row: the id of the passage's row, or empty.
        span: its interval.
        heads: stems of the words counted, the last one (the noun itself) first.
        words: weighted stems around it; near ones weigh more.
        near: stems of the seven words on either side.
        names: stems of words around it that are written with a capital letter.
        calendar: what of a date the text itself names by its number: the day of a year, the day alone, a year; or "".
        siblings: the other places of the same passage.
        lone: its document tells no other figure on this scale.
    """

    mention: Mention
    order: tuple[str, int]
    passage: Passage
    row: str
    span: Interval
    heads: tuple[str, ...]
    words: dict[str, float]
    near: frozenset[str]
    names: frozenset[str]
    calendar: Calendar = ""
    siblings: list["Place"] = field(default_factory=list)
    lone: bool = False

    @property
    def amount(self) -> Fraction:
        """The figure itself; 0 where there is none."""
        return self.span.value or Fraction(0)

    @cached_property
    def length(self) -> float:
        """The Euclidean length of the weighted words."""
        return math.sqrt(sum(weight * weight for weight in self.words.values()))

    @cached_property
    def specific(self) -> int:
        """How telling the figure is: its significant digits, more for large ones."""
        value = self.span.value
        if value is None or value == 0:
            return 0
        digits = str(abs(value.numerator)).rstrip("0")
        return len(digits) + (abs(value) >= 1000) + (value.denominator != 1)


def places(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    rows: Sequence[Row],
    cancelled: IsCancelled = never_cancelled,
) -> tuple[list[Place], list[Passage]]:
    """Every mention that can be compared, with its surroundings; the same in whatever order the documents come.

    Args:
        documents: on one event.
        mentions: the quantities of all of them.
        rows: passages on one topic.
        cancelled: asked now and then.

    Returns:
        The places, and the passages whose figures are too many to be compared.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    by_id = {document.id: document for document in documents}
    row_of = {passage: row.id for row in rows for _, passages in row.passages for passage in passages}
    texts = {document.id: _Text(document) for document in documents}
    idf = _rarity(texts.values(), cancelled)
    stated: dict[str, list[Mention]] = defaultdict(list)
    of_id: dict[str, Passage] = {}
    for mention in filter(_tells, mentions):
        passage = by_id[mention.document].passage_at(mention.quantity.core.start)
        if passage is not None:
            stated[passage.id].append(mention)
            of_id[passage.id] = passage
    known: dict[Interval, Interval] = {}  # equal ones are one object, so that they are compared once
    found, tables = [], []
    for number, (name, own) in enumerate(stated.items()):
        if number % 50 == 0:
            check(cancelled)
        if len(own) > _MOST_FIGURES:
            tables.append(of_id[name])
            continue
        for mention in own:
            span = interval(mention.quantity)
            if span is not None:
                span = known.setdefault(span, span)
                text = texts[mention.document]
                found.append(_place(text, mention, of_id[name], row_of.get(name, ""), span, idf))
    found.sort(key=lambda place: place.order)
    _acquaint(found)
    return found, tables


def _acquaint(found: Sequence[Place]) -> None:
    """Tell each place of the others of its passage, and whether its document tells no other figure of its kind."""
    by_passage: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        by_passage[place.passage.id].append(place)
    for group in by_passage.values():
        for place in group:
            place.siblings = [other for other in group if other is not place]
    figures: dict[tuple[str, str], set[object]] = defaultdict(set)
    for place in found:
        figures[place.mention.document, place.span.scale].add(
            (place.span.value, place.span.low, place.span.high)
        )
    for place in found:
        place.lone = len(figures[place.mention.document, place.span.scale]) == 1


def _tells(mention: Mention) -> bool:
    """Whether a quantity states a fact worth a line: not "one", no rank, no mere present."""
    quantity = mention.quantity
    if quantity.kind in ("ordinal", "set"):
        return False
    bare_one = quantity.kind in ("number", "numrange") and quantity.value in (0, 1) and quantity.unit is None
    return not (bare_one and quantity.approx in ("exact", "more_than"))


class _Text:
    """The words of a document by passage."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words: dict[str, list[Token]] = {}
        self._index = {passage.id: number for number, passage in enumerate(document.passages)}

    def words(self, passage: Passage) -> list[Token]:
        """The words and numbers of a passage."""
        found = self._words.get(passage.id)
        if found is None:
            found = [token for token in self.document.tokens(passage) if token.kind != "mark"]
            self._words[passage.id] = found
        return found

    def before(self, passage: Passage) -> Passage | None:
        """The passage before this one in the same paragraph."""
        number = self._index[passage.id]
        if not number:
            return None
        previous = self.document.passages[number - 1]
        return previous if previous.paragraph == passage.paragraph else None


def _rarity(texts: Iterable[_Text], cancelled: IsCancelled) -> dict[str, float]:
    """Inverse document frequency of stems over the passages of all documents."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        for passage in text.document.passages:
            count += 1
            if count % _PASSAGES == 0:
                check(cancelled)
            words = {token.normal for token in text.document.tokens(passage) if token.kind == "word"}
            seen.update(set(map(stem, words)))
    return {word: math.log(1 + count / number) for word, number in seen.items()}


def _place(
    text: _Text, mention: Mention, passage: Passage, row: str, span: Interval, idf: dict[str, float]
) -> Place:
    quantity = mention.quantity
    words: dict[str, float] = defaultdict(float)
    near: set[str] = set()
    names: set[str] = set()
    own = text.words(passage)
    centre = bisect_right(own, quantity.core.start, key=lambda token: token.span.end)
    first = max(0, centre - _AROUND)
    for i, token in enumerate(own[first : centre + _AROUND], first):
        if _is_content(token) and not token.span.overlaps(quantity.span):
            root = stem(token.normal)
            weight = idf.get(root, 1.0) * (1 + 1 / (1 + abs(i - centre) / _NEAR))
            named = token.text[0].isupper() and i > 0
            words[root] += weight * (1.5 if named else 1)
            if named:
                names.add(root)
            if abs(i - centre) <= 7:
                near.add(root)
    previous = text.before(passage)
    if previous is not None and own and _looks_back(own):
        for i, token in enumerate(text.words(previous)):
            if _is_content(token):
                root = stem(token.normal)
                named = token.text[0].isupper() and i > 0
                words[root] += 0.7 * idf.get(root, 1.0) * (1.5 if named else 1)
                if named:
                    names.add(root)
    heads = _heads(text.document.text, quantity.counted)
    order = (text.document.words_digest, text.document.single_spaced.offset(quantity.span.start))
    calendar = _calendar(quantity, text.document.text)
    around = dict(words), frozenset(near), frozenset(names)
    return Place(mention, order, passage, row, span, heads, *around, calendar)


def _calendar(quantity: Quantity, text: str) -> Calendar:
    """How exactly a text names a date by its number: "Tuesday" and "a year ago" hang on when it was written."""
    written = quantity.core.of(text)
    if quantity.timex is None or not any(letter.isdigit() for letter in written):
        return ""
    if _YEAR.fullmatch(quantity.timex):
        return "year"
    if not _DAY.fullmatch(quantity.timex):
        return ""
    return "date" if quantity.timex[:4] in written else "day"


def _looks_back(own: list[Token]) -> bool:
    """Whether a sentence takes up what the one before spoke of."""
    opening = [token.normal for token in own[:3]]
    return bool(opening) and (
        opening[0] in _BACKWARD
        or (
            opening[0] in ("in", "of", "by", "all", "at", "with")
            and len(opening) > 1
            and opening[1] in _BACKWARD - {"the"}
        )
    )


def _is_content(token: Token) -> bool:
    if token.kind != "word" or token.normal in _STOP or len(token.normal) < 2:
        return False
    if _is_measure(token.normal):
        return False
    return figure_value(token.text) is None if token.text[0].isdecimal() else True


def _is_measure(word: str) -> bool:
    """Number words, units and hedges say nothing of whom or what a quantity is."""
    words = number_words()
    tables = (words.digit, words.teen, words.tens, words.hundred, words.scale, words.ordinal, words.part)
    return any(word in table for table in tables) or word in _measure_words()


@cache
def _measure_words() -> frozenset[str]:
    tables = (approximators("before"), units(), currencies())
    return frozenset(
        (*(word for table in tables for word in table.first_words()), "percent", "tens", "hundreds")
    )


def _heads(text: str, counted: Span | None) -> tuple[str, ...]:
    if counted is None:
        return ()
    found = [stem(token.normal) for token in tokens(text, counted) if token.kind == "word"]
    return tuple(reversed(found))


def closeness(a: Place, b: Place) -> float:
    """The cosine of the words around two quantities."""
    small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    dot = sum(weight * large[word] for word, weight in small.items() if word in large)
    return dot / (a.length * b.length) if dot else 0.0
