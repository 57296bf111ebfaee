"""Small windows that list the names and the quotations of all documents; a click leads to the text."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QWidget

from crossread.comparison import Comparison, Place
from crossread.present import name_grid, quoted
from crossread.present.palette import Palette
from crossread.text.span import Span
from crossread.ui import names
from crossread.ui.dialogs import browser, framed, strong

_CELL = "padding: 5px 16px 5px 0"
GoTo = Callable[[Place], None]


def names_dialog(
    parent: QWidget, comparison: Comparison, shown: Sequence[str], palette: Palette, go: GoTo
) -> QDialog:
    """Who and what is named, a row for each name, a column for each document.

    Args:
        parent: the window.
        comparison: what is open.
        shown: ids of the documents, from left to right.
        palette: the colours of the window.
        go: leads to a place in the text.
    """
    heads = "".join(f"<td style='{_CELL}'>{strong(document)}</td>" for document in shown)
    lines = [f"<tr><td style='{_CELL}'></td>{heads}</tr>"]
    for row in name_grid.name_grid(comparison, shown):
        cells = "".join(f"<td style='{_CELL}'>{_forms(cell, palette)}</td>" for cell in row.cells)
        grave = f" bgcolor='{palette.contradiction.ground}'" if row.is_grave else ""
        about = f"{row.kind}, {name_grid.VERDICT_WORDS[row.verdict]}"
        why = f"<br>{escape(names.one_line(row.explanation))}" if row.explanation else ""
        label = f"{strong(names.one_line(row.label))} <span style='color: {palette.dim}'>{about}{why}</span>"
        lines.append(
            f"<tr{grave}><td width='240' style='{_CELL}; padding-left: 6px'>{label}</td>{cells}</tr>"
        )
    html = f"<table cellspacing='0' width='100%'>{''.join(lines)}</table>"
    return _linked(parent, "Names", html if len(lines) > 1 else "<p>No names were found.</p>", go)


def quotations_dialog(
    parent: QWidget, comparison: Comparison, shown: Sequence[str], palette: Palette, go: GoTo
) -> QDialog:
    """What is quoted, by whom, and how it fared from document to document; the arguments are names_dialog's."""
    parts = []
    for row in quoted.quoted(comparison, shown):
        verdict = quoted.VERDICT_WORDS[row.verdict] + (", inside spun text" if row.in_spun_text else "")
        colour = palette.contradiction.ink if row.is_grave else palette.dim
        who = strong(names.one_line(row.speaker)) if row.speaker else "Speaker not named"
        parts.append(
            f"<p style='margin: 14px 0 3px 0'>{who} <span style='color: {colour}'>{verdict}</span></p>"
        )
        for line in row.lines:
            words = _quoted_words(comparison.document[line.document].text, line, palette)
            place = Place(line.document, line.span)
            parts.append(
                f"<p style='margin: 2px 0 2px 18px'>{strong(line.document)}&nbsp; {_link(place, words, palette)}</p>"
            )
    return _linked(parent, "Quotations", "".join(parts) or "<p>Nothing is quoted.</p>", go)


def _forms(cell: name_grid.NameCell, palette: Palette) -> str:
    """How a document writes a name, each form a link."""
    told = []
    for form in cell.forms:
        times = f" <span style='color: {palette.dim}'>{form.times:,}</span>" if form.times > 1 else ""
        words = escape(names.one_line(form.words))
        if form.misspelt:
            words = f"<span style='color: {palette.contradiction.ink}; font-weight: 600'>{words}</span>"
        told.append(_link(Place(cell.document, form.span), words, palette) + times)
    return "<br>".join(told) if told else f"<span style='color: {palette.faint}'>–</span>"


def _quoted_words(text: str, line: quoted.QuotedLine, palette: Palette) -> str:
    """What is quoted, with the words in colour that differ from another document's."""
    pieces, at = [], line.span.start
    for change in line.changed:
        if at <= change.start and change.end <= line.span.end:
            words = (
                f"<span style='color: {palette.wording.ink}; font-weight: 600'>{_plain(text, change)}</span>"
            )
            pieces += [_plain(text, Span(at, change.start)), words]
            at = change.end
    said = "".join([*pieces, _plain(text, Span(at, line.span.end))])
    return said if line.indirect else f"“{said}”"


def _plain(text: str, span: Span) -> str:
    said = span.of(text)
    inner = escape(names.one_line(said))
    return (" " if said[:1].isspace() else "") + inner + (" " if inner and said[-1:].isspace() else "")


def _link(place: Place, words: str, palette: Palette) -> str:
    address = f"place:{place.document}:{place.span.start}:{place.span.end}"
    return f"<a href='{address}' style='color: {palette.ink}; text-decoration: none'>{words}</a>"


def _linked(parent: QWidget, title: str, html: str, go: GoTo) -> QDialog:
    dialog, layout = framed(parent, title)
    text = browser(html, title, dialog)

    def follow(url: QUrl) -> None:
        _, document, start, end = url.toString().split(":")
        go(Place(document, Span(int(start), int(end))))

    text.anchorClicked.connect(follow)
    layout.insertWidget(0, text)
    dialog.resize(820, 560)
    return dialog
