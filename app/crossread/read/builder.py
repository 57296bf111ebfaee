"""A text as it grows from the pieces of a file, with the form that the file gives it."""

import re
from collections.abc import Callable, Iterable, Sequence

from crossread.errors import ReadError
from crossread.text.blocks import Block, BlockKind, begins_item, ends_sentence, plain_blocks
from crossread.text.form import Cue, Form, Heading, ListItem, Page, Place, Style, Styled, Table
from crossread.text.span import Span

Run = tuple[str, frozenset[Style]]
"""A piece of a paragraph and how it stands out."""

Runs = Sequence[Run]
PLAIN: frozenset[Style] = frozenset()
BREAK: Run = ("\n", frozenset())
"""A line break inside a paragraph; told by identity, for a line end in a run is white space like any other."""

_LONGEST_FILM = 10**10  # milliseconds
_CELL_GAP = " | "
# White space that a format treats as one space; no-break spaces say something and stay.
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")


_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_RAISABLE = frozenset("0123456789+-−n")


def raised(before: str, figure: str) -> str:
    """A raised figure as it can stand in a text: the power of a number or a unit, else a reference to a note.

    Args:
        before: the text it stands behind.
        figure: what is raised.
    """
    word = re.search(r"[^\W\d_]*$", before)
    letters = len(word.group()) if word else 0
    if before[-1:].isdecimal() or (0 < letters <= 2 and figure in ("2", "3")) or not figure.isdecimal():
        return figure.translate(_RAISED)  # or 10 to the power of 6 would become 106
    return f"[{figure}]"


class TextBuilder:
    """Collects blocks; offsets count code points of the text so far.

    Args:
        most: characters that the text may have.
        repair: applied to every run before it gets its place, so that offsets stay true.
    """

    def __init__(self, most: int, repair: Callable[[str], str] | None = None) -> None:
        self._most = most
        self._repair = repair
        self._parts: list[str] = []
        self._length = 0
        self._styles: list[Styled] = []
        self._newest: dict[Style, int] = {}  # index of the last stretch of each style
        self._headings: list[Heading] = []
        self._items: list[ListItem] = []
        self._tables: list[Table] = []
        self._rows: list[tuple[Span, ...]] = []
        self._pages: list[tuple[str, int]] = []
        self._places: list[Place] = []
        self._cues: list[Cue] = []
        self.blocks: list[Block] = []

    def add(
        self,
        content: str | Runs,
        kind: BlockKind = "text",
        level: int = 0,
        lead: str = "",
    ) -> Span | None:
        """Add a block.

        Args:
            content: its text, or its runs; white space in it is made single spaces.
            kind: what it is.
            level: of a heading, 1 to 6, or of a list in lists, from 1; 0 where it is neither, or not known.
            lead: a bullet or number to set before it.

        Returns:
            where it stands, or None where there was nothing but white space in it.

        Raises:
            ReadError: the text grows larger than allowed; the message is a predicate.
        """
        runs = _tidy([(content, PLAIN)] if isinstance(content, str) else content, self._repair)
        if not runs:
            return None
        if lead:
            runs.insert(0, (lead, PLAIN))
        if kind == "text" and begins_item("".join(written for written, _ in runs[:4])):
            kind = "list item"  # typed by hand
        start = self._open(kind)
        self._write(runs)
        span = Span(start, self._length)
        self.blocks.append(Block(span, kind))
        if level and kind == "list item":
            self._items.append(ListItem(span, level))
        elif level and kind == "heading":
            self._headings.append(Heading(span, min(level, 6)))
        return span

    def row(self, cells: Iterable[str | Runs], kind: BlockKind = "list item") -> None:
        """Add a row of a table as one line; cells keep their order, empty ones take no room in it."""
        tidy = [_tidy([(cell, PLAIN)] if isinstance(cell, str) else cell, self._repair) for cell in cells]
        if not any(tidy):
            return
        start = self._open(kind)
        spans = []
        for cell in tidy:
            if cell and self._length > start:
                self._write([(_CELL_GAP, PLAIN)])
            at = self._length
            self._write(cell)
            spans.append(Span(at, self._length))
        self.blocks.append(Block(Span(start, self._length), kind))
        self._rows.append(tuple(spans))

    def end_table(self) -> None:
        """The rows added since the last table are a table."""
        if self._rows:
            self._tables.append(Table(tuple(self._rows)))
        self._rows.clear()

    def page(self, label: str) -> None:
        """What follows stands on another page."""
        self._pages.append((label, self._length))

    def page_at(self, label: str, offset: int) -> None:
        """A page that begins at an offset inside a block that was added already."""
        self._pages.append((label, offset))

    def place(self, place: Place) -> None:
        """Say where on its page a line of the text stands."""
        self._places.append(place)

    def cue(self, span: Span, begins: int, ends: int) -> None:
        """Say when a stretch is shown, in milliseconds."""
        self._cues.append(Cue(span, *(min(max(0, time), _LONGEST_FILM) for time in (begins, ends))))

    def text(self) -> str:
        """All that was added, with a line end at its end."""
        return "".join([*self._parts, "\n"]) if self._parts else ""

    def form(self) -> Form:
        """What was said of the form of the text."""
        starts = [min(offset, self._length) for _, offset in self._pages]
        ends = [*starts[1:], self._length][: len(starts)]
        pages = tuple(
            Page(label, Span(start, max(start, end)))
            for (label, _), start, end in zip(self._pages, starts, ends, strict=True)
        )
        return Form(
            styles=tuple(sorted(self._styles, key=lambda styled: styled.span)),
            headings=tuple(self._headings),
            items=tuple(self._items),
            tables=tuple(self._tables),
            pages=pages,
            places=tuple(self._places),
            cues=tuple(self._cues),
        )

    def _open(self, kind: BlockKind) -> int:
        """Set the gap before a block of this kind; where the block begins."""
        if self.blocks:
            tight = kind == "list item" and self.blocks[-1].kind == "list item"
            self._write([("\n" if tight else "\n\n", PLAIN)])
        return self._length

    def _write(self, runs: Runs) -> None:
        for written, styles in runs:
            start = self._length
            self._parts.append(written)
            self._length += len(written)
            for style in sorted(styles):
                last = self._newest.get(style)
                if last is not None and self._styles[last].span.end == start:
                    self._styles[last] = Styled(Span(self._styles[last].span.start, self._length), style)
                else:
                    self._newest[style] = len(self._styles)
                    self._styles.append(Styled(Span(start, self._length), style))
        if self._length > self._most:
            raise ReadError(
                f"holds more than {self._most:,} characters of text; cut out the part to compare and open that, "
                "or raise the limit in the preferences"
            )


