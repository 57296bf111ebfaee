"""Spinners made up for growing and measuring: of the kinds there are, and none of them copies a tool's dictionary.

Six swap words and share nothing but the thesaurus: one takes the closest neighbour, one common words, one rare words,
one anything, one forgets the inflection, and one takes what stands near in meaning whether or not it means the same
("enable" for "disable"). One turns phrases round and doubles words, one fills in empty words.
"""

import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np

from crossread.spin.company import company
from crossread.spin.usage import usage
from crossread.spin.words import is_open
from crossread.text.thesaurus import thesaurus
from crossread.text.words import tokens

Options = list[tuple[str, float]]
RATES = (0.12, 0.2, 0.3, 0.45)
SWAPPERS = ("closest", "common", "rare", "any", "uninflected", "near")
KINDS = (*SWAPPERS, "turning", "filling")
_NEARBY, _NEAREST, _COMMONEST = 0.5, 11, 20_000
_KEPT = 0.8  # how steadily a word is swapped for the same
_EMPTY = tuple(
    "actually really basically certainly definitely simply just quite very truly essentially literally also generally "
    "usually indeed obviously surely".split()
)
_LONGER = {
    "and": ("and also", "as well as"),
    "but": ("however", "yet"),
    "because": ("since", "due to the fact that"),
    "can": ("is able to", "could"),
    "many": ("a lot of", "numerous"),
    "also": ("likewise", "additionally"),
    "about": ("concerning", "regarding"),
    "to": ("in order to",),
    "will": ("is going to", "will certainly"),
    "would": ("would certainly",),
}


@cache
def _turned() -> dict[str, Options]:
    """For each common word the words that a spinner may put in its place."""
    turned = defaultdict(list)
    for word in sorted(thesaurus().number):
        for near, closeness in thesaurus().neighbours(word):
            turned[near].append((word, closeness))
    return dict(turned)


@cache
def _names() -> dict[int, str]:
    """The word of each row of the table of word vectors, the commonest first."""
    row_of = company().row_of
    return {int(row_of[number]): word for word, number in thesaurus().number.items()}


@cache
def _common() -> np.ndarray:
    return company().vectors(np.arange(_COMMONEST))


@cache
def _near(word: str) -> Options:
    """The words that keep like company, whatever they mean."""
    held = company()
    place = held.places([word])
    if place[0] == held.unlisted:
        return []
    alike = _common() @ held.vectors(place)[0]
    nearest = np.argpartition(-alike, _NEAREST)[:_NEAREST]
    order = nearest[np.argsort(-alike[nearest])][1:]
    return [(_names()[k], float(alike[k])) for k in order if alike[k] > _NEARBY]


def _weight(kind: str, word: str, closeness: float) -> float:
    """How gladly this spinner takes a word."""
    common = usage().single(usage().find(word))
    if kind == "closest":
        return math.exp(6 * closeness)
    if kind == "common":
        return math.exp(3 * closeness + 0.7 * max(common, -16))
    if kind == "rare":
        return math.exp(3 * closeness) if common < -11 else 0.001
    return math.exp((2 if kind == "any" else 3) * closeness)


def _replacement(kind: str, word: str, dice: random.Random) -> str:
    options = _near(word) if kind == "near" else _turned().get(word, [])
    if not options:
        return word
    (chosen, _), *_ = dice.choices(options, [_weight(kind, *option) for option in options])
    return thesaurus().base(chosen) if kind == "uninflected" else chosen


def swapped(text: str, kind: str, rate: float, dice: random.Random) -> tuple[str, set[int]]:
    """The text with so large a share of its words swapped, and where swapped words begin."""
    parts: list[str] = []
    begins: set[int] = set()
    length = at = 0
    chosen: dict[str, str] = {}
    for token in tokens(text):
        parts.append(text[at : token.span.start])
        length += len(parts[-1])
        at = token.span.end
        word = token.text
        if word.islower() and word.isalpha() and is_open(word):
            if word not in chosen:
                chosen[word] = _replacement(kind, word, dice) if dice.random() < rate else word
            word = chosen[word] if dice.random() < _KEPT else word
            if word != token.text:
                begins.add(length)
        parts.append(word)
        length += len(word)
    return "".join([*parts, text[at:]]), begins


def _turning(text: str, dice: random.Random) -> str:
    """Phrases turned round ("a loan that is short"), words doubled, and halves of sentences exchanged."""
    return " ".join(_turn(sentence, dice) for sentence in re.split(r"(?<=[.!?]) ", text))


def _turn(sentence: str, dice: random.Random) -> str:
    words = sentence.split(" ")
    found: list[str] = []
    at = 0
    while at < len(words):
        word, after = words[at], re.match(r"(\w+)(\W*)$", words[at + 1] if at + 1 < len(words) else "")
        roll = dice.random()
        if after and roll < 0.35 and is_open(word) and thesaurus().is_a(word, "adjective"):
            found += [after[1], "that", "are" if after[1].endswith("s") else "is", word + after[2]]
            at += 1
        else:
            found += [word, word] if word.islower() and roll < 0.02 else [word]
        at += 1
    halves = " ".join(found).rstrip(".").split(", ")
    if len(halves) == 2 and dice.random() < 0.5:
        return f"{halves[1][:1].upper()}{halves[1][1:]}, {halves[0]}."
    return " ".join(found)


def _filling(text: str, dice: random.Random) -> str:
    """Empty words put in, little words made long."""

    def filled() -> Iterator[str]:
        for word in text.split(" "):
            if word in _LONGER and dice.random() < 0.35:
                yield dice.choice(_LONGER[word])
                continue
            if word.islower() and is_open(word) and dice.random() < 0.08:
                yield dice.choice(_EMPTY)
            yield word

    return " ".join(filled())


_OTHERS: dict[str, Callable[[str, random.Random], str]] = {"turning": _turning, "filling": _filling}


def spun(text: str, kind: str, dice: random.Random) -> tuple[str, set[int]]:
    """The text as this kind of spinner leaves it, and where swapped words begin."""
    if kind in SWAPPERS:
        return swapped(text, kind, 1.3 * dice.choice(RATES), dice)
    copy, begins = swapped(text, "common", RATES[0], dice)
    return _OTHERS[kind](copy, dice), begins
