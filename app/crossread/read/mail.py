"""A message into a text: its fields, what was written, what was quoted, what was attached."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.read.builder import TextBuilder
from crossread.read.decode import with_plain_line_ends
from crossread.read.extract import Extract
from crossread.read.html import tree_of, write
from crossread.read.kinds import Source
from crossread.read.pieces import pieces_of
from crossread.read.repair import Repair
from crossread.text.blocks import plain_blocks
from crossread.text.shown import one_line

_QUOTED = re.compile(r"[ \t]*>")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTE_LEAD = re.compile(
    r"[^\n]{0,200}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|пише|пишет)\b[^\n]{0,40}:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as its format gives it.

    Attributes:
        reader: what it was read as.
        subject: or empty.
        sender: name and address, or empty.
        receivers: likewise.
        day: on which it was sent, ISO 8601, or None.
        html: what was written, as HTML, or empty.
        plain: what was written, as text, or empty.
        attached: names of what was attached.
        encoding: of what was written, or empty.
    """

    reader: str
    subject: str
    sender: str
    receivers: str
    day: str | None
    html: str
    plain: str
    attached: Sequence[str] = ()
    encoding: str = ""


def extract_of_letter(letter: Letter, source: Source) -> Extract:
    """The text of a message: its subject as the heading, its other fields and signature told apart.

    Raises:
        ReadError: what was written is more than is read.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    for name, value in (("From", letter.sender), ("To", letter.receivers), ("Date", letter.day or "")):
        if value:
            builder.add(f"{name}: {value}", "boilerplate")
    builder.add(letter.subject, "heading", 1)
    if any(c.isalnum() for c in letter.html):
        pieces = pieces_of(tree_of(letter.html, source.limits.depth)).pieces
        write(pieces, builder)
    else:
        _add_plain(with_plain_line_ends(letter.plain), builder)
    left_out = []
    if letter.attached:
        names = ", ".join(f"“{one_line(name)}”" for name in letter.attached[:10])
        more = f" and {len(letter.attached) - 10} more" if len(letter.attached) > 10 else ""
        left_out.append(f"What was attached was left out: {names}{more}; save it and open it by itself.")
    return Extract(
        letter.reader, builder.text(), tuple(builder.blocks), builder.form(), title=letter.subject, date=letter.day,
        author=letter.sender, encoding=letter.encoding, left_out=tuple(left_out), mojibake=repair.met,
    )  # fmt: skip


def _add_plain(text: str, builder: TextBuilder) -> None:
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    for block in plain_blocks(text):
        line = block.span.of(text)
        if block.span.start >= end:
            builder.add(line, "boilerplate")
        elif _QUOTED.match(line):
            for part in _unquoted(line):
                builder.add(part, "quotation")
        elif _QUOTE_LEAD.fullmatch(line):
            builder.add(line, "boilerplate")
        else:
            builder.add(line, block.kind)


def _unquoted(block: str) -> list[str]:
    """Quoted lines without their marks, as paragraphs."""
    plain = "\n".join(re.sub(r"^[ \t]*(?:>[ \t]?)+", "", line) for line in block.split("\n"))
    return [inner.span.of(plain) for inner in plain_blocks(plain)]
