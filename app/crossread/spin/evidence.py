"""What speaks for a document being spun, word by word and rule by rule."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from crossread.progress import IsCancelled, never_cancelled, watched
from crossread.spin.classes import CLASSES
from crossread.spin.flow import Flow, flow
from crossread.spin.forest import forest
from crossread.spin.places import Places
from crossread.spin.spinbook import Hit, spinbook
from crossread.spin.told import Told, telling
from crossread.spin.words import Candidate, Measured, measure
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.thesaurus import thesaurus
from crossread.text.token import Token

# Where the sum of a document's signs is judged. Chosen on genuine texts of many registers and on their copies by
# made-up spinners; tests/benchmarks/bench_spin.py prints how they separate.
_DOUBT, _CERTAINTY = -0.75, 1.0  # log odds at which a word begins to count, and counts whole
_SHRINK = 60  # words of no suspicion added to every text, so that short ones need more
_MILD_SHRINK, _FLOW_SHRINK = 20, 20
_SWAPPED = 0.1  # the share of swapped words in the lightly spun text that mild signs are held against
_MOST_ODDS = 3.0  # beyond it a word is no more suspicious
_MOST_DOUBLED, _MOST_STRANGE = 0.02, 0.1  # beyond it the cause is another: verse, code, another language
_WEIGHTS = (100.0, 12.0, 0.2, 10.0, 150.0, 5.0)  # of Signs.measures
_PLAIN = -3.0  # log odds of the middle word in a plain text
_BAR, _PER_USAGE, _PER_RULE = 2.75, 1.5, 5.0
_TOO_LITTLE = -0.5  # log odds near which a text stays that shows next to nothing plain
_RULE_SHRINK = 100
_RULE_POINTS = {"strong": 1.0, "likely": 0.4, "weak": 0.0}
_ARTICLE_POINTS = 0.3
_PER_OLD_RATE, _PER_OLD_WORD, _MOST_FOR_AGE = 4.0, 0.4, 6.0
_FEWEST_OLD_WORDS = 2  # one alone is what a spinner puts into a modern text
# The table of usage is of modern English: in the prose of other centuries odd neighbours prove nothing.
_OLD = frozenset(
    "thee thou thy thine ye hath doth hast dost unto upon whence thence hence hither thither wherefore nay yea behold "
    "lest shalt wilt 'tis shall whilst thereof herein therein hereby thereupon whereupon hitherto ere saith spake "
    "brethren sir madam lord lady".split()
)
# What other documents on the event add to the log odds of a word: in the verdict, and for its mark.
_ONLY_HERE, _ELSEWHERE_TOO = 0.6, -0.4
_MARK_ONLY_HERE, _MARK_ELSEWHERE_TOO = 0.6, -1.5


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that a neighbour would suit better.

    Attributes:
        token: the word.
        candidates: what may have stood there, best first.
        usage: log odds of its being swapped, by common usage and a little by what the other documents say; the verdict
            rests on these.
        log_odds: the same, with more weight on the other documents; the marks rest on these.
        elsewhere: the other documents use the best candidate and never this word.
    """

    token: Token
    candidates: tuple[Candidate, ...]
    usage: float
    log_odds: float
    elsewhere: bool

    @property
    def weight(self) -> float:
        """0 to 1: how much it counts against its document."""
        return min(1.0, max(0.0, (self.usage - _DOUBT) / (_CERTAINTY - _DOUBT)))


