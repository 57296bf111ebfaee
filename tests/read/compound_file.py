"""Writes compound files (OLE), the file system in a file that Outlook's messages and encrypted Word files are."""

import struct
from dataclasses import dataclass
from itertools import pairwise

SECTOR, LARGE, END, FREE, FAT = 512, 4096, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Tree = dict[str, "bytes | Tree"]


class _Sectors:
    """The sectors of a file and the table that chains them."""

    def __init__(self) -> None:
        self.data: list[bytes] = []
        self.table: list[int] = []

    def store(self, data: bytes, filler: bytes = b"\0") -> int:
        """Add a stream; its first sector."""
        if not data:
            return END
        start = len(self.data)
        chunks = [data[at : at + SECTOR].ljust(SECTOR, filler) for at in range(0, len(data), SECTOR)]
        self.table += [*range(start + 1, start + len(chunks)), END]
        self.data += chunks
        return start


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = FREE
    sibling: int = FREE
    start: int = 0


def _entries(tree: Tree, entries: list[_Entry]) -> int:
    """Add what is in a storage; the number of its first entry."""
    numbers = []
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        item = tree[name]
        entry = _Entry(name, 2, item) if isinstance(item, bytes) else _Entry(name, 1)
        numbers.append(len(entries))
        entries.append(entry)
        if not isinstance(item, bytes):
            entry.child = _entries(item, entries)
    for number, following in pairwise(numbers):
        entries[number].sibling = following
    return numbers[0] if numbers else FREE


def compound_file(root: Tree) -> bytes:
    """A compound file with these streams and storages."""
    entries = [_Entry("Root Entry", 5)]
    entries[0].child = _entries(root, entries)
    sectors = _Sectors()
    small, small_table = (
        b"",
        list[int](),
    )  # streams of less than 4,096 bytes lie together, in sectors of 64 bytes
    for entry in entries[1:]:
        if len(entry.data) >= LARGE:
            entry.start = sectors.store(entry.data)
        elif entry.data:
            entry.start, count = len(small) // 64, -(-len(entry.data) // 64)
            small_table += [*range(entry.start + 1, entry.start + count), END]
            small += entry.data.ljust(64 * count, b"\0")
    entries[0].data, entries[0].start = small, sectors.store(small)
    first_small = sectors.store(struct.pack(f"<{len(small_table)}I", *small_table), b"\xff")
    directory = b""
    for entry in entries:
        written = entry.name.encode("utf-16-le") + b"\0\0"
        directory += struct.pack(
            "<64sHBBIII16sIQQIQ", written, len(written), entry.kind, 1, FREE, entry.sibling, entry.child, bytes(16), 0,
            0, 0, entry.start, len(entry.data),
        )  # fmt: skip
    first_directory = sectors.store(directory)
    count = 1
    while (len(sectors.table) + count) * 4 > count * SECTOR:
        count += 1
    places = range(len(sectors.data), len(sectors.data) + count)
    table = [*sectors.table, *[FAT] * count]
    table += [FREE] * (count * SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0,
        count, first_directory, 0, LARGE, first_small, -(-len(small_table) * 4 // SECTOR), END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *places, *[FREE] * (109 - count))
    return header + b"".join(sectors.data) + struct.pack(f"<{len(table)}I", *table)


def message_file(subject: str, body: str, sender: str) -> bytes:
    """A message as Outlook saves it."""
    texts = {0x0037: subject, 0x1000: body, 0x0C1A: sender, 0x001A: "IPM.Note"}
    streams: Tree = {
        f"__substg1.0_{number:04X}001F": text.encode("utf-16-le") for number, text in texts.items()
    }
    head = struct.pack("<8xIIII8x", 0, 0, 0, 0)
    rows = [
        struct.pack("<HHIII", 0x001F, number, 6, len(text.encode("utf-16-le")) + 2, 0)
        for number, text in texts.items()
    ]
    sent = (1782367200 + 11_644_473_600) * 10_000_000  # 25 June 2026, 06:00 UTC
    rows.append(struct.pack("<HHIQ", 0x0040, 0x0039, 6, sent))
    streams["__properties_version1.0"] = head + b"".join(rows)
    streams["__nameid_version1.0"] = {
        "__substg1.0_00020102": b"", "__substg1.0_00030102": b"", "__substg1.0_00040102": b"",
    }  # fmt: skip
    return compound_file(streams)
