"""Answers of the batch interface on words."""

from typing import Any

from crossread.wording.pairing import align_words


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Answer one word alignment task.

    Args:
        task: ``a`` and ``b``, two versions of one sentence as lists of words.

    Raises:
        KeyError, TypeError, ValueError: the task lacks something or holds it in another form.
    """
    return {"id": task.get("id"), "links": [list(pair) for pair in align_words(task["a"], task["b"])]}
