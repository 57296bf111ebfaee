"""Word documents (DOCX): tracked changes as accepted, footnotes, tables, headers and footers; comments left out."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from crossread.read.builder import BREAK, PLAIN, Run, TextBuilder, split_at_breaks
from crossread.read.docx_styles import VAL, Numbering, ParagraphStyle, StyleSheet, W, numbering_of, styles_of
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.office import Facts, counted, facts_of
from crossread.read.packed import Packed
from crossread.read.repair import Repair
from crossread.read.xml import attribute, local, parsed
from crossread.text.blocks import BlockKind
from crossread.text.form import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

# Files that follow the standard strictly have other names for the same elements.
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL: Final = W[1:-1].encode()
_DELETED = frozenset(("del", "moveFrom"))
_THROUGH = frozenset(
    "ins moveTo smartTag sdt sdtContent customXml fldSimple dir bdo AlternateContent Choice oMath oMathPara".split()
)
_NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_LONGEST_CELL = 300  # characters; tables with longer cells only lay out the page


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a Word document.

    Raises:
        ReadError: it is damaged or protected.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    with Packed(source.data, source.limits) as packed:
        styles = _part(packed, "word/styles.xml") if "word/styles.xml" in packed else None
        numbers = _part(packed, "word/numbering.xml") if "word/numbering.xml" in packed else None
        walk = _Walk(builder, StyleSheet(styles), Numbering() if numbers is None else Numbering.of(numbers))
        parts = sorted(name for name in packed if name.endswith(".xml"))
        for name in parts:
            if name.startswith("word/header"):
                walk.furniture(_part(packed, name))
        walk.blocks(_part(packed, "word/document.xml"))
        for name in _NOTES.values():
            if name in packed:
                walk.notes(_part(packed, name), name)
        for name in parts:
            if name.startswith("word/footer"):
                walk.furniture(_part(packed, name))
        if "word/comments.xml" in packed:
            walk.left_out["comment"] += len(_part(packed, "word/comments.xml").findall(f"{W}comment"))
        facts = (
            facts_of(parsed(packed.read("docProps/core.xml"))) if "docProps/core.xml" in packed else Facts()
        )
    return (
        Extract(
            "Word", builder.text(), tuple(builder.blocks), builder.form(), author=facts.author, file_date=facts.date,
            left_out=counted(walk.left_out), mojibake=repair.met,
        ),
    )  # fmt: skip


def _part(packed: Packed, name: str) -> "_Element":
    return parsed(packed.read(name).replace(_STRICT, _USUAL))


class _Walk:
    """Paragraphs and tables into a text.

    Attributes:
        left_out: how many of what was left out.
    """

    def __init__(self, builder: TextBuilder, styles: StyleSheet, numbering: Numbering) -> None:
        self.left_out: Counter[str] = Counter()
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._seen: set[str] = set()  # headers and footers
        self._notes: dict[tuple[str, str], int] = {}
        self._boxes: list[_Element] = []
        self._kind: BlockKind | None = None

    def blocks(self, root: "_Element") -> None:
        """All that stands in an element."""
        for child in root:
            name = local(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name in _THROUGH or name in ("body", "txbxContent"):
                self.blocks(child)
            elif name in _DELETED:
                self.left_out["deleted change"] += 1

    def furniture(self, root: "_Element") -> None:
        """A header or footer, once."""
        key = " ".join("".join(root.itertext()).split())
        if key and key not in self._seen:
            self._seen.add(key)
            self._kind = "boilerplate"
            self.blocks(root)
            self._kind = None

    def notes(self, root: "_Element", part: str) -> None:
        """The notes that the text refers to, in the order in which it does."""
        found = {note.get(f"{W}id", ""): note for note in root if local(note) in ("footnote", "endnote")}
        for (of, note_id), number in list(self._notes.items()):
            if of == part and note_id in found:
                runs: list[Run] = [(f"[{number}] ", PLAIN)]
                for paragraph in found[note_id].iter(f"{W}p"):
                    runs += [*self._runs(paragraph), (" ", PLAIN)]
                self._builder.add(runs, "list item")

    def _paragraph(self, paragraph: "_Element") -> None:
        properties = paragraph.find(f"{W}pPr")
        style = ParagraphStyle()
        numbering = None
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            style = self._styles.paragraph("" if named is None else named.get(VAL, ""))
            numbering = numbering_of(properties) or style.numbering
            outline = properties.find(f"{W}outlineLvl")
            if outline is not None and outline.get(VAL, "9") in "012345678":
                style = ParagraphStyle(int(outline.get(VAL)) + 1, style.role, style.numbering)
        runs = list(self._runs(paragraph))
        if any(run is not BREAK and run[0].strip() for run in runs):
            lead = self._numbering.lead(*numbering) if numbering and numbering[0] != "0" else ""
            kind = self._kind or _kind(style, lead)
            level = style.level or (1 if style.role == "title" else 0)
            if kind == "list item":
                level = numbering[1] + 1 if numbering else 1
            for part in split_at_breaks(runs):
                if self._builder.add(part, kind, level, lead):
                    lead = ""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _runs(self, parent: "_Element", *, linked: bool = False) -> Iterator[Run]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child, linked=linked)
            elif name == "hyperlink":
                yield from self._runs(child, linked=True)
            elif name in _THROUGH:
                yield from self._runs(child, linked=linked)
            elif name in _DELETED:
                self.left_out["deleted change"] += 1

    def _run(self, run: "_Element", *, linked: bool) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        said: dict[Style, bool] = {"link": linked}
        if properties is not None:
            vanish = properties.find(f"{W}vanish")
            if vanish is not None and vanish.get(VAL, "true") not in ("0", "false"):
                self.left_out["hidden passage"] += 1
                return
            named = properties.find(f"{W}rStyle")
            said |= self._styles.run("" if named is None else named.get(VAL, ""))
            said |= styles_of(properties)
        styles = frozenset(style for style, on in said.items() if on)
        for child in run:
            yield from self._written(child, styles)

    def _written(self, child: "_Element", styles: frozenset[Style]) -> Iterator[Run]:
        name = local(child)
        if name == "t":
            yield (child.text or "", styles)
        elif name in ("br", "cr"):
            yield BREAK
        elif name in ("tab", "ptab"):
            yield (" ", PLAIN)
        elif name == "noBreakHyphen":
            yield ("-", styles)
        elif name == "sym":
            yield (_symbol(child), styles)
        elif name in _NOTES:
            yield self._reference(_NOTES[name], child)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._take_boxes(child)

    def _reference(self, part: str, element: "_Element") -> Run:
        # Not raised: a figure right behind a number would change it.
        key = (part, element.get(f"{W}id", ""))
        return (f"[{self._notes.setdefault(key, len(self._notes) + 1)}]", PLAIN)

    def _take_boxes(self, element: "_Element") -> None:
        """Text boxes stand beside the text: they follow the paragraph that they are anchored in."""
        for child in element:
            name = local(child)
            if name == "txbxContent":
                self._boxes.append(child)
            elif name != "Fallback":  # the same again, for older programs
                self._take_boxes(child)

    def _table(self, table: "_Element") -> None:
        rows = []
        for row in table.iterchildren(f"{W}tr", f"{W}sdt"):
            rows += [row] if local(row) == "tr" else list(row.iter(f"{W}tr"))
        kept = []
        for row in rows:
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self.left_out["deleted change"] += 1
            else:
                kept.append(
                    [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
                )
        longest = max((len("".join(cell.itertext())) for cells in kept for cell in cells), default=0)
        if longest > _LONGEST_CELL or max(map(len, kept), default=0) < 2:
            for cells in kept:
                for cell in cells:
                    self.blocks(cell)
            return
        for cells in kept:
            self._builder.row([self._cell(cell) for cell in cells], self._kind or "list item")
        self._builder.end_table()

    def _cell(self, cell: "_Element") -> list[Run]:
        runs: list[Run] = []
        for paragraph in cell.iter(f"{W}p"):
            runs += [run if run is not BREAK else (" ", PLAIN) for run in self._runs(paragraph)]
            runs.append((" ", PLAIN))
        return runs


def _kind(style: ParagraphStyle, lead: str) -> BlockKind:
    if style.level or style.role == "title":
        return "heading"
    if style.role:
        return style.role
    return "list item" if lead else "text"


def _symbol(element: "_Element") -> str:
    code = attribute(element, "char")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= number <= 0xF8FF or not 0 < number < 0x110000 else chr(number)
