"""Readings stacked with their words in columns."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from comparisons import documents, row
from crossread.comparison import Comparison
from crossread.present.readings import ReadingTable, readings
from crossread.quantities.fact import Fact, FactPair, Mention
from crossread.quantities.quantity import Quantity
from crossread.text.span import Span

WORDS = ["red", "blue", "the", "of", "house", "cat", "seven", "runs", "fast"]


def words(comparison: Comparison, table: ReadingTable) -> list[list[str]]:
    return [
        [
            " ".join(span.of(comparison.document[d].text).split()) if span else "-"
            for d, span in zip(table.documents, column, strict=True)
        ]
        for column in table.columns
    ]


def test_what_corresponds_stands_in_one_column() -> None:
    comparison = Comparison(
        documents(["They used fake accounts daily."], ["They used many false accounts."]),
        rows=(row("r", "A1", "B1"),),
    )
    found = words(comparison, readings(comparison, "r", ["A", "B"]))
    assert found[0] == ["They used", "They used"]
    assert any(a.startswith("accounts") and b.startswith("accounts") for a, b in found)


def test_quantities_of_one_fact_share_a_column_of_their_own() -> None:
    made = documents(["Some 25,000 accounts."], ["Nearly twenty-five thousand accounts."])

    def mention(document: str, start: int, end: int) -> Mention:
        span = Span(start, end)
        return Mention(document, Quantity(span, span, "number", Fraction(25000)))

    fact = Fact(
        "accounts",
        "number",
        (mention("A", 0, 11), mention("B", 0, 27)),
        (FactPair(0, 1, "same", "Both are 25,000."),),
        "same",
    )
    comparison = Comparison(made, facts=(fact,), rows=(row("r", "A1", "B1"),))
    found = words(comparison, readings(comparison, "r", ["B", "A"]))
    assert found[0] == ["Nearly twenty-five thousand", "Some 25,000"]


def test_a_passage_that_stands_alone_is_one_column() -> None:
    comparison = Comparison(documents(["Only here."], ["Other."]))
    table = readings(comparison, "A1", ["A", "B"])
    assert (table.documents, words(comparison, table)) == (("A",), [["Only here."]])


@given(
    st.lists(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=9),
        min_size=2,
        max_size=4,
    )
)
def test_every_word_stands_in_one_column_and_lines_keep_their_order(texts: list[list[str]]) -> None:
    made = documents(*[[" ".join(text) + "."] for text in texts])
    comparison = Comparison(made, rows=(row("r", *[f"{d.id}1" for d in made]),))
    table = readings(comparison, "r", [d.id for d in made])
    for index, name in enumerate(table.documents):
        spans = [column[index] for column in table.columns if column[index]]
        joined = [span.of(comparison.document[name].text) for span in spans if span]
        assert " ".join(joined).replace(" .", ".") == comparison.document[name].text.strip()
