"""The pipeline: documents in, Comparison out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from crossread import align, claims, quantities, spin, wording
from crossread.choices import Choices
from crossread.collecting import collect_seldom
from crossread.comparison import Comparison, spun_stretches
from crossread.findings import findings
from crossread.memory import Forgetful, Memory
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.quantities.fact import Mention
from crossread.spin.verdict import Spin
from crossread.text.document import Document, letter

_MOST_FIGURES = 50_000  # of one document; a book holds a tenth of it


def compare(
    documents: Sequence[Document],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
    choices: Choices | None = None,
    memory: Memory | None = None,
) -> Comparison:
    """Compare documents on one event.

    Args:
        documents: as read; they get the letters A, B, ... where their own ids are not all different.
        progress: told what is being done, and how much of it.
        cancelled: asked between small pieces of work.
        choices: what a person settled by hand; all of it holds in the result.
        memory: of earlier comparisons of the same texts; what a new choice does not touch is taken from it.

    Returns:
        The same for the same texts and choices, in whatever order they are given, but for the letters.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    collect_seldom()
    choices, memory = choices or Choices(), memory or Forgetful()
    memory.begin()
    documents = choices.applied(_labelled(documents))
    if len(documents) < 2:
        mentions, unread = _mentions(documents, cancelled, memory)
        alone = _with_claims(
            Comparison(documents, quantities=mentions, unfinished=unread), no_progress, cancelled
        )
        return replace(alone, findings=findings(alone))

    def aligning(stage: str, share: float) -> None:
        progress(stage, 0.6 * share)

    linked = align.link(documents, aligning, cancelled, choices.pins, memory)
    rows = align.rows(documents, linked.links, choices.pins)
    check(cancelled)
    progress("Comparing words", 0.6)
    edited = wording.edits(documents, linked.links, cancelled, memory)
    progress("Comparing numbers", 0.8)
    mentions, unread = _mentions(documents, cancelled, memory)
    gathered = quantities.gather(documents, mentions, rows, linked.links, cancelled)
    check(cancelled)
    progress("Looking for spun text", 0.9)
    known = tuple(
        (document.id, document.digest, document.passages, document.language) for document in documents
    )
    spun = memory.recall(
        "spin", (known, choices.spin), lambda: spin.judge(documents, cancelled, choices.spin)
    )
    comparison = Comparison(
        documents,
        links=linked.links,
        rows=rows,
        edits=edited.edits,
        quantities=mentions,
        facts=gathered.facts,
        spin=spun,
        unfinished=(*linked.unfinished, *edited.unfinished, *unread, *gathered.unfinished),
    )
    comparison = _with_claims(comparison, progress, cancelled)
    check(cancelled)
    progress("Putting the findings in order", 0.97)
    comparison = replace(comparison, findings=findings(comparison, cancelled))
    progress("Done", 1.0)
    return comparison


def _with_claims(comparison: Comparison, progress: Progress, cancelled: IsCancelled) -> Comparison:
    """The comparison with who claims what, in which words and how firmly."""
    documents, rows, links = comparison.documents, comparison.rows, comparison.links
    check(cancelled)
    progress("Comparing quotations", 0.92)
    quotations = claims.quotations(documents, links, _spun(documents, comparison.spin), cancelled)
    check(cancelled)
    progress("Comparing names", 0.94)
    names = claims.names(documents, links, cancelled)
    check(cancelled)
    progress("Weighing how firmly it is claimed", 0.95)
    certainty = claims.certainties(documents, quotations, cancelled)
    superlatives = claims.superlatives(documents, rows, links, cancelled)
    check(cancelled)
    progress("Looking for hidden characters", 0.96)
    return replace(
        comparison,
        quotations=quotations,
        names=names,
        certainty=certainty,
        superlatives=superlatives,
        characters=claims.characters(documents),
    )


def _spun(documents: Sequence[Document], spun: Spin) -> frozenset[str]:
    """Ids of the documents found to be spun, and of passages in paragraphs of others that strongly look so."""
    stretches = spun_stretches(documents, spun)
    found = {verdict.document for verdict in spun.verdicts if verdict.band != "none"}
    for document in documents:
        if document.id not in found:
            inside = stretches.get(document.id, ())
            found.update(p.id for p in document.passages if any(span.contains(p.span) for span in inside))
    return frozenset(found)


def _labelled(documents: Sequence[Document]) -> tuple[Document, ...]:
    if len({document.id for document in documents}) == len(documents):
        return tuple(documents)
    return tuple(document.labelled(letter(number)) for number, document in enumerate(documents))


def _mentions(
    documents: Sequence[Document], cancelled: IsCancelled, memory: Memory
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The quantities of all documents, and what was left unread; what boilerplate counts is nobody's claim."""
    assumed = _assumed_date(documents)
    found = []
    unread = []
    for document in documents:
        check(cancelled)
        written = date.fromisoformat(document.date) if document.date else assumed
        find = partial(quantities.find, document.text, written, cancelled, _MOST_FIGURES + 1)
        read = memory.recall("quantities", (document.digest, written), find)
        if len(read) > _MOST_FIGURES:
            unread.append(
                f"Of document {document.id} only the first {_MOST_FIGURES:,} figures were read: it holds more than "
                "anyone compares. Split it to compare the rest."
            )
        for quantity in read[:_MOST_FIGURES]:
            passage = document.passage_at(quantity.core.start)
            if passage is not None and passage.kind != "boilerplate":
                found.append(Mention(document.id, quantity))
    return tuple(found), tuple(unread)


def _assumed_date(documents: Sequence[Document]) -> date | None:
    """When documents without a date were written: they tell of one event, so as late as the latest that has one."""
    return max((date.fromisoformat(document.date) for document in documents if document.date), default=None)
