"""The process in which foreign formats are read: ``python -m crossread.read.worker``, started by ``isolation``.

It is given bytes and answers with plain data, so that it needs neither files nor sockets nor other processes; what of
those the system can forbid is forbidden, and so is more memory than was allowed. A parser that a hostile file makes
crash or hang takes nothing with it but this process.
"""

import contextlib
import json
import os
import signal
import sys
from typing import Any, BinaryIO

from crossread.errors import ReadError
from crossread.read.limits import Limits, limits_of
from crossread.read.options import options_of

_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown",
    "os.truncate", "os.utime", "os.putenv", "shutil.", "tempfile.", "urllib.", "ftplib.", "smtplib.", "http.",
    "pty.", "webbrowser.", "sqlite3.", "winreg.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class ForbiddenError(RuntimeError):
    """Something tried what reading never needs: to write a file, open a socket, start a process."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (
            isinstance(flags, int) and flags & _WRITING
        ):
            raise ForbiddenError("reading writes no files")
    elif event.startswith(_FORBIDDEN):
        raise ForbiddenError(f"reading does not need {event}")


def confine() -> None:
    """Give up, for good, what reading never needs."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_watch)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # also holds for code that is not Python
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit(limits: Limits) -> None:
    """Memory and processor time for one file, where the system can limit them."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, hard))
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)  # the signal of the soft limit tells why it ended
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + limits.seconds, hard))


def main() -> None:
    """Answer requests on standard input until it ends."""
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints must not look like an answer
    requests = sys.stdin.buffer
    confine()
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        answer, blob = _answered(request, data, answers)
        _send(answers, answer, blob)


def _answered(request: dict[str, Any], data: bytes, answers: BinaryIO) -> tuple[dict[str, Any], bytes]:
    limits = limits_of(request["limits"])
    _limit(limits)

    def progress(share: float) -> None:
        _send(answers, {"progress": share})

    try:
        from crossread.read.kinds import Source
        from crossread.read.tasks import TASKS

        source = Source(data, request["name"], options_of(request["options"]), limits, progress=progress)
        return TASKS[request["task"]](source, request)
    except ReadError as error:
        return {"error": str(error)}, b""
    except MemoryError:
        return {"error": _too_much(limits), "done": True}, b""
    except RecursionError:
        return {
            "error": "is nested too deeply to be read; it may be made to do harm, so save it anew and open that"
        }, b""
    except Exception as error:  # whatever a parser stumbles over is told as damage, and costs this file alone
        reason = f"{type(error).__name__}: {error}"[:200] if os.environ.get("CROSSREAD_DEBUG") else ""
        told = "is damaged or not made as its kind asks; open it in the program it is from, save it anew and open that"
        return {"error": f"{told} {reason}".strip()}, b""


def _too_much(limits: Limits) -> str:
    return (
        f"needs more than the {limits.memory // 1_000_000:,} MB of memory that reading may take; cut out the part to "
        "compare and open that, or raise the limit in the preferences"
    )


def _send(answers: BinaryIO, answer: dict[str, Any], blob: bytes = b"") -> None:
    answers.write(json.dumps({**answer, "blob": len(blob)}).encode("ascii") + b"\n")
    answers.write(blob)
    answers.flush()


if __name__ == "__main__":
    main()
