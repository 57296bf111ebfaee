"""Texts from anywhere, made safe to show on one line among our own words."""

import unicodedata

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def one_line(text: str, limit: int = 0) -> str:
    """``text`` on one line, without control and direction characters, cut with … at ``limit`` characters.

    A text with right-to-left letters is isolated, so that it cannot turn the words around it.
    """
    visible = "".join(_shown(character) for character in text)
    line = " ".join(visible.split())
    if limit and len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in line):
        line = f"{_ISOLATE}{line}{_END_ISOLATE}"
    return line


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cf" and character != "\u200d" else character
