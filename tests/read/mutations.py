"""Files changed at random, the same on every run: bytes flipped, cut, doubled, put elsewhere, figures made huge."""

import io
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

FILES = Path(__file__).parent / "files"
_FIGURES = re.compile(rb"\d+")
_TRICKS = (
    b"\x00" * 9, b"\xff" * 9, b"<" * 99, b"{" * 99, b"[" * 99, b"(" * 99, b"\\u" * 30, b"&" * 30, b"]]>", b"-1",
    b"2147483648", b"99999999999999999999", b"\r\n\r\n", b"%s%n", b"../" * 9, "\u202e\ud7ff\ufeff".encode(),
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
)  # fmt: skip


def originals() -> list[tuple[str, bytes]]:
    """The small files of every format, with their names."""
    return [
        (path.name, path.read_bytes())
        for path in sorted(FILES.iterdir())
        if path.is_file() and not path.name.endswith(".expected.txt")
    ]


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Files changed at random, of all formats in turn.

    Args:
        count: how many.
        seed: of the random numbers.
    """
    chance = random.Random(seed)
    files = originals()
    for number in range(count):
        name, data = files[number % len(files)]
        yield name, _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    if data.startswith(b"PK") and chance.random() < 0.6:
        return _inside(data, chance)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        data = chance.choice((_flip, _flip, _cut, _double, _move, _insert, _figure))(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    """A packed file with one of the files in it changed: changed from outside, it would only not be unpacked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _changed(part, chance) if name == chosen else part)
    return stream.getvalue()


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(data, chance), _place(data, chance)))
    return data[:start] + data[min(end, start + 2_000) :] if chance.random() < 0.7 else data[:end]


def _double(data: bytes, chance: random.Random) -> bytes:
    start = _place(data, chance)
    piece = data[start : start + chance.randrange(1, 500)]
    return data[:start] + piece * chance.randrange(2, 30) + data[start:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, target = _place(data, chance), _place(data, chance)
    piece = data[start : start + chance.randrange(1, 300)]
    return data[:target] + piece + data[target:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.choice(_TRICKS) * chance.choice((1, 1, 50)) + data[at:]


def _figure(data: bytes, chance: random.Random) -> bytes:
    found = list(_FIGURES.finditer(data[:20_000]))
    if not found:
        return data
    match = chance.choice(found)
    return (
        data[: match.start()]
        + chance.choice((b"0", b"-1", b"4294967295", b"999999999999"))
        + data[match.end() :]
    )
