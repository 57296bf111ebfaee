"""Documents in, links out."""

from collections.abc import Sequence

import numpy as np

from crossread.align.decide import decide
from crossread.align.likeness import likeness
from crossread.align.link import Link, Linked
from crossread.align.reasons import evidence, reasons, shared
from crossread.align.terms import Terms, terms
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.text.document import Document


def link(
    documents: Sequence[Document],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
) -> Linked:
    """Find the passages of different documents that say the same thing. Boilerplate is left out.

    The work is done in an order of the texts' own, so that neither the order of the documents nor their ids
    matter.

    Args:
        documents: two or more, with different ids.
        progress: told what is being done.
        cancelled: asked between pieces of work.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    progress("Reading passages", 0.0)
    canonical = sorted(documents, key=lambda document: document.digest)
    passages = [
        (document, passage)
        for document in canonical
        for passage in document.passages
        if passage.kind != "boilerplate"
    ]
    number = {document.id: at for at, document in enumerate(canonical)}
    if not passages:
        return Linked(())
    group = np.fromiter((number[document.id] for document, _ in passages), np.int64, len(passages))
    read = []
    for document, passage in passages:
        read.append(terms(document.text, passage.span))
        if not len(read) % 500:
            check(cancelled)
    check(cancelled)
    progress("Comparing passages", 0.3)
    found = likeness(read, group)
    chosen = decide(found)
    check(cancelled)
    progress("Finding reasons", 0.8)
    place = {passage.id: at for at, passage in enumerate(p for d in documents for p in d.passages)}
    idf = found.stems.weights()
    links = []
    for left, right, score in zip(found.left[chosen], found.right[chosen], found.score[chosen], strict=True):
        one, other = sorted((int(left), int(right)), key=lambda n: place[passages[n][1].id])
        links.append(
            _explained(passages[one][1].id, passages[other][1].id, read[one], read[other], idf, float(score))
        )
    links.sort(key=lambda link: (place[link.a], place[link.b]))
    return Linked(tuple(links))


def _explained(a: str, b: str, mine: Terms, theirs: Terms, idf: dict[str, float], score: float) -> Link:
    found = evidence(mine, theirs, idf)
    return Link(
        a,
        b,
        score,
        reasons(found, mine.written),
        equal=round(found.equal, 4),
        run=found.run[1] - found.run[0],
        shared=shared(found, mine.written),
    )
