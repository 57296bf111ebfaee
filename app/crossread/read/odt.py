"""OpenDocument texts (ODT, and the flat form FODT): tracked changes as accepted, notes, tables; comments left out."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from crossread.errors import ReadError
from crossread.read.builder import BREAK, PLAIN, Run, TextBuilder, split_at_breaks
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.numbering import figure
from crossread.read.office import Facts, Role, counted, facts_of
from crossread.read.packed import Packed
from crossread.read.repair import Repair
from crossread.read.xml import attribute, local, parsed
from crossread.text.blocks import BlockKind
from crossread.text.form import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset(
    "section index-body table-of-content illustration-index alphabetical-index bibliography index-title object-index "
    "user-index table-index numbered-paragraph".split()
)
_SPANS = frozenset(
    "span meta meta-field ruby ruby-base bookmark-ref reference-ref date time page-number page-count title author-name "
    "sequence text-input placeholder".split()
)
_MOST_REPEATS = 1_000  # spaces, columns: a claim of more is no text
_LONGEST_CELL = 300  # characters; tables with longer cells only lay out the page
_DEEPEST_STYLE: Final = 20


def read(source: Source) -> tuple[Extract, ...]:
    """The text of an OpenDocument text.

    Raises:
        ReadError: it is damaged or protected.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    facts = Facts()
    if source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        content = styles = parsed(source.data)
        facts = facts_of(_first(content, "meta"))
    else:
        with Packed(source.data, source.limits) as packed:
            if "META-INF/manifest.xml" in packed and b"encryption-data" in packed.read(
                "META-INF/manifest.xml"
            ):
                raise ReadError("is protected by a password; save a copy without one and open that")
            content = parsed(packed.read("content.xml"))
            styles = parsed(packed.read("styles.xml")) if "styles.xml" in packed else content
            if "meta.xml" in packed:
                facts = facts_of(parsed(packed.read("meta.xml")))
    walk = _Walk(builder, (styles, content))
    pages = _first(styles, "master-styles")
    walk.furniture(pages, "header")
    walk.blocks(_first(_first(content, "body"), "text"))
    walk.notes()
    walk.furniture(pages, "footer")
    return (
        Extract(
            "OpenDocument", builder.text(), tuple(builder.blocks), builder.form(), author=facts.author,
            file_date=facts.date, left_out=counted(walk.left_out), mojibake=repair.met,
        ),
    )  # fmt: skip


def _first(root: "_Element", name: str) -> "_Element":
    found = next((element for element in root.iter() if local(element) == name), None)
    if found is None:
        raise ReadError(f"lacks a part that files of its kind have ({name}); save it anew and open that")
    return found


class _Styles:
    """What the styles of a document say."""

    def __init__(self, roots: "tuple[_Element, ...]") -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._lists: dict[str, dict[int, _Element]] = {}
        for root in roots:
            for element in root.iter():
                name = local(element)
                if name == "style":
                    self._styles[attribute(element, "family"), attribute(element, "name")] = element
                elif name == "list-style":
                    levels = {attribute(level, "level"): level for level in element}
                    self._lists[attribute(element, "name")] = {
                        int(key): level for key, level in levels.items() if key.isdecimal() and len(key) < 3
                    }
        self._emphasis: dict[str, frozenset[Style]] = {}
        self._roles: dict[str, Role] = {}

    def emphasis(self, name: str) -> frozenset[Style]:
        """What a style of spans says of emphasis."""
        if name not in self._emphasis:
            said: dict[str, str] = {}
            for style in reversed(self._chain("text", name)):
                for properties in style:
                    if local(properties) == "text-properties":
                        said |= {
                            key.rpartition("}")[2]: str(value) for key, value in properties.attrib.items()
                        }
            self._emphasis[name] = _emphasis(said)
        return self._emphasis[name]

    def role(self, name: str) -> Role:
        """ "title", "caption", "quotation" or nothing, by the style that a paragraph's style is made of."""
        if name not in self._roles:
            names = [
                name,
                *(attribute(style, "parent-style-name") for style in self._chain("paragraph", name)),
            ]
            plain = {part.replace("_20_", " ").lower() for part in names}
            self._roles[name] = (
                "title" if "title" in plain else "caption" if plain & {"caption", "figure", "illustration"} else
                "quotation" if plain & {"quotations", "quote"} else ""
            )  # fmt: skip
        return self._roles[name]

    def hidden(self, name: str) -> bool:
        """Whether a style of spans hides them."""
        return any(
            attribute(properties, "display") == "none"
            for style in self._chain("text", name)
            for properties in style
        )

    def lead(self, name: str, level: int, number: int) -> str:
        """The bullet or number before an item of a list."""
        style = self._lists.get(name, {}).get(level)
        if style is None or "bullet" in local(style):
            return "• "
        form = attribute(style, "num-format")
        if not form:
            return ""
        return (
            f"{attribute(style, 'num-prefix')}{figure(number, form)}{attribute(style, 'num-suffix') or '.'} "
        )

    def _chain(self, family: str, name: str) -> "list[_Element]":
        chain: list[_Element] = []
        while (family, name) in self._styles and len(chain) < _DEEPEST_STYLE:
            chain.append(self._styles[family, name])
            name = attribute(chain[-1], "parent-style-name")
        return chain


