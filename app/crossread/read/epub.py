"""E-books (EPUB): the chapters in the order of reading, contents and covers told apart."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from crossread.errors import ReadError
from crossread.read.builder import TextBuilder
from crossread.read.decode import decode
from crossread.read.extract import Extract
from crossread.read.html import page_text, tree_of, write
from crossread.read.kinds import Source
from crossread.read.office import facts_of
from crossread.read.packed import Packed
from crossread.read.pieces import classes_in, pieces_of
from crossread.read.repair import Repair
from crossread.read.xml import attribute, local, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
# HTML knows only these as elements without content; XHTML writes any empty element so.
_EMPTY = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)/>"
)
_LARGEST_SHEET = 500_000  # bytes
_NO_TITLE = re.compile(r"(?:unknown|untitled|no|default) ?(?:title|document)?", re.IGNORECASE)  # of programs
_FONTS: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read(source: Source) -> tuple[Extract, ...]:
    """The text of an e-book.

    Raises:
        ReadError: it is damaged or protected.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    with Packed(source.data, source.limits) as packed:
        place = _package(packed)
        package = parsed(packed.read(place))
        names = _spine(package, place)
        if _protected(packed) & set(names):
            raise ReadError(
                "is protected against copying (DRM), so that only its shop's programs read it; choose a copy without"
            )
        contents = _contents(package, place)
        sheets = [name for name in packed if name.endswith(".css") and packed.size(name) < _LARGEST_SHEET]
        classes = classes_in("\n".join(decode(packed.read(name)) for name in sheets[:20]))
        for number, (name, text) in enumerate(chapters(packed, source.options.encoding)):
            source.progress(number / len(names))
            tree = tree_of(_EMPTY.sub(r"<\1\2></\1>", text), source.limits.depth)
            pieces = pieces_of(tree, classes).pieces
            for piece in pieces:
                if name == contents or piece.furniture:
                    piece.kind = "boilerplate"
            write(pieces, builder)
        missing = sum(name not in packed for name in names)
    facts = facts_of(package)
    left_out = [f"{missing} chapters that its contents name are not in the file."] if missing else []
    title = "" if _NO_TITLE.fullmatch(facts.title) else facts.title
    return (
        Extract(
            "E-book", builder.text(), tuple(builder.blocks), builder.form(), title=title, author=facts.author,
            file_date=facts.date, left_out=tuple(left_out), mojibake=repair.met,
        ),
    )  # fmt: skip


def chapters(packed: Packed, encoding: str = "") -> Iterator[tuple[str, str]]:
    """The chapters of a book in the order of reading: the name of each in the file, and its source.

    Raises:
        ReadError: the book is damaged.
    """
    place = _package(packed)
    for name in _spine(parsed(packed.read(place)), place):
        if name in packed:
            yield name, page_text(packed.read(name), encoding)[0]


def _package(packed: Packed) -> str:
    if "META-INF/container.xml" in packed:
        for element in parsed(packed.read("META-INF/container.xml")).iter():
            if local(element) == "rootfile" and (path := attribute(element, "full-path")):
                return unquote(path)
    found = next((name for name in packed if name.endswith(".opf")), None)
    if found is None:
        raise ReadError("lacks the list of its chapters; fetch it again, or save it anew and open that")
    return found


def _spine(package: "_Element", place: str) -> list[str]:
    """The names of the chapters in the order of reading."""
    items = {
        attribute(item, "id"): item
        for item in package.iter()
        if local(item) == "item" and attribute(item, "href")
    }
    order = [items.get(attribute(ref, "idref")) for ref in package.iter() if local(ref) == "itemref"]
    chosen = [item for item in order if item is not None] or list(items.values())
    return [
        _joined(place, attribute(item, "href").partition("#")[0])
        for item in chosen
        if attribute(item, "media-type") in _PAGES
    ]


def _contents(package: "_Element", place: str) -> str:
    for item in package.iter():
        if local(item) == "item" and "nav" in attribute(item, "properties").split():
            return posixpath.normpath(
                posixpath.join(posixpath.dirname(place), unquote(attribute(item, "href")))
            )
    return ""


def _joined(place: str, name: str) -> str:
    """The name in the file of what the package calls ``name``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(name)))


def _protected(packed: Packed) -> set[str]:
    """Names of files that are encrypted; fonts often are, and do not count."""
    if "META-INF/encryption.xml" not in packed:
        return set()
    found = set()
    for data in parsed(packed.read("META-INF/encryption.xml")).iter():
        if local(data) == "EncryptedData":
            methods = [
                attribute(child, "Algorithm") for child in data.iter() if local(child) == "EncryptionMethod"
            ]
            if not any(method.startswith(_FONTS) for method in methods):
                found |= {
                    unquote(attribute(ref, "URI")) for ref in data.iter() if local(ref) == "CipherReference"
                }
    return found
