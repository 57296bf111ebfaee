"""What kinds of files there are, and how a file's kind is told: by its content, its name only where that says nothing.

A reader is a module with a function ``read(source: Source) -> tuple[Extract, ...]``, named here and imported when a
file of its kind is read.
"""

import importlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final, Protocol

from crossread.errors import ReadError
from crossread.read.extract import Extract
from crossread.read.limits import Limits
from crossread.read.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is given: never a path, for the process that reads opens no files.

    Attributes:
        data: the bytes of the file.
        name: of the file, for what it says of the kind where the content says nothing.
        options: what the person asked for.
        limits: what is refused.
        level: how many packed files it lies in.
        problems: grows by what could not be read of it, each one plain sentence; shared with the files inside it.
        progress: told the share that is done, 0 to 1.
    """

    data: bytes
    name: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)
    limits: Limits = field(default_factory=Limits)
    level: int = 0
    problems: list[str] = field(default_factory=list)
    progress: Callable[[float], None] = lambda _share: None


class Reader(Protocol):
    """What a module of a format offers."""

    def read(self, source: Source) -> tuple[Extract, ...]:
        """The documents in a file.

        Raises:
            ReadError: it cannot be read; the message is a predicate without subject and full stop.
        """


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        label: in words for a person.
        suffixes: that its names commonly end with.
        module: of ``crossread.read`` that reads it.
        trusted: whether it is read in this process; other kinds have parsers that a hostile file may break.
        packed: whether it may hold pictures and other files besides its text.
    """

    label: str
    suffixes: tuple[str, ...]
    module: str
    trusted: bool = False
    packed: bool = False


PLAIN: Final = Kind("Plain text", (".txt", ".text", ".asc", ".utf8", ".log"), "plain", trusted=True)
MARKDOWN: Final = Kind("Markdown", (".md", ".markdown", ".mdown", ".mkd", ".mkdn"), "markdown", trusted=True)
HTML: Final = Kind("Web page", (".html", ".htm", ".xhtml", ".xht"), "html")
MHTML: Final = Kind("Web archive", (".mhtml", ".mht"), "mhtml", packed=True)
PDF: Final = Kind("PDF", (".pdf",), "pdf", packed=True)
DOCX: Final = Kind("Word", (".docx", ".docm", ".dotx"), "docx", packed=True)
ODT: Final = Kind("OpenDocument", (".odt", ".ott", ".fodt"), "odt", packed=True)
RTF: Final = Kind("Rich text", (".rtf",), "rtf", packed=True)
EPUB: Final = Kind("E-book", (".epub",), "epub", packed=True)
EML: Final = Kind("E-mail", (".eml",), "eml", packed=True)
MSG: Final = Kind("Outlook message", (".msg",), "msg", packed=True)
SUBTITLES: Final = Kind("Subtitles", (".srt", ".vtt"), "subtitles")
JSON: Final = Kind("JSON", (".json", ".jsonl", ".ndjson"), "json_records")
CSV: Final = Kind("Table", (".csv", ".tsv"), "csv_table")
ZIP: Final = Kind("ZIP", (".zip",), "zipped", packed=True)
KINDS: Final = (
    PLAIN, MARKDOWN, HTML, MHTML, PDF, DOCX, ODT, RTF, EPUB, EML, MSG, SUBTITLES, JSON, CSV, ZIP,
)  # fmt: skip
_TOLD: Final = frozenset((".doc", ".dot"))
SUFFIXES: Final = frozenset(suffix for kind in KINDS for suffix in kind.suffixes) | {""} | _TOLD
"""The suffixes of files that are taken from folders; files without any are looked into, and of Word's old kind it is
told how to convert them."""

FILE_FILTERS: Final = tuple((kind.label, kind.suffixes) for kind in KINDS)
"""What a dialog that chooses files offers: a label and the suffixes that belong to it."""

