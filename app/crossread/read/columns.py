"""The columns among which a person chooses the one that holds the text."""

from contextlib import nullcontext
from pathlib import Path

from crossread.errors import ReadError
from crossread.read.file import Reading
from crossread.read.isolation import Isolation
from crossread.read.names import quoted
from crossread.read.opened import opened
from crossread.read.records import Column

_PLAIN_READING = Reading()


def columns(path: Path, reading: Reading = _PLAIN_READING) -> tuple[Column, ...]:
    """The columns of a table (CSV) or the keys of records (JSON) in a file; none where it is of another kind.

    The one with the most words is taken for the text unless ``ReadOptions.column`` names another.

    Raises:
        ReadError: the file cannot be read; the message says why and what to do.
        Cancelled: ``cancelled()`` answered True.
    """
    file = opened(path, reading.limits)
    try:
        with nullcontext(reading.isolation) if reading.isolation else Isolation() as isolation:
            answer = isolation.ask(
                "columns", file.data, path.name, reading.options, reading.limits, cancelled=reading.cancelled
            )
        return tuple(
            Column(str(name), float(words), str(sample)) for name, words, sample in answer.plain["columns"]
        )
    except ReadError as error:
        raise ReadError(f"{quoted(path)} {str(error).removesuffix('.')}.") from error
    except (TypeError, ValueError, KeyError) as error:
        raise ReadError(f"{quoted(path)} could not be read whole; save it anew and open that.") from error
