"""What two linked passages share, and the same in plain words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from crossread.align.terms import Terms

_BY_HAND = "a person aligned them"
_NOTHING = "no single word, but the passages around them belong together"
_MENTIONED = 4
_TELLING = 0.45  # weight from which on a word both have says something
_LONGEST = 2_000  # words of a passage in which equal runs are looked for
_TELLING_RUN = 4


@dataclass(frozen=True, slots=True)
class Common:
    """What the words of two passages have in common.

    Attributes:
        equal: share of the words that are equal, wherever they stand.
        run: longest stretch of equal words, as words of the first passage: start and end.
        run_share: its share of the words of the shorter passage.
        names, words: positions in the first passage of what both have: names and numbers, other rare words.
    """

    equal: float
    run: tuple[int, int]
    run_share: float
    names: tuple[int, ...]
    words: tuple[int, ...]


def common(a: Terms, b: Terms, idf: dict[str, float]) -> Common:
    """Compare the words of two passages.

    Args:
        a, b: the passages.
        idf: weight of each stem over all documents, 1 for the rarest.
    """
    both = Counter(a.words) & Counter(b.words)
    equal = 2 * both.total() / max(1, len(a.words) + len(b.words))
    run = (0, 0)
    for block in LCSseq.opcodes(a.words[:_LONGEST], b.words[:_LONGEST]):
        if block.tag == "equal" and block.src_end - block.src_start > run[1] - run[0]:
            run = (block.src_start, block.src_end)
    stems, names = set(b.stems), {*a.names} & {*b.names}
    first: dict[str, int] = {}
    for position, stem in enumerate(a.stems):
        if stem in stems and idf[stem] > _TELLING:
            first.setdefault(stem, position)
    found = sorted(first.values(), key=lambda position: (-idf[a.stems[position]], position))
    telling = tuple(p for p in found if a.words[p].removesuffix("'s") in names or a.words[p][0].isdigit())
    share = (run[1] - run[0]) / max(1, min(len(a.words), len(b.words)))
    return Common(equal, run, share, telling, tuple(p for p in found if p not in telling))


def reasons(
    found: Common,
    written: Sequence[str],
    ordered: bool = False,
    moved: bool = False,
    foremost: bool = False,
) -> tuple[str, ...]:
    """The evidence in plain words, most telling first.

    Args:
        found: what the passages share.
        written: the words of the first passage as written.
        ordered: they were found on a way through two documents that tell the same in the same order.
        moved: they stand in another place than the passages around them.
        foremost: the documents tell it in an order of their own, and each is most like the other.
    """
    why = []
    run = found.run[1] - found.run[0]
    if found.equal >= 0.999:
        why.append("the same words throughout")
    elif run >= _TELLING_RUN:
        words = written[found.run[0] : found.run[1]]
        shown = " ".join(words) if run <= 12 else f"{' '.join(words[:6])} … {' '.join(words[-4:])}"
        why.append(f"{run} words in a row are the same: “{shown}”")
    if found.names:
        why.append(f"both mention {listed([written[p] for p in found.names])}")
    if found.words:
        why.append(f"both use {listed([f'“{written[p]}”' for p in found.words])}")
    if ordered:
        why.append("the passages around them follow one another in both documents")
    if foremost:
        why.append("each is the other's nearest, whatever the order")
    if moved:
        why.append("they stand in another place than the passages around them")
    return tuple(why) or (_NOTHING,)


def by_hand(found: Common, written: Sequence[str], moved: bool) -> tuple[str, ...]:
    """Why passages are linked that a person aligned, and what they share besides, if anything."""
    return (_BY_HAND, *(reason for reason in reasons(found, written, moved=moved) if reason != _NOTHING))


def rarest(found: Common, written: Sequence[str]) -> tuple[str, ...]:
    """The rare words, names and numbers both passages have, as written in the first."""
    return tuple(written[p] for p in (*found.names, *found.words)[: 2 * _MENTIONED])


def listed(items: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    items = list(dict.fromkeys(items))[:_MENTIONED]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