def _tidy(runs: Runs, repair: Callable[[str], str] | None) -> list[Run]:
    """The runs with single spaces, none at either end and none twice where two runs meet."""
    found: list[Run] = []
    spaced = True
    for written, styles in runs:
        text = _CONTROL.sub(" ", written)
        if "superscript" in styles and text.strip() and _RAISABLE.issuperset(text):
            text = raised(found[-1][0] if found else "", text)
        if not text.isascii():
            text = text.encode("utf-8", "replace").decode("utf-8")
            text = repair(text) if repair else text
        text = _SPACES.sub(" ", text)
        if spaced:
            text = text.removeprefix(" ")
        if text:
            found.append((text, styles))
            spaced = text.endswith(" ")
    while found and not found[-1][0].strip():
        found.pop()
    while found and not found[0][0].strip():  # no-break spaces and the like
        found.pop(0)
    if found:
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
        found[0] = (found[0][0].lstrip(), found[0][1])
    return found


def split_at_breaks(runs: Sequence[Run]) -> list[list[Run]]:
    """A paragraph parted at its line breaks, but where a line goes on in small letters: there it was only full."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        if run is BREAK:
            parts.append([])
        else:
            parts[-1].append(run)
    joined = parts[:1]
    for part in parts[1:]:
        before, after = ("".join(text for text, _ in side).strip() for side in (joined[-1], part))
        if after[:1].islower() and before and not ends_sentence(before):
            joined[-1] = [*joined[-1], (" ", PLAIN), *part]
        else:
            joined.append(part)
    return joined


def split_at_lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Text whose line ends count, parted as plain text is: lines that were broken only to fit a page stay together."""
    text = "".join(written for written, _ in runs)
    return [_cut(runs, block.span) for block in plain_blocks(text)]


def _cut(runs: Sequence[Run], span: Span) -> list[Run]:
    found: list[Run] = []
    start = 0
    for written, styles in runs:
        cut = written[max(0, span.start - start) : max(0, span.end - start)]
        if cut:
            found.append((cut, styles))
        start += len(written)
        if start >= span.end:
            break
    return found
