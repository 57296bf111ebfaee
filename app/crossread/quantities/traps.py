"""Figures and number words that count nothing: names, addresses, scores, pronouns."""

from crossread.quantities.atom import Atom
from crossread.quantities.lexeme import Lexeme

_LABELS = frozenset(
    (
        "section sections chapter chapters article articles part page pages figure fig fig. table no "
        "no. nr nr. nrs nrs. number paragraph clause version v v. volume vol vol. issue room flight "
        "route highway exit line lot building apt unit suite phase level type class grade step stage "
        "round week model channel platform gate track season episode title act bill schedule appendix "
        "annex item question case id pin code iso covid windows ios android python"
    ).split()
)
_FUNCTION = frozenset(
    (
        "the a an in on at by for of to from with and or but as is are was were be has had have about "
        "around nearly almost over under some only just at between more than less up all both these "
        "those this that its his her their our my your we they he she it who which when while since "
        "until after before during within if then there here not no yes so because what how where why "
        "among through per into out off down said says was get got give take make made used use uses "
        "using another every each any few many most such same other roughly approximately another "
        "like plus minus including that's nearly fully exactly mere meanwhile however also even still "
        "yet currently today yesterday tomorrow now monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    ).split()
)
MONTH_NAMES = frozenset((
        'january february march april may june july august september october november december jan '
        'feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday '
        'saturday sunday'
    ).split())  # fmt: skip
_STREETS = frozenset(
    (
        "street st st. road rd rd. avenue ave ave. lane ln drive dr boulevard blvd way square place "
        "court highway"
    ).split()
)
_PRONOUN_BEFORE = frozenset(
    (
        "the this that no any each every some another which only other first last next new good big "
        "small little smaller bigger cheaper better worse right wrong same previous current legal own "
        "best only loved just not to"
    ).split()
)
_PRONOUN_AFTER = frozenset(
    (
        "of another other day can could would will should may might must is are was were who that "
        "which has had have does did do in on at for with and or but to by as than from thing "
        "another's might way hand time more less up out off"
    ).split()
)


def is_score(items: list[Lexeme], found: Atom) -> bool:
    """``2-1``, ``555-1234``, ``24/7``, ``16:9``: figures joined without spaces that measure nothing."""
    i = found.start
    if not found.number.digits or found.unit is not None:
        return False
    item, j = items[i], found.end
    if i and not item.spaced and items[i - 1].low in ("-", "–", ":", "/", "&", "#", "№", "@", "_", "=", "\\"):
        before = items[i - 2] if i >= 2 else None
        if items[i - 1].low in ("#", "№", "@", "_", "\\"):
            return True
        if before is not None and not items[i - 1].spaced and items[i - 1].low in ("-", "–", ":", "/", "&"):
            return before.kind in ("word", "number", "dotted")
    if not items[j].spaced and items[j].low in ("-", "–", ":", "/") and not items[j + 1].spaced:
        other = items[j + 1]
        if other.kind == "number" and other.value is not None and found.number.value is not None:
            if items[j].low in (":", "/"):
                return True
            return other.value <= found.number.value or (
                items[j + 2].low in ("-", "–") and items[j + 3].kind == "number"
            )
    return False


def is_label(items: list[Lexeme], i: int, found: Atom) -> bool:  # noqa: C901 - the cases of one rule stand together
    """Whether a bare figure is part of a name: a section, a model, a route, a house number."""
    if not found.number.digits or found.kind != "number" or found.number.scaled:
        return False
    before = items[i - 1] if i else None
    item = items[i]
    if before is not None and not item.spaced and before.kind == "word":
        return True
    if (
        before is not None
        and before.low == "."
        and not item.spaced
        and not before.spaced
        and items[i - 2].kind == "word"
    ):
        return True
    if items[found.end].text == "G" and not items[found.end].spaced and len(item.text) == 1:
        return True
    if before is not None and before.low == "[" and items[found.end].low == "]":
        return True
    plain = item.text.isdecimal()
    if not plain:
        return False
    if _is_address(items, found.end):
        return True
    if before is None or before.kind != "word" or not item.spaced:
        return False
    if item.line:
        return False
    if before.low in _LABELS:
        return before.text[0].isupper() or before.low in (
            "section",
            "chapter",
            "page",
            "no.",
            "version",
            "article",
            "figure",
            "room",
            "exit",
        )
    after = items[found.end]
    if after.kind == "word" and after.spaced and after.text[0].islower() and _counts(after.low):
        return False
    return (
        any(c.isupper() for c in before.text[:2])
        and before.low not in _FUNCTION
        and len(item.text) <= 4
        and not before.low.endswith("ly")
        and i > 1
    )


def _counts(word: str) -> bool:
    return (len(word) > 3 and word.endswith("s") and not word.endswith("ss")) or word in (
        "people",
        "men",
        "women",
        "children",
    )


def _is_address(items: list[Lexeme], j: int) -> bool:
    """A house number: capitalised words follow, and one of the next four is a kind of street."""
    for offset in range(5):
        item = items[j + offset]
        if item.kind == "end" or item.low in (",", ";", "."):
            return False
        if offset and item.low in _STREETS and item.text[0].isupper():
            return True
        if item.kind == "word" and not item.text[0].isupper() and item.low not in ("st", "nd", "rd", "th"):
            return False
    return False


def is_pronoun(items: list[Lexeme], i: int, found: Atom) -> bool:
    """Whether ``one`` stands for a thing instead of counting it: "one of", "that one", "one ... another"."""
    if items[i].low != "one" or found.end != i + 1 or found.kind != "number":
        return False
    before, after = items[i - 1].low if i else "", items[i + 1]
    if after.kind == "end" and i == 0:
        return False
    if (
        after.kind != "word"
        or after.low in _PRONOUN_AFTER
        or not after.text[0].isalpha()
        or after.low == "'s"
    ):
        return True
    if before in _PRONOUN_BEFORE:
        return True
    ahead = items[i + 1 : i + 16]
    for item in ahead:
        if item.low in (".", ";", "!", "?"):
            break
        if item.low in ("another", "other", "others", "another's"):
            return True
    return after.low.endswith(("ly",))


def is_part_of_name(items: list[Lexeme], start: int, end: int, kind: str) -> bool:
    """Whether an expression of time is part of a code or name: ``ABC-12345-A1``, ``tel. 138-2010-2015``."""
    first, after = items[start], items[end]
    if kind == "duration":
        return False
    if (
        start
        and not first.spaced
        and items[start - 1].low in ("-", "/")
        and items[start - 2].kind in ("number", "word")
        and first.kind == "number"
    ):
        return not items[start - 1].spaced and first.text.isdecimal() and items[start - 2].kind == "number"
    return (
        not after.spaced
        and after.low == "-"
        and items[end + 1].kind == "number"
        and not items[end + 1].spaced
        and first.kind == "number"
        and start == end - 1
    )


def list_numbers(items: list[Lexeme]) -> set[int]:
    """Indices of the figures that number the items of a list: "2." at the beginning of a line, near a "1." or "3.".

    A figure alone is none: in text broken into lines a sentence may end with the first word of one.
    """
    marked: dict[int, int] = {}
    for i, item in enumerate(items):
        if item.kind != "number" or not item.text.isdecimal() or len(item.text) > 3:
            continue
        begins, sign, after = item.line or i == 0, items[i + 1], items[i + 2]
        if begins and sign.low in (".", ")") and not sign.spaced and after.spaced and not after.line:
            marked[i] = int(item.text)
    values = set(marked.values())
    return {i for i, value in marked.items() if value - 1 in values or value + 1 in values}
