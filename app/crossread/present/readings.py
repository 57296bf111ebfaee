"""All readings of one row stacked, with their words in columns."""

from dataclasses import dataclass

from crossread.text.span import Span


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """The words of one row, a line a document, what corresponds in one column.

    Attributes:
        documents: ids of the documents that speak, in the order asked for.
        columns: each holds one entry a document: the span in that document's text, or None where it has
            no such words.
    """

    documents: tuple[str, ...]
    columns: tuple[tuple[Span | None, ...], ...]
