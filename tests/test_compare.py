"""The pipeline as a whole."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.errors import Cancelled
from crossread.read import read_all, read_text
from crossread.text.document import Document

SEEDS = Path(__file__).parents[1] / "seeds"
WORDS = ["Harbour", "storm", "seven", "1,200", "houses", "flooded", "in", "the", "mayor", "said", "Tuesday"]


def in_terms_of_texts(comparison: Comparison) -> tuple[set[object], set[object]]:
    """Links and rows without the letters: digests and spans."""

    def place(passage: str) -> tuple[str, int, int]:
        document, found = comparison.passage[passage]
        return document.digest, found.span.start, found.span.end

    links = {(frozenset((place(link.a), place(link.b))), link.score, link.moved) for link in comparison.links}
    rows = {
        (row.id, frozenset(place(p) for _, passages in row.passages for p in passages))
        for row in comparison.rows
    }
    return links, rows


@pytest.fixture(scope="module")
def seeds() -> tuple[Document, ...]:
    return read_all([SEEDS]).documents


def test_the_order_of_the_seeds_changes_neither_links_nor_rows_nor_findings(
    seeds: tuple[Document, ...],
) -> None:
    first = compare(seeds)
    for order in list(permutations(seeds))[7::19]:
        again = compare([d.labelled("ABCDE"[i]) for i, d in enumerate(order)])
        assert in_terms_of_texts(again) == in_terms_of_texts(first)
        assert [f.id for f in again.findings] == [f.id for f in first.findings]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=5),
        min_size=2,
        max_size=4,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_any_documents_changes_neither_links_nor_rows(
    texts: list[list[list[str]]], random: object
) -> None:
    made = [
        read_text("\n\n".join(" ".join(words) + "." for words in text), f"{i}.txt", "ABCD"[i])
        for i, text in enumerate(texts)
    ]
    shuffled = list(made)
    random.shuffle(shuffled)
    again = compare([d.labelled("ABCD"[i]) for i, d in enumerate(shuffled)])
    assert in_terms_of_texts(again) == in_terms_of_texts(compare(made))


def test_one_document_is_read_but_compared_with_nothing(seeds: tuple[Document, ...]) -> None:
    alone = compare(seeds[:1])
    assert (alone.links, alone.rows, alone.findings) == ((), (), ())
    assert alone.quantities


def test_documents_of_one_letter_get_letters_of_their_own(seeds: tuple[Document, ...]) -> None:
    made = compare([document.labelled("A") for document in seeds[:3]])
    assert [document.id for document in made.documents] == ["A", "B", "C"]


def test_progress_rises_to_one_and_says_what_is_done(seeds: tuple[Document, ...]) -> None:
    seen: list[tuple[str, float]] = []
    compare(seeds, progress=lambda stage, share: seen.append((stage, share)))
    shares = [share for _, share in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(stage for stage, _ in seen)


@pytest.mark.parametrize("after", [0, 1, 3, 6, 10])
def test_it_stops_when_asked_to(seeds: tuple[Document, ...], after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        compare(seeds, cancelled=cancelled)


def test_documents_without_a_date_are_read_as_of_the_latest_that_has_one() -> None:
    dated = replace(read_text("The storm hit in April. Ten boats sank.", "a.txt", "A"), date="2026-06-25")
    undated = read_text("A storm on June 10 destroyed twelve boats, the mayor said.", "b.txt", "B")
    days = {m.quantity.start_date for m in compare((dated, undated)).quantities if m.document == "B"}
    assert date(2026, 6, 10) in days
