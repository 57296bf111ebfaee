"""Web archives (MHTML): a page with all that belongs to it in one file, as browsers save it."""

from dataclasses import replace
from email.message import Message

from crossread.errors import ReadError
from crossread.read.extract import Extract
from crossread.read.html import extract_of_page, page_text
from crossread.read.kinds import Source
from crossread.read.mail_parts import body, day, field, message_of, parts


def read(source: Source) -> tuple[Extract, ...]:
    """The page in a web archive.

    Raises:
        ReadError: there is no page in it.
    """
    message = message_of(source.data)
    text, encoding, notes = page_in(source)
    found = extract_of_page(text, source, encoding=encoding, notes=notes, label="Web archive")
    address = field(message, "Snapshot-Content-Location") or str(message.get("Content-Location", ""))
    if not address.startswith(("http://", "https://")):
        address = ""
    return (replace(found, address=found.address or address, file_date=day(message)),)


def page_in(source: Source) -> tuple[str, str, tuple[str, ...]]:
    """The source of the page in a web archive, its encoding, and what was left out.

    Raises:
        ReadError: there is no page in it.
    """
    message = message_of(source.data)
    kinds = ("text/html", "application/xhtml+xml")
    pages = [part for part in parts(message, source.limits) if part.get_content_type() in kinds]
    if not pages:
        raise ReadError("holds no page; save the page anew from a browser and open that")
    page = _main(message, pages)
    said = source.options.encoding or page.get_content_charset("") or ""
    text, encoding, notes = page_text(body(page), said)
    if len(pages) > 1:
        frames = "1 frame was" if len(pages) == 2 else f"{len(pages) - 1} frames were"
        notes = (*notes, f"{frames} left out that the page showed inside itself.")
    return text, encoding, notes


def _main(message: Message, pages: list[Message]) -> Message:
    """The page that was saved: the one that the archive names, else the first."""
    wanted = field(message, "Snapshot-Content-Location")
    start = message.get_param("start")
    for page in pages:
        if start and str(page.get("Content-ID", "")) == start:
            return page
        if wanted and str(page.get("Content-Location", "")).strip() == wanted:
            return page
    return pages[0]
