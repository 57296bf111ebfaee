"""What is tried in the place of words."""

import math

from hypothesis import given
from hypothesis import strategies as st

from crossread.spin.company import company
from crossread.spin.neighbours import Neighbours
from crossread.spin.spinbook import spinbook
from crossread.spin.usage import usage
from crossread.text.thesaurus import thesaurus

WORDS = st.lists(
    st.sampled_from([*list(thesaurus().number)[::97], *sorted(spinbook().restored), "notlistedatall", "é"]),
    max_size=30,
)


def tried(word: str, by_the_book: bool) -> list[tuple[str, float]]:
    """The same for one word, asked for one by one."""
    near = {other: close for other, close in thesaurus().neighbours(word) if close >= 0.25}
    if by_the_book:
        near |= {other: max(near.get(other, 0.0), 1.2) for other in spinbook().restored.get(word, ())}
    return [(other, math.log(close)) for other, close in sorted(near.items()) if usage().find(other) >= 0]


@given(WORDS, st.booleans())
def test_many_words_at_once_have_the_neighbours_of_each(words: list[str], by_the_book: bool) -> None:
    found = Neighbours.of(words, by_the_book)
    each = {k: some for k, word in enumerate(words) if (some := tried(word, by_the_book))}
    assert found.rich.tolist() == list(each)
    assert found.lengths.tolist() == [len(some) for some in each.values()]
    flat = [one for some in each.values() for one in some]
    assert [usage().words[number] for number in found.number.tolist()] == [word for word, _ in flat]
    assert found.closeness.tolist() == [close for _, close in flat]
    assert found.row.tolist() == company().places(word for word, _ in flat).tolist()


def test_the_tables_agree_on_the_words_of_the_thesaurus() -> None:
    listed = list(thesaurus().number)
    assert company().in_usage.tolist() == usage().numbers(listed).tolist()
    assert company().row_of.max() == company().unlisted
    assert usage().words == sorted(usage().words)  # neighbours go by the alphabet
