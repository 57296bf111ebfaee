"""Equal runs of two lists of words, and what stands between them."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq


def runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[range, range, bool]]:
    """Equal runs and the gaps between them, in order: positions on either side, and whether they are equal.

    The opcodes of a longest common subsequence tell what was left out and what was put in apart; here both
    sides of a gap come together.
    """
    at_a = at_b = 0
    for block in LCSseq.opcodes(a, b):
        if block.tag != "equal":
            continue
        if block.src_start > at_a or block.dest_start > at_b:
            yield range(at_a, block.src_start), range(at_b, block.dest_start), False
        yield range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), True
        at_a, at_b = block.src_end, block.dest_end
    if at_a < len(a) or at_b < len(b):
        yield range(at_a, len(a)), range(at_b, len(b)), False
