"""Plain text: taken as it is; its blocks are found in the text itself."""

from crossread.read.decode import decoded
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.repair import repaired


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a plain text file.

    Raises:
        ReadError: it is no text.
    """
    found = decoded(source.data, source.options.encoding)
    text, mojibake = repaired(found.text, wanted=source.options.repair_encoding)
    return (Extract("Plain text", text, encoding=found.encoding, left_out=found.notes, mojibake=mojibake),)
