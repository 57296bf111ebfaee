"""Which words differ inside a link, and how."""

from crossread.wording.edit import Edit
from crossread.wording.edits import Edited, edits
from crossread.wording.pairing import align_words

__all__ = ["Edit", "Edited", "align_words", "edits"]
