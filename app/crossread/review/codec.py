"""Actions and documents as JSON and back. What comes from a file is data from a stranger: every value is checked."""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TypeVar

import msgspec

from crossread.review.action import (
    Action,
    Decision,
    DocumentAdded,
    DocumentRemoved,
    DocumentReplaced,
    FactCorrection,
    Note,
    NoteRemoved,
    Realigned,
    Redone,
    Tagged,
    Undone,
    Withdrawn,
)
from crossread.spin.choice import SpinChoice
from crossread.text.choice import BoilerplateChoice, DocumentDetail, is_date
from crossread.text.document import Document, Passage, PassageKind
from crossread.text.form import Form
from crossread.text.passages import passages
from crossread.text.provenance import Provenance
from crossread.text.span import Span

KINDS: dict[str, type[Action]] = {
    "decision": Decision, "tags": Tagged, "note": Note, "note removed": NoteRemoved, "alignment": Realigned,
    "fact": FactCorrection, "spin": SpinChoice, "boilerplate": BoilerplateChoice, "detail": DocumentDetail,
    "document added": DocumentAdded, "document removed": DocumentRemoved, "document replaced": DocumentReplaced,
    "withdrawn": Withdrawn, "undone": Undone, "redone": Redone,
}  # fmt: skip
"""The kinds of action by what they are called in a file."""
NAMES = {kind: name for name, kind in KINDS.items()}
LONGEST = 32_000_000
"""Characters of JSON that one action may take."""
_MOST_WORDS = 2_000_000  # code points of a note; written as JSON they may become twelve times as many
_LONGEST_NAME = 300  # of ids and names that are shown as labels
_DEEPEST = 100  # levels of headings and lists
_LETTER = re.compile("[A-Z]{1,3}")
_DIGEST = re.compile("[0-9a-f]{64}")
_COLOUR = re.compile("#[0-9a-f]{6}")

T = TypeVar("T")


class UnreadableError(ValueError):
    """What stands in a file is no action, document or view of ours."""


class UnknownKindError(UnreadableError):
    """An action of a kind that this version does not know."""


def to_json(value: object) -> str:
    """A record as JSON, in ASCII: texts may hold what is no valid Unicode."""
    return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))


def from_json(text: str, kind: type[T]) -> T:
    """A record of this kind from JSON.

    Raises:
        UnreadableError: it is none.
    """
    with contextlib.suppress(ValueError, RecursionError):
        return msgspec.json.decode(text, type=kind)  # three times as fast, but it takes no lone surrogates
    try:
        return msgspec.convert(json.loads(text), kind)
    except (ValueError, RecursionError) as error:  # ValidationError is a ValueError
        raise UnreadableError(str(error)) from None


def action_from(kind: str, text: str) -> Action:
    """An action as it stands in a file.

    Args:
        kind: what the file calls it, a key of ``KINDS``.
        text: the JSON.

    Raises:
        UnknownKindError: there is no such kind.
        UnreadableError: it is no such action, or goes beyond all bounds.
    """
    if kind not in KINDS:
        raise UnknownKindError(kind)
    if len(text) > LONGEST:
        raise UnreadableError("it is too large")
    action = from_json(text, KINDS[kind])
    if not is_sound(action):
        raise UnreadableError("a value is out of bounds")
    return action


def is_sound(action: Action) -> bool:
    """Whether the values mean something, beyond being of the right types; nothing else is written or read."""
    match action:
        case DocumentAdded():
            sound = bool(_LETTER.fullmatch(action.letter) and _DIGEST.fullmatch(action.digest))
            return sound and len(action.name) <= _MOST_WORDS
        case DocumentReplaced():
            return bool(_DIGEST.fullmatch(action.digest) and _DIGEST.fullmatch(action.by))
        case DocumentDetail():
            coloured = action.field != "colour" or not action.value or _COLOUR.fullmatch(action.value)
            return bool(coloured) and len(action.value) <= 10_000
        case Decision():
            return len(action.finding) <= _LONGEST_NAME and len(action.note) <= _MOST_WORDS
        case Tagged():
            return len(action.finding) <= _LONGEST_NAME
        case Note():
            return len(action.id) <= _LONGEST_NAME and len(action.text) <= _MOST_WORDS
        case _:
            return True


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """All of a document but its text and its letter.

    Attributes:
        passages: start, end, kind and paragraph of each.
    """

    name: str
    title: str
    publisher: str
    date: str | None
    language: str | None
    passages: tuple[tuple[int, int, PassageKind, int], ...]
    form: Form = field(default_factory=Form)
    provenance: Provenance = field(default_factory=Provenance)


def document_to_json(document: Document) -> str:
    """All of a document but its text and its letter."""
    return to_json(
        StoredDocument(
            document.name,
            document.title,
            document.publisher,
            document.date,
            document.language,
            tuple((p.span.start, p.span.end, p.kind, p.paragraph) for p in document.passages),
            document.form,
            document.provenance,
        )
    )


def document_from(text: str, stored: str, digest: str) -> tuple[Document, bool]:
    """A document as it stands in a file, as document A.

    Args:
        text: its text.
        stored: the JSON of the rest.
        digest: SHA-256 of the text, as the file says.

    Returns:
        The document, and whether the rest was damaged, so that it was made anew from the text.

    Raises:
        UnreadableError: the text is not the one that the digest was taken of.
    """
    try:
        found, damaged = _document(text, from_json(stored, StoredDocument)), False
    except UnreadableError:
        anew = passages(text, "A")
        found = Document(
            "A", anew.title, anew.title, anew.publisher, anew.date, anew.language, text, anew.passages
        )
        damaged = True
    if found.digest != digest:
        raise UnreadableError("the text is damaged")
    return found, damaged


def _document(text: str, stored: StoredDocument) -> Document:
    end = paragraph = 0
    found = []
    for number, (start, stop, kind, its_paragraph) in enumerate(stored.passages, 1):
        if not end <= start < stop <= len(text) or its_paragraph < paragraph:
            raise UnreadableError("passages overlap")
        end, paragraph = stop, its_paragraph
        found.append(Passage(f"A{number}", Span(start, stop), kind, paragraph))
    if any(span.end > len(text) for span in _spans(stored.form)):
        raise UnreadableError("a mark stands outside the text")
    levels = [heading.level for heading in stored.form.headings] + [item.level for item in stored.form.items]
    if any(not 1 <= level <= _DEEPEST for level in levels):
        raise UnreadableError("a level is out of bounds")
    if stored.date is not None and not is_date(stored.date):
        raise UnreadableError("there is no such day")
    return Document(
        "A",
        stored.name,
        stored.title,
        stored.publisher,
        stored.date,
        stored.language,
        text,
        tuple(found),
        stored.form,
        _origin(stored.provenance),
    )


def _origin(told: Provenance) -> Provenance:
    """Where a text came from, without a path that nobody should follow on a stranger's word.

    The original beside a text is opened where it lies. So a path is kept only with the digest that its file must have,
    and never one that leads to another machine (``\\\\host\\share`` would be asked for over the network).
    """
    leads_away = told.source.replace("\\", "/").startswith("//")
    if not told.source or (_DIGEST.fullmatch(told.file_digest) and not leads_away):
        return told
    return replace(told, source="")


def _spans(value: object) -> Iterator[Span]:
    """Every span that a record holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _spans(getattr(value, each.name))
