"""Texts into tokens, and tokens into the forms that are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock

import Stemmer

from crossread.text.counting import IDEOGRAPHS
from crossread.text.span import Span
from crossread.text.token import Token, TokenKind

# Python's \w leaves out combining marks, without which Hindi, Thai or decomposed Latin fall to pieces.
# These are the Unicode ranges that hold them; a range may hold letters of its script too, but neither
# punctuation nor spaces.
_MARK_RANGES = """
300-36f 483-489 591-5bd 5bf-5bf 5c1-5c2 5c4-5c5 5c7-5c7 610-61a 64b-65f 670-670 6d6-6dc 6df-6e8 6ea-6ed
711-7f3 7fd-7fd 816-82d 859-85b 898-8e1 8e3-963 981-9e3 9fe-a75 a81-ae3 afa-b63 b82-bd7 c00-c63 c81-c83
cbc-d4d d57-d57 d62-d63 d81-df3 e31-e3a e47-e4e eb1-ecd f18-f19 f35-f35 f37-f37 f39-f39 f3e-f84 f86-fbc
fc6-fc6 102b-103e 1056-109d 135d-135f 1712-1734 1752-17d3 17dd-17dd 180b-180d 180f-193b 1a17-1a1b 1a55-1a7f
1ab0-1b44 1b6b-1b73 1b80-1bf3 1c24-1c37 1cd0-1cd2 1cd4-1dff 20d0-20f0 2cef-2cf1 2d7f-2dff 302a-302f
3099-309a a66f-a672 a674-a67d a69e-a69f a6f0-a6f1 a802-a827 a82c-a82c a880-a8c5 a8e0-a8f1 a8ff-a92d
a947-a953 a980-a9c0 a9e5-aa4d aa7b-aac1 aaeb-aaef aaf5-aaf6 abe3-abea abec-abed fb1e-fb1e fe20-fe2f
101fd-102e0 10376-1037a 10a01-10a3f 10ae5-10ae6 10d24-10d27 10eab-10eac 10f46-10f50 10f82-10f85 11000-11046
11070-110ba 110c2-110c2 11100-11134 11145-11173 11180-111c0 111c9-111cc 111ce-111cf 1122c-11237 1123e-1123e
112df-11446 1145e-114c3 115af-115c0 115dc-11640 116ab-116b7 1171d-1172b 1182c-1183a 11930-11943 119d1-119e0
119e4-11a3e 11a47-11a99 11c2f-11c3f 11c92-11d97 11ef3-11ef6 16af0-16af4 16b30-16b36 16f4f-16f92 16fe4-16ff1
1bc9d-1bc9e 1cf00-1cf46 1d165-1d169 1d16d-1d172 1d17b-1d182 1d185-1d18b 1d1aa-1d1ad 1d242-1d244 1da00-1da36
1da3b-1da6c 1da75-1da75 1da84-1da84 1da9b-1daaf 1e000-1e136 1e2ae-1e2ef 1e8d0-1e94a
"""
_MARKS = "".join(
    f"{chr(int(start, 16))}-{chr(int(end, 16))}"
    for start, end in (pair.split("-") for pair in _MARK_RANGES.split())
)
_JOINERS = "\xad\u200b-\u200d\u2060\ufeff"  # invisible: they neither end a word nor count in it
# Every mark, joiner and ideograph, and much else, but for Latin, Greek and Cyrillic letters: few passages hold one.
_UNUSUAL = re.compile(
    "[\xad\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u200b-\u200d\u2060-\u209f\u20d0-\u20ff\u2c00-\U0010ffff]"
)
_SPACES = " \xa0\u2009\u202f"
# Groups of three digits, Indian groups, then a decimal part; dotted numbers (versions, dates); plain figures.
# A group is repeated as often as possible, never less, by a look ahead: Python before 3.11.5 matches "(?:...)++" too
# far. Possessive quantifiers and bounded repeats keep the time linear on digits without end.
_NUMBER = rf"""
    (?:\d{{1,3}}(?:(?=(?P<whole1>(?:,\d{{3}})+))(?P=whole1)|(?=(?P<whole2>(?:\.\d{{3}})+))(?P=whole2)|(?=(?P<whole3>(?:[{_SPACES}]\d{{3}}(?!\d))+))(?P=whole3)|(?=(?P<whole4>(?:['’٬]\d{{3}})+))(?P=whole4))(?!\d)
      |\d{{1,2}}(?:,\d{{2}}){{1,6}},\d{{3}}(?!\d)
    )(?:[.,٫]\d++)?(?![.,٫]\d)
    |\d++(?:\.\d++)+
    |(?<!\d,)\d++[,٫]\d++(?![,٫]\d)
    |\d++[¼-¾⅐-⅞]?
    |[¼-¾⅐-⅞]
"""


def _pattern(letter: str, letters: str, ideograph: str, after_mark: str) -> re.Pattern[str]:
    """What matches one token.

    Args:
        letter, letters: what a word begins with, and what goes on with it.
        ideograph: a word of one character, with what belongs to it.
        after_mark: what belongs to a mark.
    """
    lines = rf"""
        (?P<number>{_NUMBER})
        |(?P<word>{letter}(?:\.{letter})+(?!{letters})\.?
          |{letter}{letters}*+(?:['’ʼ](?={letter}){letters}++)*
          |{ideograph}
          |\w)
        |(?P<mark>_|[^\s\w]{after_mark})
    """
    return re.compile("".join(line.strip() for line in lines.splitlines()))


_PLAIN = _pattern(r"[^\W\d_¼-¾⅐-⅞]", r"[^\W_]", r"(?!)", "")


@cache
def _every() -> re.Pattern[str]:
    """What matches one token of any text; 12 ms to compile."""
    return _pattern(
        rf"[^\W\d_{IDEOGRAPHS}¼-¾⅐-⅞]",
        rf"(?:[^\W_{IDEOGRAPHS}]|[{_MARKS}{_JOINERS}])",
        rf"[{IDEOGRAPHS}][{_MARKS}]*",
        r"(?:[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[^\s\w])*",
    )


_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u2060\ufeff"))
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                       "‐": "-", "‑": "-", "–": "-", "—": "-", "…": "."})  # fmt: skip
_CACHED_LENGTH = 100  # longer strings are no words; keeping them would only cost memory


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The words, numbers and marks of ``text``, or of a stretch of it.

    Hyphens part words, apostrophes inside words do not; dotted abbreviations ("U.S.") are one word; Han
    and kana are one token a character; digits grouped by commas, dots, apostrophes or single spaces are
    one number.

    Args:
        text: any text.
        span: the stretch to read, in code points; all of it by default. Spans of the tokens count from the
            start of ``text`` in any case.
    """
    found = []
    for match in _matches(text, span):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # its groups are named by the kinds
        written = match.group()
        found.append(Token(Span(match.start(), match.end()), written, fold(written), kind))
    return tuple(found)


def _matches(text: str, span: Span | None) -> Iterator[re.Match[str]]:
    start, end = (span.start, span.end) if span else (0, len(text))
    pattern = _every() if _UNUSUAL.search(text, start, end) else _PLAIN
    return pattern.finditer(text, start, end)


def composed(text: str) -> str:
    """``text`` with letters and their marks in one form (NFC), whichever it came in."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def words_as_written(text: str, span: Span | None = None) -> list[str]:
    """The words among the tokens of ``text``, or of a stretch of it, where only their letters count: much faster."""
    return [match.group() for match in _matches(text, span) if match.lastgroup == "word"]


def fold(text: str) -> str:
    """The form in which words are compared: compatibility forms, typography, digits and case made one."""
    if text.isascii():
        return text.lower()
    return _fold_cached(text) if len(text) <= _CACHED_LENGTH else _fold(text)


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_SAME).translate(_INVISIBLE)).casefold()
    if not folded.isascii():
        folded = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    # Compatibility forms such as "ŉ" turn into typography themselves: it is made one a second time.
    return unicodedata.normalize("NFKC", folded).translate(_SAME)


_fold_cached = lru_cache(maxsize=200_000)(_fold)
_stemmer = Stemmer.Stemmer("english", 0)  # no cache of its own: stem() keeps what it was asked
_stemming = Lock()  # the stemmer keeps the word it works on in itself, and windows compare in threads


@lru_cache(maxsize=200_000)
def stem(normal: str) -> str:
    """The stem of a token's normal form, by the Snowball stemmer for English (Porter 2)."""
    bare = normal.removesuffix("'s")
    try:
        with _stemming:
            return str(_stemmer.stemWord(bare))
    except UnicodeEncodeError:  # half a character, which UTF-8 cannot write: no word has one
        return bare
