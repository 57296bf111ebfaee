"""What was done, as a sentence for a person."""

from collections.abc import Mapping
from typing import assert_never

from crossread.align.pin import Pin
from crossread.review.action import (
    Action,
    Decision,
    DocumentAdded,
    DocumentRemoved,
    DocumentReplaced,
    Entry,
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
from crossread.text.choice import BoilerplateChoice, DocumentDetail
from crossread.text.shown import one_line

_LONGEST = 60  # characters of what a document or a person says
_DECIDED = {
    "open": "reopened",
    "confirmed": "confirmed",
    "disputed": "disputed",
    "dismissed": "dismissed",
    "put off": "put off",
}
_REALIGNED = {
    "align": "aligned",
    "apart": "told apart",
    "merge": "merged the rows of",
    "split": "split the row of",
    "move": "moved to another row",
}
_CORRECTED = {
    "same fact": "joined {} to one fact",
    "different facts": "told {} apart from the fact they were put with",
    "no quantity": "took {} out of the facts",
}


def told(entry: Entry[Action], known: Mapping[str, Action] | None = None) -> str:
    """One entry of the log in words, without the time ("Ada confirmed finding 3: How long it lasted").

    Args:
        entry: the entry.
        known: what other entries did, by their ids, for undoing and the like; notes by ``note_key`` too.
    """
    return f"{one_line(entry.by, _LONGEST) or 'Somebody'} {what(entry.action, known or {})}"


def note_key(note: str) -> str:
    """By what a note is looked up among other actions, by its id."""
    return f"note {note}"


def what(action: Action, known: Mapping[str, Action]) -> str:  # noqa: C901, PLR0911 - one answer for each kind
    """What was done, without who did it: the tail of a sentence that begins with a name."""
    match action:
        case Decision():
            done = "noted on" if action.state == "open" and action.note else _DECIDED[action.state]
            return f"{done} {_finding(action.number, action.title)}{_noted(action.note)}"
        case Tagged():
            tags = ", ".join(f"#{one_line(tag, 30)}" for tag in action.tags)
            on = _finding(action.number, action.title)
            return f"tagged {on}: {tags}" if tags else f"took the tags off {on}"
        case Note():
            return f"noted on {_words(action.quoted.exact)}{_noted(action.text)}"
        case NoteRemoved():
            return f"removed a note{_of_note(action.note, known)}"
        case Realigned():
            return (
                f"{_REALIGNED[action.change]} {_words(action.words) if action.words else _some(action.pins)}"
            )
        case FactCorrection():
            return _corrected(action)
        case SpinChoice():
            return _spun(action)
        case BoilerplateChoice():
            part = "part" if action.article else "no part"
            return f"said that a stretch of text is {part} of the article"
        case DocumentDetail():
            value = _words(action.value)
            return (
                f"set a document’s {action.field} to {value}" if action.value else f"reset a {action.field}"
            )
        case DocumentAdded():
            return f"added document {one_line(action.letter)}{_named(action.name)}"
        case DocumentRemoved():
            return f"removed document{_named(action.name) or ' ' + action.digest[:8]}"
        case DocumentReplaced():
            return f"replaced a document by a new version{_named(action.name)}"
        case Undone() | Redone() | Withdrawn():
            return _about(action, known)
        case _:
            assert_never(action)


def _about(action: Undone | Redone | Withdrawn, known: Mapping[str, Action]) -> str:
    verb = {Undone: "undid", Redone: "redid", Withdrawn: "took back"}[type(action)]
    earlier = known.get(action.entry)
    if earlier is None or isinstance(earlier, (Undone, Redone, Withdrawn)):
        return f"{verb} an earlier step"
    return f"{verb}: {what(earlier, known)}"


def _finding(number: int, title: str) -> str:
    numbered = f"finding {number}" if number else "a finding"
    return f"{numbered}: {one_line(title, _LONGEST)}" if title else numbered


def _noted(text: str) -> str:
    return f" ({_words(text)})" if text.strip() else ""


def _words(text: str) -> str:
    return f"“{one_line(text[: 10 * _LONGEST], _LONGEST)}”"


def _named(name: str) -> str:
    return f", {_words(name)}" if name else ""


def _of_note(note: str, known: Mapping[str, Action]) -> str:
    action = known.get(note_key(note))
    return _noted(action.text) if isinstance(action, Note) else ""


def _some(pins: tuple[Pin, ...]) -> str:
    count = len({anchor for pin in pins for anchor in (*pin.passages, *pin.others)})
    return "1 passage" if count == 1 else f"{count} passages"


def _corrected(correction: FactCorrection) -> str:
    count = len(correction.mentions)
    mentions = "a value" if count == 1 else f"{count} values"
    if correction.kind == "value":
        return f"set {mentions} to {_words(correction.value)}"
    if correction.kind == "different facts" and count == 1:
        return "told a value apart from the fact it was put with"
    return _CORRECTED[correction.kind].format(mentions)


def _spun(choice: SpinChoice) -> str:
    if choice.kind == "original":
        return "named a document the original of another"
    return (
        "said that a document is not spun" if choice.kind == "not spun" else "left a document to the program"
    )
