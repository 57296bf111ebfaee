"""Texts from anywhere, made safe to show on one line among our own words."""

import re
import unicodedata

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
# Letters, marks and figures of scripts that run from right to left.
_TURNING = frozenset(("R", "AL", "AN"))
# Where Unicode keeps them: to see at once that most texts have none.
_MAY_TURN = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Among the characters that only steer others, these are seen: joiners shape the letters beside them, Arabic signs of
# number are written round their figures.
_SEEN = frozenset(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def percent(share: float) -> str:
    """A share from 0 to 1 as it is written everywhere but in tables for programs: "56 %"."""
    return f"{100 * share:.0f} %"


def plain_line(text: str, limit: int = 0) -> str:
    """``text`` on one line, without control and direction characters: for a cell, a field, an element of its own.

    Args:
        text: any, also what is no text (unpaired surrogates).
        limit: how many characters there may be; what is longer is cut with …; 0 for any number.
    """
    # Most are printable throughout, and a report makes thousands of lines.
    line = " ".join((text if text.isprintable() else "".join(map(_shown, text))).split())
    return _cut(line, limit)


def one_line(text: str, limit: int = 0) -> str:
    """As ``plain_line``, for what stands among our own words: it cannot turn the direction of what is around it.

    A text that runs from right to left is isolated; what is isolated already stays so, for sentences of ours are built
    of names that went through here before.

    Args:
        text: any, also what is no text.
        limit: how many characters there may be, besides those that isolate the whole; 0 for any number.
    """
    if text.isprintable() and not _MAY_TURN.search(text):
        return plain_line(text, limit)
    kept = (c if c in (_ISOLATE, _END_ISOLATE) else _shown(c) for c in text)
    line = _cut(" ".join(_balanced("".join(kept)).split()), limit)
    if not line.strip(f" {_ISOLATE}{_END_ISOLATE}"):
        return ""
    line += _END_ISOLATE * (line.count(_ISOLATE) - line.count(_END_ISOLATE))
    return f"{_ISOLATE}{line}{_END_ISOLATE}" if _turns(line) else line


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if category == "Cs" or character in "\ufffe\uffff":
        return "\ufffd"
    return "" if category == "Cf" and character not in _SEEN else character


def _cut(line: str, limit: int) -> str:
    return line[: limit - 1].rstrip() + "…" if limit and len(line) > limit else line


def _balanced(text: str) -> str:
    """The text without isolates that begin and never end, or end and never began."""
    kept: list[str] = []
    begun: list[int] = []
    for character in text:
        if character == _ISOLATE:
            begun.append(len(kept))
        elif character == _END_ISOLATE:
            if not begun:
                continue
            begun.pop()
        kept.append(character)
    for at in begun:
        kept[at] = ""
    return "".join(kept)


def _turns(line: str) -> bool:
    """Whether something runs from right to left that is not isolated."""
    depth = 0
    for character in line:
        depth += (character == _ISOLATE) - (character == _END_ISOLATE)
        if not depth and unicodedata.bidirectional(character) in _TURNING:
            return True
    return False
