"""What a person says of spun text."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SpinChoice:
    """One statement on a document; the last one on a document holds.

    Attributes:
        kind: "not spun": it is nobody's garbled copy. "original": it is a copy of ``original``.
            "as found": whatever the program finds.
        digest: SHA-256 of the document's text, in hexadecimal.
        original: that of the document it copies, for kind "original".
    """

    kind: Literal["not spun", "original", "as found"]
    digest: str
    original: str = ""
