"""Quantities and facts in the shape of the batch interface."""

from datetime import date
from fractions import Fraction
from typing import Any

from crossread.comparison import Comparison
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
    text = task["text"]
    mentions = [as_json(one, text) for one in find(text, written)]
    for mention in mentions:
        if mention["start_date"] and not mention["end_date"]:  # "since May": as far as the text can know
            mention["end_date"] = max(str(written or date.max), mention["start_date"])
    return {"id": task.get("id"), "mentions": mentions}


def fact_answer(comparison: Comparison) -> dict[str, Any]:
    """The facts of a comparison in the shape of ``crossread batch facts``."""
    number = {document.id: index for index, document in enumerate(comparison.documents)}
    return {
        "facts": [
            {
                "label": fact.label,
                "kind": fact.kind,
                "mentions": [
                    {
                        "doc": number[mention.document],
                        "start": mention.quantity.span.start,
                        "end": mention.quantity.span.end,
                    }
                    for mention in fact.mentions
                ],
                "verdict": fact.verdict,
                "pairs": [
                    {"a": pair.a, "b": pair.b, "verdict": pair.verdict, "why": pair.why}
                    for pair in fact.pairs
                ],
            }
            for fact in comparison.facts
        ]
    }


def as_json(one: Quantity, text: str) -> dict[str, Any]:
    """A quantity of a text as the batch interface writes it."""
    return {
        "start": one.span.start, "end": one.span.end, "core_start": one.core.start, "core_end": one.core.end,
        "kind": one.kind, "value": _number(one.value), "low": _number(one.low), "high": _number(one.high),
        "unit": one.unit, "per": one.per, "approx": one.approx,
        "counted": one.counted.of(text) if one.counted else None,
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
