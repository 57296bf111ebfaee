"""The part of an HTML report that shows which documents are spun, with the ledger of their swaps."""

from collections.abc import Sequence

from crossread.present.trainer import Entry, Lesson
from crossread.report.markup import Html, element, join, name, one_line

_MOST_ENTRIES = 500  # lines of one ledger; a book would make the page too heavy to open


def spin_section(lessons: Sequence[Lesson]) -> Html:
    """A section with a ledger for each spun copy; empty without any.

    Args:
        lessons: the spun copies.
    """
    if not lessons:
        return Html("")
    return element(
        "section",
        element("h2", "Spun copies", id="spun"),
        *(_ledger(lesson) for lesson in lessons),
        class_="spun-copies",
        aria_labelledby="spun",
    )


def _ledger(lesson: Lesson) -> Html:
    entries, copy = lesson.entries, lesson.copy
    count = f"{_count(len(entries), 'different swap')} in {_count(len(lesson.swaps), 'place')}."
    source = f" Likely originals come from {one_line(lesson.sources)}." if lesson.sources else ""
    head = ("likely original", "swap", "times", "how it is known")
    table = element(
        "table",
        element("thead", element("tr", *(element("th", words, scope="col") for words in head))),
        element("tbody", join(_entry(lesson, entry) for entry in entries[:_MOST_ENTRIES])),
        class_="sources ledger",
    )
    left = len(entries) - _MOST_ENTRIES
    rest = (
        element("p", f"{left:,} more lines are left out here; the table (CSV) has them all.")
        if left > 0
        else ""
    )
    return element(
        "article",
        element("h3", element("span", copy.id, class_="letter"), " ", name(copy.title or copy.name)),
        element("p", count + source),
        table,
        rest,
    )


def _entry(lesson: Lesson, entry: Entry) -> Html:
    quoted = any(lesson.swaps[number].in_quotation for number in entry.swaps)
    why = entry.why or entry.source
    if quoted:
        why = f"{why} It stands inside quotation marks.".strip()
    return element(
        "tr",
        element("td", name(entry.original)),
        element("td", element("span", name(entry.swap), class_="m spun")),
        element("td", f"{entry.times:,}", class_="count"),
        element("td", one_line(why)),
    )


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
