"""Which script a character belongs to, and which letter of another script it can be taken for.

Scripts come from the standard library's character names; look-alikes from Unicode's confusables data in the package
confusable-homoglyphs (MIT), which is loaded when a text first holds a letter of another script.
"""

import unicodedata
from functools import cache

_ALPHABETS = frozenset(
    {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "COPTIC", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL"}
)


@cache
def script(character: str) -> str:
    """The script of a letter, in capitals as its Unicode name begins ("CYRILLIC"); empty for what is no letter."""
    if not character or not character.isalpha():
        return ""
    first, _, rest = unicodedata.name(character, "").partition(" ")
    if first in (
        "MICRO",
        "OHM",
        "KELVIN",
        "ANGSTROM",
        "MODIFIER",
        "FEMININE",
        "MASCULINE",
        "SUPERSCRIPT",
        "SCRIPT",
    ):
        return ""
    return "CJK" if first.startswith("CJK") or rest.startswith("IDEOGRAPH") else first


def is_alphabetic(character: str) -> bool:
    """Whether it is a letter of Latin, Greek, Cyrillic or a script that is written like them."""
    return script(character) in _ALPHABETS


@cache
def _confusables() -> dict[str, list[dict[str, str]]]:
    from confusable_homoglyphs.confusables import (  # type: ignore[import-untyped]  # it ships no types
        confusables_data,
    )  # 40 ms, and most texts never need it

    data: dict[str, list[dict[str, str]]] = confusables_data
    return data


@cache
def twin(character: str, wanted: str) -> str:
    """The letter of the script ``wanted`` that a character can be taken for, or empty.

    Args:
        character: one character.
        wanted: LATIN, CYRILLIC or GREEK; LATIN means the letters and digits of ASCII.
    """
    if wanted == "LATIN" and script(character) in ("FULLWIDTH", "MATHEMATICAL"):
        plain = unicodedata.normalize("NFKC", character)
        return plain if plain.isascii() and len(plain) == 1 else ""
    found = []
    for homoglyph in _confusables().get(character, ()):
        other, name = homoglyph["c"], homoglyph["n"]
        if wanted == "LATIN":
            if len(other) == 1 and other.isascii() and other.isalnum():
                found.append(other)
            elif name.startswith("LATIN LETTER SMALL CAPITAL ") and len(name) == len(
                "LATIN LETTER SMALL CAPITAL X"
            ):
                found.append(name[-1].lower())
            elif name == "LATIN SMALL LETTER KRA":
                found.append("k")
        elif len(other) == 1 and script(other) == wanted:
            found.append(other)
    same_case = [other for other in found if other.isupper() == character.isupper()]
    return min(same_case or found, default="", key=lambda other: (not other.isalpha(), other))
