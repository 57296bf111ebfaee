"""The grammar of time: single expressions, then what joins them into ranges and bounds them."""

from dataclasses import replace
from datetime import date

from crossread.quantities.calendar import shifted
from crossread.quantities.daytime import behind_words
from crossread.quantities.expression import expression_at
from crossread.quantities.hedge import approximator, hedge_after, hedge_before
from crossread.quantities.moment import Moment, Reading
from crossread.quantities.ranges import range_at


def moment(r: Reading, i: int, floor: int) -> Moment | None:
    """The longest expression of time that begins at ``i``, or has its first word there behind a bound."""
    bound = bounded_at(r, i)
    if bound is not None:
        return bound
    ranged = range_at(r, i)
    if ranged is not None:
        return bound_behind(r, ranged)
    single = expression_at(r, i)
    if single is None:
        return None
    return bound_behind(r, with_hedges(r, single, floor))


_SINCE = (
    ("since",),
    ("as", "early", "as"),
    ("starting", "on"),
    ("starting", "in"),
    ("starting", "from"),
    ("starting",),
    ("beginning", "on"),
    ("beginning", "in"),
    ("beginning",),
    ("from",),
    ("no", "earlier", "than"),
    (">", "="),
    (">=",),
    ("effective",),
)


_AFTER = (
    ("after",),
    ("later", "than"),
    ("greater", "than"),
    ("more", "recent", "than"),
    ("newer", "than"),
    (">",),
)


_BEFORE = (
    ("before",),
    ("earlier", "than"),
    ("prior", "to"),
    ("no", "later", "than"),
    ("by",),
    ("older", "than"),
    ("<",),
    ("not", "later", "than"),
)


_UNTIL = (("until",), ("till",), ("through",), ("as", "late", "as"), ("up", "to"), ("up", "until"))


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The bounding phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases, name in ((_SINCE, "since"), (_AFTER, "after"), (_BEFORE, "before"), (_UNTIL, "until")):
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, name))
    return {word: sorted(entries, key=lambda entry: -len(entry[0])) for word, entries in found.items()}


_BOUNDS = _by_first_word()


def bounded_at(r: Reading, i: int) -> Moment | None:
    """``since 2010``, ``after the year 2020``, ``before June``, ``until Friday``: one end is open."""
    for phrase, name in _BOUNDS.get(r.low(i), ()):
        if any(r.low(i + k) != word for k, word in enumerate(phrase)):
            continue
        j = i + len(phrase)
        j = behind_words(r, j, ("around", "about"))
        j += r.low(j) == "the" and r.low(j + 1) in ("year", "month") and r.items[j + 2].kind == "number"
        j += r.low(j) == "year" and r.items[j + 1].kind == "number"
        inner = range_at(r, i) if phrase == ("from",) else None
        if inner is not None:
            return inner
        if phrase == ("from",):
            return None
        inner = expression_at(
            r, j, name in ("until", "before") and phrase not in (("by",), ("up", "to"))
        ) or expression_at(r, j + (r.low(j) == "the"))
        if (
            inner is None
            or inner.kind in ("duration", "set")
            or (inner.kind == "daterange" and inner.grain in ("length", "now"))
        ):
            return None
        if name in ("before", "after", "until") and inner.grain == "now":
            return None
        return _opened(i, inner, name)
    return None


def _opened(i: int, inner: Moment, name: str) -> Moment:
    moved = inner.widened(i, inner.end)
    if inner.kind in ("time", "timerange") and not inner.days:
        return replace(moved, kind="timerange")
    if not inner.days:
        return replace(moved, kind="daterange")
    start, end = inner.days
    if inner.kind == "datetime":
        return replace(moved, kind="timerange")
    if name == "since":
        days: tuple[date | None, date | None] = (start, None)
    elif name == "after":
        days = (shifted(end, days=1) if end else None, None)
    elif name == "before":
        days = (None, shifted(start, days=-1) if start else None)
    else:
        days = (None, end)
    return replace(moved, kind="daterange", days=days, approx="at_least" if name == "since" else "exact")


def bound_behind(r: Reading, m: Moment) -> Moment:
    """``2012 or later``, ``1/1/2016 and later``."""
    j = m.end
    if (
        r.low(j) in ("or", "and")
        and r.low(j + 1) in ("later", "after", "earlier", "before")
        and m.kind in ("date", "daterange", "time")
    ):
        if r.low(j + 2) == "than":
            return m
        if r.low(j) == "and" and (r.low(j + 1) in ("after", "before") or r.items[j + 2].kind == "word"):
            return m
        start, end = m.days or (None, None)
        days = (start, None) if r.low(j + 1) in ("later", "after") else (None, end)
        return replace(
            m.widened(m.start, j + 2),
            kind="daterange" if m.kind != "time" else "timerange",
            days=days if m.days else None,
        )
    return m


_WITH_ARTICLE = frozenset({"decade", "century", "quarter", "half", "season", "weekend"})


def with_hedges(r: Reading, m: Moment, floor: int) -> Moment:
    """Hedges around a length of time or a time: "about six weeks", "six weeks or so", "around 7"."""
    if m.kind == "date" and r.low(m.end - 1) in ("ago", "earlier", "later"):
        _, begin = hedge_before(r.items, m.start, floor, "number")
        return replace(m.widened(begin, m.end), core_start=m.start, core_end=m.end) if begin < m.start else m
    if m.grain in _WITH_ARTICLE and m.start > floor and r.low(m.start - 1) == "the" and m.core_start < 0:
        return m.widened(m.start - 1, m.end)
    if m.kind == "duration":
        meaning, begin = hedge_before(r.items, m.start, floor, "duration")
        end = m.end
        behind = hedge_after(r.items, end)
        if behind is not None and meaning in ("exact", "only"):
            meaning, end = behind
        if meaning == "or_equal" or (meaning == "exact" and begin == m.start):
            return m
        low, high = m.low, m.high
        if m.value is not None:
            low = m.value if meaning in ("more_than", "at_least", "only") else None
            high = m.value if meaning in ("less_than", "at_most", "only") else None
        approx = m.approx if m.approx == "vague" else approximator(meaning)
        return replace(m.widened(begin, end), approx=approx, low=low, high=high)
    if (
        m.kind in ("time", "date", "datetime", "daterange")
        and m.start > floor
        and r.low(m.start - 1) in ("around", "about", "circa")
    ):
        if m.grain == "length":
            return m
        return replace(m.widened(m.start - 1, m.end), approx="about")
    return m
