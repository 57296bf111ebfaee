"""Help in small windows: what the marks mean, the keys, why passages are aligned, what this program is."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from crossread import __version__
from crossread.align.link import Link, Row
from crossread.comparison import Comparison
from crossread.paths import resource
from crossread.present.firmness import firmness, scale
from crossread.present.matrix import PairShares
from crossread.present.palette import Palette
from crossread.text.shown import one_line, percent
from crossread.ui.actions import MENUS, entries
from crossread.ui.styling.fonts import SERIF, label_font, reading_font
from crossread.ui.styling.paint import Sample, paint_sample, sample_width
from crossread.ui.widgets.disc import paint_disc

_DISC = "disc:"  # the name under which a dialog's text finds the pictures of the levels
_MEANINGS: tuple[tuple[Sample, str, str, str], ...] = (
    ("number", "25,000", "=", "A number or date on which the documents agree."),
    ("number", "28.8 million", "≈", "One document rounds what another states more exactly."),
    ("number", "April and June", "⊂", "One document is vaguer; what it says contains what the other says."),
    ("contradiction", "three months", "≠", "A number or date that contradicts another document."),
    ("wording", "fake accounts", "", "Other words for the same thing than in the linked passage."),
    ("spun", "AI mannequin", "", "A word put in another's place by a program that rewrites texts."),
    ("hedge", "allegedly", "", "The document reports, alleges, doubts or denies it; it does not assert it."),
    (
        "firmness",
        "",
        "",
        "How firmly a passage claims it: from the top asserted, reported, alleged, doubted, denied.",
    ),
    ("character", "word", "!", "Hidden or deceptive characters in this word: a sign of tampering."),
    ("missing", "                ", "", "The document says nothing on this topic."),
    ("ghost", "↑ said in the row above", "", "The document says this, but at another point of its text."),
    (
        "grey",
        "Tags: China, AI",
        "",
        "Not part of the article (tags, advertisements, footers); left out of the comparison.",
    ),
    ("found", "words", "", "What you are looking for."),
)

_PAGE_KEYS = (
    ("Rows and columns", "arrow keys"),
    ("Next finding in the cell", "Enter"),
    ("Columns that have no room", "[ and ]"),
    ("Zoom", "Ctrl+wheel"),
    ("Select text besides what is selected", "Ctrl+drag"),
    ("Merge two rows", "drag a row by its gutter"),
    ("Move a cell, or split it off", "drag its left edge"),
    ("Pages of the original", "Left and Right"),
    ("Size of the original", "+ and -, Ctrl+wheel"),
)
PRESENTATION_KEYS = (
    ("Next and previous finding", "Right and Left, N and P, a clicker"),
    ("On, and back", "Space, Page down, Down, and Page up, Up"),
    ("First and last finding", "Home and End"),
    ("To a finding by its number", "its digits, Enter"),
    ("Two columns, or one finding", "T"),
    ("Confirm, dispute, note", "A, D, M"),
    ("Private notes, shown or hidden", "Ctrl+Shift+M"),
    ("Blank screen, clock to nought", "B, R"),
    ("Larger, smaller, as designed", "+, -, 0"),
    ("Leave", "Esc, F5"),
)
_TABLE_KEYS = (
    ("Rows, documents, entries", "arrow keys"),
    ("To the entry's place in the text", "Enter, click"),
    ("Pick several values of facts for a correction", "Space, Ctrl+click"),
    ("From date to date on the timeline", "arrow keys"),
)


def legend_dialog(parent: QWidget, palette: Palette) -> QDialog:
    """Every mark, painted as on the page, with a sentence."""
    dialog, layout = framed(parent, "Legend")
    grid = QGridLayout()
    grid.setHorizontalSpacing(22)
    grid.setVerticalSpacing(9)
    grid.setColumnStretch(1, 1)
    for row, (sample, words, badge, meaning) in enumerate(_MEANINGS):
        picture = QLabel(dialog)
        picture.setPixmap(_picture(dialog, palette, sample, words, badge))
        picture.setAccessibleName(words.strip() or "hatched")
        text = QLabel(meaning, dialog)
        grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(text, row, 1)
    layout.insertLayout(0, grid)
    layout.insertWidget(
        1,
        _quiet(
            "The figure at the left of a row says how many of the documents speak of its topic, the disc below how "
            "near the wording of the two most alike is: empty on the topic only, full word for word.\n"
            "A pin there: the row was set right by hand. A balloon over underlined text: a note is on it.\n"
            "In Reading, the darker a passage and the broader the bar at its left, the graver what differs.",
            dialog,
        ),
    )
    return dialog


def shortcuts_dialog(parent: QWidget) -> QDialog:
    """Every action with its keys, menu by menu."""
    dialog, layout = framed(parent, "Keyboard shortcuts")
    parts = []
    for title, lines in MENUS:
        keys = [
            (
                entry.text,
                _keys(entry.keys) + (" in the list of documents" if entry.scope == "documents" else ""),
            )
            for entry in entries(lines)
        ]
        parts.append(_key_table(title, keys))
    parts += [_key_table("Page", _PAGE_KEYS), _key_table("Facts, Names and Quotations", _TABLE_KEYS)]
    parts.append(_key_table("Presentation", PRESENTATION_KEYS))
    layout.insertWidget(0, browser("".join(parts), "Keyboard shortcuts", dialog))
    dialog.resize(560, 640)
    return dialog


def why_dialog(parent: QWidget, comparison: Comparison, row: Row) -> QDialog:
    """Why the passages of a row stand on one line: each link with its likeness and its reasons."""
    dialog, layout = framed(parent, "Why aligned?")
    inside = {passage for _, passages in row.passages for passage in passages}
    links = [link for link in comparison.links if link.a in inside and link.b in inside]
    parts = [f"<p>{len(row.documents)} of {len(comparison.documents)} documents speak of this topic.</p>"]
    parts += _scales(comparison, row)
    for link in sorted(links, key=lambda link: -link.score):
        (first, passage_a), (second, passage_b) = comparison.passage[link.a], comparison.passage[link.b]
        reasons = "; ".join(link.why) or "their words are alike"
        moved = " They stand at different points of their texts." if link.moved else ""
        parts.append(
            f"<p style='margin: 16px 0 3px 0'>{strong(f'{first.id} and {second.id}')}&nbsp; "
            f"<img src='{_DISC}{link.level}'>&nbsp; {link.degree}: {_alike(link)}. "
            f"{_sentence(escape(one_line(reasons)))}.{moved}</p>"
        )
        for document, passage in ((first, passage_a), (second, passage_b)):
            parts.append(
                f"<p style='margin: 2px 0 2px 18px; font-family: {SERIF}; font-size: 11pt'>"
                f"{strong(document.id)}&nbsp; {_quoted(document.of(passage))}</p>"
            )
    if not links:
        parts.append("<p>Only one document speaks here, so nothing had to be aligned.</p>")
    shown = browser("", "Why these passages are aligned", dialog)
    for level in range(5):
        picture = _disc(shown, level)
        shown.document().addResource(
            QTextDocument.ResourceType.ImageResource, QUrl(f"{_DISC}{level}"), picture
        )
    shown.setHtml("".join(parts))
    layout.insertWidget(0, shown)
    dialog.resize(640, 480)
    return dialog


def _scales(comparison: Comparison, row: Row) -> list[str]:
    """How firmly each passage of a row claims what it says, from denied at the left to asserted at the right."""
    lines = [
        f"<tr><td style='padding: 1px 12px 1px 18px'>{strong(each.document)}</td>"
        f"<td style='padding: 1px 12px 1px 0'>{scale(each.step)}</td>"
        f"<td>{escape(one_line(each.words))}</td></tr>"
        for each in firmness(comparison, row)
    ]
    told = "<p style='margin: 16px 0 3px 0'>How firmly it is claimed, from denied to asserted:</p>"
    return [f"{told}<table cellspacing='0'>{''.join(lines)}</table>"] if lines else []


def matrix_dialog(parent: QWidget, pairs: Sequence[PairShares]) -> QDialog:
    """How much of each two documents is linked, copied and reworded."""
    dialog, layout = framed(parent, "Copied from one another")
    cell = "<td align='right' style='padding: 4px 0 4px 28px'>"
    rows = "".join(
        f"<tr><td style='padding: 4px 0'>{strong(f'{pair.a} and {pair.b}')}</td>"
        f"{cell}{percent(pair.linked)}</td>{cell}{percent(pair.copied)}</td>{cell}{percent(pair.reworded)}</td></tr>"
        for pair in pairs
    )
    heads = "".join(f"{cell}{head}</td>" for head in ("linked", "copied", "reworded"))
    table = (
        f"<table cellspacing='0'><tr><td></td>{heads}</tr>{rows}</table>"
        if rows
        else "<p>Nothing to compare.</p>"
    )
    layout.insertWidget(0, browser(table, "Shares of linked, copied and reworded text", dialog))
    layout.insertWidget(
        1,
        _quiet(
            "Shares of the text of both documents, boilerplate apart. Copied: three quarters of a passage's words "
            "or more stand in its counterpart; reworded: three tenths or more.",
            dialog,
        ),
    )
    dialog.resize(520, 420)
    return dialog


def _alike(link: Link) -> str:
    words = f"{percent(link.equal)} of the words are the same"
    return f"{words}, at most {link.run} in a row" if link.run > 1 else words


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _disc(widget: QWidget, level: int) -> QPixmap:
    """How near the wording of a link is, as the Grid shows it."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(round(12 * ratio), round(12 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_disc(painter, QRectF(0, 0, 12, 12), widget.palette().text().color(), level / 4)
    painter.end()
    return picture


