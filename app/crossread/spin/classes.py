"""Kinds of words that a rule of the spinbook may name."""

import re
from collections.abc import Callable, Sequence

from crossread.text.thesaurus import thesaurus
from crossread.text.token import Token

Class = Callable[[Sequence[Token], int], bool]

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your each every some any no".split()
)
_PRONOUNS = frozenset("i you he she it we they who".split())
_OBJECTS = frozenset("me you him her it us them".split())
_BE = frozenset("am is are was were be been being 's 're isn't aren't wasn't weren't".split())
_MODAL = frozenset(
    "will would can could may might shall should must to can't won't couldn't didn't don't doesn't".split()
)
_FUNCTION = (
    frozenset(
        "and or but nor so yet if then than as that of in on at by for with from into onto upon about up down out off "
        "over under again to not there here also just only very too".split()
    )
    | _DETERMINERS
    | _PRONOUNS
    | _OBJECTS
    | _BE
    | _MODAL
)
_MUTE_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_CONSONANT_VOWEL = re.compile(
    r"(?:eu|ew|uni(?!n|m)|unan|ur[aeiou]|us[aeiu]|ut[aeio]|ubi|ub[aeiu]|uk|uf|uganda|one(?!ir)|once|ouija)"
)
_SPELLED = re.compile(r"^[A-Z][A-Z0-9.&-]*s?$")


def _word(test: Callable[[str], bool]) -> Class:
    def is_it(found: Sequence[Token], at: int) -> bool:
        return found[at].kind == "word" and test(found[at].normal)

    return is_it


def is_open_class(written: str) -> bool:
    """Whether what is written is a word, and none of those that only join others."""
    return written[:1].isalpha() and written not in _FUNCTION


def _vowel(found: Sequence[Token], at: int) -> bool:
    """It begins with the sound of a vowel, beyond doubt."""
    token = found[at]
    if token.kind != "word" or len(token.normal) < 2 or not token.text.isascii():
        return False
    if _SPELLED.match(token.text):
        return token.text in ("AI", "EU", "API", "IT", "OS", "app") and token.text != "EU"
    word = token.normal
    return bool((word[0] in "aeiou" and not _CONSONANT_VOWEL.match(word)) or _MUTE_H.match(word))


def _consonant(found: Sequence[Token], at: int) -> bool:
    """It begins with the sound of a consonant, beyond doubt."""
    token = found[at]
    if token.kind != "word" or len(token.normal) < 3 or not token.text.isascii():
        return False
    if _SPELLED.match(token.text) or any(letter.isupper() for letter in token.text[1:]):
        return False
    word = token.normal
    if word[0] == "h":
        return not _MUTE_H.match(word) and not word.startswith(
            ("his", "her", "hab", "hal", "hot", "hys", "hon", "hil")
        )
    return bool(
        (word[0] in "bcdfgjklmnpqrstvwz" and re.search("[aeiouy]", word)) or re.match("uni[tvqfo]|euro", word)
    )


def _is_article(found: Sequence[Token], at: int) -> bool:
    return found[at].kind == "word" and found[at].text in ("a", "an")


CLASSES: dict[str, Class] = {
    "any": lambda found, at: found[at].kind != "mark",
    "word": _word(lambda word: True),
    "open": _word(is_open_class),
    "noun": _word(lambda word: is_open_class(word) and thesaurus().is_a(word, "noun")),
    "verb": _word(lambda word: is_open_class(word) and thesaurus().is_a(word, "verb")),
    "adj": _word(lambda word: is_open_class(word) and thesaurus().is_a(word, "adjective")),
    "adv": _word(lambda word: is_open_class(word) and thesaurus().is_a(word, "adverb")),
    "longadj": _word(
        lambda word: len(word) > 6 and is_open_class(word) and thesaurus().is_a(word, "adjective")
        and not word.endswith(("er", "est", "ly"))
        and not thesaurus().is_a(word, "noun")
    ),
    "plural": _word(lambda word: is_open_class(word) and word.endswith("s") and thesaurus().base(word) != word),
    "past": _word(lambda word: word.endswith("ed") and thesaurus().base(word) != word),
    "ing": _word(lambda word: word.endswith("ing") and thesaurus().base(word) != word),
    "det": _word(_DETERMINERS.__contains__),
    "pron": _word(_PRONOUNS.__contains__),
    "obj": _word(_OBJECTS.__contains__),
    "be": _word(_BE.__contains__),
    "modal": _word(_MODAL.__contains__),
    "num": lambda found, at: found[at].kind == "number",
    "cap": lambda found, at: found[at].kind == "word" and found[at].text[:1].isupper(),
    "lower": lambda found, at: found[at].kind == "word" and found[at].text[:1].islower(),
    "mark": lambda found, at: found[at].kind == "mark",
    "quote": lambda found, at: found[at].normal == '"',
    "vowel": _vowel,
    "consonant": _consonant,
    "article": _is_article,
}  # fmt: skip
"""Names of classes as they stand in patterns, without the angle brackets."""
