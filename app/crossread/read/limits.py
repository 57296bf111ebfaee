"""What reading refuses, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading refuses. A person may change each of them; what is over one is named in plain words.

    Attributes:
        text_file: bytes of a file that is text throughout (plain text, HTML, CSV ...); a larger one is no article
            but a dump, and would keep the reader waiting for minutes.
        packed_file: bytes of a file that may hold pictures besides its text (PDF, Word, ZIP ...).
        text: characters of text taken from one file, however small it was packed.
        markdown: characters; larger Markdown is read as plain text, for its parser takes seconds for each megabyte.
        pages: of a PDF; what stands on later ones is left out and said so.
        parts: files inside a packed file, records of a table and messages of a mailbox that are looked at.
        nesting: packed files inside packed files that are opened.
        depth: levels of elements inside elements of HTML and XML.
        unpack_ratio: how many times its packed size a packed file may unpack to, where that is more than
            ``packed_file`` bytes could ever be needed for: small files may unpack further.
        seconds: of processor time for one file; a reader that hangs without using any is given up after some times
            as long. Where the system cannot limit processor time these are seconds of waiting.
        memory: bytes that the process which reads foreign formats may take.
        files: files taken from folders.
        folder_depth: levels of folders inside folders that are looked through.
    """

    text_file: int = 20_000_000
    packed_file: int = 200_000_000
    text: int = 20_000_000
    markdown: int = 2_000_000
    pages: int = 3_000
    parts: int = 5_000
    nesting: int = 3
    depth: int = 1_000
    unpack_ratio: int = 200
    seconds: int = 60
    memory: int = 1_500_000_000
    files: int = 200
    folder_depth: int = 20

    @property
    def unpacked(self) -> int:
        """Bytes that all parts of one packed file may unpack to together, whatever their ratio."""
        return 2 * self.packed_file

    def plain(self) -> dict[str, int]:
        """All limits by name, as they are kept in settings and sent to the process that reads."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


DEFAULT = Limits()
LOWEST = Limits(
    text_file=10_000, packed_file=100_000, text=10_000, markdown=10_000, pages=1, parts=1, nesting=0, depth=50,
    unpack_ratio=10, seconds=1, memory=300_000_000, files=1, folder_depth=0,
)  # fmt: skip
HIGHEST = Limits(
    text_file=1_000_000_000, packed_file=2_000_000_000, text=200_000_000, markdown=50_000_000, pages=100_000,
    parts=1_000_000, nesting=10, depth=10_000, unpack_ratio=10_000, seconds=3_600, memory=64_000_000_000,
    files=10_000, folder_depth=200,
)  # fmt: skip


def limits_of(stored: Any) -> Limits:
    """Limits from settings or a message: what is missing or senseless takes its default, too much its bound."""
    if not isinstance(stored, Mapping):
        return DEFAULT
    known = {
        field.name: min(max(value, getattr(LOWEST, field.name)), getattr(HIGHEST, field.name))
        for field in fields(Limits)
        if type(value := stored.get(field.name)) is int
    }
    return replace(DEFAULT, **known)
