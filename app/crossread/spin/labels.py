"""What sort of replacement a spun copy made where its original is at hand."""

from collections.abc import Iterator, Sequence

from crossread.align.closed_class import FUNCTION_WORDS, NEGATIONS, NUMBER_WORDS
from crossread.spin.usage import usage
from crossread.spin.verdict import SwapLabel
from crossread.text.thesaurus import Part, thesaurus
from crossread.text.token import Token
from crossread.text.words import stem

_CLOSE = 0.6  # closeness of two words to a third from which they count as synonyms
_SHARED, _SHARE = 3, 0.3  # synonyms in common, and as a share of the poorer word's, from which they do
_WORSE = 1.5  # by how much the copy's word suits the original's place worse for a slip of the machine, as a logarithm
_SHORTEST_ROOT = 4
_ENDINGS = ("ern", "er", "or", "ment", "ness", "ity", "ing", "ion", "ive", "able", "ful", "al", "ly", "y")
_PARTS: tuple[Part, ...] = ("noun", "verb", "adjective", "adverb")
# Verbs that only make a verb of the noun after them: "make investments" says "invest".
_LIGHT = frozenset(
    "make makes made making take takes took taken taking give gives gave given giving put puts get gets got".split()
)
_PHRASES = (
    ("in", "order"),
    ("as", "well"),
    ("so", "as"),
    ("such", "as"),
    ("a", "lot"),
)  # that serve as one little word


def label_of(
    left: Sequence[Token],
    right: Sequence[Token],
    names: tuple[bool, bool],
    fired: bool,
    around: tuple[str, str] = ("", ""),
) -> SwapLabel:
    """What sort of replacement this is, outside quotation marks.

    Args:
        left: the words of the copy.
        right: those of the original.
        names: whether either is written as a name.
        fired: a rule of the spinbook fires there.
        around: the words before and after them in the original.
    """
    both = (*left, *right)
    if any(t.kind == "number" or t.normal in NUMBER_WORDS for t in both):
        return "artefact" if _same_number(left, right) else "number"
    one, other = [t.normal for t in left], [t.normal for t in right]
    if _glued(one) == _glued(other):
        return "artefact"
    if any(t.normal in NEGATIONS for t in left) != any(t.normal in NEGATIONS for t in right):
        return "meaning"
    if any(thesaurus().antonyms(x, y) for x in one for y in other):
        return "meaning"
    if names[1] or (names[0] and not fired):
        return "name"
    return "artefact" if fired else _by_words(one, other, around)


def related(one: str, other: str) -> bool:
    """Whether two words have one base form or are called synonyms."""
    held = thesaurus()
    return held.base(one) == held.base(other) or stem(one) == stem(other) or held.synonyms(one, other)


def _by_words(one: Sequence[str], other: Sequence[str], around: tuple[str, str]) -> SwapLabel:
    mine, theirs = _content(one), _content(other)
    if not mine and not theirs:
        return "function"
    if (not mine and set(theirs) <= _LIGHT) or (not theirs and set(mine) <= _LIGHT):
        return "function"
    mine, theirs = mine or list(one), theirs or list(other)
    if {stem(word) for word in mine} == {stem(word) for word in theirs}:
        return "inflection"
    if {thesaurus().base(word) for word in mine} == {thesaurus().base(word) for word in theirs}:
        return "inflection"
    if any(_synonyms(x, y) for x in mine for y in theirs):
        return "synonym"
    if any(_of_one_root(x, y) for x in mine for y in theirs):
        return "inflection" if len(mine) == len(theirs) == 1 else "synonym"
    if len(one) == len(other) == 1 and _slip(one[0], other[0], around):
        return "artefact"
    return "other"


def _content(words: Sequence[str]) -> list[str]:
    """The words that carry meaning; those of a phrase that serves as a little word do not."""
    kept = []
    at = 0
    while at < len(words):
        if tuple(words[at : at + 2]) in _PHRASES:
            at += 2
            continue
        if words[at] not in FUNCTION_WORDS:
            kept.append(words[at])
        at += 1
    return kept


def _synonyms(one: str, other: str) -> bool:
    """A source says so, or both are close to a third word that is common."""
    held = thesaurus()
    if held.synonyms(one, other):
        return True
    near = {word for word, close in held.neighbours(one) if close >= _CLOSE}
    if any(word in near and close >= _CLOSE for word, close in held.neighbours(other)):
        return True
    mine, theirs = held.kin(one), held.kin(other)
    shared = len(mine & theirs)
    return shared >= _SHARED and shared >= _SHARE * min(len(mine), len(theirs))


def _roots(word: str) -> Iterator[str]:
    """The word, and the words it may be derived from."""
    base = thesaurus().base(word)
    yield base
    for ending in _ENDINGS:
        root = base.removesuffix(ending)
        if root != base and len(root) >= _SHORTEST_ROOT:
            yield from (form for form in (root, root + "e", root + "y") if form in thesaurus().number)


def _of_one_root(one: str, other: str) -> bool:
    """Whether one is derived from the other, or both from one word or from two that any source calls synonyms."""
    mine, theirs = set(_roots(one)), set(_roots(other))
    if mine & theirs:
        return True
    derived = [(x, y) for x in mine for y in theirs if (x, y) != (one, other)]
    return any(thesaurus().synonyms(x, y) for x, y in derived)


def _slip(one: str, other: str, around: tuple[str, str]) -> bool:
    """Whether the copy's word was put there without regard to its sense: there the original's suits far better.

    Both are words of one part of speech that carry meaning; what stands around them is the original's.
    """
    held, table = thesaurus(), usage()
    if not any(held.is_a(one, part) and held.is_a(other, part) for part in _PARTS):
        return False
    before, after = map(table.find, around)
    mine, theirs = table.find(one), table.find(other)
    if theirs < 0:
        return False

    def fit(word: int) -> float:
        return table.pair(before, word) + table.pair(word, after)

    seen = table.attested(before, theirs) or table.attested(theirs, after)
    return seen and fit(theirs) - fit(mine) >= _WORSE


def _glued(words: Sequence[str]) -> str:
    return "".join(words).replace("'", "")


def _same_number(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """The figures are the same and only what stands around them was garbled."""
    one = [t.normal for t in left if t.kind == "number"]
    other = [t.normal for t in right if t.kind == "number"]
    return bool(one) and one == other