@dataclass(frozen=True)
class Signs:
    """All that was seen in a document or a paragraph of it.

    Attributes:
        suspects: every measured word, whether suspicious or not.
        hits: where rules fire.
        articles: wrong articles.
        words: how many words were read.
        flow: how the words stand beside each other, of the whole document.
        old: how many of them are of older English.
        caution: by how much a short text is held back; 1 for a document of its own.
    """

    suspects: tuple[Suspect, ...]
    hits: tuple[Hit, ...]
    articles: tuple[Span, ...]
    words: int
    flow: Flow
    old: int = 0
    caution: float = 1.0

    @property
    def share(self) -> float:
        """The share of swapped words, cautious with short texts.

        A word that returns counts less each time: it may be a term of the subject that the table of usage knows in
        another sense.
        """
        times = Counter(suspect.token.normal for suspect in self.suspects if suspect.weight)
        glaring = sum(s.weight / math.sqrt(times[s.token.normal]) for s in self.suspects if s.weight)
        return glaring / (len(self.suspects) + self.caution * _SHRINK)

    @property
    def mild(self) -> float:
        """By how much likelier all its words together are in a lightly spun text, as a logarithm a word."""
        odds = np.array([suspect.usage for suspect in self.suspects])
        likelier = np.log(1 - _SWAPPED + _SWAPPED * np.exp(np.minimum(odds, _MOST_ODDS) - forest().prior))
        return float(likelier.sum()) / (len(odds) + self.caution * _MILD_SHRINK)

    @property
    def measures(self) -> tuple[float, ...]:
        """What is weighed of a whole text beside rules.

        Glaring words, mild ones, how plain the middle word is (in plain prose a glaring one says more than among
        other choice words), pairs never seen, doubled words, and words that no table lists.
        """
        flow, odds = self.flow, [suspect.usage for suspect in self.suspects]
        return (
            self.share,
            self.mild,
            _PLAIN - float(np.median(odds)) if odds else 0.0,
            flow.loose / (flow.common + _FLOW_SHRINK),
            min(_MOST_DOUBLED, flow.doubled / (flow.words + _FLOW_SHRINK)),
            min(_MOST_STRANGE, flow.strange / (flow.open + _FLOW_SHRINK)),
        )

    @property
    def oddity(self) -> float:
        """The measures weighed, with no regard to rules."""
        return sum(weight * measure for weight, measure in zip(_WEIGHTS, self.measures, strict=True))

    @property
    def rate(self) -> float:
        """Rules that fire in a hundred words, cautious with short texts."""
        points = sum(_RULE_POINTS[hit.rule.strength] for hit in self.hits)
        return 100 * points / (self.words + self.caution * _RULE_SHRINK)

    @cached_property
    def score(self) -> float:
        """0 to 1: how surely this is spun."""
        odds = _PER_USAGE * (self.oddity - _BAR) + _PER_RULE * self.rate
        if odds > -2:  # a wrong article is a slip that people make too: it only adds to other signs
            odds += (
                _PER_RULE
                * 100
                * _ARTICLE_POINTS
                * len(self.articles)
                / (self.words + self.caution * _RULE_SHRINK)
            )
        if self.old >= _FEWEST_OLD_WORDS:
            rate = 100 * self.old / (self.words + 1)
            odds -= min(_MOST_FOR_AGE, max(_PER_OLD_RATE * rate, _PER_OLD_WORD * self.old))
        count = sum(suspect.weight for suspect in self.suspects) + sum(
            h.rule.strength == "strong" for h in self.hits
        )
        if count < 2 * self.caution and odds > _TOO_LITTLE:  # held down, yet in order
            odds = _TOO_LITTLE + 0.4 * math.tanh((odds - _TOO_LITTLE) / 2)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    @cached_property
    def _suspect_places(self) -> Places[Suspect]:
        return Places(self.suspects, lambda suspect: suspect.token.span)

    @cached_property
    def _hit_places(self) -> Places[Hit]:
        return Places(self.hits, lambda hit: hit.span)

    @cached_property
    def _article_places(self) -> Places[Span]:
        return Places(self.articles, lambda article: article)

    def within(self, span: Span, caution: float = 1.0) -> "Signs":
        """The signs inside a stretch of the document, held back by so much where it is short."""
        suspects = tuple(self._suspect_places.within(span))
        hits = tuple(self._hit_places.within(span))
        articles = tuple(self._article_places.within(span))
        words = round(self.words * len(suspects) / max(1, len(self.suspects)))
        return Signs(suspects, hits, articles, words, self.flow, 0, caution)


def vocabulary(document: Document) -> frozenset[str]:
    """The words of a document and their base forms."""
    words = {
        token.normal
        for passage in telling(document)
        for token in document.tokens(passage)
        if token.kind == "word"
    }
    return frozenset(words | {thesaurus().base(word) for word in words})


def signs(told: Told, others: Sequence[frozenset[str]], cancelled: IsCancelled = never_cancelled) -> Signs:
    """What speaks for a document being spun.

    Args:
        told: what it tells, in English.
        others: the words of the other documents on the event.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    measured = measure(told.sentences, cancelled)
    hits: list[Hit] = []
    articles: list[Span] = []
    words = old = 0
    for sentence in watched(told.sentences, cancelled, 200):
        hits += spinbook().hits(sentence)
        articles += _wrong_articles(sentence)
        words += sum(token.kind != "mark" for token in sentence)
        old += sum(token.normal in _OLD for token in sentence)
    suspects = weighed(measured, others, cancelled)
    return Signs(suspects, tuple(hits), tuple(articles), words, flow(told.sentences, cancelled), old)


def weighed(
    measured: Sequence[Measured], others: Sequence[frozenset[str]], cancelled: IsCancelled = never_cancelled
) -> tuple[Suspect, ...]:
    """How suspicious each of these words is.

    Args:
        measured: words of one document.
        others: the words of the other documents on the event.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    odds = forest().log_odds([one.features for one in measured], cancelled).tolist()
    anywhere = frozenset[str]().union(*others)
    suspects = []
    for one, value in watched(zip(measured, odds, strict=True), cancelled, 1_000):
        suspects.append(_suspect(one, value, others, anywhere))
    return tuple(suspects)


def _suspect(
    one: Measured, usage: float, others: Sequence[frozenset[str]], anywhere: frozenset[str]
) -> Suspect:
    word, base = one.token.normal, thesaurus().base(one.token.normal)
    if word in anywhere or base in anywhere:
        used = min(1.0, sum(word in other or base in other for other in others) / 2)
        verdict, mark = usage + _ELSEWHERE_TOO * used, usage + _MARK_ELSEWHERE_TOO * used
        return Suspect(one.token, one.candidates, verdict, mark, False)
    told = tuple(c for c in one.candidates if c.gain > 0 and c.word in anywhere)
    if not told:
        return Suspect(one.token, one.candidates, usage, usage, False)
    rest = tuple(c for c in one.candidates if c not in told)
    return Suspect(one.token, (*told, *rest), usage + _ONLY_HERE, usage + _MARK_ONLY_HERE, True)


def _wrong_articles(sentence: Sequence[Token]) -> list[Span]:
    """Articles that do not suit the sound after them."""
    return [
        token.span
        for at, token in enumerate(sentence[:-1])
        if (
            token.text == "a"
            and sentence[at + 1].span.start > token.span.end
            and CLASSES["vowel"](sentence, at + 1)
        )
        or (token.text == "an" and CLASSES["consonant"](sentence, at + 1))
    ]
