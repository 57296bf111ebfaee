"""What kind of word a word is, as the pairing of words tells them apart."""

from functools import lru_cache

from crossread.wording.closed_class import CLASSES, NUMBER_WORDS


@lru_cache(maxsize=50_000)
def kind(word: str) -> int:
    """0 content word, 1 function word, 2 number, 3 mark."""
    if word in CLASSES:
        return 1
    if word[:1].isdigit() or word in NUMBER_WORDS:
        return 2
    return 0 if any(letter.isalnum() for letter in word) else 3
