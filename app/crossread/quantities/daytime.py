"""Days and times of day that belong together."""

from dataclasses import replace

from crossread.quantities.dates import calendar_date
from crossread.quantities.deictic import relative_date
from crossread.quantities.moment import Moment, Reading
from crossread.quantities.quantity import QuantityKind
from crossread.quantities.sets import repeated
from crossread.quantities.times import PARTS, ZONES, Clock, clock_at, part_of_day


def with_time(r: Reading, first: Moment) -> Moment:
    """Join a day with a time, or a time with a day, that stands next to it."""
    joined = first
    for _ in range(3):
        more = _joined_once(r, joined)
        if more is None:
            break
        joined = more
    return joined


def behind_words(r: Reading, j: int, words: tuple[str, ...]) -> int:
    """The index behind as many of these words as stand at ``j``."""
    while r.low(j) in words:
        j += 1
    return j


def _joined_once(r: Reading, m: Moment) -> Moment | None:
    if m.grain == "day" and m.kind == "date" and m.timex and not m.timex.startswith("("):
        j = behind_words(
            r, m.end, (",", "at", "around", "about", "@", "-") if r.low(m.end + 1) != "the" else ("in",)
        )
        clock = clock_at(r, j, True) if not (r.low(m.end) == "-" and r.items[m.end].spaced) else None
        if (
            clock is not None
            and (
                clock.exact
                or clock.half
                or r.low(j - 1) == "at"
                or (r.low(j - 1) == "around" and r.items[j].kind == "number")
            )
            and not _ranges_on(r, clock)
        ):
            return _date_time(m, clock, clock.end)
        part = part_of_day(r, m.end) if r.low(m.end) not in ("this", "last", "tomorrow") else None
        if part is None and r.low(m.end) in PARTS:
            part = Moment(m.end, m.end + 1, "timerange", "part", None, "T" + PARTS[r.low(m.end)])
        if part is not None and not part.days:
            return replace(m, end=part.end, kind="timerange", grain="part", timex=f"{m.timex}{part.timex}")
    if m.kind == "timerange" and m.days and m.timex and "T" in m.timex:
        j = behind_words(r, m.end, (",", "at", "around", "about"))
        clock = clock_at(r, j, True)
        if clock is not None and (clock.exact or clock.half or j > m.end) and not _ranges_on(r, clock):
            base = replace(m, timex=m.timex.split("T")[0], grain="day")
            return _date_time(base, _in_part(clock, m.timex.split("T")[1]), clock.end)
    if m.kind == "time" and m.clock is not None and not m.days:
        return _time_first(r, m)
    if m.kind == "set":
        return _set_time(r, m)
    return None


def _ranges_on(r: Reading, clock: Clock) -> bool:
    """Whether a second time follows, so that the first begins a range."""
    j = clock.end
    return r.low(j) in ("-", "–", "to", "till", "until", "and") and clock_at(r, j + 1, True) is not None


def _in_part(clock: Clock, part: str) -> Clock:
    if not clock.half and part in ("NI", "EV", "AF") and 60 <= clock.minutes < 720:
        return replace(clock, minutes=clock.minutes + 720, half="pm")
    return clock


def _date_time(day_moment: Moment, clock: Clock, end: int) -> Moment:
    return replace(
        day_moment,
        end=end,
        kind="datetime",
        grain="time",
        timex=f"{day_moment.timex}{clock.timex()}",
        clock=clock.minutes,
    )


def _time_first(r: Reading, m: Moment) -> Moment | None:
    j = m.end
    if r.low(j) in ZONES:
        j += 1
    clock = Clock(m.end, m.clock or 0, None, m.half_day, bool(m.timex and ":" in m.timex))
    part = part_of_day(r, j)
    if part is None and r.low(j) in ("early", "late") and r.low(j + 1) in PARTS:
        part = Moment(j, j + 2, "timerange", "part", None, "T" + PARTS[r.low(j + 1)])
    if part is not None and part.timex:
        changed = _in_part(clock, part.timex.split("T")[-1])
        head = part.timex.split("T")[0]
        kind: QuantityKind = "datetime" if head else "time"
        return replace(
            m,
            end=part.end,
            kind=kind,
            days=part.days if head else None,
            timex=head + changed.timex(),
            clock=changed.minutes,
            half_day="pm",
        )
    j = behind_words(r, j, (",", "on", "the"))
    day_found = relative_date(r, j) or calendar_date(r, j)
    if day_found is None and r.low(j) in ("each", "every"):
        again = repeated(r, j)
        return replace(m, end=again.end, kind="set", grain="set") if again is not None else None
    if day_found is None or day_found.grain != "day" or day_found.kind != "date":
        again = repeated(r, j)
        return (
            replace(m, end=again.end, kind="set", grain="set")
            if again is not None and r.low(j) in ("everyday", "daily")
            else None
        )
    whole_day = with_time(r, day_found) if r.low(day_found.end) in PARTS else day_found
    changed = (
        _in_part(clock, whole_day.timex.split("T")[1])
        if whole_day.timex and "T" in whole_day.timex
        else clock
    )
    return replace(
        day_found,
        start=m.start,
        end=whole_day.end,
        kind="datetime",
        grain="time",
        timex=f"{day_found.timex}{changed.timex()}",
        clock=changed.minutes,
    )


def _set_time(r: Reading, m: Moment) -> Moment | None:
    j = m.end + (r.low(m.end) == "at")
    clock = clock_at(r, j, j > m.end) if m.timex and "T" not in m.timex else None
    if clock is None or not m.timex:
        return None
    timex = clock.timex() if m.timex == "P1D" else m.timex + clock.timex()
    return replace(m, end=clock.end, timex=timex)
