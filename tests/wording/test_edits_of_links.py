import pytest

from crossread import wording
from crossread.align.link import Link
from crossread.text.document import Document, Passage
from crossread.text.span import Span


def one_sentence(name: str, text: str) -> Document:
    return Document(
        name, name, text, "", None, "en", text, (Passage(f"{name}1", Span(0, len(text)), "sentence", 0),)
    )


def edits(a: str, b: str) -> list[tuple[str, str, str]]:
    documents = one_sentence("A", a), one_sentence("B", b)
    found = wording.edits(documents, (Link("A1", "B1", 1.0, ()),)).edits
    return [(edit.a.span.of(a), edit.b.span.of(b), edit.kind) for edit in found]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("They found 25,000 accounts.", "They found 24,000 accounts.", ("25,000", "24,000", "number")),
        ("Ships were delayed.", "Ships were not delayed.", ("", "not", "meaning")),
        ("He carries the bag.", "He carried the bag.", ("carries", "carried", "inflection")),
        ("The harbour was closed.", "The harbor was closed.", ("harbour", "harbor", "spelling")),
        ("It moved in May.", "It Moved in May.", ("moved", "Moved", "case")),
        ("It rose, and fell.", "It rose and fell.", (",", "", "punctuation")),
        ("Prices rose sharply today.", "Prices rose today.", ("sharply", "", "deletion")),
        ("A fire in the mill.", "A fire of the mill.", ("in", "of", "function")),
    ],
)
def test_one_difference_is_one_edit_of_its_kind(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert edits(a, b) == [expected]


def test_equal_passages_have_no_edits() -> None:
    assert edits("Nothing changed here.", "Nothing changed here.") == []


def test_align_words_pairs_moved_words() -> None:
    pairs = wording.align_words(["yesterday", "ships", "sailed"], ["ships", "sailed", "yesterday"])
    assert pairs == [(0, 2), (1, 0), (2, 1)]


def test_a_long_passage_is_paired_like_a_short_one() -> None:
    a = [f"w{number}" for number in range(12_000)]
    b = [*a[:300], "inserted", *a[300:7000], "changed", *a[7001:]]
    pairs = wording.align_words(a, b)
    assert [(i, j) for i, j in pairs if a[i] != b[j]] == [(7000, 7001)]
    assert len(pairs) == len(a)


def test_a_moved_content_word_is_a_move() -> None:
    assert ("yesterday", "yesterday", "move") in edits(
        "yesterday the old ships sailed.", "the old ships sailed yesterday."
    )


@pytest.mark.parametrize(("a", "b"), [([], []), ([], ["a"]), (["字"] * 400, ["字"] * 300), (["."], ["!"])])
def test_degenerate_words(a: list[str], b: list[str]) -> None:
    pairs = wording.align_words(a, b)
    assert all(0 <= i < len(a) and 0 <= j < len(b) for i, j in pairs)
