"""Corrections of facts by hand, anchored in the texts, so that they hold when the comparison is run again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from crossread import quantities
from crossread.comparison import Comparison
from crossread.errors import CrossreadError
from crossread.findings import findings
from crossread.quantities.fact import GRAVITY, Fact, FactPair, Mention, Verdict
from crossread.quantities.interval import interval, judge
from crossread.quantities.quantity import Quantity
from crossread.quantities.wording import because
from crossread.review.action import FactCorrection
from crossread.text.anchor import Anchor
from crossread.text.document import Document


class UnreadableValueError(CrossreadError):
    """The words given for a value hold no quantity."""


def corrected(comparison: Comparison, corrections: Iterable[FactCorrection]) -> Comparison:
    """A comparison with its facts set right: verdicts are judged anew, findings put in order anew.

    Args:
        comparison: as it was found, without any correction.
        corrections: in the order in which they were made; what is meant by one and is not in the texts is passed over.
    """
    corrections = tuple(corrections)
    if not corrections:
        return comparison
    work = _Work(comparison)
    for correction in corrections:
        work.apply(correction)
    changed = replace(comparison, quantities=work.quantities(), facts=work.facts(), findings=())
    return replace(changed, findings=findings(changed))


def read_value(words: str, written: str | None, like: Quantity) -> Quantity:
    """What a person's words for a value mean, in the place of a quantity of a text.

    Args:
        words: the value ("six weeks").
        written: when the document was written, ISO 8601, or None; dates are reckoned from it.
        like: the quantity that was read wrongly; place and what is counted stay as they are.

    Raises:
        UnreadableValueError: the words hold no quantity, or more than one.
    """
    found = quantities.find(words, date.fromisoformat(written) if written else None)
    if len(found) != 1:
        problem = "No value could be read" if not found else "More than one value stands"
        raise UnreadableValueError(
            f"{problem} in “{' '.join(words.split())}”; write one, such as 42 days, 28.8 million or 5 June 2026."
        )
    return replace(found[0], span=like.span, core=like.core, counted=like.counted)


@dataclass(eq=False)
class _Group:
    """A fact in the making; ``fact`` is what it was found as, ``changed`` that its pairs must be judged anew."""

    fact: Fact
    mentions: list[Mention]
    changed: bool = False
    pairs: list[tuple[Mention, Mention, FactPair]] = field(default_factory=list)


class _Work:
    """Facts while corrections are applied to them."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._of_digest = {document.digest: document for document in comparison.documents}
        self._position = {document.id: i for i, document in enumerate(comparison.documents)}
        self._replaced: dict[Mention, Mention | None] = {}
        self._groups = [self._group(fact) for fact in comparison.facts]

    @staticmethod
    def _group(fact: Fact) -> _Group:
        pairs = [(fact.mentions[pair.a], fact.mentions[pair.b], pair) for pair in fact.pairs]
        return _Group(fact, list(fact.mentions), pairs=pairs)

    def apply(self, correction: FactCorrection) -> None:
        """Apply one correction."""
        mentions = self._mentions(correction.mentions)
        if correction.kind == "same fact":
            self._same(mentions)
        elif correction.kind == "different facts":
            self._different(mentions, self._mentions(correction.apart_from))
        elif correction.kind == "value":
            for mention in mentions:
                self._put(mention, self._revalued(mention, correction.value))
        else:
            for mention in mentions:
                self._put(mention, None)

    def _mentions(self, anchors: Sequence[Anchor]) -> list[Mention]:
        return [mention for anchor in anchors if (mention := self._mention(anchor))]

    def _mention(self, anchor: Anchor) -> Mention | None:
        document = self._of_digest.get(anchor.digest)
        if document is None:
            return None
        at = (document.id, anchor.span)
        in_groups = (mention for group in self._groups for mention in group.mentions)
        found = next((m for m in in_groups if (m.document, m.quantity.span) == at), None)
        if found is not None:
            return found
        gone = {m for m, new in self._replaced.items() if new is None}
        rest = (m for m in self._comparison.quantities if m not in gone)
        return next((m for m in rest if (m.document, m.quantity.span) == at), None)

    # What the corrections do

    def _same(self, mentions: Sequence[Mention]) -> None:
        if len(mentions) < 2:
            return
        home = self._home(mentions[0])
        if home is None:
            home = _Group(self._alone(mentions[0], ""), [mentions[0]])
            self._groups.append(home)
        for mention in mentions[1:]:
            for group in self._groups:
                if group is not home and mention in group.mentions:
                    group.mentions.remove(mention)
                    group.changed = True
            if mention not in home.mentions:
                home.mentions.append(mention)
        home.changed = True

    def _home(self, mention: Mention) -> _Group | None:
        """The fact that a mention belongs to: of several the one whose kind of quantity it is."""
        found = [group for group in self._groups if mention in group.mentions]
        return next(
            (group for group in found if group.fact.kind == mention.quantity.kind),
            found[0] if found else None,
        )

    def _different(self, mentions: Sequence[Mention], others: Sequence[Mention]) -> None:
        for group in list(self._groups):
            apart = [mention for mention in mentions if mention in group.mentions]
            meant = not others or any(other in group.mentions for other in others)
            if not apart or not meant or len(group.mentions) < 2:
                continue
            rest = [mention for mention in group.mentions if mention not in apart]
            group.changed = True
            if rest:
                group.mentions = rest
                together = [apart]
            else:
                group.mentions = apart[:1]
                together = [[mention] for mention in apart[1:]]
            for members in together:
                pairs = [entry for entry in group.pairs if entry[0] in members and entry[1] in members]
                fact = self._alone(members[0], group.fact.label)
                self._groups.append(_Group(fact, list(members), True, pairs))

    def _alone(self, mention: Mention, label: str) -> Fact:
        """A fact of one mention; it is called by what it counts, unless that is the name of the fact it has left."""
        text = self._comparison.document[mention.document].text
        counted = mention.quantity.counted
        named = " ".join(counted.of(text).split()) if counted else ""
        if not named or named.casefold() == label.casefold():
            words = mention.quantity.span.line_of(text)
            named = f"{label or named}: {words}" if label or named else words
        return Fact(named, mention.quantity.kind, (mention,), (), "same")

    def _revalued(self, mention: Mention, words: str) -> Mention:
        document: Document = self._comparison.document[mention.document]
        try:
            return replace(mention, quantity=read_value(words, document.date, mention.quantity))
        except UnreadableValueError:
            return mention  # whoever took the words from the person has told them

    def _put(self, old: Mention, new: Mention | None) -> None:
        """Put a mention in the place of another, or take it out of all facts."""
        if old == new:
            return
        original = next((first for first, now in self._replaced.items() if now == old), old)
        self._replaced[original] = new
        for group in self._groups:
            if old in group.mentions:
                group.changed = True
                group.pairs = [entry for entry in group.pairs if old not in entry[:2]]
                put = (new if mention == old else mention for mention in group.mentions)
                group.mentions = [mention for mention in put if mention is not None]

    # What has come of it

    def quantities(self) -> tuple[Mention, ...]:
        """The quantities of all documents with their values set right."""
        kept = (self._replaced.get(m, m) for m in self._comparison.quantities)
        return tuple(mention for mention in kept if mention is not None)

    def facts(self) -> tuple[Fact, ...]:
        """The facts, gravest first; those that no correction touched as they were."""
        built = [
            self._fact(group) if group.changed else group.fact for group in self._groups if group.mentions
        ]
        order = {id(fact): number for number, fact in enumerate(built)}
        built.sort(key=lambda fact: (-GRAVITY[fact.verdict], -len(_documents(fact)), order[id(fact)]))
        return tuple(built)

    def _fact(self, group: _Group) -> Fact:
        mentions = sorted(group.mentions, key=lambda m: (self._position[m.document], m.quantity.span))
        known = {(a, b): pair for a, b, pair in group.pairs}
        pairs = []
        for i, a in enumerate(mentions):
            for j in range(i + 1, len(mentions)):
                b = mentions[j]
                if a.document == b.document:
                    continue
                told = known.get((a, b)) or known.get((b, a))
                pair = replace(told, a=i, b=j) if told else self._judged(i, j, a, b)
                if pair:
                    pairs.append(pair)
        verdict: Verdict = max((pair.verdict for pair in pairs), key=GRAVITY.__getitem__, default="same")
        return Fact(group.fact.label, group.fact.kind, tuple(mentions), tuple(pairs), verdict)

    def _judged(self, i: int, j: int, a: Mention, b: Mention) -> FactPair | None:
        """What two mentions are to each other; None where they cannot be compared (weeks and accounts)."""
        one, other = interval(a.quantity), interval(b.quantity)
        if one is None or other is None or one.scale != other.scale:
            return None
        found = judge(one, other)
        words = [m.quantity.span.line_of(self._comparison.document[m.document].text) for m in (a, b)]
        return FactPair(i, j, found.verdict, because(a.quantity, b.quantity, found, words[0], words[1]))


def _documents(fact: Fact) -> set[str]:
    return {mention.document for mention in fact.mentions}
