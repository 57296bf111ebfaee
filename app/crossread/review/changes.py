"""What has changed in a session, in one sentence."""

from collections import Counter

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
    Tagged,
)
from crossread.review.history import History

_NAMED: tuple[tuple[str, str, tuple[type, ...]], ...] = (
    ("decision", "decisions", (Decision,)),
    ("note", "notes", (Note, NoteRemoved)),
    ("correction of the alignment", "corrections of the alignment", (Realigned,)),
    ("correction of a fact", "corrections of facts", (FactCorrection,)),
    ("tag", "tags", (Tagged,)),
    ("document", "documents", (DocumentAdded, DocumentRemoved, DocumentReplaced)),
)


def closing_note(history: History, known: int, unsaved: int, *, failed: bool = True) -> str:
    """What was done since a session was opened ("Since opening: 3 decisions and 1 note. All of it is saved.").

    Args:
        history: all that was done.
        known: how many entries it had when the session was opened.
        unsaved: how many of its entries are not written.
        failed: they could not be; else they are being written at this moment.

    Returns:
        The sentences; nothing where nothing has come of what was done.
    """
    before = History.of(history.entries[:known])
    old = {entry.id for entry in before.done}
    now = {entry.id for entry in history.done}
    made = Counter(_named(entry.action) for entry in history.done if entry.id not in old)
    parts = [f"{made[(one, many)]} {one if made[(one, many)] == 1 else many}" for one, many in _order(made)]
    taken_back = len(old - now)
    if taken_back:
        parts.append(
            "1 earlier step taken back" if taken_back == 1 else f"{taken_back} earlier steps taken back"
        )
    if not parts:
        return ""
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"Since opening: {listed}. {_saved(unsaved, failed=failed)}"


def _saved(unsaved: int, *, failed: bool) -> str:
    if not unsaved:
        return "All of it is saved."
    if failed:
        return f"{unsaved} of the steps could NOT be saved."
    return "The last step is being saved." if unsaved == 1 else f"The last {unsaved} steps are being saved."


def _named(action: Action) -> tuple[str, str]:
    for one, many, kinds in _NAMED:
        if isinstance(action, kinds):
            return one, many
    return "other choice", "other choices"


def _order(made: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    order = [(one, many) for one, many, _ in _NAMED] + [("other choice", "other choices")]
    return [names for names in order if made[names]]