_HEAD = 4_096  # bytes that are looked at first
_OFFICE_PARTS: Final[dict[str, Kind | str]] = {
    "word/document.xml": DOCX,
    "xl/workbook.xml": "a spreadsheet; save the sheet as CSV and open that",
    "xl/workbook.bin": "a spreadsheet; save the sheet as CSV and open that",
    "ppt/presentation.xml": "a presentation; save it as PDF and open that",
}
_MIMETYPES: Final[dict[str, Kind | str]] = {
    "application/epub+zip": EPUB,
    "application/vnd.oasis.opendocument.text": ODT,
    "application/vnd.oasis.opendocument.text-template": ODT,
    "application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet; save the sheet as CSV and open that",
    "application/vnd.oasis.opendocument.presentation": "a presentation; save it as PDF and open that",
}
_OTHERS = (
    ((b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
     "is packed in a way that is not read here; unpack it and open what is in it"),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM"),
     "is a picture; run it through text recognition (OCR) and open the text"),
    ((b"OggS", b"ID3", b"RIFF", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp", b"fLaC", b"\x1aE\xdf\xa3"),
     "is sound or film; open its transcript or its subtitles (SRT, VTT)"),
    ((b"\x7fELF", b"MZ\x90", b"SQLite format 3"), "is a program or a database, not a document"),
)  # fmt: skip
_DOC_ADVICE = (
    "is a Word document of the old kind (DOC), which is not read here; open it in Word or LibreOffice, "
    "save it as DOCX or ODT, and open that"
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]*[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_HTML_SIGN = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s+(?:charset|name|http-equiv|property)\b",
    re.IGNORECASE,
)
_HTML_PIECE = re.compile(
    rb"</?(?:p|div|span|h[1-6]|ul|ol|li|table|tr|td|article|section|a|b|i|em|strong|br|blockquote|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_SRT_SIGN = re.compile(
    r"\A\s*\d+[ \t]*\n[ \t]*\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d{1,3}:\d\d:\d\d[,.]\d{1,3}"
)
_MARKDOWN_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"^#{1,6}[ \t]+\S",
        r"\[[^\]\n]{1,200}\]\((?:https?:|/|#|mailto:)[^)\s]{1,500}\)",
        r"^```",
        r"\*\*\S[^*\n]{0,200}\*\*",
        r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*$",
        r"^!\[[^\]\n]{0,200}\]\(",
    )
)  # fmt: skip


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a file.

    Args:
        data: its bytes; ZIP files tell by the list at their end what they are, so all of them.
        name: decides between kinds that any text might be: plain text, Markdown, a table.

    Raises:
        ReadError: it is of a kind that is not read; the message is a predicate that says what to do.
    """
    head = data[:_HEAD]
    for signatures, advice in _OTHERS:
        if head.startswith(signatures):
            raise ReadError(advice)
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed_kind(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_kind(data)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return RTF
    return _kind_of_text(data, head, PurePath(name).suffix.lower())


def may_be_large(head: bytes) -> bool:
    """Whether a file that begins so may hold more than text, and be as large as that takes."""
    return (
        head.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf"))
        or b"%PDF-" in head[:1024]
        or _kind_of_headers(head) is not None
    )


def is_trusted(data: bytes, name: str = "") -> bool:
    """Whether a file is text that is read in this process: nothing is parsed to find that out."""
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[", b"<", b"PK", b"\xd0\xcf\x11\xe0")):
        return False
    try:
        return kind_of(data, name).trusted
    except ReadError:
        return False


def reader_of(kind: Kind) -> Reader:
    """The module that reads a kind."""
    module: Reader = importlib.import_module(f"crossread.read.{kind.module}")
    return module


def read_source(source: Source) -> tuple[Extract, ...]:
    """The documents in a file or a part of one, by the reader of its kind.

    Raises:
        ReadError: as those of the readers.
    """
    return reader_of(kind_of(source.data, source.name)).read(source)


def _packed_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            found: Kind | str | None = None
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                found = _MIMETYPES.get(archive.read("mimetype").decode("ascii", "replace").strip())
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        zlib.error,
    ):
        return ZIP  # its reader says what is wrong with it
    found = found or next((kind for part, kind in _OFFICE_PARTS.items() if part in names), None)
    if found is None and "META-INF/container.xml" in names:
        found = EPUB
    if found is None and "content.xml" in names and "META-INF/manifest.xml" in names:
        found = ODT
    if isinstance(found, str):
        raise ReadError(f"is {found}")
    return found or ZIP


def _compound_kind(data: bytes) -> Kind:
    """Word, Outlook and others share a file system in a file; the names of what lies in it stand in UTF-16."""
    if "__properties_version1.0".encode("utf-16-le") in data:
        return MSG
    if "WordDocument".encode("utf-16-le") in data:
        raise ReadError(_DOC_ADVICE)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError(
            "is protected by a password; open it in its program, save a copy without one, and open that"
        )
    if "Workbook".encode("utf-16-le") in data:
        raise ReadError("is a spreadsheet; save the sheet as CSV and open that")
    raise ReadError(
        "is an Office file of the old kind that is not read here; save it as DOCX, ODT or PDF and open that"
    )


def _kind_of_text(data: bytes, head: bytes, suffix: str) -> Kind:
    if mail := _kind_of_headers(head):
        return mail
    from crossread.read.decode import decode

    try:
        start = decode(head)
    except ReadError:
        return PLAIN  # its reader says that it is no text
    plain_head = start.encode("utf-8")
    bare = start.lstrip("\ufeff \n\t")
    if bare.startswith("WEBVTT") or _SRT_SIGN.match(start.lstrip("\ufeff")):
        return SUBTITLES
    if bare.startswith("<?xml") and "office:document" in start:
        return ODT
    if _is_html(plain_head, bare, suffix):
        return HTML
    if bare.startswith(("{", "[")) and _is_json(data):
        return JSON
    if suffix in CSV.suffixes:
        return CSV
    if suffix in MARKDOWN.suffixes:
        return MARKDOWN
    if suffix not in PLAIN.suffixes and _is_table(data):
        return CSV
    signs = sum(bool(sign.search(start)) for sign in _MARKDOWN_SIGNS)
    return MARKDOWN if signs >= 2 and suffix not in PLAIN.suffixes else PLAIN


def _is_html(head: bytes, bare: str, suffix: str) -> bool:
    sign = _HTML_SIGN.search(head)
    if sign and bare.startswith("<"):
        return True
    pieces = len(_HTML_PIECE.findall(head))
    if suffix in HTML.suffixes:
        return bool(sign) or pieces > 0 or "<" in bare
    return bare.startswith("<") and pieces >= 3


def _kind_of_headers(head: bytes) -> Kind | None:
    """Mail and saved web archives begin with fields such as "MIME-Version: 1.0"."""
    at = 5 if head.startswith(b"From ") else 0
    if at:
        at = head.find(b"\n") + 1
    names = []
    start = at
    while match := _HEADER.match(head, at):
        names.append(match.group().split(b":", 1)[0].lower())
        at = match.end()
    known = {
        b"from", b"to", b"subject", b"date", b"message-id", b"received", b"mime-version", b"content-type",
        b"return-path", b"delivered-to", b"reply-to", b"cc",
    } & set(names)  # fmt: skip
    fields = head[start:at].lower()
    if b"multipart/related" in fields and (b"snapshot-content-location" in fields or b"saved by" in fields or (
        b"subject" in known and b"to" not in known and b"message-id" not in known
    )):  # fmt: skip
        return MHTML
    return EML if len(known) >= 3 and b"from" in known else None


def _is_json(data: bytes) -> bool:
    import json

    from crossread.read.decode import decode

    try:
        text = decode(data)
    except ReadError:
        return False
    for sample in (text, text.lstrip().split("\n", 1)[0]):  # one value, or a value a line
        try:
            return isinstance(json.loads(sample), dict | list)
        except (ValueError, RecursionError):
            continue
    return False


def _is_table(data: bytes) -> bool:
    from crossread.read.csv_table import looks_like_table
    from crossread.read.decode import decode

    try:
        return looks_like_table(decode(data[:40_000]))
    except ReadError:
        return False
