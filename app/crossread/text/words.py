"""Texts into tokens, and tokens into the forms that are compared."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from crossread.text.span import Span
from crossread.text.token import Token, TokenKind

_IDEOGRAPHS = "぀-ヿ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_IDEOGRAPHS}]"
_JOINED = "̀-ͯ҃-֑҇-ׇؐ-ًؚ-ٰٟऀ-ःऺ-ॏ়-্\xad\u200b-‍⁠﻿"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,  '’٫٬]\d+)*)"
    rf"|(?P<word>(?:[A-Za-z]\.){{2,}}|{_LETTER}[^\W_{_IDEOGRAPHS}{_JOINED}]*(?:(?:[{_JOINED}]+|['’ʼ](?={_LETTER}))[^\W_{_IDEOGRAPHS}]*)*"
    rf"|[{_IDEOGRAPHS}])"
    rf"|(?P<mark>[^\s\w]|_)"
)
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b‌‍⁠﻿"))
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                       "‐": "-", "‑": "-", "–": "-", "—": "-", "…": "."})  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The form in which words are compared: compatibility forms, typographic variants and case made one."""
    return unicodedata.normalize("NFKC", text.translate(_SAME).translate(_INVISIBLE)).casefold()


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The words, numbers and marks of ``text``, or of a stretch of it.

    Args:
        text: any text.
        span: the stretch to read, in code points; all of it by default. Spans of the tokens count from the
            start of ``text`` in any case.
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        written = match.group()
        found.append(Token(Span(match.start(), match.end()), written, fold(written), kind))
    return tuple(found)


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def stem(normal: str) -> str:
    """The stem of a token's normal form, by the Snowball stemmer for English (Porter 2)."""
    return str(_stemmer.stemWord(normal.removesuffix("'s")))
