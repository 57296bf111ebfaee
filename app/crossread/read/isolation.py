"""Foreign formats are parsed in a process of their own: its crash or hang costs one file and one sentence."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import crossread
from crossread.errors import Cancelled, ReadError
from crossread.progress import IsCancelled, never_cancelled
from crossread.read.limits import DEFAULT, Limits
from crossread.read.options import NO_OPTIONS, ReadOptions

WORKER = "crossread.read.worker"
"""The module that the process runs."""

_TICK = 0.05  # seconds between two looks at whether to stop
_LIMITS_PROCESSOR_TIME = hasattr(signal, "SIGXCPU")
# What the process may use is limited there, so that a file is not given up because the machine is busy with something
# else. The wait is for what hangs without using any.
_WAITS = 8 if _LIMITS_PROCESSOR_TIME else 1
"""How many times ``Limits.seconds`` an answer is waited for."""
_ENDING = 1  # second until a process that closed its output has ended, too
_BYTES_A_CHARACTER = 14  # of an answer: escapes of JSON, and the form that goes with a text
_OVERHEAD = 64_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process answered: plain data that is still to be checked, and bytes that go with it."""

    plain: dict[str, Any]
    blob: bytes


class Isolation:
    """A process that reads, started when it is first asked and again after it broke; close it when all is read.

    A context manager. It may be handed from thread to thread, but serves one request at a time.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[Answer | None] = queue.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def ask(
        self,
        task: str,
        data: bytes,
        name: str,
        options: ReadOptions = NO_OPTIONS,
        limits: Limits = DEFAULT,
        *,
        progress: Callable[[float], None] = lambda _share: None,
        cancelled: IsCancelled = never_cancelled,
        **more: Any,
    ) -> Answer:
        """Have something done with a file.

        Args:
            task: one of ``tasks.TASKS``.
            data: the bytes of the file.
            name: of the file.
            options: what the person asked for.
            limits: what is refused.
            progress: told the share that is done.
            cancelled: asked now and then.
            more: what the task needs besides, plain data.

        Raises:
            ReadError: it cannot be done; the message is a predicate.
            Cancelled: ``cancelled()`` answered True; the process is gone then.
        """
        request = {
            "task": task, "size": len(data), "name": name.encode("utf-8", "replace").decode("utf-8"),
            "options": options.plain(), "limits": limits.plain(), **more,
        }  # fmt: skip
        process = self._started(limits)
        threading.Thread(target=_write, args=(process.stdin, request, data), daemon=True).start()
        try:
            answer = self._waited(limits, progress, cancelled)
        except BaseException:
            self.close()
            raise
        error = answer.plain.get("error")
        if error is not None:
            if answer.plain.get("done"):  # out of memory: what is left of it is of no use
                self.close()
            raise ReadError(
                error if isinstance(error, str) else "could not be read; save it anew and open that"
            )
        return answer

    def _started(self, limits: Limits) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        # -P: a folder of documents must not bring modules of its own.
        command = [sys.executable, "-P", "-B", "-m", WORKER]
        root = Path(crossread.__file__ or "").resolve().parents[1]
        # A checkout need not be installed; what is installed must not come before Python's own modules.
        own = "" if root.name in ("site-packages", "dist-packages") else str(root)
        path = os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH", ""))))
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ReadError(
                f"cannot be read, for no process could be started to read it ({error.strerror}); close other "
                "programs and try again"
            ) from error
        self._process = process
        self._answers = queue.Queue()
        longest = limits.text * _BYTES_A_CHARACTER + _OVERHEAD
        threading.Thread(target=_listen, args=(process.stdout, self._answers, longest), daemon=True).start()
        return process

    def _waited(self, limits: Limits, progress: Callable[[float], None], cancelled: IsCancelled) -> Answer:
        end = time.monotonic() + _WAITS * limits.seconds
        while True:
            if cancelled():
                raise Cancelled
            try:
                answer = self._answers.get(timeout=_TICK)
            except queue.Empty:
                if time.monotonic() > end:
                    raise ReadError(_took_too_long(limits)) from None
                continue
            if answer is None:
                if self._out_of_time():
                    raise ReadError(_took_too_long(limits))
                raise ReadError(
                    "made its reader break down; it is damaged or made to do harm, so open it in the program it is "
                    "from, save it anew and open that"
                )
            share = answer.plain.get("progress")
            if share is None:
                return answer
            if isinstance(share, float | int):
                progress(min(max(float(share), 0.0), 1.0))

    def _out_of_time(self) -> bool:
        """Whether the process, which answers no more, was ended for the processor time that it had used."""
        if self._process is None or not _LIMITS_PROCESSOR_TIME:
            return False
        try:
            return self._process.wait(_ENDING) == -signal.SIGXCPU
        except subprocess.TimeoutExpired:
            return False


def _took_too_long(limits: Limits) -> str:
    time_taken = "1 second" if limits.seconds == 1 else f"{limits.seconds} seconds"
    return (
        f"took longer than {time_taken} to read and was given up; cut out the part to compare and open that, or "
        "raise the limit in the preferences"
    )


def _write(stream: IO[bytes] | None, request: dict[str, Any], data: bytes) -> None:
    assert stream is not None
    with contextlib.suppress(OSError, ValueError):  # it broke down or was ended meanwhile: the listener tells
        stream.write(json.dumps(request).encode("ascii") + b"\n")
        stream.write(data)
        stream.flush()


def _listen(stream: IO[bytes] | None, answers: "queue.Queue[Answer | None]", longest: int) -> None:
    """Put every answer into the queue, and None when no more will come."""
    assert stream is not None
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        while (line := stream.readline(longest)).endswith(b"\n"):
            plain = json.loads(line)
            size = plain.pop("blob")
            if not 0 <= size <= longest:
                break
            answers.put(Answer(plain, stream.read(size)))
    answers.put(None)
