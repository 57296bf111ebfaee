"""Makes ``lookalikes.tsv``: the letters that can be taken for a letter of Latin, Cyrillic or Greek, one a line.

    python build_lookalikes.py OUT

Beside each letter stand, parted by tabs, the Latin letter or digit (of ASCII), the Cyrillic and the Greek letter that
it passes for, or nothing. The source is Unicode's confusables data as the Python package confusable-homoglyphs packs it
(licences in ``lookalikes_NOTICE.txt``), which takes longer to load than all names of a text to be found.
"""

import sys
from pathlib import Path

from confusable_homoglyphs.confusables import confusables_data

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.claims.scripts import script

SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "


def twin(character: str, wanted: str) -> str:
    """The letter of a script that a character can be taken for: of the same case, first in Unicode."""
    found = []
    for homoglyph in confusables_data[character]:
        other, name = homoglyph["c"], homoglyph["n"]
        if wanted == "LATIN":
            if len(other) == 1 and other.isascii() and other.isalnum():
                found.append(other)
            elif name.startswith(SMALL_CAPITAL) and len(name) == len(SMALL_CAPITAL) + 1:
                found.append(name[-1].lower())
            elif name == "LATIN SMALL LETTER KRA":
                found.append("k")
        elif len(other) == 1 and script(other) == wanted:
            found.append(other)
    same_case = [other for other in found if other.isupper() == character.isupper()]
    return min(same_case or found, default="", key=lambda other: (not other.isalpha(), other))


def main(target: str) -> None:
    """Look up, write."""
    characters = sorted(character for character in confusables_data if len(character) == 1)
    rows = (
        [character, *(twin(character, s) for s in ("LATIN", "CYRILLIC", "GREEK"))] for character in characters
    )
    lines = ["\t".join(row) + "\n" for row in rows if any(row[1:])]
    Path(target).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
