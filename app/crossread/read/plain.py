"""Plain text."""

from crossread.text.blocks import Block


def parse(text: str) -> tuple[str, tuple[Block, ...] | None]:
    """The text itself; its blocks are found in it."""
    return text, None