def about_dialog(parent: QWidget) -> QDialog:
    """What this program is."""
    dialog, layout = framed(parent, "About Crossread")
    icon = QLabel(dialog)
    icon.setPixmap(QIcon(str(resource("icons", "crossread.svg"))).pixmap(64, 64))
    title = QLabel(f"Crossread {__version__}", dialog)
    title.setFont(reading_font(20))
    words = QLabel(
        "Lays documents on one event side by side, aligns the passages on the same topic\n"
        "and shows where their numbers and their words differ.\n\n"
        "It never opens a network connection: nothing leaves this machine.\n"
        "MIT licence. Set in Source Serif 4, Inter and Source Code Pro (SIL Open Font License).",
        dialog,
    )
    column = QVBoxLayout()
    column.addWidget(title)
    column.addWidget(words)
    row = QHBoxLayout()
    row.setSpacing(18)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column)
    layout.insertLayout(0, row)
    return dialog


def framed(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    """A dialog with a button that closes it, and the layout to put things above that."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(f"{title} – Crossread")
    dialog.setModal(False)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setAccessibleName("Close")
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 20, 22, 16)
    layout.setSpacing(14)
    layout.addWidget(buttons)
    return dialog, layout


def browser(html: str, name: str, parent: QWidget) -> QTextBrowser:
    """Text to read in a dialog; ``name`` is for those who listen."""
    made = QTextBrowser(parent)
    made.setOpenLinks(False)
    made.setHtml(html)
    made.setAccessibleName(name)
    return made


def _key_table(title: str, keys: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td width='240' style='padding: 3px 0'>{escape(text.replace('&', ''))}</td>"
        f"<td style='padding: 3px 0'>{escape(shown)}</td></tr>"
        for text, shown in keys
    )
    return (
        f"<p style='font-weight: 600; margin: 14px 0 4px 0'>{title.replace('&', '')}</p><table>{rows}</table>"
    )


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label


def strong(text: str) -> str:
    """Words as heavy rich text."""
    # <b> asks for a weight that our fonts do not have, and Qt would smear the letters.
    return f"<span style='font-weight: 600'>{escape(text)}</span>"


def _quoted(text: str) -> str:
    return f"“{escape(one_line(text, 400))}”"


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(
        QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString(native) for key in keys
    )


def _picture(widget: QWidget, palette: Palette, sample: Sample, words: str, badge: str) -> QPixmap:
    ratio = widget.devicePixelRatioF()
    width = sample_width(words, badge, sample, 14.5) + 4
    picture = QPixmap(int(width * ratio), int(26 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(palette.ground))
    painter = QPainter(picture)
    painter.setFont(label_font(13))
    paint_sample(painter, QPointF(2, 18), palette, sample, words, badge, 14.5)
    painter.end()
    return picture
