"""What may have stood in the place of words: their neighbours in the thesaurus, and what the spinbook knows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crossread.spin.company import Places, company
from crossread.spin.spinbook import spinbook
from crossread.spin.usage import Logarithms, Numbers, usage
from crossread.text.thesaurus import STEPS, thesaurus

_CLOSEST = math.ceil(0.25 * STEPS)  # neighbours less close than this are not tried
_BOOKED = math.log(
    1.2
)  # how close the words are that the spinbook knows for each other: as the closest synonyms
# By steps of closeness. math.log, as numpy's may differ in the last bit from one processor to another.
_LOG = np.array([-math.inf, *(math.log(steps / STEPS) for steps in range(1, 256))])


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The words that are tried in the places of others, which the table of usage lists.

    Those that belong to one word stand in one stretch, by the alphabet.

    Attributes:
        rich: which of the words asked have any, ascending.
        own: whose neighbour each is, by place in ``rich``.
        start, lengths: where the stretch of each begins, and how many it holds.
        number, row: in the tables of usage and of company.
        closeness: as a logarithm.
    """

    rich: Numbers
    own: Numbers
    start: Numbers
    lengths: Numbers
    number: Numbers
    row: Places
    closeness: Logarithms

    @staticmethod
    def of(words: Sequence[str], by_the_book: bool) -> "Neighbours":
        """The neighbours of words in lower case; with those that the spinbook's rules replace by them, if asked."""
        listed = thesaurus().number
        asked = np.array([k for k, word in enumerate(words) if word in listed], np.int64)
        numbers = np.array([listed[words[k]] for k in asked.tolist()], np.int64)
        own, near, steps = thesaurus().neighbours_of(numbers)
        number = company().in_usage[near]
        tried = (steps >= _CLOSEST) & (number >= 0)
        own, near, number = asked[own[tried]], near[tried], number[tried]
        row, closeness = company().row_of[near], _LOG[steps[tried]]
        if by_the_book:
            told, known = _restored(words)
            own, number = np.append(own, told), np.append(number, usage().numbers(known))
            row = np.append(row, company().places(known))
            closeness = np.append(closeness, np.full(len(known), _BOOKED))
        # The numbers of usage go by the alphabet. Of what is known from both sides the closer one counts.
        key = own << 32 | number
        if by_the_book:
            order = np.lexsort((-closeness, key))
            order = order[np.diff(key[order], prepend=-1) != 0]
        else:
            order = key.argsort()
        own, number = own[order], number[order]
        rich, start, lengths = np.unique(own, return_index=True, return_counts=True)
        places = np.repeat(np.arange(len(rich)), lengths)
        return Neighbours(rich, places, start, lengths, number, row[order], closeness[order])


def _restored(words: Sequence[str]) -> tuple[Numbers, list[str]]:
    """Each word that the spinbook's rules put back for one of these, and the place of the one."""
    restored, listed = spinbook().restored, usage().number
    pairs = [
        (k, known) for k, word in enumerate(words) for known in restored.get(word, ()) if known in listed
    ]
    return np.array([k for k, _ in pairs], np.int64), [known for _, known in pairs]
