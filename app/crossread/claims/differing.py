"""Where documents make the same statement with unlike firmness: what one asserts and another reports as alleged.

A passage takes part only with a statement of its own: headings, questions, conditions and passages that merely speak
of an allegation ("The allegations come at a bad time") claim nothing that another document could hold to be otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.align.link import Link, Row
from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.certainty import STEPS, Certainty, CertaintyDifference, Step
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document
from crossread.text.words import stem

_STATING = frozenset({"sentence", "list item"})
_CONDITIONAL = frozenset("if whether unless until may might could would should".split())
_FEWEST_WORDS = 4  # words with a meaning of their own; a shorter passage states too little to be compared
_FEWEST_SHARED, _FEWEST_PLAIN = 3, 2  # in all, and such as are no names
_SHARED, _SHARED_REPORTED = 0.4, 0.5  # of the shorter passage's words, for it to be the same statement
_SHARED_OF_MANY, _MANY = 0.25, 5  # as large a share is enough where so many words are shared
_STEPS_APART = 2  # between a reported statement and one that is doubted or denied
_VERBS: dict[Step, tuple[str, str]] = {
    "denied": ("denies", "deny"), "doubted": ("doubts", "doubt"),
    "alleged": ("reports as alleged", "report as alleged"),
    "reported": ("reports as the word of others", "report as the word of others"),
    "asserted": ("asserts", "assert"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Statement:
    judged: Certainty
    content: frozenset[str]
    plain: frozenset[str]


def certainty_differences(
    documents: Sequence[Document], found: Sequence[Certainty], rows: Sequence[Row], links: Sequence[Link]
) -> tuple[CertaintyDifference, ...]:
    """Rows in which one document asserts what another only reports, alleges, doubts or denies.

    Args:
        documents: the texts.
        found: what ``certainties`` returned for them.
        rows: the passages on one topic.
        links: between passages that say the same thing; only such are set against each other.
    """
    judged = {certainty.passage: certainty for certainty in found}
    read = {each.passage.id: each for document in documents for each in sentences(document)}
    linked = {frozenset((link.a, link.b)) for link in links}
    differences = []
    for row in rows:
        statements = [
            _Statement(judged[passage], _content(read[passage]), _plain(read[passage]))
            for _, passages in row.passages
            for passage in passages
            if passage in judged and passage in read and _states(read[passage], judged[passage])
        ]
        difference = _difference(row, statements, linked)
        if difference is not None:
            differences.append(difference)
    return tuple(differences)


def _states(sentence: Sentence, judged: Certainty) -> bool:
    """Whether a passage makes a statement of its own that can be held to be otherwise."""
    tokens = sentence.tokens
    if sentence.passage.kind not in _STATING or not judged.governs or tokens[-1].text == "?":
        return False
    conditional = judged.step == "asserted" and any(token.normal in _CONDITIONAL for token in tokens)
    return not conditional and len(_content(sentence)) >= _FEWEST_WORDS


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        stem(token.normal)
        for token in sentence.tokens
        if token.kind != "mark" and token.normal not in FUNCTION_WORDS
    )


def _plain(sentence: Sentence) -> frozenset[str]:
    """The content without names: that two speak of the same people does not make them say the same."""
    return frozenset(
        stem(token.normal)
        for token in sentence.tokens
        if token.kind == "number" or (token.kind == "word" and token.text[0].islower())
    )


def _rank(statement: _Statement) -> int:
    return STEPS.index(statement.judged.step)


def _difference(
    row: Row, statements: Sequence[_Statement], linked: set[frozenset[str]]
) -> CertaintyDifference | None:
    firm: dict[str, _Statement] = {}
    weak: dict[str, _Statement] = {}
    for a in statements:
        if any(_hedges_too(each, a) for each in statements):
            continue
        for b in statements:
            if _is_firmer(a, b) and _is_same(a, b, linked):
                firm[a.judged.passage] = a
                weak[b.judged.passage] = b
    if not firm:
        return None
    weak |= {
        each.judged.passage: each
        for each in statements
        if any(_is_firmer(a, each) and _is_near(a, each, linked) for a in firm.values())
        or any(_rank(each) < len(STEPS) - 1 and _is_near(b, each, linked) for b in tuple(weak.values()))
    }
    asserting = {each.judged.document for each in firm.values()}
    weak = {passage: each for passage, each in weak.items() if each.judged.document not in asserting}
    if not weak:
        return None
    told = (*firm.values(), *weak.values())
    order = [document for document, _ in row.passages]
    steps = {
        document: min(
            (each.judged.step for each in told if each.judged.document == document), key=STEPS.index
        )
        for document in order
        if any(each.judged.document == document for each in told)
    }
    firmest = max(steps.values(), key=STEPS.index)
    passages = tuple(passage for passage in (*firm, *weak) if _keeps(passage, told, steps))
    return CertaintyDifference(row.id, tuple(steps.items()), _sentence(steps, firmest), passages)


def _keeps(passage: str, told: Sequence[_Statement], steps: dict[str, Step]) -> bool:
    """Whether a passage is as firm as its document is counted."""
    judged = next(each.judged for each in told if each.judged.passage == passage)
    return judged.step == steps[judged.document]


def _is_firmer(a: _Statement, b: _Statement) -> bool:
    if a.judged.document == b.judged.document:
        return False
    apart = _rank(a) - _rank(b)
    return apart > 0 and (
        a.judged.step == "asserted" or (a.judged.step == "reported" and apart >= _STEPS_APART)
    )


def _hedges_too(hedged: _Statement, firm: _Statement) -> bool:
    """Whether a document says the same elsewhere in the row with less firmness, so that it cannot be called firm."""
    shared = len(hedged.content & firm.content)
    return (
        hedged.judged.document == firm.judged.document
        and _rank(hedged) < _rank(firm)
        and shared >= _FEWEST_SHARED
        and shared >= _SHARED_OF_MANY * min(len(hedged.content), len(firm.content))
    )


def _is_near(a: _Statement, b: _Statement, linked: set[frozenset[str]]) -> bool:
    """Whether two passages are linked and share some words of meaning."""
    return frozenset((a.judged.passage, b.judged.passage)) in linked and len(a.content & b.content) >= (
        _FEWEST_SHARED
    )


def _is_same(a: _Statement, b: _Statement, linked: set[frozenset[str]]) -> bool:
    if frozenset((a.judged.passage, b.judged.passage)) not in linked:
        return False
    shared = len(a.content & b.content)
    if len(a.content & b.content & (a.plain | b.plain)) < _FEWEST_PLAIN:
        return False
    reported = b.judged.step == "reported"
    needed = _SHARED_REPORTED if reported else _SHARED_OF_MANY if shared >= _MANY else _SHARED
    return shared >= _FEWEST_SHARED and shared >= needed * min(len(a.content), len(b.content))


def _sentence(steps: dict[str, Step], firmest: Step) -> str:
    by_step = {
        step: [document for document, each in steps.items() if each == step] for step in reversed(STEPS)
    }
    firm = by_step.pop(firmest)
    others = " and ".join(
        f"{_listed(documents)} {_VERBS[step][len(documents) > 1]}"
        for step, documents in by_step.items()
        if documents
    )
    return f"{_listed(firm)} {_VERBS[firmest][len(firm) > 1]} what {others}."


def _listed(documents: Sequence[str]) -> str:
    return documents[0] if len(documents) == 1 else ", ".join(documents[:-1]) + " and " + documents[-1]
