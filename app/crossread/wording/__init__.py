"""Which words differ inside a link, and how."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.wording.edit import Edit
    from crossread.wording.edits import Edited, edits
    from crossread.wording.pairing import align_words

__all__ = ["Edit", "Edited", "align_words", "edits"]

on_demand(
    __name__,
    {
        "Edit": "edit",
        "Edited": "edits",
        "edits": "edits",
        "align_words": "pairing",
    },
)
