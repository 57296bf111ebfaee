"""How many words a text has."""

import pytest

from crossread.text.counting import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The fire, said Ada Adler - 14 engines - is out.", 11),  # a dash between spaces counts, as it did
        ("约120名工人逃离仓库。", 9),
        ("カメラを買った。 Two cameras.", 9),
        ("اندلع حريق في الميناء", 4),
    ],
)
def test_words_are_counted_by_spaces_and_ideographs_one_by_one(text: str, words: int) -> None:
    assert count_words(text) == words
