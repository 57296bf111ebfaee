"""A document as lines that a person can check: each block with its kind, then its form and where it came from."""

from crossread.text.document import Document
from crossread.text.span import Span


def described(document: Document) -> str:
    """The document in plain lines."""
    text, form, origin = document.text, document.form, document.provenance
    levels = {heading.span.start: heading.level for heading in form.headings}
    levels |= {item.span.start: item.level for item in form.items}
    paragraphs: dict[int, list[Span]] = {}
    kinds = {}
    for passage in document.passages:
        paragraphs.setdefault(passage.paragraph, []).append(passage.span)
        kinds[passage.paragraph] = passage.kind
    lines = [
        f"title: {document.title}",
        f"date: {document.date} ({origin.date_basis or 'not known'})",
        f"publisher: {document.publisher}",
        f"author: {origin.author}",
        f"address: {origin.address}",
        f"read as: {origin.reader}, {origin.encoding or 'encoding settled by the format'}",
        f"language: {document.language}",
        *(f"left out: {sentence}" for sentence in origin.left_out),
        "",
    ]
    for number, spans in paragraphs.items():
        whole = Span(spans[0].start, spans[-1].end)
        level = f" {levels[whole.start]}" if whole.start in levels else ""
        lines.append(f"[{kinds[number]}{level}] {' '.join(whole.of(text).split())}")
    lines.append("")
    lines += [f"{styled.style}: {styled.span.of(text)}" for styled in form.styles]
    lines += [
        f"table: {' / '.join(', '.join(cell.of(text) or '-' for cell in row) for row in table.rows)}"
        for table in form.tables
    ]
    lines += [f"page {page.label}: {_ends(page.span.of(text))}" for page in form.pages]
    lines += [f"{cue.begins} to {cue.ends} ms: {cue.span.of(text)}" for cue in form.cues]
    return "\n".join(lines).rstrip() + "\n"


def _ends(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) < 60 else f"{plain[:28]} ... {plain[-28:]}"
