"""Rich text (RTF) as tokens, and the code pages that it names."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

TokenKind = Literal["open", "close", "word", "symbol", "byte", "text"]

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
# What \fcharset and the like mean.
_CHARSETS: Final = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of rich text.

    Attributes:
        kind: what it is; a symbol is a control of one character, a byte one of an unnamed code page.
        text: the word, symbol or text; two hexadecimal figures of a byte.
        number: that follows a word, or None.
    """

    kind: TokenKind
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of rich text; binary data inside it is passed over."""
    text = data.decode("latin-1")
    at = 0
    while match := _TOKEN.match(text, at):
        at = match.end()
        kind = match.lastgroup
        if kind in ("number", "word"):
            number = int(match["number"]) if match["number"] else None
            word = match["word"]
            if word == "bin" and number:
                at += max(0, number)
            else:
                yield Token("word", word, number)
        elif kind:
            yield Token(kind, match[kind])  # type: ignore[arg-type]  # the groups are named by the kinds


def code_page(number: int) -> str:
    """The encoding that ``\\ansicpg`` or ``\\cpg`` names, Windows-1252 where Python has none."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def charset(number: int) -> str:
    """The encoding that ``\\fcharset`` names, or empty for the document's own."""
    return _CHARSETS.get(number, "")
