"""The sections of a PDF in the side panel of whatever shows it."""

from collections.abc import Sequence
from io import BytesIO


def bookmarked(pdf: bytes, sections: Sequence[tuple[str, int]]) -> bytes:
    """A PDF with a bookmark for each of its sections.

    Args:
        pdf: one that we made; Qt writes none itself.
        sections: each with its page, counted from 1.
    """
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pdf))
    for title, page in sections:
        writer.add_outline_item(title=title, page_number=page - 1)
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()
