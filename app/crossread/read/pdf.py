"""PDF: columns in the order of reading, paragraphs put together from lines, running heads and page numbers told."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from crossread.errors import ReadError
from crossread.read.builder import PLAIN, Run, TextBuilder
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.pdf_order import Row, in_order
from crossread.read.pdf_page import Line, PageText, Word, hyphens, joined_units, page_text
from crossread.read.repair import Repair
from crossread.text.blocks import begins_item, ends_sentence
from crossread.text.form import Place, Style
from crossread.text.span import Span

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_EDGE = 0.13  # of the height of a page, at its top and bottom, where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|s\.|pagina|página|стр\.?)\s*)?(?P<number>\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:/|of|von|de|di|из|sur)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a PDF.

    Raises:
        ReadError: it is damaged, protected, or holds only pictures of text.
    """
    import pypdfium2 as pdfium

    document = opened(source.data)
    try:
        count = len(document)
        pages: list[PageText] = []
        damaged: list[int] = []
        for number in range(min(count, source.limits.pages)):
            if number % 10 == 0:
                source.progress(number / count)
            try:
                pages.append(page_text(document, number))
            except pdfium.PdfiumError:
                damaged.append(number + 1)
                pages.append(PageText(number, "", 0.0, 0.0))
        author, day = _facts(document)
    finally:
        document.close()
    left_out = _left_out(pages, count)
    if damaged:
        left_out.append(f"Damaged pages were left out: {', '.join(map(str, damaged[:20]))}.")
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    _mark_furniture(pages)
    _Writer(builder, pages).write()
    return (
        Extract(
            "PDF", builder.text(), tuple(builder.blocks), builder.form(), author=author, file_date=day,
            left_out=tuple(left_out), mojibake=repair.met,
        ),
    )  # fmt: skip


def opened(data: bytes) -> "pdfium.PdfDocument":
    """The document in these bytes; close it.

    Raises:
        ReadError: it is damaged or protected.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        if len(document):
            return document
        document.close()
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError("is protected by a password; save a copy without one and open that") from error
    raise ReadError("is damaged or cut off, so that it has no pages; fetch it again, or print it anew as PDF")


def _facts(document: "pdfium.PdfDocument") -> tuple[str, str | None]:
    said = document.get_metadata_dict(skip_empty=True)
    day = _DAY.match(str(said.get("CreationDate", "")))
    return " ".join(str(said.get("Author", "")).split())[:500], "-".join(day.groups()) if day else None


def _left_out(pages: list[PageText], count: int) -> list[str]:
    empty = [page for page in pages if not page.lines]
    scanned = [page for page in empty if page.pictures]
    if len(empty) == len(pages):
        raise ReadError(
            "is a scan: its pages are pictures without text; run it through text recognition (OCR) and open the result"
            if scanned
            else "has no text on its pages; choose a file with text in it"
        )
    said = []
    if scanned:
        numbers = ", ".join(str(page.number + 1) for page in scanned[:10]) + (
            " ..." if len(scanned) > 10 else ""
        )
        said.append(
            f"Of {len(scanned)} pages nothing was read, for they are pictures without text ({numbers}); text "
            "recognition (OCR) would make them readable."
            if len(scanned) > 1
            else f"Page {numbers} was not read, for it is a picture without text; text recognition (OCR) would make it "
            "readable."
        )
    if count > len(pages):
        said.append(f"Only the first {len(pages):,} of {count:,} pages were read.")
    if comments := sum(page.comments for page in pages):
        said.append("1 comment was left out." if comments == 1 else f"{comments:,} comments were left out.")
    return said


# ---- running heads and page numbers


def _mark_furniture(pages: list[PageText]) -> None:
    """Lines at the edges of pages that say the same on several of them, figures apart, or that count the pages."""
    edges = [(page, line) for page in pages for line in _at_edges(page)]
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for page, line in edges:
        seen[_likeness(line)].add(page.number)
    printed = Counter(
        int(match["number"]) - page.number
        for page, line in edges
        if (match := _PAGE_NUMBER.fullmatch(line.text)) and match["number"].isdecimal()
    )
    for page, line in edges:
        key = _likeness(line)
        times = max(len(seen[key[0], key[1] + by]) for by in (-1, 0, 1))
        match = _PAGE_NUMBER.fullmatch(line.text)
        counts = bool(match and match["number"].isdecimal() and (
            printed[int(match["number"]) - page.number] > 1 or (len(pages) == 1 and int(match["number"]) == 1)
        ))  # fmt: skip
        if counts and match and not page.label:
            page.label = match["number"]
        if counts or times >= 3 or (times == len(pages) > 1):
            line.furniture = True


def _at_edges(page: PageText) -> list[Line]:
    if not page.lines:
        return []
    low, high = min(line.bottom for line in page.lines), max(line.top for line in page.lines)
    lines = [
        line
        for line in page.lines
        if min(high - line.bottom, line.top - low) < max(_EDGE * page.height, 2 * line.size)
    ]
    tops = sorted({round(line.top) for line in lines if line.bottom > (low + high) / 2}, reverse=True)[:3]
    bottoms = sorted({round(line.bottom) for line in lines if line.bottom <= (low + high) / 2})[:3]
    return [line for line in lines if round(line.top) in tops or round(line.bottom) in bottoms]


def _likeness(line: Line) -> tuple[str, int]:
    return _FIGURES.sub("#", line.text), round(line.bottom / 6)


# ---- paragraphs


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, each with the page it stands on."""

    rows: list[tuple[Row, int]] = field(default_factory=list)

    @property
    def last(self) -> Row:
        return self.rows[-1][0]

    @property
    def size(self) -> float:
        return self.rows[0][0].first.size


