"""Reads thousands of files changed at random, and tells what became of them.

Run it as ``.venv/bin/python tests/benchmarks/fuzz_read.py [COUNT] [SEED]``; 5,000 files take some minutes. It ends
with an error where reading crashed the program, hung beyond its limit, wrote a file or opened a socket.
"""

import os
import socket
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from crossread.errors import ReadError
from crossread.read import Isolation, Limits, Reading, read_bytes
from read.mutations import mutated

LIMITS = Limits(seconds=10, memory=1_000_000_000)


def no_sockets(*_: object, **__: object) -> None:
    """Takes the place of everything that opens one."""
    raise AssertionError("a socket was opened")


def main() -> None:
    """Read them all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    socket.socket = socket.create_connection = socket.getaddrinfo = no_sockets
    outcomes: Counter[str] = Counter()
    told: Counter[str] = Counter()
    slowest = 0.0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Isolation() as isolation:
        os.chdir(folder)
        reading = Reading(limits=LIMITS, isolation=isolation)
        for name, data in mutated(count, seed):
            begun = time.monotonic()
            try:
                found = read_bytes(data, name, 0, reading)
            except ReadError as error:
                sentence = str(error)
                assert "\n" not in sentence, sentence
                assert sentence.endswith("."), sentence
                outcomes["refused"] += 1
                told[sentence.partition("” ")[2].split(";")[0][:80]] += 1
            else:
                assert found.documents
                outcomes["read"] += 1
            took = time.monotonic() - begun
            slowest = max(slowest, took)
            assert took < LIMITS.seconds + 5, f"{name} took {took:.0f} s"
        assert os.listdir(folder) == [], "a file was written"  # noqa: PTH208 - names are all that is asked for
        os.chdir("/")
    print(
        f"{count} files, seed {seed}: {dict(outcomes)}; slowest {slowest:.1f} s, all {time.monotonic() - started:.0f} s"
    )
    for sentence, times in told.most_common(25):
        print(f"{times:6} {sentence}")


if __name__ == "__main__":
    main()
