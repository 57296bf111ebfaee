"""How firmly a passage claims what it says, and who says it."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

Step = Literal["denied", "doubted", "alleged", "reported", "asserted"]
STEPS: tuple[Step, ...] = ("denied", "doubted", "alleged", "reported", "asserted")
SourceKind = Literal["itself", "named", "medium", "unnamed"]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How firmly one passage claims what it says.

    Attributes:
        document, passage: ids.
        step: from denied over doubted, alleged and reported to asserted.
        source: who says it, as far as the text tells: a name, or words such as "reportedly"; empty where it is the
            document itself.
        source_kind: the document itself, a named person or body, another medium, or nobody in particular.
        cues: the words that tell, in code points of the document's text.
        governs: the words that decide speak of what the passage says; False where it merely speaks of an allegation,
            a claim or somebody accused ("The allegations come at a bad time").
    """

    document: str
    passage: str
    step: Step
    source: str
    source_kind: SourceKind
    cues: tuple[Span, ...]
    governs: bool = True


@dataclass(frozen=True, slots=True)
class CertaintyDifference:
    """Documents of one row that claim the same thing with unlike firmness.

    Attributes:
        row: id of the row.
        steps: each document that speaks, with its step, in the order of the row.
        sentence: what differs, in plain words ("D asserts what A and B report as alleged.").
        passages: ids of the passages that make the statement, the firmest first.
    """

    row: str
    steps: tuple[tuple[str, Step], ...]
    sentence: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Superlative:
    """A claim that something is the largest, first, worst ..., with what it is measured against.

    Attributes:
        document, passage: ids.
        span: from the superlative to the end of its last scope, in code points of the document's text.
        word: the superlative itself ("largest").
        scale: what is measured, so that "largest" and "biggest" can be set side by side ("size").
        scopes: the words that limit it ("ever", "it has ever seen", "known").
        among: it is only one of several ("one of the largest").
        group: the same for superlatives that stand for one another in several documents; empty where none does.
    """

    document: str
    passage: str
    span: Span
    word: str
    scale: str
    scopes: tuple[Span, ...]
    among: bool
    group: str = ""
