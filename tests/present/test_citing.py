"""Words of a document with where they come from."""

from dataclasses import replace

from comparisons import documents
from crossread.present.citing import cited
from crossread.text.span import Span


def test_words_are_quoted_as_they_stand_with_what_is_known_of_their_source() -> None:
    (document,) = documents(("The quay is closed.", "Nobody was hurt."))
    document = replace(
        document, name="fire.html", title="Fire in Lund", publisher="The Post", date="2026-06-25"
    )
    first, last = (passage.span for passage in document.passages)
    assert cited(document, [first]) == (
        "“The quay is closed.”\n— Fire in Lund, The Post, 2026-06-25, fire.html"
    )
    origin = replace(document.provenance, author="Ada Adler", address="https://post.example/fire")
    document = replace(document, provenance=origin)
    assert cited(document, [first, last]) == (
        "“The quay is closed. […] Nobody was hurt.”\n"
        "— Ada Adler, Fire in Lund, The Post, 2026-06-25, https://post.example/fire"
    )
    assert cited(replace(document, text="a\nb", title="t\x07\nu"), [Span(0, 3)]).startswith(
        "“a\nb”\n— Ada Adler, t"
    )
