"""Which script a character belongs to, and which letter of another script it can be taken for.

Scripts come from the standard library's character names; look-alikes from Unicode's confusables data, of which
``resources/claims/build_lookalikes.py`` keeps what is asked here.
"""

import unicodedata
from functools import cache

from crossread.claims.lexicon import lines

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
def _twins() -> dict[str, dict[str, str]]:
    """For each letter what it can be taken for, by script."""
    rows = (line.split("\t") for line in lines("lookalikes.tsv"))
    return {
        letter: {"LATIN": latin, "CYRILLIC": cyrillic, "GREEK": greek}
        for letter, latin, cyrillic, greek in rows
    }


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
    return _twins().get(character, {}).get(wanted, "")
