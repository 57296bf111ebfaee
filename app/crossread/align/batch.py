"""Answers of the batch interface on alignment."""

from itertools import combinations
from typing import Any

import numpy as np

from crossread.align.decide import decide
from crossread.align.likeness import likeness
from crossread.align.reuse import reused
from crossread.align.terms import terms
from crossread.text.span import Span
from crossread.text.words import tokens


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Answer one alignment task.

    Args:
        task: ``unit`` "segment" or "span", ``docs`` with ``text`` and ``segments``, and ``candidates``.

    Raises:
        KeyError, TypeError, ValueError: the task lacks something or holds it in another form.
    """
    alignments = _spans(task) if task.get("unit") == "span" else _segments(task)
    return {"id": task.get("id"), "alignments": alignments}


def _spans(task: dict[str, Any]) -> list[list[float]]:
    texts = [document["text"] for document in task["docs"]]
    return [
        [i, *passage.a, j, *passage.b, passage.score]
        for (i, a), (j, b) in combinations(enumerate(texts), 2)
        for passage in reused(a, b)
    ]


def _segments(task: dict[str, Any]) -> list[list[float]]:
    segments = [
        (at, start, end, document["text"])
        for at, document in enumerate(task["docs"])
        for start, end in document["segments"]
    ]
    if not segments:
        return []
    read = [terms(tokens(text, Span(start, end))) for _, start, end, text in segments]
    every = bool(task.get("candidates"))
    found = likeness(read, np.array([at for at, *_ in segments], np.int64), every)
    chosen = np.arange(len(found.left)) if every else decide(found).chosen
    return [
        [*segments[left][:3], *segments[right][:3], round(score, 6)]
        for left, right, score in zip(
            found.left[chosen].tolist(),
            found.right[chosen].tolist(),
            found.score[chosen].tolist(),
            strict=True,
        )
    ]
