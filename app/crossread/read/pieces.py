"""An HTML tree as the pieces a reader sees: paragraphs, headings, items, rows of tables, captions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from crossread.read.builder import BREAK, PLAIN, Run, split_at_breaks, split_at_lines
from crossread.text.blocks import BlockKind
from crossread.text.form import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    "script style noscript template head svg math object embed iframe frame canvas audio video select option datalist "
    "textarea input map area param source track applet noframes dialog".split()
)
_INLINE: Final[dict[str, Style | None]] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "u": "underline", "ins": "underline", "s": "strike", "strike": "strike", "del": "strike",
    "sup": "superscript", "sub": "subscript", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
    "a": "link", "span": None, "font": None, "small": None, "big": None, "abbr": None, "acronym": None, "q": None,
    "time": None, "mark": None, "label": None, "bdi": None, "bdo": None, "data": None, "img": None, "wbr": None,
    "nobr": None, "picture": None, "ruby": None, "rb": None, "rt": None, "rp": None,
}  # fmt: skip
_LINES = frozenset(("pre", "listing", "xmp", "plaintext"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE_TAGS = frozenset("nav aside footer button menu".split())
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar button alert".split()
)
# Words that names of classes and ids are made of where they say that a part is not the article's text.
_FURNITURE_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs sidebar footer masthead cookie cookies consent gdpr banner ad "
    "ads advert advertisement sponsor sponsored promo promoted share sharing social follow newsletter subscribe "
    "subscription signup related recommended recommendation recommendations trending popular comments comment disqus "
    "toolbar pager pagination widget popup modal overlay outbrain taboola paywall login skip byline author tags "
    "taglist".split()
)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What programs that make pages call words for machines and for those who edit the page.
_UNSEEN = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text a11y-hidden mw-editsection "
    "noprint".split()
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
Looks = Mapping[Style, bool]
"""What a style sheet says of emphasis: on or off; what it does not say is as it was."""

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,3000})\}")
_CLASS = re.compile(r"\.([\w-]+)\Z")
_LONGEST_CELL = 300  # characters; tables with longer cells only lay out the page


@dataclass(slots=True)
class Piece:
    """A block of a page as it came.

    Attributes:
        runs: its text with its emphasis; of a row, all cells together.
        kind: what its element says.
        level: of a heading, or of a list in lists, else 0.
        lead: the bullet or number of a list item.
        parent: what groups it with the pieces beside it.
        furniture: whether an element around it says that it is not part of the article.
        linked: characters of it that are links.
        cells: of a row of a table.
        table: number of the table that the row belongs to.
    """

    runs: list[Run]
    kind: BlockKind = "text"
    level: int = 0
    lead: str = ""
    parent: int = 0
    furniture: bool = False
    linked: int = 0
    cells: list[list[Run]] = field(default_factory=list)
    table: int = 0

    @property
    def text(self) -> str:
        """Its text with single spaces."""
        return " ".join("".join(written for written, _ in self.runs).split())


@dataclass(slots=True)
class Pieces:
    """All pieces of a page in its order, and how many elements were hidden from a person who saw it."""

    pieces: list[Piece]
    hidden: int


@lru_cache(maxsize=2_000)
def looks(declarations: str) -> Looks:
    """What declarations of a style sheet ("font-weight: bold; ...") say of emphasis."""
    found: dict[Style, bool] = {}
    for name, value in _DECLARATION.findall(declarations):
        said = value.strip().lower()
        if name == "font-weight":
            found["strong"] = said in ("bold", "bolder") or (said.isdecimal() and int(said) >= 600)
        elif name == "font-style":
            found["emphasis"] = said.startswith(("italic", "oblique"))
        elif name.startswith("text-decoration"):
            found |= {"underline": True} if "underline" in said else {}
            found |= {"strike": True} if "line-through" in said else {}
        elif name == "vertical-align" and said in ("super", "sub"):
            found["superscript" if said == "super" else "subscript"] = True
    return found


def classes_in(sheet: str) -> dict[str, Looks]:
    """What the classes in a style sheet say of emphasis."""
    found: dict[str, Looks] = {}
    for selectors, declarations in _RULE.findall(sheet):
        if look := looks(declarations):
            for selector in selectors.split(","):
                if match := _CLASS.search(selector.strip()):
                    found[match[1]] = {**found.get(match[1], {}), **look}
    return found


def pieces_of(root: "_Element", classes: Mapping[str, Looks] = MappingProxyType({})) -> Pieces:
    """The pieces of an HTML tree; works on trees of any depth, for it does not call itself.

    Args:
        root: of the tree.
        classes: what the style sheets of the page say of emphasis, by the names of classes.
    """
    walk = _Walk(classes)
    walk.over(root)
    return Pieces(walk.pieces, walk.hidden)


def _name(element: "_Element") -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return (tag.rpartition("}")[2] if tag.startswith("{") else tag).lower()


class _Walk:
    """Elements, one after the other, into pieces."""

    def __init__(self, classes: Mapping[str, Looks]) -> None:
        self._classes = classes
        self.pieces: list[Piece] = []
        self.hidden = 0
        self._runs: list[Run] = []
        self._linked = 0
        self._styles: list[frozenset[Style]] = [PLAIN]  # one more for each open element
        self._lists: list[int | None] = []  # the number of the next item; None in a list with bullets
        self._items = 0
        self._lead = ""
        self._heading = 0
        self._quotes = 0
        self._lines = 0  # elements around this one in which line ends count
        self._captions = 0
        self._furniture: list[_Element] = []
        self._parents: list[int] = [0]
        self._count = 0
        self._cells: list[list[Run]] | None = None  # of the row that is being read
        self._tables: list[tuple[_Element, bool]] = []  # open tables, and whether they hold data
        self._table = 0

    def over(self, root: "_Element") -> None:
        from lxml.etree import iterwalk

        walker = iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if self._skips(element):
                    walker.skip_subtree()
                    continue
                self._start(element, _name(element))
                self._text(element.text)
            elif event == "end":
                name = _name(element)
                if not self._skips(element, counting=False):
                    self._end(element, name)
                if element is not root:
                    self._text(element.tail)
            elif element is not root:
                self._text(element.tail)
        self._flush()

    def _skips(self, element: "_Element", *, counting: bool = True) -> bool:
        if _name(element) in _SKIPPED:
            return True
        style = element.get("style")
        if _UNSEEN.intersection(element.get("class", "").split()):
            return True
        if element.get("hidden") is None and not (style and _HIDDEN_STYLE.search(style)):
            return False
        if counting and (element.text_content() if hasattr(element, "text_content") else "").strip():
            self.hidden += 1
        return True

    def _text(self, text: str | None) -> None:
        if text:
            self._runs.append((text, self._styles[-1]))
            if "link" in self._styles[-1]:
                self._linked += len(text.strip())

    def _start(self, element: "_Element", name: str) -> None:
        if name == "br":
            self._runs.append(BREAK if self._cells is None else (" ", PLAIN))
            return
        if name in _INLINE:
            self._open_inline(element, name)
            return
        self._flush()
        self._dress(element, None)
        self._count += 1
        self._parents.append(self._count)
        if self._is_furniture(element, name):
            self._furniture.append(element)
        if name in ("ul", "ol", "menu", "dl"):
            start = element.get("start", "1")
            self._lists.append(int(start) if name == "ol" and start.isdecimal() and len(start) < 7 else
                               1 if name == "ol" else None)  # fmt: skip
        elif name == "li":
            self._begin_item()
        elif name in _HEADINGS:
            self._heading = _HEADINGS[name]
        elif name == "blockquote":
            self._quotes += 1
        elif name in _LINES:
            self._lines += 1
        elif name in ("figcaption", "caption"):
            self._captions += 1
        else:
            self._start_table(element, name)

    def _open_inline(self, element: "_Element", name: str) -> None:
        style = _INLINE[name]
        if name == "sup" and (bracket := _refers(element)):
            style = None  # read as a power it would change the number before it
            self._runs.append((bracket[0], PLAIN))
        if name == "a" and not element.get("href"):
            style = None
        self._dress(element, style)

    def _dress(self, element: "_Element", style: Style | None) -> None:
        """What stands out inside this element: as its tag says, then its classes, then its own style."""
        styles = self._styles[-1] | frozenset({style} if style else ())
        told = [self._classes[name] for name in element.get("class", "").split() if name in self._classes]
        if own := element.get("style"):
            told.append(looks(own))
        for look in told:
            styles = (styles - frozenset(look)) | frozenset(style for style, on in look.items() if on)
        self._styles.append(styles)

    def _close_inline(self, element: "_Element", name: str) -> None:
        self._styles.pop()
        if name == "sup" and (bracket := _refers(element)):
            self._runs.append((bracket[1], PLAIN))

    def _start_table(self, element: "_Element", name: str) -> None:
        if name == "table":
            data = self._cells is None and _holds_data(element)
            self._tables.append((element, data))
            if data:
                self._table += 1
        elif name == "tr" and self._tables and self._tables[-1][1]:
            self._cells = []
        elif name in ("td", "th") and self._cells is not None:
            self._runs = []

    def _end(self, element: "_Element", name: str) -> None:
        if name == "br":
            return
        if name in _INLINE:
            self._close_inline(element, name)
            return
        if name in ("td", "th") and self._cells is not None:
            self._cells.append(self._runs)
            self._runs = []
        elif name == "tr" and self._cells is not None:
            self._end_row()
        else:
            self._flush()
        self._styles.pop()
        self._leave(element, name)

    def _leave(self, element: "_Element", name: str) -> None:
        """Forget what an element said of what stands in it."""
        if name in ("ul", "ol", "menu", "dl") and self._lists:
            self._lists.pop()
        elif name == "li":
            self._items -= 1
            self._lead = ""
        elif name in _HEADINGS:
            self._heading = 0
        elif name == "blockquote":
            self._quotes -= 1
        elif name in _LINES:
            self._lines -= 1
        elif name in ("figcaption", "caption"):
            self._captions -= 1
        elif name == "table" and self._tables:
            self._tables.pop()
        if self._furniture and self._furniture[-1] is element:
            self._furniture.pop()
        if len(self._parents) > 1:
            self._parents.pop()

    def _begin_item(self) -> None:
        self._items += 1
        number = self._lists[-1] if self._lists else None
        self._lead = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _end_row(self) -> None:
        cells = self._cells or []
        self._cells = None
        runs = [run for cell in cells for run in (*cell, (" ", PLAIN))]
        if any(written.strip() for written, _ in runs):
            piece = self._piece(runs, "list item")
            piece.cells, piece.table = cells, self._table
            self.pieces.append(piece)
        self._linked = 0

    def _flush(self) -> None:
        if self._cells is not None:  # a paragraph inside a cell
            if self._runs:
                self._runs.append((" ", PLAIN))
            return
        runs, self._runs = self._runs, []
        linked, self._linked = self._linked, 0
        for part in split_at_lines(runs) if self._lines else split_at_breaks(runs):
            if not any(written.strip() for written, _ in part):
                continue
            piece = self._piece(part, self._kind())
            piece.linked = min(linked, len(piece.text))
            if piece.kind == "heading":
                piece.level = self._heading
            elif piece.kind == "list item":
                piece.level = len(self._lists)
                piece.lead, self._lead = self._lead, ""
            self.pieces.append(piece)

    def _kind(self) -> BlockKind:
        if self._heading:
            return "heading"
        if self._captions:
            return "caption"
        if self._quotes:
            return "quotation"
        return "list item" if self._lists and self._items else "text"

    def _piece(self, runs: list[Run], kind: BlockKind) -> Piece:
        parent = self._parents[-2] if len(self._parents) > 1 else 0
        return Piece(runs, kind, parent=parent, furniture=bool(self._furniture))

    def _is_furniture(self, element: "_Element", name: str) -> bool:
        if name in ("html", "body", "main", "article"):
            return False
        if name in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
            return True
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if not names.strip():
            return False
        return any(part.lower() in _FURNITURE_WORDS for part in _NAME_PARTS.findall(names[:300]))


def _refers(element: "_Element") -> tuple[str, str] | None:
    """What to set around a raised figure that refers to a note; None where it is a power."""
    text = "".join(element.itertext()).strip()
    if element.find(".//{*}a") is None or not text.strip("[]").isdecimal():
        return None
    return ("", "") if text.startswith("[") else ("[", "]")


def _holds_data(table: "_Element") -> bool:
    """Whether a table holds data, or only lays out the page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iterdescendants("tr"))
    if len(rows) < 2:
        return False
    widest = 0
    for row in rows:
        cells = [cell for cell in row if _name(cell) in ("td", "th")]
        widest = max(widest, len(cells))
        if any(len("".join(cell.itertext())) > _LONGEST_CELL for cell in cells):
            return False
    return widest > 1