def _emphasis(said: dict[str, str]) -> frozenset[Style]:
    found: set[Style] = set()
    weight = said.get("font-weight", "normal")
    if weight == "bold" or (weight.isdecimal() and int(weight) >= 600):
        found.add("strong")
    if said.get("font-style") in ("italic", "oblique"):
        found.add("emphasis")
    if said.get("text-underline-style", "none") != "none":
        found.add("underline")
    if (
        said.get("text-line-through-style", "none") != "none"
        or said.get("text-line-through-type", "none") != "none"
    ):
        found.add("strike")
    place = said.get("text-position", "")
    if place.startswith("super") or (place[:1].isdigit() and not place.startswith("0%")):
        found.add("superscript")
    elif place.startswith(("sub", "-")):
        found.add("subscript")
    return frozenset(found)


class _Walk:
    """Paragraphs, lists and tables into a text.

    Attributes:
        left_out: how many of what was left out.
    """

    def __init__(self, builder: TextBuilder, roots: "tuple[_Element, _Element]") -> None:
        self.left_out: Counter[str] = Counter()
        self._builder = builder
        self._styles = _Styles(roots)
        self._notes: list[_Element] = []
        self._boxes: list[_Element] = []
        self._counts: dict[str, int] = {}  # how far lists have counted, by their ids, for those that go on
        self._kind: BlockKind | None = None
        self._seen: set[str] = set()

    def blocks(self, root: "_Element") -> None:
        """All that stands in an element."""
        for child in root:
            name = local(child)
            if name in ("p", "h"):
                self._paragraph(child, "", 0)
            elif name == "list":
                self._list(child, "", 1)
            elif name == "table":
                self._table(child)
            elif name in _THROUGH:
                self.blocks(child)
            elif name == "tracked-changes":
                self.left_out["deleted change"] += sum(local(change) == "deletion" for change in child.iter())
            elif name in ("frame", "g", "a") or "text-box" in name:
                self._take_boxes(child)
                self._place_boxes()

    def furniture(self, pages: "_Element", name: str) -> None:
        """Headers or footers of all kinds of pages, each once."""
        self._kind = "boilerplate"
        for element in pages.iter():
            if local(element).startswith(name):
                key = " ".join("".join(element.itertext()).split())
                if key and key not in self._seen:
                    self._seen.add(key)
                    self.blocks(element)
        self._kind = None

    def notes(self) -> None:
        """The notes that the text refers to."""
        for number, note in enumerate(self._notes, 1):
            runs: list[Run] = [(f"[{number}] ", PLAIN)]
            for body in note:
                if local(body) == "note-body":
                    for paragraph in body.iter():
                        if local(paragraph) in ("p", "h"):
                            runs += [*self._runs(paragraph, PLAIN), (" ", PLAIN)]
            self._builder.add(runs, "list item")

    def _paragraph(self, element: "_Element", lead: str, level: int) -> None:
        role = self._styles.role(attribute(element, "style-name"))
        runs = list(self._runs(element, PLAIN))
        kind: BlockKind = "text"
        if local(element) == "h" or role == "title":
            kind, outline = "heading", attribute(element, "outline-level")
            level = int(outline) if outline.isdecimal() and len(outline) == 1 else 1
            lead = ""
        elif level:
            kind = "list item"
        elif role:
            kind = role
        for part in split_at_breaks(runs):
            if self._builder.add(part, self._kind or kind, level, lead):
                lead = ""
        self._place_boxes()

    def _list(self, element: "_Element", style: str, level: int) -> None:
        style = attribute(element, "style-name") or style
        number = 0
        if attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list"):
            number = self._counts.get(style, 0)
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            number += local(item) == "list-item"
            start = attribute(item, "start-value")
            number = int(start) if start.isdecimal() and len(start) < 7 else number
            lead = self._styles.lead(style, level, number) if local(item) == "list-item" else ""
            for child in item:
                if local(child) in ("p", "h"):
                    self._paragraph(child, lead, level)
                    lead = ""
                elif local(child) == "list":
                    self._list(child, style, level + 1)
        self._counts[style] = number

    def _runs(self, parent: "_Element", styles: frozenset[Style]) -> Iterator[Run]:
        if parent.text:
            yield (parent.text, styles)
        for child in parent:
            yield from self._inline(child, styles)
            if child.tail:
                yield (child.tail, styles)

    def _inline(self, child: "_Element", styles: frozenset[Style]) -> Iterator[Run]:
        name = local(child)
        if name == "s":
            yield (" " * _repeats(child, "c"), styles)
        elif name == "tab":
            yield (" ", styles)
        elif name == "line-break":
            yield BREAK
        elif name == "a":
            yield from self._runs(child, styles | frozenset[Style]({"link"}))
        elif name in _SPANS:
            style = attribute(child, "style-name")
            if style and self._styles.hidden(style):
                self.left_out["hidden passage"] += 1
            else:
                yield from self._runs(child, styles | self._styles.emphasis(style))
        elif name == "note":
            self._notes.append(child)
            yield (f"[{len(self._notes)}]", PLAIN)
        elif name == "annotation":
            self.left_out["comment"] += 1
        elif name in ("frame", "g") or "text-box" in name or "shape" in name:
            self._take_boxes(child)

    def _take_boxes(self, element: "_Element") -> None:
        self._boxes += [box for box in element.iter() if local(box) == "text-box"]

    def _place_boxes(self) -> None:
        """Text boxes stand beside the text: they follow the paragraph that they are anchored in."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: "_Element") -> None:
        rows = [row for row in table.iter() if local(row) == "table-row" and _table_of(row) is table]
        cells = [[cell for cell in row if local(cell) == "table-cell"] for row in rows]
        longest = max((len("".join(cell.itertext())) for row in cells for cell in row), default=0)
        if longest > _LONGEST_CELL or max(map(len, cells), default=0) < 2:
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        for row in cells:
            found = [
                runs
                for cell in row
                for runs in [self._cell(cell)] * _repeats(cell, "number-columns-repeated")
            ]
            self._builder.row(found, self._kind or "list item")
        self._builder.end_table()

    def _cell(self, cell: "_Element") -> list[Run]:
        runs: list[Run] = []
        for paragraph in cell.iter():
            if local(paragraph) in ("p", "h"):
                runs += [run if run is not BREAK else (" ", PLAIN) for run in self._runs(paragraph, PLAIN)]
                runs.append((" ", PLAIN))
        return runs


def _table_of(row: "_Element") -> "_Element | None":
    return next((above for above in row.iterancestors() if local(above) == "table"), None)


def _repeats(element: "_Element", name: str) -> int:
    said = attribute(element, name)
    return min(int(said), _MOST_REPEATS) if said.isdecimal() and len(said) < 9 else 1
