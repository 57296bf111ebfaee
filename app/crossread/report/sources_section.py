"""Where the documents come from, and how much of each two of them is alike, as sections of the HTML report."""

from collections.abc import Sequence

from crossread.comparison import Comparison
from crossread.present.matrix import PairShares, matrix
from crossread.report.markup import Html, element, name
from crossread.report.provenance import provenance
from crossread.report.words import words_of
from crossread.text.document import Document
from crossread.text.shown import percent


def sources_section(documents: Sequence[Document]) -> Html:
    """Title, publisher, length, and all that is known of the origin of each document."""
    parts = []
    for document in documents:
        letter = element("span", document.id, class_="letter")
        published = f" · {document.publisher}" if document.publisher else ""
        about = element("span", name(f"{words_of(document):,} words{published}"), class_="about")
        known = (
            element(
                "div",
                element("dt", what),
                element("dd", element("code", told) if "SHA" in what else name(told)),
            )
            for what, told in provenance(document)
        )
        head = element("h3", letter, " ", name(document.title or document.name), " ", about)
        parts.append(element("article", head, element("dl", *known)))
    title = element("h2", "Sources", id="sources")
    return element("section", title, *parts, class_="origins", aria_labelledby="sources")


def matrix_section(comparison: Comparison) -> Html:
    """A triangle of documents: how much of the text of each two is linked, copied and reworded."""
    letters = [document.id for document in comparison.documents]
    if len(letters) < 2:
        return Html("")
    shares = {(pair.a, pair.b): pair for pair in matrix(comparison, letters)}
    heads = [element("th", element("span", letter, class_="letter"), scope="col") for letter in letters[1:]]
    lines = []
    for a in letters[:-1]:
        cells = (_pair(shares[a, b]) if (a, b) in shares else element("td") for b in letters[1:])
        lines.append(element("tr", element("th", element("span", a, class_="letter"), scope="row"), *cells))
    table = element(
        "table",
        element("thead", element("tr", element("td"), *heads)),
        element("tbody", *lines),
        class_="sources likeness",
    )
    about = "Shares of the text of both documents together; copied means nearly word for word."
    title = element("h2", "How much is alike", id="likeness-title")
    return element(
        "section", title, element("p", about, class_="about"), table, aria_labelledby="likeness-title"
    )


def _pair(pair: PairShares) -> Html:
    words = f"{percent(pair.copied)} copied, {percent(pair.reworded)} reworded"
    meter = element("meter", f"{percent(pair.linked)}", value=f"{pair.linked:.4f}", aria_hidden="true")
    return element(
        "td", element("b", f"{percent(pair.linked)} linked"), meter, element("p", words, class_="about"),
        title=pair.sentence,
    )  # fmt: skip
