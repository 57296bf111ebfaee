"""What a report on paper is made of: sections of headings, paragraphs and tables, and how each run of words looks.

It knows neither Qt nor Word nor Markdown; each of these draws it with what it has.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.present.marks import MarkKind
from crossread.present.timeline import Timeline
from crossread.report.markup import visible

Look = Literal["strong", "quiet", "code", "letter", "sign", "remark"] | MarkKind
"""``letter``: of a document. ``sign``: a badge such as ≠. ``remark``: the number of one. Marks look as on a screen."""
ParagraphKind = Literal["plain", "document", "heading", "caption", "list item", "boilerplate", "quotation"]
"""All but ``plain`` are words of a document."""
Ground = Literal["", "head", "band", "silent", "odd", "grave"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks alike.

    Attributes:
        text: as it is shown; nothing in it is markup. Characters that a file must not hold are replaced when it is
            made, so that no writer can meet one.
        looks: what it looks like, the outermost first.
        remarks: numbers of the remarks that hold on to it.
    """

    text: str
    looks: tuple[Look, ...] = ()
    remarks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", visible(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, of our words or of a document's."""

    runs: tuple[Run, ...]
    kind: ParagraphKind = "plain"

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(run.text for run in self.runs)

    @property
    def is_rtl(self) -> bool:
        """Whether it is read from right to left, which its first letter with a direction tells."""
        strong = (unicodedata.bidirectional(character) for character in self.text)
        return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        paragraphs: what stands in it.
        ground: what its ground tells.
        columns: how many columns it takes.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    ground: Ground = ""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head stands on every page.

    Attributes:
        head: the cells of its first row.
        rows: the others.
        shares: the widths of the columns in shares of the page's; they add up to 1.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """A timeline to be drawn, or told as a table where nothing can be drawn."""

    timeline: Timeline
    table: Table


Block = Paragraph | Heading | Table | Dates


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report.

    Attributes:
        key: names it to programs.
        title: its heading; the running head of its pages.
        blocks: what it holds.
        in_summary: it stands in a short report as well.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    in_summary: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that stands beside the text in Word, and behind it elsewhere."""

    number: int
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report.

    Attributes:
        title: on its first page and in the file's own data.
        about: what was compared, in a few words.
        sections: in their order.
        notes: by their numbers.
    """

    title: str
    about: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()


def plain(*runs: Run | str) -> Paragraph:
    """A paragraph of our own words."""
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs if run))


def cell(*content: Run | str | Paragraph, ground: Ground = "", columns: int = 1) -> Cell:
    """A cell of one paragraph, or of those given."""
    paragraphs = [part for part in content if isinstance(part, Paragraph)]
    runs = [part for part in content if not isinstance(part, Paragraph)]
    if any(runs):
        paragraphs.insert(0, plain(*runs))
    return Cell(tuple(paragraphs), ground, columns)


def table(
    heads: Sequence[Cell | str], rows: Sequence[Sequence[Cell | str]], shares: Sequence[float]
) -> Table:
    """A table; strings become cells.

    Args:
        heads: of its columns, repeated on each page.
        rows: from top to bottom, each with a cell for every column.
        shares: of the width, for each column, in any measure.
    """

    def made(part: Cell | str) -> Cell:
        return cell(part) if isinstance(part, str) else part

    head = tuple(
        cell(Run(part, ("strong",)) if part else "", ground="head") if isinstance(part, str) else part
        for part in heads
    )
    whole = sum(shares)
    lines = tuple(tuple(made(part) for part in row) for row in rows)
    return Table(head, lines, tuple(share / whole for share in shares))
