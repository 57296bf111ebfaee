"""Where a document comes from, in words: the same in every report."""

from collections.abc import Iterator

from crossread.report.words import day, moment
from crossread.text.document import Document
from crossread.text.shown import one_line

_BASES = {"text": "said in the text", "metadata": "of the file's own data", "person": "set by a person"}
_MOJIBAKE = {
    "suspected": "Some characters look once decoded wrongly.",
    "repaired": "Characters once decoded wrongly were set right.",
}


def provenance(document: Document) -> Iterator[tuple[str, str]]:
    """What is known of a document's origin, each with its name; what is not known is left out."""
    told = document.provenance
    basis = f" ({_BASES[told.date_basis]})" if told.date_basis else ""
    size = f", {told.size:,} bytes" if told.size else ""
    known = (
        ("File", document.name + size),
        ("Part", told.part),
        ("Address", told.address),
        ("Site", told.site),
        ("Author", told.author),
        ("Date", f"{day(document.date)}{basis}" if document.date else "not stated"),
        ("File made", f"{day(told.made)}, as it says of itself" if told.made else ""),
        ("Language", document.language or "not known"),
        ("Read", ", ".join(part for part in (moment(told.read_at), told.reader, told.encoding) if part)),
        ("Encoding", _MOJIBAKE.get(told.mojibake, "")),
        ("Left out", " ".join(told.left_out)),
        ("SHA-256 of the file", told.file_digest),
        ("SHA-256 of the text", document.digest),
    )
    yield from ((what, one_line(words)) for what, words in known if words)
