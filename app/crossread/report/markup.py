"""HTML that cannot be broken by what stands in a document: plain strings are escaped, only Html is not."""

import html
import re
from collections.abc import Iterable

from crossread.text.shown import plain_line

# HTML forbids most control characters: each is shown by its picture, so that no offset shifts.
_CONTROLS: dict[int, str] = (
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
    | {0x7F: "\u2421"}
    | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
)
_UNPAIRED = re.compile("[\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"meta", "input", "br", "hr", "col"})

Attribute = str | int | bool | None


class Html(str):
    """Markup that is already safe: it is put into a page as it is."""

    __slots__ = ()


def visible(text: str) -> str:
    """The text with each character that HTML or a terminal must not hold replaced by one that can be seen."""
    return _UNPAIRED.sub("\ufffd", text.translate(_CONTROLS))


def escape(text: str) -> Html:
    """The text as HTML, for content and quoted attributes alike; Html comes back unchanged."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(visible(text), quote=True))


def join(parts: Iterable[str], between: str = "") -> Html:
    """The parts one after another, plain strings escaped."""
    return Html(escape(between).join(escape(part) for part in parts))


def element(tag: str, *content: str, **attributes: Attribute) -> Html:
    """One element.

    Args:
        tag: its name.
        content: what it holds; plain strings are escaped.
        attributes: by name, a trailing underscore left out (``class_``) and inner ones turned into hyphens;
            True gives an attribute without a value, None and False none at all.
    """
    written = [tag]
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        written.append(key if value is True else f'{key}="{escape(str(value))}"')
    opening = f"<{' '.join(written)}>"
    return Html(opening if tag in _VOID else f"{opening}{join(content)}</{tag}>")


def name(text: str) -> Html:
    """A name from outside, kept from turning the direction of what stands around it."""
    return element("bdi", plain_line(text))
