"""What is part of an article and what is not, as a person says it."""

from collections.abc import Iterable

from crossread.text.anchor import Anchor
from crossread.text.choice import BoilerplateChoice
from crossread.text.document import Document, Passage
from crossread.text.span import Span


def touched(document: Document, spans: Iterable[Span]) -> list[Passage]:
    """The passages that these stretches touch, in the order of the text."""
    wanted = list(spans)
    return [p for p in document.passages if any(p.span.overlaps(span) for span in wanted)]


def whole_paragraphs(document: Document, passages: Iterable[Passage]) -> list[Passage]:
    """All passages of the paragraphs that these stand in."""
    numbers = {passage.paragraph for passage in passages}
    return [passage for passage in document.passages if passage.paragraph in numbers]


def choices(document: Document, passages: Iterable[Passage], *, article: bool) -> list[BoilerplateChoice]:
    """What must be said so that these passages are part of the article, or are not.

    Args:
        document: as it is shown.
        passages: in the order of the text; those that are so already are passed over.
        article: whether they are part of it.
    """
    found: list[BoilerplateChoice] = []
    for passage in passages:
        if article != (passage.kind == "boilerplate"):
            continue
        last = found[-1].anchor.span if found else None
        if last and not document.text[last.end : passage.span.start].strip():
            span = Span(last.start, passage.span.end)
            found[-1] = BoilerplateChoice(Anchor(document.digest, span), article)
        else:
            found.append(BoilerplateChoice(Anchor(document.digest, passage.span), article))
    return found
