"""Writes small PDFs by hand, so that every place in them is known."""

from collections.abc import Iterable

Drawn = tuple[float, float, float, str]
"""Where a line begins (points from the lower left corner), the size of its letters, its text."""


def pdf_file(*objects: str) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def drawn(pages: Iterable[Iterable[Drawn]]) -> bytes:
    """A PDF of pages on each of which lines are drawn in the order given."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        stream = "\n".join(
            f"BT /F {size} Tf {x} {y} Td ({text.translate(_ESCAPED)}) Tj ET" for x, y, size, text in lines
        )
        objects.append(f"<</Length {len(stream.encode('latin-1'))}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return pdf_file(*objects)


_ESCAPED = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}
