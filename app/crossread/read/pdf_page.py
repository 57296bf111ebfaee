"""A page of a PDF as words with their places, put together into lines."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import hypot, pi
from typing import TYPE_CHECKING, Final

from crossread.read.builder import raised
from crossread.text.form import Style

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_WORD = re.compile(
    r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?"
)  # with the mark that PDFium sets for a hyphen at the end of a line
_BULLET = re.compile(r"(?:[•‣◦▪●∙·–*-]|\d{1,3}[.)]|[a-z]\))(?=\w)")
_BULLETS: Final = "•‣◦▪●∙"
_BREAK = re.compile(r"\r\n?|\n")
GAP: Final = 1.3  # heights of a line between two words; spaces stay below it, the space between columns above
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!tri)", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_BELOW, _ABOVE = 0.22, 0.78  # of the size of a font, what letters reach below and above their base line
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6  # flags of fonts in PDF
_HYPHENS: Final = "\x02\ufffe\xad"


@dataclass(slots=True)
class Word:
    """A word on a page: its box in points from the lower left corner, as a reader sees the page."""

    text: str
    left: float
    right: float
    styles: frozenset[Style]


@dataclass(slots=True)
class Line:
    """Words on one base line, none of them far from the next.

    Attributes:
        words: from left to right.
        left: of its box.
        bottom: of its box.
        right: of its box.
        top: of its box.
        box: the same box in the coordinates of the page as the file has them: left, bottom, right, top.
        furniture: whether it is a running head, a page number or stands aslant.
        number: of its row, from the top of its page.
    """

    words: list[Word]
    left: float
    bottom: float
    right: float
    top: float
    box: tuple[float, float, float, float]
    furniture: bool = False

    @property
    def size(self) -> float:
        """Height of its letters."""
        return self.top - self.bottom

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class PageText:
    """What stands on a page.

    Attributes:
        number: from 0.
        label: as the file calls it, or empty.
        width: in points.
        height: in points.
        lines: in the order of the file.
        pictures: whether there are any.
        comments: how many notes were stuck to it.
    """

    number: int
    label: str
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    pictures: bool = False
    comments: int = 0


def page_text(document: "pdfium.PdfDocument", number: int) -> PageText:
    """What stands on a page of a PDF."""
    from pypdfium2 import raw

    page = document[number]
    try:
        width, height = page.get_size()
        found = PageText(number, _label(document, number), width, height)
        found.comments = _comments(page)
        text_page = page.get_textpage()
        try:
            found.lines = _lines(text_page)
        finally:
            text_page.close()
        if not found.lines:
            found.pictures = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return found
    finally:
        page.close()


def _label(document: "pdfium.PdfDocument", number: int) -> str:
    label = document.get_page_label(number) or ""
    return label if label.isprintable() and len(label) < 20 else ""


def _comments(page: "pdfium.PdfPage") -> int:
    from pypdfium2 import raw

    count = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 1_000)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            count += raw.FPDFAnnot_GetSubtype(annotation) in (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT)
            raw.FPDFPage_CloseAnnot(annotation)
    return count


class _Letters:
    """The letters of a page, and where each stands."""

    def __init__(self, text_page: "pdfium.PdfTextPage") -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, text_page.raw
        self._box = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(number) for number in self._box]
        self._matrix = raw.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._fonts: dict[tuple[bytes, int], frozenset[Style]] = {}
        count = max(0, raw.FPDFText_CountChars(self._page))
        self.text = self._units(text_page, count)

    def _units(self, text_page: "pdfium.PdfTextPage", count: int) -> str:
        """The text with one character for each index that PDFium counts."""
        text: str = text_page.get_text_range() if count else ""
        if len(text) == count and text.isascii():
            return text
        units = text.encode("utf-16-le", "surrogatepass")
        if len(units) == 2 * count:
            return text if len(text) == count else "".join(map(chr, memoryview(units).cast("H")))
        return "".join(chr(min(self._raw.FPDFText_GetUnicode(self._page, i), 0x10FFFF)) for i in range(count))

    def sides(self, index: int) -> tuple[float, float, float, float]:
        """The box of a letter's ink: left, right, bottom, top."""
        self._raw.FPDFText_GetCharBox(self._page, index, *self._refs)
        left, right, bottom, top = self._box
        return left.value, right.value, bottom.value, top.value

    def origin(self, index: int) -> tuple[float, float]:
        """Where on its base line a letter begins."""
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._refs[0], self._refs[1])
        return self._box[0].value, self._box[1].value

    def size(self, index: int) -> float:
        """Size of a letter's font in points, as it is printed."""
        self._raw.FPDFText_GetMatrix(self._page, index, self._matrix_ref)
        scale = hypot(self._matrix.c, self._matrix.d)
        return float(self._raw.FPDFText_GetFontSize(self._page, index)) * (scale or 1.0)

    def font_size(self, index: int) -> float:
        """Size of a letter's font before anything is scaled: to tell one letter from the next."""
        return float(self._raw.FPDFText_GetFontSize(self._page, index))

    def turn(self, index: int) -> int:
        """How a letter is turned: 0, 90, 180 or 270 degrees, -1 for anything between."""
        degrees = self._raw.FPDFText_GetCharAngle(self._page, index) * 180 / pi
        nearest = round(degrees / 90) * 90
        return nearest % 360 if abs(degrees - nearest) < 5 else -1

    def styles(self, index: int) -> frozenset[Style]:
        """Emphasis, by the name of the font."""
        size = self._raw.FPDFText_GetFontInfo(self._page, index, self._name, 128, ctypes.byref(self._flags))
        key = (self._name.raw[: min(size, 128)], self._flags.value)
        if key not in self._fonts:
            name = key[0].rstrip(b"\x00").decode("utf-8", "replace")
            found: set[Style] = set()
            if _BOLD.search(name) or key[1] & _FORCE_BOLD:
                found.add("strong")
            if _SLANTED.search(name) or key[1] & _ITALIC:
                found.add("emphasis")
            self._fonts[key] = frozenset(found)
        return self._fonts[key]