class _Writer:
    """Pages into a text.

    Args:
        builder: of the text.
        pages: with their running heads marked.
    """

    def __init__(self, builder: TextBuilder, pages: list[PageText]) -> None:
        self._builder = builder
        self._pages = pages
        self._finished = 0  # pages whose heads and feet are written
        rows = [
            (row, page.number)
            for page in pages
            for row in in_order([x for x in page.lines if not x.furniture])
        ]
        self._rows = rows
        self._body = median([row.first.size for row, _ in rows for _ in row.first.words] or [10.0])
        self._pitch = self._usual_pitch()
        self._words = Counter(
            word.text.strip(".,;:!?()[]\"'“”‘’").casefold()
            for row, _ in rows
            for cell in row.cells
            for word in cell.words
        )
        larger = sorted(
            {round(row.first.size) for row, _ in rows if row.first.size > 1.15 * self._body}, reverse=True
        )
        self._levels = {size: min(level, 6) for level, size in enumerate(larger, 1)}

    def write(self) -> None:
        """Write paragraphs and tables; heads and feet of a page follow the paragraph that runs over its end."""
        begun = -1
        for paragraph in self._paragraphs():
            while begun < paragraph.rows[0][1]:
                begun += 1
                self._furniture_before(begun)
                self._builder.page(self._label(begun))
            begun = self._write(paragraph, begun)
            self._furniture_before(begun)
        while begun + 1 < len(self._pages):
            begun += 1
            self._furniture_before(begun)
            self._builder.page(self._label(begun))
        self._furniture_before(len(self._pages))

    def _label(self, page: int) -> str:
        return self._pages[page].label or str(page + 1)

    def _furniture_before(self, page: int) -> None:
        """Write the heads and feet of all pages before this one that are not written yet."""
        for number in range(self._finished, page):
            self._furniture([line for line in self._pages[number].lines if line.furniture], number)
        self._finished = max(self._finished, page)

    def _furniture(self, lines: list[Line], page: int) -> None:
        for line in lines:
            span = self._builder.add(joined_units(line.text), "boilerplate")
            if span:
                self._builder.place(Place(span, page, *line.box))

    def _usual_pitch(self) -> float:
        """The usual distance of two lines that follow each other, in heights of a line."""
        gaps = [
            (a.first.bottom - b.first.bottom) / a.first.size
            for (a, m), (b, n) in zip(self._rows, self._rows[1:], strict=False)
            if m == n and a.flow == b.flow and abs(a.first.size - b.first.size) < 0.1 * a.first.size
        ]
        close = [gap for gap in gaps if 0.5 < gap < 2.5]
        return median(close) if close else 1.2

    def _paragraphs(self) -> Iterator[_Paragraph]:
        paragraph = _Paragraph()
        for row, page in self._rows:
            if paragraph.rows and not self._continues(paragraph, row, page):
                yield paragraph
                paragraph = _Paragraph()
            paragraph.rows.append((row, page))
        if paragraph.rows:
            yield paragraph

    def _continues(self, paragraph: _Paragraph, row: Row, page: int) -> bool:
        last, last_page = paragraph.rows[-1]
        a, b = last.cells[-1], row.first
        if len(last.cells) > 1 or len(row.cells) > 1:
            return len(last.cells) > 1 and len(row.cells) > 1 and page == last_page and _aligned(last, row)
        if abs(a.size - b.size) > 0.12 * max(a.size, b.size) or _begins_list(b):
            return False
        ended = ends_sentence(a.text)
        full = a.right + _first_width(b) > last.right - 0.3 * b.size
        if page != last_page or row.flow != last.flow:
            return full and not ended and not _is_short(paragraph)
        gap = (last.first.bottom - b.bottom) / a.size
        if gap > 1.3 * self._pitch or gap < 0.3:
            return False
        if b.left > last.first.left + 0.8 * b.size and not _begins_list(paragraph.rows[0][0].first):
            # The first line of a paragraph, unless the one before it is the first that the others hang under.
            return len(paragraph.rows) == 1 and full and not ended
        if _bold(a) != _bold(b) and (_bold(a) or ended):
            return False
        return full or (not ended and b.text[:1].islower())

    def _write(self, paragraph: _Paragraph, begun: int) -> int:
        """Write a paragraph; the last page it reaches, whose beginning is told."""
        if len(paragraph.rows[0][0].cells) > 1:
            self._table(paragraph)
            return begun
        runs: list[Run] = []
        marks: list[tuple[int, Line, int]] = []  # runs before each line
        for number, (row, page) in enumerate(paragraph.rows):
            marks.append((len(runs), row.first, page))
            following = paragraph.rows[number + 1][0].first if number + 1 < len(paragraph.rows) else None
            runs += self._line_runs(row.first, following)
        level = self._levels.get(round(paragraph.size), 0)
        heading = level and len(paragraph.rows) <= 3 and len(runs) <= 2 * 40
        span = self._builder.add(runs, "heading" if heading else "text", level if heading else 0)
        if span is None:
            return begun
        at = span.start
        done = 0
        for number, (before, line, page) in enumerate(marks):
            at += sum(len(written) for written, _ in runs[done:before])
            done = before
            end = marks[number + 1][0] if number + 1 < len(marks) else len(runs)
            length = len("".join(written for written, _ in runs[before:end]).rstrip())
            while begun < page:
                begun += 1
                self._builder.page_at(self._label(begun), min(at, span.end))
            self._builder.place(Place(Span(min(at, span.end), min(at + length, span.end)), page, *line.box))
        return begun

    def _line_runs(self, line: Line, following: Line | None) -> list[Run]:
        runs: list[Run] = []
        for number, word in enumerate(line.words):
            text = joined_units(word.text)
            last = number == len(line.words) - 1
            if last and following is not None and hyphens(text):
                text = self._unhyphenated(text, joined_units(following.words[0].text))
                runs.append((text, word.styles))
            else:
                text = text.translate(_NO_HYPHENS)
                runs += (
                    [(text, word.styles)]
                    if last and following is None
                    else [(text, word.styles), (" ", _space(line, number))]
                )
        return runs

    def _unhyphenated(self, text: str, following: str) -> str:
        """A word parted at the end of a line, without its hyphen where that came with the line's end."""
        stem = text.rstrip("-‐\x02\ufffe\xad")
        rest = following.rstrip(".,;:!?()[]\"'“”‘’").casefold()
        whole, parted = f"{stem}{rest}".casefold(), f"{stem}-{rest}".casefold()
        whole, parted = whole.lstrip("(\"'“‘["), parted.lstrip("(\"'“‘[")
        if following[:1].islower() and self._words[parted] <= self._words[whole]:
            return stem
        return f"{stem}-"

    def _table(self, paragraph: _Paragraph) -> None:
        edges = _columns([row for row, _ in paragraph.rows])
        for row, page in paragraph.rows:
            cells: list[list[Run]] = [[] for _ in edges]
            for cell in row.cells:
                column = min(range(len(edges)), key=lambda n: abs(edges[n] - cell.left))
                cells[column] += [
                    run
                    for word in cell.words
                    for run in (
                        (joined_units(word.text).translate(_NO_HYPHENS), word.styles),
                        (" ", word.styles),
                    )
                ]
            if len(paragraph.rows) == 1:
                span = self._builder.add([run for cell in cells for run in cell])
            else:
                self._builder.row(cells)
                span = self._builder.blocks[-1].span
            if span:
                box = (
                    min(cell.box[0] for cell in row.cells), min(cell.box[1] for cell in row.cells),
                    max(cell.box[2] for cell in row.cells), max(cell.box[3] for cell in row.cells),
                )  # fmt: skip
                self._builder.place(Place(span, page, *box))
        self._builder.end_table()


