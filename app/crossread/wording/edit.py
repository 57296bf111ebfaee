"""Differences in wording between two linked passages."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

EditKind = Literal[
    "synonym", "inflection", "artefact", "function", "number", "name", "meaning", "quotation", "other",
    "insertion", "deletion", "move", "spelling", "case", "punctuation",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class EditSide:
    """One side of an edit.

    Attributes:
        passage: id of the passage.
        span: in code points of the document's text; empty where the other side added something.
    """

    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference in wording inside a link, with its kind."""

    a: EditSide
    b: EditSide
    kind: EditKind
