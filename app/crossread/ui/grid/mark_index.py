"""The marks of one document, found by place."""

from crossread.present.marks import Mark
from crossread.text.span_index import SpanIndex


class MarkIndex(SpanIndex[Mark]):
    """Marks sorted by where they start."""

    __slots__ = ()
