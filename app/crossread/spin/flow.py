"""How a text flows: whether its common words stand beside each other as they do elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crossread.progress import IsCancelled, never_cancelled, watched
from crossread.spin.usage import usage
from crossread.spin.words import is_open
from crossread.text.thesaurus import thesaurus
from crossread.text.token import Token

_COMMON = -9.5  # log probability from which two words are so common that the table knows whether they join


@dataclass(frozen=True, slots=True)
class Flow:
    """Counts over a text.

    Attributes:
        words: all words.
        common: pairs of neighbouring words that are both common.
        loose: how many of these were never seen together.
        doubled: words that stand twice in a row.
        open: words that carry meaning and are no names.
        strange: how many of these neither table lists, as when a word was inflected wrongly.
    """

    words: int = 0
    common: int = 0
    loose: int = 0
    doubled: int = 0
    open: int = 0
    strange: int = 0


def flow(sentences: Sequence[Sequence[Token]], cancelled: IsCancelled = never_cancelled) -> Flow:
    """Count over the sentences of a text.

    Raises:
        Cancelled: ``cancelled``, asked between some of them, answered True.
    """
    first: list[int] = []
    second: list[int] = []
    words = doubled = opened = strange = 0
    table = usage()
    for sentence in watched(sentences, cancelled, 200):
        before = None
        for token in sentence:
            if token.kind != "word":
                before = None
                continue
            words += 1
            word = token.normal
            if not token.text[0].isupper():
                if before is not None:
                    doubled += before == word
                    first.append(table.find(before))
                    second.append(table.find(word))
                if word.isalpha() and is_open(word):
                    opened += 1
                    strange += word not in table.number and word not in thesaurus().number
            before = word
    one, two = np.array(first, np.int64), np.array(second, np.int64)
    common = (table.singles(one) > _COMMON) & (table.singles(two) > _COMMON)
    loose = table.bigrams(one[common], two[common]) == 0
    return Flow(words, int(common.sum()), int(loose.sum()), doubled, opened, strange)