_NO_HYPHENS = {0x02: "-", 0xFFFE: "-"}


def _space(line: Line, number: int) -> frozenset[Style]:
    """A space stands out like the words on both its sides."""
    following = line.words[number + 1].styles if number + 1 < len(line.words) else PLAIN
    return line.words[number].styles & following


def _first_width(line: Line) -> float:
    word: Word = line.words[0]
    return word.right - word.left + 0.2 * line.size


def _is_short(paragraph: _Paragraph) -> bool:
    return len(paragraph.rows) == 1 and len(paragraph.rows[0][0].first.words) < 5


def _begins_list(line: Line) -> bool:
    return begins_item(line.text)


def _bold(line: Line) -> bool:
    return all("strong" in word.styles for word in line.words)


def _aligned(a: Row, b: Row) -> bool:
    """Whether cells of two rows begin or end below each other."""
    return (
        sum(any(abs(x.left - y.left) < 6 or abs(x.right - y.right) < 6 for y in b.cells) for x in a.cells)
        >= min(len(a.cells), len(b.cells)) - 1
        and a.first.bottom - b.first.bottom < 4 * a.first.size
    )


def _columns(rows: list[Row]) -> list[float]:
    """Left edges of the columns of a table."""
    widest = max(rows, key=lambda row: len(row.cells))
    return [cell.left for cell in widest.cells]
