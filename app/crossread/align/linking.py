"""Documents in, links out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crossread.align.decide import Decision, decide
from crossread.align.held import Crossed, Held
from crossread.align.likeness import Likeness, likeness
from crossread.align.link import Link, Linked
from crossread.align.pin import Pin
from crossread.align.pins import Pins
from crossread.align.reasons import borne_out, by_hand, common, rarest, reasons
from crossread.align.repeats import Repeats
from crossread.align.terms import Terms, terms
from crossread.memory import Forgetful, Memory
from crossread.progress import IsCancelled, Progress, check, never_cancelled, no_progress, watched
from crossread.text.document import Document, Passage

_WHOLE = (
    0.5  # share of equal words from which on a passage in another place is called moved: a whole sentence,
)
_WORDS = 4  # with as many words that tell something
_BETWEEN = 500  # passages, or links, between two times of asking whether to stop


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """Documents as far as they are compared whatever was pinned: nearly all of the work.

    Attributes:
        passages: all that is compared, with their documents, in an order of the texts' own.
        terms: of each.
        repeats: those without repetitions.
        found: the candidates among these.
    """

    passages: tuple[tuple[Document, Passage], ...]
    terms: tuple[Terms, ...]
    repeats: Repeats
    found: Likeness


def link(
    documents: Sequence[Document],
    progress: Progress = no_progress,
    cancelled: IsCancelled = never_cancelled,
    pins: Sequence[Pin] = (),
    memory: Memory | None = None,
) -> Linked:
    """Find the passages of different documents that say the same thing. Boilerplate is left out.

    The work is done in an order of the texts' own, so that neither the order of the documents nor their ids
    matter.

    Args:
        documents: two or more, with different ids.
        progress: told what is being done.
        cancelled: asked between pieces of work.
        pins: what a person said of the alignment; it holds, and only what lies between pins is decided anew.
        memory: where what does not depend on pins is kept for the next time.

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
    if not passages:
        return Linked(())
    key = tuple((document.digest, passage) for document, passage in passages)
    read = (memory or Forgetful()).recall("align", key, lambda: _read(passages, progress, cancelled))
    settled = Pins(documents, pins)
    ids = [passage.id for _, passage in passages]
    decision = decide(read.found, Held.of(read.found, ids, read.repeats, settled) if settled else None)
    check(cancelled)
    progress("Finding reasons", 0.8)
    links = _links(documents, read, decision, settled, cancelled)
    return Linked(links, _unfinished(read.found))


def _read(passages: Sequence[tuple[Document, Passage]], progress: Progress, cancelled: IsCancelled) -> _Read:
    number: dict[str, int] = {}
    group = np.array([number.setdefault(document.id, len(number)) for document, _ in passages], np.int64)
    read = []
    for document, passage in passages:
        read.append(terms(document.tokens(passage), passage.kind == "heading"))
        if not len(read) % _BETWEEN:
            check(cancelled)
    check(cancelled)
    progress("Comparing passages", 0.3)
    repeats = Repeats(read, group)
    found = likeness([read[at] for at in repeats.first], group[repeats.first], cancelled=cancelled)
    return _Read(tuple(passages), tuple(read), repeats, found)


def _links(
    documents: Sequence[Document], read: _Read, decision: Decision, settled: Pins, cancelled: IsCancelled
) -> tuple[Link, ...]:
    """The links that were chosen and those that were pinned, with their reasons."""
    place = {passage.id: at for at, passage in enumerate(p for d in documents for p in d.passages)}
    found, passages = read.found, read.passages
    idf = found.stems.weights()

    def made(
        sides: tuple[int, int],
        score: float,
        ordered: bool,
        crossing: bool,
        foremost: bool = False,
        pinned: bool = False,
    ) -> Link:
        one, other = sorted(sides, key=lambda n: place[passages[n][1].id])
        shared = common(read.terms[one], read.terms[other], idf)
        telling = len(shared.words) + len(shared.names) >= _WORDS
        moved = crossing and shared.equal >= _WHOLE and telling
        written = read.terms[one].written, read.terms[other].written
        why = (
            by_hand(shared, *written, moved)
            if pinned
            else reasons(shared, *written, ordered, moved, foremost)
        )
        return Link(
            passages[one][1].id,
            passages[other][1].id,
            score,
            why,
            moved,
            round(shared.equal, 4),
            shared.run[1] - shared.run[0],
            rarest(shared, written[0]),
            pinned,
            round(shared.run_share, 4),
        )

    links: list[Link] = []
    for nth, at in enumerate(decision.chosen.tolist()):
        found_by = decision.ordered[nth], decision.crossing[nth], decision.foremost[nth]
        for sides in read.repeats.dealt(int(found.left[at]), int(found.right[at])):
            one, other = (passages[side][1].id for side in sides)
            if settled and (settled.forbids([one], [other]) or other in settled.group(one)):
                continue
            links.append(made(sides, float(found.score[at]), *map(bool, found_by)))
        if not len(links) % _BETWEEN:
            check(cancelled)
    stands = {passage.id: (document.id, at) for at, (document, passage) in enumerate(passages)}
    if settled:
        number = {passage.id: at for at, (_, passage) in enumerate(passages)}
        crossed = Crossed(links, stands)
        for a, b in settled.pairs():
            links.append(made((number[a], number[b]), 1.0, False, crossed.by(a, b), pinned=True))
    links.sort(key=lambda link: (place[link.a], place[link.b]))
    return tuple(watched(borne_out(links, stands), cancelled, _BETWEEN))


def _unfinished(found: Likeness) -> tuple[str, ...]:
    if found.complete:
        return ()
    return (
        "The documents are so long that passages were only held against each other where they share words "
        "that are not frequent; passages alike in nothing but frequent words were not compared.",
    )
