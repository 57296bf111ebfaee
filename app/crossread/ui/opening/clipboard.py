"""What was copied or dragged from another program: its text, its HTML, or a link that is not followed."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

EMPTY = "There is no text on the clipboard; copy one and paste again."
LINK = (
    "This is a link, and Crossread never fetches anything from a network; open it in a browser, then save the "
    "page and open the file, or copy its text and paste it here (Ctrl+Shift+V)."
)


@dataclass(frozen=True, slots=True)
class Copied:
    """A text that was copied or dragged.

    Attributes:
        plain: as plain text, or empty.
        html: as HTML, or empty.
    """

    plain: str = ""
    html: str = ""


def copied(data: QMimeData) -> Copied | None:
    """The text in what was copied or dragged; None where there is none, or nothing but a link."""
    plain = data.text() if data.hasText() else ""
    html = data.html() if data.hasHtml() else ""
    if not any(character.isalnum() for character in plain + html) or is_link(data):
        return None
    return Copied(plain, html)


def is_link(data: QMimeData) -> bool:
    """Whether this is the address of a page or a picture, and no text of it."""
    remote = [url for url in data.urls() if not url.isLocalFile()]
    words = data.text().split() if data.hasText() else []
    return bool(remote) and all("://" in word for word in words)
