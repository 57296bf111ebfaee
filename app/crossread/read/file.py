"""One file, or a text at hand, becomes documents."""

import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from crossread.errors import ReadError
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.read.decode import with_plain_line_ends
from crossread.read.extract import Extract, extract_of
from crossread.read.isolation import Isolation
from crossread.read.kinds import Source, is_trusted, read_source
from crossread.read.limits import DEFAULT, Limits
from crossread.read.names import quoted, shown_name
from crossread.read.opened import opened
from crossread.read.options import NO_OPTIONS, ReadOptions
from crossread.text.document import Document, letter
from crossread.text.passages import passages
from crossread.text.provenance import DateBasis, Provenance
from crossread.text.shown import plain_line


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read, the same for all files of one go.

    Attributes:
        options: what the person asked for.
        limits: what is refused.
        isolation: the process for foreign formats; None to start one for each file.
        progress: told the share of a file that is done.
        cancelled: asked now and then.
    """

    options: ReadOptions = NO_OPTIONS
    limits: Limits = DEFAULT
    isolation: Isolation | None = None
    progress: Callable[[float], None] = lambda _share: None
    cancelled: IsCancelled = never_cancelled


@dataclass(frozen=True, slots=True)
class Found:
    """The documents in a file, and what else it held that could not be read, each one plain sentence."""

    documents: tuple[Document, ...]
    notes: tuple[str, ...]


_PLAIN_READING = Reading()
_LONGEST = 500  # characters of a title or a name that a file says of itself


def read_file(
    path: Path,
    document_id: str = "A",
    cancelled: IsCancelled = never_cancelled,
    options: ReadOptions = NO_OPTIONS,
    limits: Limits = DEFAULT,
) -> Document:
    """Read a file that holds one document.

    Args:
        path: a file of any kind in ``kinds.KINDS``.
        document_id: what the document will be called.
        cancelled: asked now and then.
        options: what the person asked for.
        limits: what is refused.

    Raises:
        ReadError: it cannot be read, or holds several documents; the message says why and what to do.
        Cancelled: ``cancelled()`` answered True.
    """
    found = read_documents(path, 0, Reading(options, limits, cancelled=cancelled)).documents
    if len(found) > 1:
        raise ReadError(f"{quoted(path)} holds {len(found)} documents; read them with read().")
    return found[0].labelled(document_id)


def read_documents(path: Path, first: int = 0, reading: Reading = _PLAIN_READING) -> Found:
    """Read all documents in a file.

    Args:
        path: a file of any kind in ``kinds.KINDS``.
        first: number of the first document, from 0, which its letter follows from.
        reading: how to read it.

    Raises:
        ReadError: it cannot be read; the message says why and what to do.
        Cancelled: ``cancelled()`` answered True.
    """
    file = opened(path, reading.limits)
    origin = Provenance(source=str(path), left_out=file.notes)
    return read_bytes(file.data, path.name, first, reading, origin)


def read_bytes(
    data: bytes,
    name: str,
    first: int = 0,
    reading: Reading = _PLAIN_READING,
    provenance: Provenance | None = None,
) -> Found:
    """Read the bytes of a file, wherever they came from.

    Args:
        data: all of the file.
        name: of the file; it is shown, and tells the kind where the content does not.
        first: number of the first document, from 0.
        reading: how to read it.
        provenance: what is known of where the bytes came from.

    Raises:
        ReadError: they cannot be read; the message says why and what to do.
        Cancelled: ``cancelled()`` answered True.
    """
    check(reading.cancelled)
    try:
        extracts, problems = _extracts(data, name, reading)
    except ReadError as error:
        raise ReadError(f"{quoted(name)} {str(error).removesuffix('.')}.") from error
    base = replace(
        provenance or Provenance(),
        size=len(data),
        file_digest=hashlib.sha256(data).hexdigest(),
        read_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    worded = [extract for extract in extracts if any(c.isalnum() for c in extract.text)]
    if not worded:
        raise ReadError(
            " ".join(problems) or f"{quoted(name)} holds no words; choose a file with text in it."
        )
    documents = [
        document_of(
            extract, shown_name(extract.part or name), letter(first + number), base, reading.cancelled
        )
        for number, extract in enumerate(worded)
    ]
    return Found(tuple(documents), tuple(problems))


def read_clipboard(
    plain: str = "",
    html: str = "",
    title: str = "",
    document_id: str = "A",
    reading: Reading = _PLAIN_READING,
) -> Document:
    """Make a document of what was copied or dropped.

    Args:
        plain: as text.
        html: as HTML; preferred where it holds words, for it says what is a heading, a list, emphasis.
        title: what the person calls it; found in the text by default.
        document_id: a letter.
        reading: how to read it.

    Raises:
        ReadError: there are no words in it, or it is more than is read.
        Cancelled: ``cancelled()`` answered True.
    """
    for text, suffix in ((html, ".html"), (plain, ".txt")):
        if not any(c.isalnum() for c in text):
            continue
        data = text.encode("utf-8", "replace")
        if len(data) > reading.limits.text_file:
            raise ReadError(
                f"The clipboard holds {len(data) / 1_000_000:.0f} MB of text, more than the "
                f"{reading.limits.text_file // 1_000_000} MB that Crossread reads; copy the part to compare."
            )
        # What was copied is what the person chose: all of it is the text.
        options = replace(reading.options, whole_page=True, encoding="utf-8")
        reading = replace(reading, options=options)
        try:
            extracts = _from_html(data, reading) if suffix == ".html" else [Extract("Plain text", text)]
        except ReadError:
            if suffix == ".html" and any(c.isalnum() for c in plain):
                continue
            raise
        if not any(c.isalnum() for c in extracts[0].text):
            continue
        extract = replace(extracts[0], reader=f"Clipboard, {extracts[0].reader.lower()}", encoding="")
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        found = document_of(extract, "", document_id, Provenance(read_at=now), reading.cancelled)
        chosen = " ".join(title.split())
        return replace(found, title=chosen or found.title, name=chosen or found.title)
    raise ReadError("The clipboard holds no words; copy a text and paste again.")


def read_text(
    text: str,
    name: str,
    document_id: str,
    markdown: bool = False,
    provenance: Provenance | None = None,
    cancelled: IsCancelled = never_cancelled,
) -> Document:
    """Make a Document of a text at hand.

    Args:
        text: as it came; line ends are made ``\\n``.
        name: what the document is called where it has no title.
        document_id: a letter.
        markdown: whether its marks are Markdown, to be taken off.
        provenance: where it came from, as far as that is known.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    text = with_plain_line_ends(text).encode("utf-8", "replace").decode("utf-8")
    extract = Extract("Plain text", text)
    if markdown:
        from crossread.read.markdown import extract_of_markdown

        extract = extract_of_markdown(text, DEFAULT)
    # It is not a file: what it was read as is for whoever has it at hand to say.
    extract = replace(extract, reader="")
    return document_of(extract, name, document_id, provenance or Provenance(), cancelled)


