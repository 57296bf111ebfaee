"""What stands on the screen where one finding is shown at a time."""

from comparisons import documents, row
from crossread.comparison import Comparison, Finding, Place
from crossread.present.stacked import stacked
from crossread.text.span import Span

TEXTS = (
    ("The service sent 14 engines.", "The quay was closed."),
    ("The service sent 40 engines.", "The mayor thanked the crews.", "In all 40 engines came."),
    ("A concert was given.",),
)
DOCUMENTS = documents(*TEXTS)
COMPARISON = Comparison(DOCUMENTS, rows=(row("r1", "A1", "B1", "B3"), row("r2", "A2", "B2")))


def finding(*places: tuple[str, str], row_id: str = "r1") -> Finding:
    """A finding that is seen where these words stand."""
    by_id = COMPARISON.document
    spans = [(name, by_id[name].text.index(words), len(words)) for name, words in places]
    seen = tuple(Place(name, Span(at, at + length)) for name, at, length in spans)
    return Finding(1, "f", "numbers", "high", "Engines", "14 against 40.", "≠", row_id, seen)


def test_all_passages_of_the_row_are_stacked_and_the_silent_are_named() -> None:
    stack = stacked(COMPARISON, finding(("A", "14"), ("B", "40")), ["B", "A", "C"])
    assert stack.readings == (("B", ("B1", "B3")), ("A", ("A1",)))
    assert stack.silent == ("C",)


def test_hidden_documents_are_neither_shown_nor_called_silent() -> None:
    stack = stacked(COMPARISON, finding(("A", "14"), ("B", "40")), ["A"])
    assert stack.readings == (("A", ("A1",)),)
    assert stack.silent == ()


def test_what_is_seen_in_another_row_is_shown_too() -> None:
    stack = stacked(COMPARISON, finding(("A", "14"), ("C", "concert")), ["A", "B", "C"])
    assert [name for name, _ in stack.readings] == ["A", "B", "C"]


def test_without_a_row_only_the_passages_where_it_is_seen() -> None:
    stack = stacked(COMPARISON, finding(("B", "mayor"), row_id=""), ["A", "B"])
    assert stack.readings == (("B", ("B2",)),)
    assert stack.silent == ("A",)


def test_documents_that_are_not_compared_are_passed_over() -> None:
    assert stacked(COMPARISON, finding(("A", "14")), ["Z"]).readings == ()