def _lines(text_page: "pdfium.PdfTextPage") -> list[Line]:
    letters = _Letters(text_page)
    found: list[tuple[int, list[tuple[int, int]]]] = []
    start = 0
    for end in [*(match.start() for match in _BREAK.finditer(letters.text)), len(letters.text)]:
        words = [match.span() for match in _WORD.finditer(letters.text, start, end)]
        if words:
            found.append((letters.turn(words[0][0]), words))
        start = end
    if not found:
        return []
    turn = Counter(turned for turned, words in found for _ in words).most_common(1)[0][0]
    lines: list[Line] = []
    for turned, words in found:
        for line in _parted(letters, words, max(turn, 0)):
            line.furniture = turned != turn
            lines.append(line)
    return [line for line in lines if line.right > line.left and line.top > line.bottom]


def _parted(letters: _Letters, spans: list[tuple[int, int]], turn: int) -> list[Line]:
    """One line of PDFium's as the pieces that stand apart in it."""
    lines: list[Line] = []
    words: list[Word] = []
    size = letters.size(spans[0][0]) or 10.0
    along = (
        1 if turn in (90, 270) else 0
    )  # which of its origin's numbers tells where in its line a word begins
    base = letters.origin(spans[0][0])

    def close() -> None:
        if words:
            left, right = words[0].left, max(word.right for word in words)
            lines.append(_line(list(words), left, right, base, size, turn))
            words.clear()

    for start, end in _with_bullet_apart(letters, spans, size, along):
        first = letters.sides(start)
        last = first if end == start + 1 else letters.sides(end - 1)
        left, right = (first[0], last[1]) if not along else (first[2], last[3])
        if turn in (180, 270):  # it runs towards smaller numbers
            left, right = (-first[1], -last[0]) if not along else (-first[3], -last[2])
        gap = left - words[-1].right if words else 0.0
        if words and (gap > GAP * size or gap < -2 * size):
            close()
            size, base = letters.size(start) or size, letters.origin(start)
        words.append(Word(_word(letters, start, end), left, max(left, right), letters.styles(start)))
    close()
    return lines


def _with_bullet_apart(
    letters: _Letters, spans: list[tuple[int, int]], size: float, along: int
) -> list[tuple[int, int]]:
    """The words of a line, a bullet or number at its beginning apart from what it stands before.

    Between the two is a gap, but where they were drawn one by one no space that PDFium would see.
    """
    start, end = spans[0]
    bullet = _BULLET.match(letters.text, start, end)
    if bullet is None or along:
        return spans
    gap = letters.sides(bullet.end())[0] - letters.sides(bullet.end() - 1)[1]
    apart = bullet.group() in _BULLETS or gap > 0.25 * size
    return [(start, bullet.end()), (bullet.end(), end), *spans[1:]] if apart else spans


def _line(
    words: list[Word], left: float, right: float, base: tuple[float, float], size: float, turn: int
) -> Line:
    level = {0: base[1], 90: -base[0], 180: -base[1], 270: base[0]}[turn]
    bottom, top = level - _BELOW * size, level + _ABOVE * size
    box = {
        0: (left, bottom, right, top),
        90: (-top, left, -bottom, right),
        180: (-right, -top, -left, -bottom),
        270: (bottom, -right, top, -left),
    }[turn]
    return Line(words, left, bottom, right, top, box)


def _word(letters: _Letters, start: int, end: int) -> str:
    """A word, with a small raised figure at its end told apart from it: a note, or a power."""
    text = letters.text[start:end]
    if not text[-1].isdecimal() or end == start + 1:
        return text
    size = letters.font_size(start)
    if letters.font_size(end - 1) > 0.8 * size:
        return text
    at = end
    while at > start + 1 and letters.text[at - 1].isdecimal() and letters.font_size(at - 1) <= 0.8 * size:
        at -= 1
    return letters.text[start:at] + raised(letters.text[start:at], letters.text[at:end])


def around(boxes: Iterable[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    """The box around boxes: left, bottom, right, top."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def joined_units(text: str) -> str:
    """Text with halves of characters put together again."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def hyphens(text: str) -> bool:
    """Whether a line ends in a hyphen that may have come with the end of the line."""
    return bool(text) and (
        text[-1] in _HYPHENS or (text[-1] in "-‐" and len(text) > 1 and text[-2].isalpha())
    )
