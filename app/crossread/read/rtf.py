"""Rich text (RTF)."""

from collections.abc import Callable

from crossread.errors import ReadError
from crossread.read.builder import TextBuilder
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.repair import Repair


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a rich text file.

    Raises:
        ReadError: it is damaged.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    for line in plain_text(source.data).split("\n"):
        builder.add(line)
    return (Extract("Rich text", builder.text(), tuple(builder.blocks), builder.form(), mojibake=repair.met),)


def plain_text(data: bytes) -> str:
    """The text of rich text, a paragraph a line.

    Raises:
        ReadError: it is damaged.
    """
    from striprtf.striprtf import rtf_to_text

    try:
        to_text: Callable[..., str] = rtf_to_text
        return to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, IndexError, LookupError) as error:
        raise ReadError(
            "is damaged; open it in the program it is from, save it anew and open that"
        ) from error
