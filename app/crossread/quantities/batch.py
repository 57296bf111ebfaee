"""Quantities and facts in the shape of the batch interface."""

from datetime import date
from fractions import Fraction
from typing import Any

from crossread.quantities.find import find
from crossread.quantities.quantity import Quantity


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Answer one task of ``crossread batch quantities``: ``{"id", "text", "date"}`` to ``{"id", "mentions"}``.

    Raises:
        KeyError: the task lacks its text.
        ValueError: the date is none.
    """
    day = task.get("date")
    written = date.fromisoformat(str(day)[:10]) if day else None
    mentions = [as_json(one) for one in find(task["text"], written)]
    for mention in mentions:
        if mention["start_date"] and not mention["end_date"]:  # "since May": as far as the text can know
            mention["end_date"] = max(str(written or date.max), mention["start_date"])
    return {"id": task.get("id"), "mentions": mentions}


def as_json(one: Quantity) -> dict[str, Any]:
    """A quantity as the batch interface and the JSON report write it."""
    return {
        "start": one.span.start, "end": one.span.end, "core_start": one.core.start, "core_end": one.core.end,
        "kind": one.kind, "value": _number(one.value), "low": _number(one.low), "high": _number(one.high),
        "unit": one.unit, "per": one.per, "approx": one.approx,
        "counted_start": one.counted.start if one.counted else None,
        "counted_end": one.counted.end if one.counted else None,
        "seconds": _number(one.seconds), "timex": one.timex,
        "start_date": one.start_date.isoformat() if one.start_date else None,
        "end_date": one.end_date.isoformat() if one.end_date else None,
        "relative": one.relative,
    }  # fmt: skip


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
