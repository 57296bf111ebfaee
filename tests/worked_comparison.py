"""One small comparison with a little of everything, made by hand, for tests of what is shown of one."""

from dataclasses import replace
from fractions import Fraction

import comparisons
from crossread.align.link import Link
from crossread.comparison import Comparison
from crossread.findings import findings
from crossread.quantities.fact import Fact, FactPair, Mention
from crossread.quantities.quantity import Quantity
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.wording.edit import Edit, EditSide

A = (
    "# Ferry runs aground off Skagen",
    "A storm had been forecast since Friday.",
    "The ferry Aurora ran aground on Monday with 312 people aboard.",
    "The hull was torn open over six metres.",
    "Nobody was hurt, the operator said.",
    "~ The Harbour Post | Shipping",
)
B = (
    "Nobody was injured, the company said.",
    "Some 300 people were aboard the ferry Aurora when it ran aground on Monday.",
    "Half a metre of the hull was torn open.",
    "~ Read more about Aurora",
)
C = (
    "Storms had been forecast since Friday.",
    "The ferry Aurora ran aground with 312 people aboard.",
    "Its captain had been at sea for eleven years.",
)


def worked() -> Comparison:
    """Three documents: figures that agree, round and contradict, a word put for another, a moved passage."""
    documents = comparisons.documents(A, B, C)
    titles = ("Ferry runs aground off Skagen", "Aurora strikes a reef", C[1])
    documents = tuple(replace(each, title=title) for each, title in zip(documents, titles, strict=True))
    documents = (replace(documents[0], publisher="The Harbour Post", date="2026-03-02"), *documents[1:])
    a, b, c = documents
    people = [
        _mention(a, "312 people", 312),
        _mention(b, "Some 300 people", 300),
        _mention(c, "312 people", 312),
    ]
    hull = [_mention(a, "six metres", 6), _mention(b, "Half a metre", Fraction(1, 2))]
    comparison = Comparison(
        documents,
        links=(
            Link("A2", "C1", 0.8, ("nearly the same words",)),
            Link("A3", "B2", 0.71, ("both name the ferry Aurora", "both say that it ran aground")),
            Link("A3", "C2", 0.9, ("nearly the same words",)),
            Link("A4", "B3", 0.6, ("both speak of the hull",)),
            Link("A5", "B1", 0.8, ("both say that nobody was hurt",), moved=True),
        ),
        rows=(
            comparisons.row("r-storm", "A2", "C1"),
            comparisons.row("r-aground", "A3", "B2", "C2"),
            comparisons.row("r-hull", "A4", "B3"),
            comparisons.row("r-hurt", "A5", "B1"),
        ),
        edits=(
            Edit(_side(a, "A5", "hurt"), _side(b, "B1", "injured"), "synonym"),
            Edit(_side(a, "A5", "operator"), _side(b, "B1", "company"), "synonym"),
        ),
        quantities=(people[0], hull[0], *people[1:2], hull[1], people[2]),
        facts=(
            Fact("hull torn open", "dimension", tuple(hull),
                 (FactPair(0, 1, "contradiction", "Six metres is not half a metre."),), "contradiction"),
            Fact("people aboard", "number", tuple(people),
                 (FactPair(0, 1, "rounding", "312 rounds to 300."), FactPair(0, 2, "same", "Both say 312."),
                  FactPair(1, 2, "rounding", "312 rounds to 300.")), "rounding"),
        ),
    )  # fmt: skip
    return replace(comparison, findings=findings(comparison))


def _mention(document: Document, words: str, value: int | Fraction) -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    counted = span if "people" not in words else Span(span.end - 6, span.end)
    return Mention(document.id, Quantity(span, span, "number", Fraction(value), counted=counted))


def _side(document: Document, passage: str, word: str) -> EditSide:
    start = document.text.index(word, document.by_id[passage].span.start)
    return EditSide(passage, Span(start, start + len(word)))
