"""A page of a PDF as a picture, with the boxes of a passage on it."""

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crossread.errors import ReadError
from crossread.read.pdf import opened
from crossread.read.pdf_page import Line, page_text

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_MOST_PIXELS = 25_000_000  # a poster is drawn smaller than was asked for


def picture(
    data: bytes, number: int, dpi: int, lines: Sequence[Sequence[float]]
) -> tuple[dict[str, Any], bytes]:
    """Draw a page.

    Args:
        data: the PDF.
        number: index of the page, from 0.
        dpi: pixels an inch.
        lines: of the passage, each with the box of a whole line (left, bottom, right, top in points), the characters
            of it where the passage begins and ends, and how many characters it has.

    Raises:
        ReadError: there is no such page, or the file is damaged.
    """
    document = opened(data)
    try:
        if not 0 <= number < len(document):
            raise ReadError("has no such page; open it again")
        count = len(document)
        known = page_text(document, number).lines if lines else []
        page = document[number]
        width, height = page.get_size()
        scale = min(dpi / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=True)
        boxes = [_on_picture(page, bitmap.width, bitmap.height, _exact(line, known)) for line in lines]
        pixels = _packed(bitmap)
        size = (bitmap.width, bitmap.height)
        bitmap.close()
        page.close()
    finally:
        document.close()
    return {"pages": count, "width": size[0], "height": size[1], "boxes": boxes}, pixels


def _exact(told: Sequence[float], known: Sequence[Line]) -> tuple[float, float, float, float]:
    """The box of a part of a line: from the words in it where the line is found again, else by its length."""
    left, bottom, right, top, start, end, length = told
    if start <= 0 and end >= length:
        return left, bottom, right, top
    line = next(
        (line for line in known if max(abs(a - b) for a, b in zip(line.box, told, strict=False)) < 0.5), None
    )
    if line is None or abs(line.left - left) > 0.5:  # gone, or turned against the page
        share = (right - left) / max(1, length)
        return left + share * start, bottom, left + share * end, top
    return _side(line, int(start), at_start=True), bottom, _side(line, int(end), at_start=False), top


def _side(line: Line, offset: int, *, at_start: bool) -> float:
    """How far right a character of a line stands."""
    at = 0
    for word in line.words:
        length = len(word.text)
        if offset < at + length or (not at_start and offset <= at + length):
            inside = max(0, offset - at) / max(1, length)
            return word.left + inside * (word.right - word.left)
        at += length + 1
    return line.right


def _on_picture(
    page: "pdfium.PdfPage", width: int, height: int, box: tuple[float, float, float, float]
) -> list[float]:
    from pypdfium2 import raw

    corners = []
    for x, y in (box[:2], box[2:]):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            page.raw, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        corners.append((across.value, down.value))
    (x0, y0), (x1, y1) = corners
    return [min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]


def _packed(bitmap: "pdfium.PdfBitmap") -> bytes:
    """Three bytes a pixel without gaps between rows, whatever form PDFium drew in."""
    data = bytes(bitmap.buffer)
    channels, width, stride = bitmap.n_channels, bitmap.width, bitmap.stride
    rows = []
    for row in range(bitmap.height):
        line = data[row * stride : row * stride + width * channels]
        if channels == 1:
            line = bytes(value for value in line for _ in range(3))
        elif channels == 4:
            without = bytearray(line)
            del without[3::4]
            line = bytes(without)
        rows.append(line)
    return b"".join(rows)
