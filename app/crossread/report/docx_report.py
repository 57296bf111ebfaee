"""A report for those who must edit it: Word with real headings, tables, styles, and notes as comments."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from crossread.present.palette import LIGHT
from crossread.report.docx_styles import CHARACTER_STYLES, PARAGRAPH_STYLES, prepare
from crossread.report.paper.model import (
    Block,
    Cell,
    Dates,
    Heading,
    Note,
    Paper,
    Paragraph,
    Run,
    Section,
    Table,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run as WordRun

_SHADES = {
    "head": ("clear", "auto", LIGHT.ground),
    "band": ("clear", "auto", LIGHT.moved.ground),
    "odd": ("clear", "auto", LIGHT.contradiction.ground),
    "silent": ("thinReverseDiagStripe", LIGHT.line, "#ffffff"),
}
"""Pattern, colour of its lines and colour below them, by what the ground of a cell tells."""
_KEPT_WHOLE = 1500  # characters of a row that does not break over pages


def to_docx(paper: Paper) -> bytes:
    """A report as the bytes of a Word file.

    Args:
        paper: what is written; each of its notes becomes a comment where the text holds on to it.
    """
    import docx

    word = docx.Document()
    width = prepare(word, paper.title)
    _Writer(word, paper, width).write()
    properties = word.core_properties
    properties.title, properties.author, properties.comments = paper.title[:255], "Crossread", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.last_modified_by = "Crossread"
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Puts a report into a Word document; ``width`` is that of a page's text, in EMU."""

    def __init__(self, word: "WordDocument", paper: Paper, width: int) -> None:
        self._word, self._paper, self._width = word, paper, width
        # By id: python-docx goes through all styles whenever it is given a name.
        self._style = {style.name: style.style_id for style in word.styles}
        self._held: dict[int, list[WordRun]] = {}
        self._holding: dict[int, WordParagraph] = {}

    def write(self) -> None:
        self._word.add_paragraph(self._paper.title, style="Title")
        self._paragraph(self._word.add_paragraph(), Paragraph((Run(self._paper.about, ("quiet",)),)))
        for section in self._paper.sections:
            self._section(section)
        for note in self._paper.notes:
            self._comment(note)

    def _section(self, section: Section) -> None:
        heading = self._word.add_heading(section.title, level=1)
        heading.paragraph_format.page_break_before = section.key in ("grid", "facts", "spun")
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._word.add_heading(block.text, level=2)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Dates):
            self._table(block.table)
        else:
            self._paragraph(self._word.add_paragraph(), block)

    def _paragraph(self, made: "WordParagraph", shown: Paragraph) -> None:
        made._p.style = self._style[PARAGRAPH_STYLES[shown.kind]]
        if shown.is_rtl:
            _element(made._p.get_or_add_pPr(), "bidi")
        for at, run in enumerate(shown.runs):
            written = made.add_run(run.text)
            looks = [look for look in run.looks if look in CHARACTER_STYLES]
            if looks:
                written._r.style = self._style[CHARACTER_STYLES[looks[-1]]]
            if "sign" in run.looks:
                written.font.superscript = at > 0  # behind a figure, not where it begins a title
            for number in run.remarks:
                if self._holding.setdefault(number, made) is made:
                    self._held.setdefault(number, []).append(written)

    def _comment(self, note: Note) -> None:
        runs = self._held.get(note.number)
        if runs:
            initials = "".join(part[0] for part in note.by.split()[:3])
            self._word.add_comment(runs, text=note.text, author=note.by or "Reviewer", initials=initials)

    def _table(self, shown: Table) -> None:
        made = self._word.add_table(rows=0, cols=len(shown.shares), style="Crossread Table")
        made.autofit = False
        widths = [int(share * self._width) for share in shown.shares]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, cells in enumerate((shown.head, *shown.rows)):
            row = made.add_row()
            properties = row._tr.get_or_add_trPr()
            if sum(len(paragraph.text) for cell in cells for paragraph in cell.paragraphs) < _KEPT_WHOLE:
                _element(properties, "cantSplit")
            if not number:
                _element(properties, "tblHeader")
            self._cells(row.cells, cells, widths)
        self._word.add_paragraph(style="Crossread Gap")

    def _cells(self, made: Sequence[Any], shown: Sequence[Cell], widths: Sequence[int]) -> None:
        column = 0
        for cell in shown:
            target = made[column]
            if cell.columns > 1:
                target = target.merge(made[column + cell.columns - 1])
            target.width = sum(widths[column : column + cell.columns])
            paragraphs = _paragraphs_of(target)
            for paragraph in cell.paragraphs or (Paragraph(()),):
                self._paragraph(next(paragraphs), paragraph)
            if cell.ground in _SHADES:
                _element(target._tc.get_or_add_tcPr(), "shd", **_shade(*_SHADES[cell.ground]))
            elif cell.ground == "grave":
                edges = _element(target._tc.get_or_add_tcPr(), "tcBorders")
                line = LIGHT.contradiction.line[1:].upper()
                _element(edges, "left", val="single", sz="18", space="0", color=line)
            column += cell.columns


def _paragraphs_of(cell: Any) -> Iterator["WordParagraph"]:
    """The first paragraph of a cell, which is there already, and then new ones."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _element(parent: Any, name: str, **attributes: str) -> Any:
    """Put in what python-docx has no word for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def _shade(pattern: str, lines: str, below: str) -> dict[str, str]:
    return {"val": pattern, "color": lines.lstrip("#"), "fill": below.lstrip("#")}
