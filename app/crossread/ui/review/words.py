"""Decisions, notes and moments in words, as the panels show them. No Qt."""

from datetime import datetime

from crossread.review.action import Decision, DecisionState, Entry
from crossread.text.anchor import Quoted, quote
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.text.span import Span

STATE_NAMES: dict[DecisionState, str] = {
    "open": "not reviewed",
    "confirmed": "confirmed",
    "disputed": "disputed",
    "dismissed": "dismissed",
    "put off": "put off",
}


def moment(at: str) -> str:
    """When, in the machine's own time: only the time of today, else the day too; empty for what is no moment."""
    try:
        when = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return ""
    today = datetime.now(when.tzinfo).date()
    return f"{when:%H:%M}" if when.date() == today else f"{when.day} {when:%b %Y, %H:%M}"


def signed(by: str, at: str) -> str:
    """By whom and when: "Ada, 14:02"."""
    return ", ".join(part for part in (one_line(by, 40), moment(at)) if part)


def decided(entry: Entry[Decision]) -> str:
    """What was decided, by whom and when: "disputed by Ada, 14:02"; of a finding that is open, that it was noted on."""
    state = STATE_NAMES[entry.action.state] if entry.action.state != "open" else "noted"
    who = signed(entry.by, entry.at)
    by = " by " if entry.by.strip() else ", "
    return f"{state}{by}{who}" if who else state


def quoted(document: Document, span: Span) -> Quoted:
    """A stretch of a document with its words."""
    return quote(document.text, document.digest, span)


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as they were typed, apart by commas, each once; a # before one is not part of it."""
    parts = (" ".join(part.split()).lstrip("#").strip()[:60] for part in text.split(","))
    known: dict[str, str] = {}
    for part in parts:
        if part:
            known.setdefault(part.casefold(), part)
    return tuple(known.values())
