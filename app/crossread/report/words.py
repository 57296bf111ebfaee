"""Figures and dates in the words of a report."""

from datetime import UTC, date, datetime

from crossread.text.counting import count_words
from crossread.text.document import Document


def day(iso: str | None) -> str:
    """A date as people write it: 25 June 2026; as it is where it is none."""
    try:
        when = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{when.day} {when:%B %Y}"


def counted(number: int, noun: str) -> str:
    """A number with what it counts: ``1 document``, ``1,200 words``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def words_of(document: Document) -> int:
    """How many words a document has."""
    return count_words(document.text)


def moment(iso: str) -> str:
    """An instant as people write it, to the minute, with UTC where that is meant; as it is if it is none."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    zone = " UTC" if when.utcoffset() == UTC.utcoffset(None) else ""
    return f"{when.day} {when:%B %Y %H:%M}{zone}"
