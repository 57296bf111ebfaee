"""Finds characters that are not seen: zero-width characters, controls, odd spaces, selectors and tags.

Each is judged by its neighbours, so that typesetting, emoji and other scripts are not called tampering.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.claims.character import CharacterKind
from crossread.claims.scripts import is_alphabetic, script

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f\u17b4\u17b5")
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDES = frozenset("\u202d\u202e")
_ISOLATES = frozenset("\u2068\u2069")
_MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u061c")
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LINES = frozenset("\u2028\u2029\x85\x0b\x0c")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{2,7}\U000e007f")
_UNSPACED = frozenset(
    {"THAI", "KHMER", "LAO", "MYANMAR", "CJK", "HIRAGANA", "KATAKANA", "TIBETAN", "BOPOMOFO"}
)
_BREAKABLE = frozenset("/.-_&=?#:\\@|,;")
_STEGANOGRAPHIC_RUN = 3  # this many zero-width characters in a row carry a message, not a layout


@dataclass(frozen=True, slots=True)
class Found:
    """A hidden or deceptive stretch of a text, before it is given to a document.

    Attributes:
        start, end: half-open, in code points of the text.
        kind: what sort of character it is.
        tampering: whether it is a sign that somebody tampered with the text.
        why: what it does, as the end of a sentence that begins with "it".
        clean: what stands for it in a cleaned text; None where it stays.
    """

    start: int
    end: int
    kind: CharacterKind
    tampering: bool
    why: str
    clean: str | None


class HiddenCharacters:
    """One pass over a text; ``found`` yields in the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._flags = {at for flag in _FLAG.finditer(text) for at in range(flag.start() + 1, flag.end())}
        self._line_starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        self._right_to_left: dict[int, bool] = {}
        self._hyphenated = _is_hyphenated_throughout(text)

    def found(self) -> Iterator[Found]:
        """Every hidden character, judged."""
        for run in _HIDDEN.finditer(self._text):
            start, end = run.span()
            before = self._text[start - 1] if start else ""
            after = self._text[end] if end < len(self._text) else ""
            zero_width = sum(character in _ZERO_WIDTH for character in run.group())
            for at in range(start, end):
                near = self._text[at - 1] if at > start else before
                yield self._judged(at, before, near, after, zero_width)

    def _judged(self, at: int, before: str, near: str, after: str, zero_width: int) -> Found:
        """The verdict on the character at ``at``: ``before`` and ``after`` stand round its run, ``near`` before it."""
        character = self._text[at]
        code = ord(character)
        kind: CharacterKind
        if character in _ZERO_WIDTH:
            kind, harmless = "zero width", self._zero_width(at, before, after, zero_width)
            clean: str | None = None if harmless and "\u200b" != character != "\ufeff" else ""
        elif character == "\xad":
            kind, clean, harmless = "soft hyphen", "", self._soft_hyphen(before, after)
        elif character in _DIRECTION:
            kind, harmless = "direction", self._direction(at, before, after)
            clean = None if harmless and self._has_right_to_left(at) else ""
        elif 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x180B <= code <= 0x180F:
            kind, harmless = "variation", _selects(character, near, after)
            clean = None if harmless else ""
        elif 0xE0000 <= code <= 0xE0FFF:
            kind = "tag"
            harmless = "is part of the flag before it" if at in self._flags else ""
            clean = None if harmless else ""
        elif character in _FILLERS:
            kind = "filler"
            harmless = "stands beside Korean letters" if "HANGUL" in (script(before), script(after)) else ""
            clean = None if harmless else ""
        elif character in _LINES or unicodedata.category(character) in ("Zs", "Zl", "Zp"):
            kind, harmless = "space", _spaces(character, before, after)
            clean = "\n" if character in _LINES else (None if "wide" in harmless else " ")
        else:
            kind, clean = "control", ""
            harmless = "" if _in_word(before, after) else "is left over from another program"
        return Found(at, at + 1, kind, not harmless, harmless or _ACCUSATION[kind], clean)

    def _zero_width(self, at: int, before: str, after: str, run: int) -> str:
        character = self._text[at]
        if character == "\ufeff" and at == 0:
            return "marks the encoding at the start of a file"
        if character == "\u200d" and _joins_emoji(before, after):
            return "joins an emoji"
        if _foreign(before) and (_foreign(after) or not is_alphabetic(after)):
            return "shapes the letters beside it"
        if run >= _STEGANOGRAPHIC_RUN:
            return ""
        if script(before) in _UNSPACED or script(after) in _UNSPACED:
            return "allows a line to break"
        if not _in_word(before, after) and (
            before in _BREAKABLE or not before.isalnum() or not after.isalnum()
        ):
            return "is left over from a web page"
        return ""

    def _soft_hyphen(self, before: str, after: str) -> str:
        if self._hyphenated and before.isalpha() and after.isalpha():
            return "marks where a word may be parted, as in all long words of this text"
        return "" if _in_word(before, after) else "is left over from a line end"

    def _direction(self, at: int, before: str, after: str) -> str:
        character = self._text[at]
        if character in _OVERRIDES:
            return ""
        if self._has_right_to_left(at):
            return "sets the direction of text that runs from right to left"
        if character in _ISOLATES or character in _MARKS_OF_DIRECTION:
            return (
                ""
                if _in_word(before, after)
                else "is left over from a program that writes in both directions"
            )
        return ""

    def _has_right_to_left(self, at: int) -> bool:
        line = bisect_right(self._line_starts, at) - 1
        if line not in self._right_to_left:
            end = self._line_starts[line + 1] if line + 1 < len(self._line_starts) else len(self._text)
            self._right_to_left[line] = bool(_RIGHT_TO_LEFT.search(self._text, self._line_starts[line], end))
        return self._right_to_left[line]


