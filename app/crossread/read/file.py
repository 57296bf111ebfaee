"""One file, or a text at hand, becomes a Document."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from crossread.errors import ReadError
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.read import limits
from crossread.read.decode import decode, with_plain_line_ends
from crossread.read.names import quoted, shown_name
from crossread.text.document import Document
from crossread.text.form import Form
from crossread.text.passages import passages
from crossread.text.provenance import Provenance

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mkdn"))
Found = TypeVar("Found")
PLAIN_SUFFIXES = frozenset(("", ".txt", ".text", ".asc", ".utf8", ".log"))


def read_file(path: Path, document_id: str = "A", cancelled: IsCancelled = never_cancelled) -> Document:
    """Read a file.

    Args:
        path: plain text, or Markdown if its name ends so, in any encoding.
        document_id: what the document will be called.
        cancelled: asked now and then.

    Raises:
        ReadError: it cannot be read; the message says why and what to do.
        Cancelled: ``cancelled()`` answered True.
    """
    data = _bytes_of(path)
    check(cancelled)
    try:
        text = decode(data)
    except ReadError as error:
        raise ReadError(f"{quoted(path)} {error}.") from error
    if not any(c.isalnum() for c in text):
        raise ReadError(f"{quoted(path)} holds no words; choose a file with text in it.")
    markdown = path.suffix.lower() in MARKDOWN_SUFFIXES
    provenance = Provenance(
        source=str(path),
        size=len(data),
        file_digest=hashlib.sha256(data).hexdigest(),
        read_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        reader="Markdown" if markdown else "Plain text",
    )
    return read_text(text, shown_name(path), document_id, markdown, provenance, cancelled)


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
    blocks, form = None, Form()
    if markdown and len(text) <= limits.LARGEST_MARKDOWN:
        from crossread.read import markdown as parser

        plain, found_blocks, found_form = parser.parse(text)
        if found_blocks:  # nothing is left of some oddities, such as thousands of quotation marks in a row
            text, blocks, form = plain, found_blocks, found_form
    found = passages(text, document_id, blocks, cancelled)
    return Document(
        id=document_id,
        name=name,
        title=found.title or name,
        publisher=found.publisher,
        date=found.date,
        language=found.language,
        text=text,
        passages=found.passages,
        form=form,
        provenance=replace(provenance or Provenance(), date_basis="text" if found.date else ""),
    )


def _bytes_of(path: Path) -> bytes:
    name = quoted(path)
    found = _asked(path, path.stat)
    size, mode = found.st_size, found.st_mode
    if stat.S_ISDIR(mode):
        raise ReadError(f"{name} is a folder; choose a file, or open the folder as a whole.")
    if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
        raise ReadError(f"{name} is a device or a pipe, not a file; choose a text file.")
    if size > limits.LARGEST_FILE:
        raise ReadError(
            f"{name} is {size / 1_000_000:.0f} MB, more than the {limits.LARGEST_FILE // 1_000_000} "
            f"MB that Crossread "
            "reads; cut out the part to compare and open that."
        )
    if not size:
        raise ReadError(f"{name} is empty; choose a file with text in it.")
    return _asked(path, path.read_bytes)


def _asked(path: Path, ask: Callable[[], Found]) -> Found:
    """What the file system answers, its errors put into plain words."""
    try:
        return ask()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(f"{quoted(path)} does not exist; check its name and place.") from error
    except PermissionError as error:
        raise ReadError(
            f"{quoted(path)} may not be read by you; change its permissions or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise ReadError(
            f"{quoted(path)} cannot be read ({reason}); copy it to another place and try again."
        ) from error
