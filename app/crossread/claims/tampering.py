"""Hidden and deceptive characters of documents, and texts without them."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from crossread.claims.character import CharacterNote, SeenThrough
from crossread.claims.hidden import Found, HiddenCharacters
from crossread.claims.lookalikes import lookalikes, stacked_marks
from crossread.text.document import Document
from crossread.text.span import Span

_MOST_LAYERS = 5  # hidden characters round hidden characters, so deep
_MOST_NAMED = 4  # of a run of stacked marks, so many are named


def characters(documents: Iterable[Document]) -> tuple[CharacterNote, ...]:
    """Every hidden or deceptive character, in the order of documents and text."""
    return tuple(_note(document, found) for document in documents for found in _found(document.text))


def cleaned(text: str) -> str:
    """The text without hidden characters, with plain spaces, and with each look-alike made the letter it passes for.

    What another language or an emoji needs is kept. Cleaning a cleaned text changes nothing.
    """
    return see_through(text).text


@lru_cache(maxsize=64)
def see_through(text: str) -> SeenThrough:
    """The cleaned text, with the place in ``text`` that each of its characters comes from."""
    seen = _cleaned_once(text)
    for _ in range(_MOST_LAYERS):  # what is taken out may have parted what is suspect only together
        again = _cleaned_once(seen.text)
        if again.text == seen.text:
            break
        seen = SeenThrough(again.text, tuple(seen.origin[at] for at in again.origin))
    return seen


def _cleaned_once(text: str) -> SeenThrough:
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for found in _found(text):
        if found.clean is None:
            continue
        pieces.append(text[done : found.start])
        origin.extend(range(done, found.start))
        pieces.append(found.clean)
        origin.extend(min(found.start + at, found.end - 1) for at in range(len(found.clean)))
        done = found.end
    pieces.append(text[done:])
    origin.extend(range(done, len(text) + 1))
    return SeenThrough("".join(pieces), tuple(origin))


@lru_cache(maxsize=64)
def _found(text: str) -> tuple[Found, ...]:
    """All that is found in a text, in its order, none of it overlapping."""
    if text.isascii() and text.isprintable():
        return ()
    every = sorted(
        (*HiddenCharacters(text).found(), *lookalikes(text), *stacked_marks(text)),
        key=lambda found: (found.start, -found.end),
    )
    kept: list[Found] = []
    for found in every:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def _note(document: Document, found: Found) -> CharacterNote:
    written = document.text[found.start : found.end]
    named = " ".join(f"U+{ord(character):04X}" for character in written[:_MOST_NAMED])
    names = ", ".join(dict.fromkeys(_name(character) for character in written[:_MOST_NAMED]))
    return CharacterNote(
        document.id,
        Span(found.start, found.end),
        named,
        names,
        found.kind,
        found.tampering,
        found.why,
        found.clean,
    )


_CONTROL_NAMES = {0x85: "NEXT LINE", 0x7F: "DELETE", 0x0B: "LINE TABULATION", 0x0C: "FORM FEED", 0x00: "NULL"}


def _name(character: str) -> str:
    code = ord(character)
    if 0xE0001 <= code <= 0xE007F:
        return unicodedata.name(character, "TAG CHARACTER")
    return unicodedata.name(character, "") or _CONTROL_NAMES.get(code, "CONTROL CHARACTER")
