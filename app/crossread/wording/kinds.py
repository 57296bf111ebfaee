"""What sort of difference stands between two wordings."""

from collections.abc import Sequence
from functools import lru_cache

from diff_match_patch import diff_match_patch

from crossread.text.token import Token
from crossread.text.words import stem
from crossread.wording.closed_class import FUNCTION_WORDS, NEGATIONS, NUMBER_WORDS
from crossread.wording.edit import EditKind

_SPELT_ALIKE = 0.75


def kind_of(a: Sequence[Token], b: Sequence[Token]) -> EditKind:
    """The kind of an edit that puts ``b`` in the place of ``a``; either may be empty."""
    words_a, words_b = _words(a), _words(b)
    if not words_a and not words_b:
        return "punctuation"
    if _letters(words_a) == _letters(words_b):
        return "case" if [t.text for t in a] != [t.text for t in b] and len(a) == len(b) else "punctuation"
    if any(t.normal in NEGATIONS for t in words_a) != any(t.normal in NEGATIONS for t in words_b):
        return "meaning"
    if not words_a or not words_b:
        return "insertion" if not words_a else "deletion"
    return _replacement(words_a, words_b)


def _replacement(a: list[Token], b: list[Token]) -> EditKind:
    if all(map(_is_number, a)) and all(map(_is_number, b)):
        return "number"
    if all(t.normal in FUNCTION_WORDS for t in (*a, *b)):
        return "function"
    if [stem(t.normal) for t in a] == [stem(t.normal) for t in b]:
        return "inflection"
    if len(a) == len(b) == 1 and spelt_alike(a[0].normal, b[0].normal):
        return "spelling"
    if all(t.text[0].isupper() for t in (*a, *b)):
        return "name"
    return "other"


def _words(found: Sequence[Token]) -> list[Token]:
    return [token for token in found if token.kind != "mark"]


def _letters(found: Sequence[Token]) -> str:
    return "".join(token.normal.replace("'", "") for token in found)


def _is_number(token: Token) -> bool:
    return token.kind == "number" or token.normal in NUMBER_WORDS


def letters(a: str, b: str) -> tuple[tuple[int, str], ...]:
    """The letters by which two spellings differ: -1 only in ``a``, 1 only in ``b``, 0 in both, with the
    letters.
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # single words: always finished, never given up by the clock
    found = engine.diff_main(a, b, False)
    engine.diff_cleanupSemantic(found)
    return tuple((int(operation), str(text)) for operation, text in found)


@lru_cache(maxsize=20_000)
def spelt_alike(a: str, b: str) -> bool:
    """Whether two words look like spellings of one: a common beginning and most letters in common."""
    if min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    kept = sum(len(text) for operation, text in letters(a, b) if not operation)
    return kept >= _SPELT_ALIKE * max(len(a), len(b))
