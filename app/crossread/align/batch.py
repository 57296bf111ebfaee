"""Answers of the batch interface on alignment."""

from typing import Any

import numpy as np

from crossread.align.decide import decide
from crossread.align.likeness import likeness
from crossread.align.terms import terms
from crossread.text.span import Span


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Answer one alignment task.

    Args:
        task: ``unit`` "segment" or "span", ``docs`` with ``text`` and ``segments``, and ``candidates``.

    Raises:
        KeyError, TypeError, ValueError: the task lacks something or holds it in another form.
    """
    segments = [
        (at, start, end, document["text"])
        for at, document in enumerate(task["docs"])
        for start, end in document["segments"]
    ]
    read = [terms(text, Span(start, end)) for _, start, end, text in segments]
    every = bool(task.get("candidates"))
    found = likeness(read, np.array([at for at, *_ in segments], np.int64), every)
    chosen = np.arange(len(found.left)) if every else decide(found)
    alignments = [
        [*segments[left][:3], *segments[right][:3], round(score, 6)]
        for left, right, score in zip(
            found.left[chosen].tolist(),
            found.right[chosen].tolist(),
            found.score[chosen].tolist(),
            strict=True,
        )
    ]
    return {"id": task.get("id"), "alignments": alignments}
