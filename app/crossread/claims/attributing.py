"""How firmly each passage claims what it says, and where documents differ in it."""

from collections.abc import Sequence
from dataclasses import replace

from crossread.align.link import Row
from crossread.claims.attribution import NOBODY, Attribution, Source
from crossread.claims.candidate import is_possessive
from crossread.claims.certainty import STEPS, Certainty, CertaintyDifference, Step
from crossread.claims.cues import Cue, cues
from crossread.claims.persons import who_is_where
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document
from crossread.text.span import Span

_BEFORE_NOUNS = frozenset(
    "the a an this that these those his her their its our any some no such earlier".split()
)
_VERBS: dict[Step, str] = {
    "denied": "denies", "doubted": "doubts", "alleged": "calls alleged", "reported": "reports as the word of others",
    "asserted": "asserts",
}  # fmt: skip
_MANY_VERBS: dict[Step, str] = {
    "denied": "deny", "doubted": "doubt", "alleged": "call alleged", "reported": "report as the word of others",
    "asserted": "assert",
}  # fmt: skip


def certainties(documents: Sequence[Document], rows: Sequence[Row] = ()) -> tuple[Certainty, ...]:
    """The step and the source of every passage that is no boilerplate, in the order of documents and text.

    Args:
        documents: on one event, so that who speaks in one is known in all.
        rows: not needed for the steps; see ``certainty_differences`` for what differs within them.
    """
    attribution = Attribution(who_is_where(documents))
    found = []
    for document in documents:
        before: Certainty | None = None
        for sentence in sentences(document):
            before = _carried_on(_judged(sentence, attribution), before)
            found.append(before)
    return tuple(found)


def _carried_on(here: Certainty, before: Certainty | None) -> Certainty:
    """ "It said" and "the company said" speak of the source of the sentence before, where that is named."""
    plain = here.source.casefold() in (
        "it",
        "they",
        "he",
        "she",
        "the company",
        "the group",
        "the firm",
        "the agency",
        "the ministry",
    )
    if here.source_kind == "unnamed" and plain and before is not None and before.source_kind == "named":
        return replace(here, source=before.source, source_kind="named")
    return here


def _judged(sentence: Sentence, attribution: Attribution) -> Certainty:
    found = list(cues(sentence))
    spans = tuple(
        Span(sentence.tokens[cue.start].span.start, sentence.tokens[cue.end - 1].span.end) for cue in found
    )
    if not found:
        return Certainty(sentence.document, sentence.passage.id, "asserted", "", "itself", ())
    step = min((cue.step for cue in found), key=STEPS.index)
    source = NOBODY
    for cue in sorted(found, key=lambda cue: (STEPS.index(cue.step), cue.start)):
        source = _source(sentence, cue, attribution)
        if source.kind in ("named", "medium"):
            break
    if source.kind == "unnamed" and (not source.text or step == "asserted"):
        first = next(cue for cue in found if cue.step == step)
        if step == "asserted" or (step in ("doubted", "denied") and first.part == "phrase"):
            return Certainty(sentence.document, sentence.passage.id, step, "", "itself", spans)
        source = Source(sentence.written(first.start, first.end), "unnamed")
    return Certainty(sentence.document, sentence.passage.id, step, source.text, source.kind, spans)


def _source(sentence: Sentence, cue: Cue, attribution: Attribution) -> Source:
    first = sentence.tokens[cue.start].normal
    if first in ("according", "citing", "in"):
        return attribution.after(sentence, cue.end)
    if cue.part == "verb":
        before = sentence.tokens[cue.start - 1] if cue.start else None
        if before is not None and (before.normal in _BEFORE_NOUNS or is_possessive(before.text)):
            return attribution.owner(sentence, cue.start)
        return attribution.subject(sentence, cue.start)
    if cue.part == "noun":
        return attribution.owner(sentence, cue.start)
    return NOBODY


def certainty_differences(found: Sequence[Certainty], rows: Sequence[Row]) -> tuple[CertaintyDifference, ...]:
    """Rows in which one document asserts what another only reports, alleges, doubts or denies.

    Args:
        found: what ``certainties`` returned.
        rows: the passages on one topic.
    """
    steps = {certainty.passage: certainty.step for certainty in found}
    differences = []
    for row in rows:
        spoken = tuple(
            (document, min((steps[passage] for passage in passages if passage in steps), key=STEPS.index))
            for document, passages in row.passages
            if any(passage in steps for passage in passages)
        )
        ranks = [STEPS.index(step) for _, step in spoken]
        if ranks and (
            max(ranks) - min(ranks) > 1 or (max(ranks) == STEPS.index("asserted") and min(ranks) < max(ranks))
        ):
            differences.append(CertaintyDifference(row.id, spoken, _sentence(spoken)))
    return tuple(differences)


def _sentence(spoken: Sequence[tuple[str, Step]]) -> str:
    by_step = {step: [document for document, found in spoken if found == step] for step in reversed(STEPS)}
    firmest, *rest = [(step, documents) for step, documents in by_step.items() if documents]
    verb = (_VERBS if len(firmest[1]) == 1 else _MANY_VERBS)[firmest[0]]
    others = " and ".join(f"{_listed(documents)} {_weaker(step, len(documents))}" for step, documents in rest)
    return f"{_listed(firmest[1])} {verb} what {others}."


def _weaker(step: Step, count: int) -> str:
    if step == "alleged":
        return "reports as alleged" if count == 1 else "report as alleged"
    return (_VERBS if count == 1 else _MANY_VERBS)[step]


def _listed(documents: Sequence[str]) -> str:
    return documents[0] if len(documents) == 1 else ", ".join(documents[:-1]) + " and " + documents[-1]
