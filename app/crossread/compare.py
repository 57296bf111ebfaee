"""The pipeline: documents in, Comparison out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crossread import align, quantities, spin, wording
from crossread.comparison import Comparison
from crossread.findings import findings
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.quantities.fact import Mention
from crossread.text.document import Document, letter


def compare(
    documents: Sequence[Document],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> Comparison:
    """Compare documents on one event.

    Args:
        documents: as read; they get the letters A, B, ... where their own ids are not all different.
        progress: told what is being done, and how much of it.
        cancelled: asked between small pieces of work.

    Returns:
        The same for the same texts, in whatever order they are given, but for the letters.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    documents = _labelled(documents)
    if len(documents) < 2:
        mentions = _mentions(documents, cancelled)
        return Comparison(documents, quantities=mentions)

    def aligning(stage: str, share: float) -> None:
        progress(stage, 0.6 * share)

    linked = align.link(documents, aligning, cancelled)
    rows = align.rows(documents, linked.links)
    check(cancelled)
    progress("Comparing words", 0.6)
    edited = wording.edits(documents, linked.links, cancelled)
    progress("Comparing numbers", 0.8)
    mentions = _mentions(documents, cancelled)
    gathered = quantities.gather(documents, mentions, rows, linked.links, cancelled)
    check(cancelled)
    progress("Looking for spun text", 0.9)
    spun = spin.judge(documents, cancelled)
    progress("Putting the findings in order", 0.95)
    comparison = Comparison(
        documents,
        links=linked.links,
        rows=rows,
        edits=edited.edits,
        quantities=mentions,
        facts=gathered.facts,
        spin=spun,
        unfinished=(*linked.unfinished, *edited.unfinished, *gathered.unfinished),
    )
    comparison = replace(comparison, findings=findings(comparison, cancelled))
    progress("Done", 1.0)
    return comparison


def _labelled(documents: Sequence[Document]) -> tuple[Document, ...]:
    if len({document.id for document in documents}) == len(documents):
        return tuple(documents)
    return tuple(document.labelled(letter(number)) for number, document in enumerate(documents))


def _mentions(documents: Sequence[Document], cancelled: IsCancelled) -> tuple[Mention, ...]:
    """The quantities of all documents; what boilerplate counts is nobody's claim."""
    assumed = _assumed_date(documents)
    found = []
    for document in documents:
        check(cancelled)
        written = date.fromisoformat(document.date) if document.date else assumed
        for quantity in quantities.find(document.text, written, cancelled):
            passage = document.passage_at(quantity.core.start)
            if passage is not None and passage.kind != "boilerplate":
                found.append(Mention(document.id, quantity))
    return tuple(found)


def _assumed_date(documents: Sequence[Document]) -> date | None:
    """When documents without a date were written: they tell of one event, so as late as the latest that has one."""
    return max((date.fromisoformat(document.date) for document in documents if document.date), default=None)
