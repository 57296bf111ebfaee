"""Spun text in the shape of the batch interface."""

from typing import Any

from crossread.read import read_text
from crossread.spin.judging import judge
from crossread.spin.verdict import Spin
from crossread.text.document import Document, letter


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Answer one task of ``crossread batch spin``: ``{"id", "docs": [{"id", "text"}, ...]}``.

    Raises:
        KeyError, TypeError: the task lacks its documents or holds them in another form.
    """
    documents = [
        # A carriage return before a line feed would be taken off and every offset after it be wrong.
        read_text(given["text"].replace("\r\n", " \n"), str(given.get("id", "")), letter(number))
        for number, given in enumerate(task["docs"])
    ]
    return {"id": task.get("id"), **as_json(judge(documents), documents)}


def as_json(spin: Spin, documents: list[Document]) -> dict[str, Any]:
    """What was found, with the documents' places in the list in place of their ids."""
    number = {document.id: at for at, document in enumerate(documents)}
    return {
        "verdicts": [
            {
                "doc": number[verdict.document],
                "score": verdict.score,
                "band": verdict.band,
                "paragraphs": [
                    {"start": p.span.start, "end": p.span.end, "score": p.score, "band": p.band}
                    for p in verdict.paragraphs
                ],
                "evidence": list(verdict.evidence),
            }
            for verdict in spin.verdicts
        ],
        "spans": [
            {
                "doc": number[mark.document],
                "start": mark.span.start,
                "end": mark.span.end,
                "text": mark.text,
                "original": list(mark.original),
                "source": mark.source,
                "score": mark.score,
                "in_quotation": mark.in_quotation,
            }
            for mark in spin.spans
        ],
        "swaps": [
            {
                "doc": number[swap.document],
                "start": swap.span.start,
                "end": swap.span.end,
                "other": number[swap.other],
                "other_start": swap.other_span.start,
                "other_end": swap.other_span.end,
                "label": swap.label,
            }
            for swap in spin.swaps
        ],
    }
