"""Where a document's text came from, and what reading made of it."""

from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["", "text", "metadata", "person"]
"""How the date is known: not at all, said in the text, said in the file's or the page's own data, set by a person."""

Mojibake = Literal["", "suspected", "repaired"]
"""Whether text looks once decoded wrongly ("cafÃ©"): not at all, it does, it did and was set right on demand."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a fact-checker must be able to say of a document's origin.

    Attributes:
        source: path of the file as it was named, or empty for a text that came from no file.
        part: which part of the file it is, where that holds several ("letters/one.txt" of a ZIP), or empty.
        size: of the file in bytes; 0 without a file.
        file_digest: SHA-256 of the file's bytes in hexadecimal; empty without a file.
        read_at: when it was read, ISO 8601 in UTC ("2026-06-25T09:30:00Z"), or empty.
        reader: what it was read as ("Plain text", "PDF", "Web page"), in words for a person.
        encoding: of the text in the file as its standard name ("utf-8"), or empty where the format settles it.
        left_out: what reading left out or repaired, each one plain sentence.
        author: who wrote it as the file or page says, or empty.
        site: who published it likewise, or empty.
        address: where the page was saved from, or empty; never fetched.
        made: day on which the file says it was made, ISO 8601, or empty; a page printed today was not written today,
            so it is no date of the document.
        date_basis: how the document's date is known.
        mojibake: whether the text looks once decoded wrongly.
    """

    source: str = ""
    part: str = ""
    size: int = 0
    file_digest: str = ""
    read_at: str = ""
    reader: str = ""
    encoding: str = ""
    left_out: tuple[str, ...] = ()
    author: str = ""
    site: str = ""
    address: str = ""
    made: str = ""
    date_basis: DateBasis = ""
    mojibake: Mojibake = ""
