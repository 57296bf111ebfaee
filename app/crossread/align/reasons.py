"""What two linked passages share, and the same in plain words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from crossread.align.closed_class import FUNCTION_WORDS
from crossread.align.link import Link
from crossread.align.terms import SCALES, Terms
from crossread.text.thesaurus import thesaurus

_BY_HAND = "a person aligned them"
_ORDERED = "the passages around them follow one another in both documents"
_NOTHING = "no single word, but the passages around them belong together"
_MENTIONED = 4
_PAIRS = 2
_BESIDE = (-1, 0, 1)
_TELLING = 0.45  # weight from which on a word both have says something
_LONGEST = 2_000  # words of a passage in which equal runs are looked for
_TELLING_RUN = 4
_ENOUGH = 4  # telling words that both have, from which on none are looked for that are near in meaning
_CLOSE = 0.7  # closeness of two words that a reader sees at once


@dataclass(frozen=True, slots=True)
class Common:
    """What the words of two passages have in common.

    Attributes:
        equal: share of the words that are equal, wherever they stand.
        run: longest stretch of equal words, as words of the first passage: start and end.
        run_share: its share of the words of the shorter passage.
        names, words: positions in the first passage of what both have: names and numbers, other rare words.
        close: words of the one and of the other that are near in meaning, as positions, nearest first; looked for
            where they have little in common.
    """

    equal: float
    run: tuple[int, int]
    run_share: float
    names: tuple[int, ...]
    words: tuple[int, ...]
    close: tuple[tuple[int, int], ...] = ()


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
        if stem in stems and idf[stem] > _TELLING and a.words[position] not in FUNCTION_WORDS:
            first.setdefault(stem, position)
    found = sorted(first.values(), key=lambda position: (-idf[a.stems[position]], position))
    telling = tuple(p for p in found if a.words[p].removesuffix("'s") in names or a.words[p][0].isdigit())
    share = (run[1] - run[0]) / max(1, min(len(a.words), len(b.words)))
    close = _close(a, b) if len(found) < _ENOUGH else ()
    return Common(equal, run, share, telling, tuple(p for p in found if p not in telling), close)


def _close(a: Terms, b: Terms) -> tuple[tuple[int, int], ...]:
    """Words near in meaning, each taken once, where the other passage does not have the word itself."""
    shared = set(a.stems) & set(b.stems)
    mine, theirs = (_own(side, shared) for side in (a, b))
    closeness: dict[tuple[int, int], float] = {}
    for word, p in mine.items():
        for near, strength in thesaurus().neighbours(word):
            if near in theirs:
                closeness[p, theirs[near]] = strength
    for word, q in theirs.items():
        for near, strength in thesaurus().neighbours(word):
            if near in mine:
                pair = mine[near], q
                closeness[pair] = max(strength, closeness.get(pair, 0.0))
    kept: list[tuple[int, int]] = []
    for (p, q), strength in sorted(closeness.items(), key=lambda item: (-item[1], item[0])):
        if strength >= _CLOSE and not any(p == one or q == other for one, other in kept):
            kept.append((p, q))
    return tuple(kept)


def _own(side: Terms, shared: set[str]) -> dict[str, int]:
    """Where each word with a meaning that only this passage has stands first."""
    found: dict[str, int] = {}
    for position, (word, stem) in enumerate(zip(side.words, side.stems, strict=True)):
        if stem not in shared and word not in FUNCTION_WORDS:
            found.setdefault(word, position)
    return found


def reasons(
    found: Common,
    written: Sequence[str],
    others: Sequence[str],
    ordered: bool = False,
    moved: bool = False,
    foremost: bool = False,
) -> tuple[str, ...]:
    """The evidence in plain words, most telling first.

    Args:
        found: what the passages share.
        written, others: the words of the first and of the second passage as written.
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
        why.append(f"both mention {listed([_mention(written, p, others) for p in found.names])}")
    if found.words:
        why.append(f"both use {listed([f'“{written[p]}”' for p in found.words])}")
    if found.close:
        pairs = [f"“{written[p]}” and “{others[q]}”" for p, q in found.close[:_PAIRS]]
        why.append(f"near in meaning: {'; '.join(pairs)}")
    if ordered:
        why.append(_ORDERED)
    if foremost:
        why.append("each is the other's nearest, whatever the order")
    if moved:
        why.append("they stand in another place than the passages around them")
    return tuple(why) or (_NOTHING,)


def _mention(written: Sequence[str], at: int, others: Sequence[str]) -> str:
    """A name, or a number with the scale that stands behind it in both passages: "29 million"."""
    scaled = written[at], written[at + 1] if at + 1 < len(written) else ""
    both = scaled[1].lower() in SCALES and scaled in pairwise(others)
    return " ".join(scaled) if both else written[at]


def by_hand(found: Common, written: Sequence[str], others: Sequence[str], moved: bool) -> tuple[str, ...]:
    """Why passages are linked that a person aligned, and what they share besides, if anything."""
    shared = reasons(found, written, others, moved=moved)
    return (_BY_HAND, *(reason for reason in shared if reason != _NOTHING))


def borne_out(links: Sequence[Link], place: Mapping[str, tuple[str, int]]) -> Iterator[Link]:
    """The links with what other links say for them: third documents that say the same, and passages beside them.

    Args:
        links: all links between the documents.
        place: of each passage its document and its number there.
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.a].add(link.b)
        near[link.b].add(link.a)
    pairs = {(place[link.a], place[link.b]) for link in links}
    for link in links:
        why = [reason for reason in link.why if reason != _NOTHING]
        witnesses = sorted({place[third][0] for third in near[link.a] & near[link.b]})
        if witnesses:
            few = len(witnesses) <= _MENTIONED
            who = listed(witnesses) if few else f"{len(witnesses)} other documents"
            have = "have passages" if len(witnesses) > 1 else "has a passage"
            why.append(f"{who} {have} aligned with both")
        (one, at), (other, to) = place[link.a], place[link.b]
        beside = ((at + down, to + across) for down in _BESIDE for across in _BESIDE if down or across)
        if _ORDERED not in why and any(((one, i), (other, j)) in pairs for i, j in beside):
            why.append("passages beside them are aligned, too")
        yield replace(link, why=tuple(why) or link.why)


def rarest(found: Common, written: Sequence[str]) -> tuple[str, ...]:
    """The rare words, names and numbers both passages have, as written in the first."""
    return tuple(written[p] for p in (*found.names, *found.words)[: 2 * _MENTIONED])


def listed(items: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    items = list(dict.fromkeys(items))[:_MENTIONED]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
