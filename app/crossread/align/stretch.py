"""Pairs of stretches of two texts whose words look drawn from one another.

A stretch is scored word by word by the logarithm of two likelihoods: that the word was drawn from the other
stretch (in a mixture with the background), and that it was drawn from the background alone. Words both have
count for the more the rarer they are; words only one has count against it. The best stretch is the one with
the greatest sum: a maximal scoring segment as in BLAST (Karlin and Altschul 1990), with unigram models in
    place of residue pairs, so that the
order of words does not matter. The weights below were fitted on reuse of five kinds (none, copied, shuffled,
translated back, summarised) as a whole; no set has its own.
"""

import re
from functools import cache

import numpy as np

from crossread.align.field import Bools, Floats, Integers

Range = tuple[int, int]

_ALONE = 0x3040  # from here on characters may be words by themselves
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_BREAK = re.compile(r"[.!?:;\n。！？؟]")
_PREFIX = 6  # letters that are compared: inflections fall together, at no cost

_DRAWN = 0.6  # share of a stretch's words that stand in the other, while stretches grow
_CERTAIN = 0.65  # the same when they are trimmed
_SMOOTH = 0.2
_DROP = 25.0  # how far a sum may fall before growing ends
_PAD = 25  # words around the other stretch that count too while growing, so that both can grow at once
_PADDED = 0.5  # and how much they count
_ROUNDS = 4
_HOPELESS = 12.0  # a pair of sentences that has grown once and is below this is given up


@cache
def _letters() -> Bools:
    """Which characters below those that are words by themselves are letters or figures."""
    return np.array([chr(code).isalnum() for code in range(_ALONE)])


def _words(text: str) -> tuple[Integers, Integers]:
    """Where the words of a text begin and end."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if codes.max(initial=0) >= _ALONE:
        spans = [match.span() for match in _WORD.finditer(text)]
        borders = np.array(spans, np.int64).reshape(-1, 2)
        return borders[:, 0].copy(), borders[:, 1].copy()
    # The same, several times as fast.
    inside = np.zeros(len(codes) + 2, np.int8)
    inside[1:-1] = _letters()[codes]
    change = np.diff(inside)
    return np.flatnonzero(change == 1), np.flatnonzero(change == -1)


class Side:
    """One of two texts as numbered words.

    Attributes:
        starts, ends: where each word stands, in code points.
        words: the number of each word; inflections of a word share one.
        sentence: the number of the sentence each stands in.
    """

    def __init__(self, text: str, index: dict[str, int]) -> None:
        self.starts, self.ends = _words(text)
        written = [
            text[start:end] for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        ]
        forms = {
            word: index.setdefault(word.lower()[:_PREFIX], len(index)) for word in dict.fromkeys(written)
        }
        self.words: Integers = np.array([forms[word] for word in written], np.int64)
        breaks = np.array([match.start() for match in _BREAK.finditer(text)], np.int64)
        crossed = np.searchsorted(breaks, self.starts)
        self.sentence: Integers = np.cumsum(np.diff(crossed, prepend=crossed[:1]) > 0)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, stretch: Range) -> Range:
        """Code points of a stretch of words."""
        return int(self.starts[stretch[0]]), int(self.ends[stretch[1] - 1])


class Pair:
    """Two texts and the common model of their background.

    Attributes:
        sides: the texts.
        size: number of different words.
        counts: how often each word stands in either text.
    """

    def __init__(self, a: str, b: str) -> None:
        index: dict[str, int] = {}
        self.sides = Side(a, index), Side(b, index)
        self.size = len(index)
        self.counts: tuple[Integers, Integers] = (
            np.bincount(self.sides[0].words, minlength=self.size),
            np.bincount(self.sides[1].words, minlength=self.size),
        )
        total = len(self.sides[0]) + len(self.sides[1]) + _SMOOTH * self.size
        self._background: Floats = (self.counts[0] + self.counts[1] + _SMOOTH) / np.float64(total)

    def grow(self, i: Range, j: Range, enough: float) -> tuple[Range, Range, float] | None:
        """Grow two stretches from a seed, in turn, until nothing moves, then trim them against one another.

        Args:
            i, j: the seed: half-open word numbers on either side.
            enough: the sum that makes a passage.

        Returns:
            The stretches and the lesser of their sums; None if it stays below ``enough``.
        """
        for turn in range(_ROUNDS):
            before = i, j
            i, mine = best_around(self._scores(0, 1, j, _PAD, _DRAWN), i)
            j, theirs = best_around(self._scores(1, 0, i, _PAD, _DRAWN), j)
            if not turn and min(mine, theirs) < _HOPELESS:
                return None
            if (i, j) == before:
                break
        for _ in range(2):
            before = i, j
            i, mine = best_around(self._scores(0, 1, j, 0, _CERTAIN), i)
            j, theirs = best_around(self._scores(1, 0, i, 0, _CERTAIN), j)
            if min(mine, theirs) < enough:
                return None
            if (i, j) == before:
                break
        return i, j, min(mine, theirs)

    def _scores(self, side: int, against: int, stretch: Range, pad: int, share: float) -> Floats:
        """The score of every word of a side against a stretch of the other."""
        start, end = stretch
        words = self.sides[against].words
        bag = np.bincount(words[start:end], minlength=self.size).astype(np.float64)
        if pad:
            bag += _PADDED * np.bincount(words[max(0, start - pad) : start], minlength=self.size)
            bag += _PADDED * np.bincount(words[end : end + pad], minlength=self.size)
        return self._gains(bag / max(1, end - start), self._background, share)[self.sides[side].words]

    def digest_scores(self) -> Floats:
        """The score of every word of the first text against all of the second, before the first's own
        background.
        """
        own: Floats = (self.counts[0] + _SMOOTH) / np.float64(len(self.sides[0]) + _SMOOTH * self.size)
        return self._gains(self.counts[1] / len(self.sides[1]), own, _CERTAIN)[self.sides[0].words]

    @staticmethod
    def _gains(drawn: Floats, background: Floats, share: float) -> Floats:
        gains: Floats = np.log(share * drawn / background + (1 - share))
        return gains


def best_around(scores: Floats, seed: Range) -> tuple[Range, float]:
    """The stretch with the greatest sum that grows from the best part of another.

    Args:
        scores: of every word.
        seed: half-open word numbers.

    Returns:
        The stretch and its sum.
    """
    start, end = seed
    total = np.empty(len(scores) + 1)
    total[0] = 0.0
    scores.cumsum(out=total[1:])
    inner = total[start : end + 1]
    right = start + int((inner - np.minimum.accumulate(inner)).argmax())
    left = start + int(total[start : right + 1].argmin())
    ahead = _until_fallen(total[right:])
    behind = _until_fallen(-total[left::-1])
    stretch = left - int(behind.argmax()), right + int(ahead.argmax())
    return stretch, float(total[stretch[1]] - total[stretch[0]])


def _until_fallen(sums: Floats) -> Floats:
    """The sums up to where they have fallen too far below their greatest."""
    fallen = np.maximum.accumulate(sums) - sums > _DROP
    stop = int(fallen.argmax())
    return sums[:stop] if fallen[stop] else sums