def document_of(
    extract: Extract,
    name: str,
    document_id: str,
    provenance: Provenance,
    cancelled: IsCancelled = never_cancelled,
) -> Document:
    """Make a document of what a reader got out of a file.

    Args:
        extract: what it got.
        name: what the document is called where it has no title.
        document_id: a letter.
        provenance: what is known of the file.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    found = passages(extract.text, document_id, extract.blocks, cancelled)
    date, basis = _date(extract, found.date)
    return Document(
        id=document_id,
        name=name,
        title=plain_line(extract.title, _LONGEST) or found.title or name,
        publisher=plain_line(extract.site, _LONGEST) or found.publisher,
        date=date,
        language=found.language,
        text=extract.text,
        passages=found.passages,
        form=extract.form,
        provenance=replace(
            provenance,
            part=extract.part,
            reader=extract.reader or provenance.reader,
            encoding=extract.encoding,
            left_out=(*provenance.left_out, *extract.left_out),
            author=plain_line(extract.author, _LONGEST),
            site=plain_line(extract.site, _LONGEST),
            address=plain_line(extract.address, 2_000),
            made=extract.file_date or "",
            date_basis=basis,
            mojibake=extract.mojibake,
        ),
    )


def _date(extract: Extract, in_text: str | None) -> tuple[str | None, DateBasis]:
    """The date that is surest: where the format has a place for it, in the text, of the file."""
    if extract.date:
        return extract.date, "metadata"
    if in_text:
        return in_text, "text"
    return None, ""


def _extracts(data: bytes, name: str, reading: Reading) -> tuple[tuple[Extract, ...], list[str]]:
    if is_trusted(data, name):
        source = Source(data, name, reading.options, reading.limits)
        return read_source(source), source.problems
    with nullcontext(reading.isolation) if reading.isolation else Isolation() as isolation:
        answer = isolation.ask(
            "read", data, PurePosixPath(name).name, reading.options, reading.limits,
            progress=reading.progress, cancelled=reading.cancelled,
        )  # fmt: skip
    return _checked(answer.plain), [str(problem) for problem in answer.plain.get("problems", ())]


def _from_html(data: bytes, reading: Reading) -> tuple[Extract, ...]:
    with nullcontext(reading.isolation) if reading.isolation else Isolation() as isolation:
        answer = isolation.ask(
            "read_piece", data, "", reading.options, reading.limits, cancelled=reading.cancelled
        )
    return _checked(answer.plain)


def _checked(plain: dict[str, object]) -> tuple[Extract, ...]:
    try:
        found = plain["extracts"]
        if not isinstance(found, list):
            raise ValueError("no list")
        return tuple(map(extract_of, found))
    except (ValueError, KeyError) as error:
        raise ReadError("could not be read whole; save it anew and open that") from error
