"""Documents in, links out."""

from collections.abc import Sequence

import numpy as np

from crossread.align.decide import decide
from crossread.align.likeness import Likeness, likeness
from crossread.align.link import Link, Linked
from crossread.align.reasons import common, rarest, reasons
from crossread.align.repeats import Repeats
from crossread.align.terms import terms
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress
from crossread.text.document import Document

_WHOLE = (
    0.5  # share of equal words from which on a passage in another place is called moved: a whole sentence,
)
_WORDS = 4  # with as many words that tell something


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
        read.append(terms(document.tokens(passage)))
        if not len(read) % 500:
            check(cancelled)
    check(cancelled)
    progress("Comparing passages", 0.3)
    repeats = Repeats(read, group)
    found = likeness([read[at] for at in repeats.first], group[repeats.first], cancelled=cancelled)
    decision = decide(found)
    chosen = decision.chosen
    check(cancelled)
    progress("Finding reasons", 0.8)
    place = {passage.id: at for at, passage in enumerate(p for d in documents for p in d.passages)}
    idf = found.stems.weights()
    links = []
    for at, ordered, crossing in zip(chosen.tolist(), decision.ordered, decision.crossing, strict=True):
        for sides in repeats.dealt(int(found.left[at]), int(found.right[at])):
            one, other = sorted(sides, key=lambda n: place[passages[n][1].id])
            shared = common(read[one], read[other], idf)
            moved = (
                bool(crossing) and shared.equal >= _WHOLE and len(shared.words) + len(shared.names) >= _WORDS
            )
            links.append(
                Link(
                    passages[one][1].id,
                    passages[other][1].id,
                    float(found.score[at]),
                    reasons(shared, read[one].written, bool(ordered), moved),
                    moved,
                    round(shared.equal, 4),
                    shared.run[1] - shared.run[0],
                    rarest(shared, read[one].written),
                )
            )
        if not len(links) % 500:
            check(cancelled)
    links.sort(key=lambda link: (place[link.a], place[link.b]))
    return Linked(tuple(links), _unfinished(found))


def _unfinished(found: Likeness) -> tuple[str, ...]:
    if found.complete:
        return ()
    return (
        "The documents are so long that passages were only held against each other where they share words "
        "that are not frequent; passages alike in nothing but frequent words were not compared.",
    )
