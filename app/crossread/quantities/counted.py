"""What a number counts: the words of the noun phrase behind it."""

from crossread.quantities.lexeme import Lexeme
from crossread.text.span import Span

_ENDS = frozenset(
    (
        "a an the this that these those in on at by for of to from with without and or nor but as is "
        "are was were be been being has have had do does did will would can could may might must "
        "shall should who whom which whose when while where since until till after before during "
        "between among against via per than then if because so though although not no it its they "
        "them their he she his her him we us our you your i my me there here into onto over under "
        "above below across through about around near off out up down ago later earlier each every "
        "any all both more less only also just even still already yet said says told allegedly "
        "reportedly collectively including last next now today yesterday tomorrow according thanks "
        "due versus vs amid despite toward towards upon within throughout what why how whether such"
    ).split()
)
_IRREGULAR = frozenset((
        'people men women children feet teeth mice geese police cattle staff crew personnel media '
        'data criteria phenomena alumni bacteria sheep fish deer aircraft spacecraft species series '
        'means'
    ).split())  # fmt: skip
_VERBS = frozenset((
        'died killed injured said used took made became came went got gave left told had won lost '
        'rose fell grew were generated conducted worth showed produced'
    ).split())  # fmt: skip


def counted(items: list[Lexeme], end: int, value_is_one: bool = False) -> Span | None:  # noqa: C901 - the cases of one rule stand together
    """The span of what is counted by the number whose last lexeme stands before ``end``, or None.

    The phrase runs to its first plural noun, at most five words on; behind one and behind a hyphen ("six-week
    interval") to the first word that can not belong to it.
    """
    j = end
    if items[j].low == "of" and items[j + 1].kind == "word":
        j += 1
        while items[j].low in ("the", "its", "these", "those", "their", "our", "his", "her", "all", "such"):
            j += 1
    if items[j].low == "-" and not items[j].spaced:
        j += 1
    first = j
    last = j
    plural = value_is_one or (items[end].low == "-" and not items[end].spaced)
    for k in range(j, min(j + 5, len(items))):
        item = items[k]
        if (
            item.kind == "mark"
            and item.low == "-"
            and not item.spaced
            and items[k + 1].kind == "word"
            and k > first
        ):
            continue
        sooner = (
            item.low in ("earlier", "later", "more", "other", "such", "own")
            and items[k + 1].kind == "word"
            and is_plural(items[k + 1].low)
        )
        if item.kind != "word" or (item.low in _ENDS and not sooner) or item.line or item.low in _VERBS:
            break
        if item.low == "'s":
            continue
        last = k + 1
        if is_plural(item.low) and not (items[k + 1].low == "-" and not items[k + 1].spaced):
            plural = True
            break
        if value_is_one and k > first:
            break
    if last == first or not plural:
        return None
    return Span(items[first].start, items[last - 1].end)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "'s"))
