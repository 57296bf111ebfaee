"""The names of sources made unreadable where they stand inside the texts, so that nobody can tell who wrote what.

A mask is as long as the name it covers: every place in the text stays where it is, for marks, ribbons and the search.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from crossread.text.document import Document

MASK = "▒"
_SHORTEST = 3
_ENDINGS = re.compile(r"(?:\.(?:com|org|net|co|uk|de|fr|eu|info|io|news|gov|edu))+$", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def source_names(documents: Iterable[Document]) -> tuple[str, ...]:
    """What tells a source inside a text: publishers, authors, sites and names of files, the longest first.

    Names without a letter and words of the language in small letters are left out: masking "000" or "draft" would hide
    what a text says.
    """
    found: dict[str, None] = {}
    for document in documents:
        origin = document.provenance
        for name in (document.publisher, origin.author, origin.site, PurePath(document.name).stem):
            for form in _forms(" ".join(name.split())):
                if len(form) >= _SHORTEST and any(map(str.isalpha, form)) and not _is_word(form):
                    found.setdefault(form)
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _forms(name: str) -> Iterator[str]:
    yield name
    bare = _ENDINGS.sub("", name)
    if bare != name:
        yield bare.removeprefix("www.")
    if _ARTICLE.match(name):
        yield _ARTICLE.sub("", name)


def _is_word(name: str) -> bool:
    from crossread.spin.usage import usage  # brings numpy, for which no window should wait

    return name.islower() and name in usage().number


def masked_text(text: str, names: Sequence[str]) -> str:
    """The text with every name covered, of the same length.

    A name of several words or with a figure or dot in it is found in any case, a single word only as it is written or
    in capitals: "Independent" is a newspaper, "independent" is not.
    """
    for name in filter(str.strip, names):
        parts = r"\s+".join(map(re.escape, name.split()))
        distinct = not name.isalpha()
        spelt = f"(?i:{parts})" if distinct else f"(?:{parts}|{re.escape(name.upper())})"
        text = re.sub(rf"(?<!\w){spelt}(?!\w)", _covered, text)
    return text


def _covered(found: re.Match[str]) -> str:
    """A mask that keeps white space, so that lines break where they did."""
    return re.sub(r"\S", MASK, found[0])
