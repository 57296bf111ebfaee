"""The spinbook: rules, written by hand, for what spinning programs make of common expressions.

A rule is one line of ``spinbook.txt``::

    pattern -> original ; second original | a sentence in which it fires | a clean one in which it must not

The pattern is a row of words. What stands in braces is marked and replaced; the rest is context. Without braces all of
it is marked. ``one/two`` is either word, and where an original has as many alternatives, the one at the same place is
meant. ``<noun>`` and its like (``CLASSES``) are kinds of words, ``!one/two`` means that neither follows here, ``$1`` in
an original is the first marked word as written.

``[strong]``, ``[likely]`` and ``[weak]`` begin rules of that strength; weak ones are words that spinners are fond of,
which alone say nothing. ``for W:R = hearth:fire, ...`` begins a family: the rules below it, up to an empty line, are
made once for each pair, with ``$W`` and ``$R`` put in. ``#`` begins a comment.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from crossread.errors import CrossreadError
from crossread.paths import resource
from crossread.spin.classes import CLASSES, is_open_class
from crossread.text.span import Span
from crossread.text.token import Token
from crossread.text.words import tokens

Strength = Literal["strong", "likely", "weak"]
_STRENGTHS: tuple[Strength, ...] = ("strong", "likely", "weak")


class SpinbookError(CrossreadError):
    """A line of the spinbook that is no rule; the message names the line."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: words, classes of words, or words that must not stand here.

    Attributes:
        words: in their normal forms; any of them fits.
        kinds: classes of words (``CLASSES``); any of them fits.
        never: the words must not stand here.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    never: bool = False

    def fits(self, found: Sequence[Token], at: int) -> bool:
        """Whether the token at this place is meant; a forbidden word is also absent past the end."""
        if not 0 <= at < len(found):
            return self.never
        if self.never:
            return found[at].normal not in self.words
        return found[at].normal in self.words or any(CLASSES[kind](found, at) for kind in self.kinds)

    def resembles(self, found: Sequence[Token], at: int) -> bool:
        """Whether the token fits or, like one of the words, is of an open class or of none."""
        if self.fits(found, at):
            return True
        return (
            not self.never
            and 0 <= at < len(found)
            and any(is_open_class(word) == CLASSES["open"](found, at) for word in self.words)
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        line: its line in the file.
        pattern: the elements in order.
        first, last: which of them are marked, half-open.
        originals: templates, likeliest first.
        strength: how much a hit says.
        fires, clean: its two sentences.
    """

    line: int
    pattern: tuple[Element, ...]
    first: int
    last: int
    originals: tuple[str, ...]
    strength: Strength
    fires: str
    clean: str

    def match(self, found: Sequence[Token], start: int) -> bool:
        """Whether the pattern lies on the tokens from here."""
        return all(element.fits(found, start + k) for k, element in enumerate(self.pattern))

    def nearly_matches(self, found: Sequence[Token], start: int) -> bool:
        """Whether a phrase that it marks lies on the tokens from here, in company only like what it asks for."""
        marked = range(self.first, self.last)
        return (
            1 < len(marked) < len(self.pattern)
            and all(self.pattern[k].words and self.pattern[k].fits(found, start + k) for k in marked)
            and all(
                k in marked or element.resembles(found, start + k) for k, element in enumerate(self.pattern)
            )
            and not self.match(found, start)
        )

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each word that it replaces by a single one, and that one; of a longer row only if one word of it changes."""
        marked = [element.words for element in self.pattern[self.first : self.last]]
        if not all(marked) or any(element.never for element in self.pattern[self.first : self.last]):
            return
        for template in self.originals:
            parts = [part.split("/") for part in template.lower().split()]
            changed = [pair for pair in zip(marked, parts, strict=False) if list(pair[0]) != pair[1]]
            if len(parts) != len(marked) or len(changed) != 1:
                continue
            ((wrong, right),) = changed
            for at, word in enumerate(wrong):
                put = right[at] if len(right) == len(wrong) else right[0]
                if word.isalpha() and put.isalpha() and word != put:
                    yield word, put


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule fires.

    Attributes:
        span: what is marked, in code points of the text.
        originals: what it likely said, likeliest first.
    """

    span: Span
    originals: tuple[str, ...]
    rule: Rule


@dataclass(frozen=True)
class Spinbook:
    """All rules, found by their rarest fixed word."""

    rules: tuple[Rule, ...]
    _index: dict[str, list[tuple[Rule, int]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for rule in self.rules:
            fixed = [
                k
                for k, element in enumerate(rule.pattern)
                if element.words and not element.never and not element.kinds
            ]
            marked = [k for k in fixed if rule.first <= k < rule.last]
            anchor = max(marked or fixed, key=lambda k: (max(map(len, rule.pattern[k].words)), -k))
            for word in rule.pattern[anchor].words:
                self._index[word].append((rule, anchor))

    @cached_property
    def restored(self) -> dict[str, frozenset[str]]:
        """For each word that a rule replaces, whatever stands around it, the words it is replaced by."""
        known: dict[str, set[str]] = defaultdict(set)
        for rule in self.rules:
            for wrong, right in rule.pairs():
                known[wrong].add(right)
        return {wrong: frozenset(right) for wrong, right in known.items()}

    def hits(self, found: Sequence[Token]) -> list[Hit]:
        """Where rules fire; of overlapping hits the strongest and then the longest, in the order of the text."""
        return self._where(found, Rule.match)

    def near_hits(self, found: Sequence[Token]) -> list[Hit]:
        """Where a phrase stands that a rule marks, in company only like what the rule asks for."""
        return self._where(found, Rule.nearly_matches)

    def _where(
        self, found: Sequence[Token], fires: Callable[[Rule, Sequence[Token], int], bool]
    ) -> list[Hit]:
        every = []
        for at, token in enumerate(found):
            for rule, anchor in self._index.get(token.normal, ()):
                start = at - anchor
                if fires(rule, found, start):
                    marked = found[start + rule.first : start + rule.last]
                    every.append(
                        Hit(Span(marked[0].span.start, marked[-1].span.end), _filled(rule, marked), rule)
                    )
        every.sort(
            key=lambda hit: (_STRENGTHS.index(hit.rule.strength), -len(hit.span), hit.rule.line, hit.span)
        )
        kept: list[Hit] = []
        taken: set[int] = set()
        for hit in every:
            if taken.isdisjoint(range(hit.span.start, hit.span.end)):
                kept.append(hit)
                taken.update(range(hit.span.start, hit.span.end))
        return sorted(kept, key=lambda hit: hit.span)


def _filled(rule: Rule, marked: Sequence[Token]) -> tuple[str, ...]:
    elements = rule.pattern[rule.first : rule.last]
    choice = next(
        (e.words.index(t.normal) for e, t in zip(elements, marked, strict=True) if len(e.words) > 1), 0
    )  # the first element with alternatives decides
    texts = []
    for template in rule.originals:
        words = []
        for word in template.split():
            parts = word.split("/")
            words.append(parts[choice] if len(parts) > choice and len(parts) > 1 else parts[0])
        text = re.sub(r"\$(\d)", lambda m: marked[int(m[1]) - 1].text, " ".join(words))
        texts.append(cased_like(text, marked[0].text))
    return tuple(dict.fromkeys(texts))


def cased_like(text: str, model: str) -> str:
    """``text`` with a capital where ``model`` has one."""
    if len(model) > 1 and model.isupper() and text.islower():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _pattern(written: str) -> tuple[tuple[Element, ...], int, int]:
    elements: list[Element] = []
    first = last = -1
    for part in written.replace("{", " { ").replace("}", " } ").split():
        if part == "{":
            first = len(elements)
        elif part == "}":
            last = len(elements)
        elif part.startswith("!"):
            elements.append(Element(tuple(part[1:].split("/")), never=True))
        elif "/" in part or "<" in part:
            elements.append(_alternatives(part.split("/")))
        elif part.isascii() and part.isalpha():
            elements.append(Element((part.lower(),)))
        else:
            elements.extend(Element((token.normal,)) for token in tokens(part))
    if first < 0:
        first, last = 0, len(elements)
    if not 0 <= first < last or not any(e.words and not e.never and not e.kinds for e in elements):
        raise ValueError("its pattern marks nothing or has no fixed word")
    return tuple(elements), first, last


def _alternatives(options: list[str]) -> Element:
    kinds = tuple(option[1:-1] for option in options if option.startswith("<"))
    unknown = [kind for kind in kinds if kind not in CLASSES]
    if unknown:
        raise ValueError(f"there is no class <{unknown[0]}>")
    return Element(tuple(option.casefold() for option in options if not option.startswith("<")), kinds)


def _rule(line: int, written: str, strength: Strength, proven: bool) -> Rule:
    parts = [part.strip() for part in written.split("|")]
    pattern, arrow, originals = parts[0].partition("->")
    if len(parts) != 3 or not arrow or not all(parts) or not originals.strip():
        raise ValueError("a rule is: pattern -> original | sentence in which it fires | clean sentence")
    elements, first, last = _pattern(pattern)
    templates = tuple(o.strip() for o in originals.split(";"))
    fires, clean = (part.replace("{", "").replace("}", "") for part in parts[1:])
    rule = Rule(line, elements, first, last, templates, strength, fires, clean)
    if not proven:
        _prove(rule, parts[1])
    return rule


def _prove(rule: Rule, shown: str) -> None:
    """Refuse a rule whose sentences do not show what it does; ``shown`` is where it fires, as written."""
    book = Spinbook((rule,))
    fired = book.hits(tokens(rule.fires))
    if not fired:
        raise ValueError(f"it does not fire in its own sentence: {rule.fires}")
    if "{" in shown and shown.partition("{")[2].partition("}")[0] != fired[0].span.of(rule.fires):
        raise ValueError(f"it marks {fired[0].span.of(rule.fires)!r} in its own sentence: {rule.fires}")
    if book.hits(tokens(rule.clean)):
        raise ValueError(f"it fires in its clean sentence: {rule.clean}")


def parse(text: str, proven: bool = False) -> Spinbook:
    """The rules of a spinbook's text.

    Args:
        text: as described above.
        proven: the sentences of the rules have been tried before, which takes longer than all the rest.

    Raises:
        SpinbookError: a line is no rule, lacks a sentence, or its sentences do not show what it does.
    """
    rules = []
    strength: Strength = "strong"
    names: list[str] = []
    family: list[list[str]] = [[]]
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("#"):
            continue
        try:
            if not bare:
                names, family = [], [[]]
            elif bare.startswith("["):
                strength = _STRENGTHS[_STRENGTHS.index(bare.strip("[]"))]
            elif re.match(r"for [\w:]+ =", bare):
                names, family = _family(bare)
            else:
                for values in family:
                    made = bare
                    for name, value in zip(names, values, strict=True):
                        made = made.replace("$" + name, value)
                    rules.append(_rule(number, made, strength, proven))
        except ValueError as problem:
            raise SpinbookError(f"Line {number} of the spinbook is no rule: {problem}.") from problem
    return Spinbook(tuple(rules))


def _family(line: str) -> tuple[list[str], list[list[str]]]:
    head, equals, members = line[4:].partition("=")
    names = [name.strip() for name in head.split(":")]
    values = [[value.strip() for value in member.split(":")] for member in members.split(",")]
    if not equals or any(len(value) != len(names) or not all(value) for value in values):
        raise ValueError("a family is: for W:R = wrong:right, wrong:right")
    return names, values


def read(path: Path) -> Spinbook:
    """The rules in this file, whose sentences were tried when it was made.

    Raises:
        SpinbookError: as of ``parse``.
    """
    return parse(path.read_text("utf-8"), proven=True)


@cache
def spinbook() -> Spinbook:
    """The rules that ship with Crossread."""
    return read(resource("lexicons", "spinbook.txt"))
