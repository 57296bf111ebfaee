"""Dates reckoned from the day of writing: yesterday, last week, three months ago, earlier this year."""

from datetime import date

from crossread.quantities.determined import determined
from crossread.quantities.lengths import in_length, length_ago
from crossread.quantities.moment import Moment, Reading, once, whole
from crossread.quantities.parts import part_of_date
from crossread.quantities.stretches import day_word


@once
def relative_date(r: Reading, i: int) -> Moment | None:
    """The longest expression reckoned from the day of writing that begins at ``i``."""
    best: Moment | None = None
    for rule in (day_word, determined, length_ago, in_length, _now, part_of_date, _to_date):
        found = rule(r, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


_PRESENT = (
    (("right", "now"), 2), (("at", "the", "moment"), 3), (("at", "the", "minute"), 3), (("at", "present"), 2),
    (("at", "this", "time"), 3), (("at", "the", "present", "time"), 4), (("at", "this", "moment"), 3),
    (("as", "of", "now"), 3), (("just", "now"), 2), (("currently",), 1), (("nowadays",), 1),
)  # fmt: skip


def _now(r: Reading, i: int) -> Moment | None:
    """The present, where the words say when and do not only join clauses."""
    low = r.low(i)
    if low == "now":
        closes = r.items[i + 1].kind in ("mark", "end") and r.low(i + 1) != "-"
        if not closes or (
            r.low(i - 1) in ("for", "until", "till", "by", "from", "right", "than") and not closes
        ):
            return None
        if r.low(i - 1) == "for" or (i and r.low(i - 1) in (",", ".")) or i == 0:
            return None
        return _present(r, i, i + 1)
    if low in ("recently", "lately"):
        return Moment(i, i + 1, "datetime", "now", None, "PAST_REF", True)
    if (
        low == "in"
        and r.low(i + 1) == "the"
        and r.low(i + 2) in ("past", "future")
        and r.items[i + 3].kind in ("mark", "end")
    ):
        timex = f"{r.low(i + 2).upper()}_REF"
        return Moment(i, i + 3, "datetime", "now", None, timex, True, core_start=i + 1, core_end=i + 3)
    for phrase, length in _PRESENT:
        if low == phrase[0] and all(r.low(i + k) == word for k, word in enumerate(phrase)):
            return _present(r, i, i + length)
    return None


def _present(r: Reading, i: int, j: int) -> Moment:
    return Moment(i, j, "datetime", "now", (r.written, r.written), "PRESENT_REF", True)


def _to_date(r: Reading, i: int) -> Moment | None:
    """``year to date``, ``till date``."""
    if r.low(i) == "year" and r.low(i + 1) == "to" and r.low(i + 2) == "date" and r.written:
        return whole(i, i + 3, "year", (date(r.written.year, 1, 1), r.written), f"{r.written.year:04d}", True)
    if r.low(i) in ("till", "until") and r.low(i + 1) in ("date", "now"):
        return Moment(i, i + 2, "daterange", "now", (None, r.written), "PRESENT_REF", True)
    return None