_ACCUSATION: dict[CharacterKind, str] = {
    "zero width": "is invisible and breaks a word for every search",
    "soft hyphen": "is invisible here and breaks a word for every search",
    "direction": "changes the order in which characters are shown",
    "variation": "selects a form that this character does not have",
    "tag": "is invisible and can carry hidden text",
    "space": "looks like a space but is another character",
    "control": "is an invisible control character inside a word",
    "filler": "is invisible and takes the place of a letter or a space",
}


def _in_word(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum()


def _foreign(character: str) -> bool:
    return bool(character) and character.isalpha() and not is_alphabetic(character)


def _joins_emoji(before: str, after: str) -> bool:
    return unicodedata.category(before or " ") in ("So", "Sk") and unicodedata.category(after or " ") in (
        "So",
        "Sm",
    )


def _selects(character: str, before: str, after: str) -> str:
    """Why a variation selector is in its place, or nothing: it follows what it has no forms for."""
    if not before:
        return ""
    category = unicodedata.category(before)
    if character in "\ufe0e\ufe0f":
        keycap = before in "0123456789#*" and after == "\u20e3"
        return "selects the look of the sign before it" if keycap or category in ("So", "Sm", "Sk", "Po") or (
            before in "ℹⓂ"
        ) else ""  # fmt: skip
    if (
        script(before) in ("CJK", "MONGOLIAN", "MYANMAR", "PHAGS-PA", "HIRAGANA", "KATAKANA")
        or category == "Sm"
    ):
        return "selects the look of the sign before it"
    return ""


def _spaces(character: str, before: str, after: str) -> str:
    """Why an unusual space is in its place, or nothing."""
    if character == "\xa0":
        return "keeps two words on one line"
    if character in _LINES:
        return "ends a line"
    if character == "\u3000":
        wide = (
            script(before) in _UNSPACED
            or script(after) in _UNSPACED
            or not (before.isalpha() and after.isalpha())
        )
        return "is the wide space of East Asian text" if wide else ""
    if before.isalpha() and after.isalpha():
        return ""
    return "is a typesetter's space"


def _is_hyphenated_throughout(text: str) -> bool:
    """Whether soft hyphens are set by a typesetter: in many of the long words and in none of the short ones."""
    if "\xad" not in text:
        return False
    long_words = marked = short_marked = 0
    for word in re.findall(r"[^\W\d_\xad]+(?:\xad[^\W\d_\xad]+)*", text):
        letters = len(word.replace("\xad", ""))
        if "\xad" in word:
            marked += letters >= 6
            short_marked += letters < 5
        long_words += letters >= 8
    return short_marked == 0 and marked >= 3 and marked * 3 >= long_words
