"""Text that was once decoded wrongly (mojibake): noticed, and set right where a person asks for it."""

import re

from crossread.text.provenance import Mojibake

# What UTF-8 looks like when it was read as Windows-1252 or Latin-1, or as Windows-1251: two or three letters and signs
# that do not meet in words. Only a cheap first look; ftfy decides.
_SIGN = re.compile(
    "[ÂÃâÄÅÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[РС][\x80-\xbfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§]"
)


def repaired(text: str, *, wanted: bool) -> tuple[str, Mojibake]:
    """The text, set right where that is wanted, and what was found of it."""
    if not _SIGN.search(text):
        return text, ""
    fixed = "\n".join(map(_fixed, text.split("\n")))
    if fixed == text:
        return text, ""
    return (fixed, "repaired") if wanted else (text, "suspected")


def _fixed(line: str) -> str:
    import ftfy  # late: 21 ms to import, and hardly a text needs it

    # Line by line: texts put together from several sources are wrong in some lines only.
    return ftfy.fix_encoding(line).replace("\n", " ") if _SIGN.search(line) else line


class Repair:
    """Sets right the pieces of a text as they come, and remembers what it met.

    Attributes:
        met: what was found so far.
    """

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted
        self.met: Mojibake = ""

    def __call__(self, text: str) -> str:
        """The piece, set right where that is wanted."""
        fixed, met = repaired(text, wanted=self._wanted)
        self.met = met or self.met
        return fixed
