"""The batch interface: one JSON object a line in, one line out, in the same order and flushed at once."""

import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from crossread.errors import CrossreadError

Task = dict[str, Any]
Answer = dict[str, Any]
Answerer = Callable[[Task], Answer]

LONGEST = 64 * 1024 * 1024
"""Bytes of the longest line that is read; a longer one is answered with an error and skipped."""

_MODULES = {
    "align": "crossread.align.batch",
    "words": "crossread.wording.batch",
    "quantities": "crossread.quantities.batch",
    "facts": "crossread.quantities.batch",
    "spin": "crossread.spin.batch",
}
STAGES = tuple(_MODULES)
"""What can be asked for."""


class TaskError(CrossreadError):
    """A line that is no task; the sentence goes into the answer."""


def serve(stage: str, lines: BinaryIO, answers: BinaryIO) -> None:
    """Answer every line until there is none left.

    Args:
        stage: one of ``STAGES``.
        lines: UTF-8, one JSON object a line.
        answers: gets one line of ASCII for each, whatever stood in it.
    """
    answerer = _answerer(stage)
    for line in _lines(lines):
        answers.write(_written(_answered(stage, line, answerer)))
        answers.flush()


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream; None in place of one that is too long to be held."""
    while line := stream.readline(LONGEST):
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)
        yield None


def _answered(stage: str, line: bytes | None, answerer: Answerer) -> Answer:
    task_id = None
    try:
        task = _parsed(line)
        task_id = _checked_id(task)
        _check(stage, task)
        return answerer(task) | {"id": task_id}
    except CrossreadError as error:
        return {"id": task_id, "error": str(error)}
    except MemoryError:
        return {"id": task_id, "error": "There is not enough memory for this task: make it smaller."}
    except Exception as error:  # one bad task must not end the run of a thousand
        return {"id": task_id, "error": f"This task could not be answered ({type(error).__name__})."}


def _written(answer: Answer) -> bytes:
    try:
        # ASCII, so that no reader takes U+2028 inside a text for the end of a line.
        return json.dumps(answer, allow_nan=False).encode("ascii") + b"\n"
    except (ValueError, TypeError, RecursionError):
        broken = {"id": answer.get("id"), "error": "The answer to this task could not be written as JSON."}
        return json.dumps(broken).encode("ascii") + b"\n"


def _answerer(stage: str) -> Answerer:
    """The function that answers this stage's tasks, loaded only now."""
    if stage == "facts":
        return _facts
    try:
        answerer: Answerer = importlib.import_module(_MODULES[stage]).answer
    except ModuleNotFoundError:
        return _missing(stage)
    return answerer


def _missing(stage: str) -> Answerer:
    def answer(_task: Task) -> Answer:
        raise TaskError(f"This version of Crossread has no answers for {stage!r}.")

    return answer


def _facts(task: Task) -> Answer:
    """Compare the documents of a task, and answer with the facts alone."""
    from crossread.compare import compare
    from crossread.quantities.batch import fact_answer
    from crossread.read import read_text
    from crossread.text.document import letter

    documents = []
    for number, given in enumerate(task["docs"]):
        # Line ends of two characters would become one, and every offset behind them would be wrong.
        text = given["text"].replace("\r\n", " \n")
        document = read_text(text, str(given["id"]), letter(number))
        documents.append(replace(document, date=given.get("date") or document.date))
    return fact_answer(compare(documents))


# ---- what a task must hold


def _parsed(line: bytes | None) -> Task:
    if line is None:
        raise TaskError(f"The line is longer than {LONGEST // 2**20} MB: split the task.")
    try:
        task = json.loads(line.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise TaskError("The line is not UTF-8 text.") from None
    except RecursionError:
        raise TaskError("The line is nested too deeply.") from None
    except ValueError:
        raise TaskError("The line is not JSON: give one JSON object a line.") from None
    if not isinstance(task, dict):
        raise TaskError("The line is JSON, but not an object: give one JSON object a line.")
    return task


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _checked_id(task: Task) -> str | int | float | None:
    if "id" not in task:
        raise TaskError("The task lacks the key 'id'.")
    task_id = task["id"]
    if isinstance(task_id, bool) or not isinstance(task_id, str | int | float | None):
        raise TaskError("The key 'id' must be a string or a number.")
    return task_id


def _check(stage: str, task: Task) -> None:
    match stage:
        case "words":
            for key in ("a", "b"):
                _need(_list(task, key), "a list of strings", key, str)
        case "quantities":
            _text(task)
            _date(task)
        case _:
            documents = _list(task, "docs")
            _need(documents, "a list of objects", "docs", dict)
            for document in documents:
                _check_document(stage, document)
            if stage == "align" and task.get("unit") not in ("span", "segment"):
                raise TaskError("The key 'unit' must be 'span' or 'segment'.")
            if not isinstance(task.get("candidates", False), bool):
                raise TaskError("The key 'candidates' must be true or false.")


def _check_document(stage: str, document: Task) -> None:
    _checked_id(document)
    _text(document)
    if stage == "facts":
        _date(document)
    if stage == "align":
        segments = _list(document, "segments")
        end = len(document["text"])
        if not all(_is_segment(segment, end) for segment in segments):
            raise TaskError("The key 'segments' must be a list of [start, end] inside the text.")


def _is_segment(segment: object, end: int) -> bool:
    match segment:
        case [int(start), int(stop)] if not (isinstance(start, bool) or isinstance(stop, bool)):
            return 0 <= start <= stop <= end
    return False


def _list(task: Task, key: str) -> list[Any]:
    if key not in task:
        raise TaskError(f"The task lacks the key {key!r}.")
    value = task[key]
    if not isinstance(value, list):
        raise TaskError(f"The key {key!r} must be a list.")
    return value


def _need(values: list[Any], what: str, key: str, type_: type) -> None:
    if not all(isinstance(value, type_) for value in values):
        raise TaskError(f"The key {key!r} must be {what}.")


def _text(task: Task) -> None:
    if "text" not in task:
        raise TaskError("The task lacks the key 'text'.")
    if not isinstance(task["text"], str):
        raise TaskError("The key 'text' must be a string.")


def _date(task: Task) -> None:
    from datetime import date

    written = task.get("date")
    if written is None:
        return
    try:
        date.fromisoformat(written)
    except (TypeError, ValueError):
        raise TaskError("The key 'date' must be a date such as '2026-06-25', or null.") from None
