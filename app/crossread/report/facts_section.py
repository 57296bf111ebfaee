"""The facts and the timeline as sections of the HTML report; they work without a script."""

from collections.abc import Callable

from crossread.comparison import Comparison, Finding
from crossread.paths import resource
from crossread.present.fact_order import finding_of_facts, in_order
from crossread.present.factgrid import FactCell, FactRow, fact_grid
from crossread.present.marks import odd_spans
from crossread.present.timeline import timeline
from crossread.present.timeline_drawing import Drawing, Shape, draw
from crossread.quantities.fact import BADGES
from crossread.report.markup import Html, element, join, name
from crossread.text.shown import one_line
from crossread.text.span import Span

PassageAddress = Callable[[str, Span], str]
"""The address in the page of the passage in which a stretch of a document stands; empty where it has none."""

_VERDICTS = (
    ("contradiction", "contradict"),
    ("rounding", "round"),
    ("vaguer", "vaguer"),
    ("same", "agree"),
    ("single", "one source only"),
)
_WIDTH, _LEFT, _ROW, _TOP, _FOOT = 1000.0, 46.0, 24.0, 8.0, 26.0
_PIXELS = 12.0
# Widths of characters of the report's sans in shares of its size, rather too wide than too narrow, because a reader
# of the page may see it in another face.
_NARROW, _WIDE = frozenset("iIjl.,:;'’‘|!ft()[] "), frozenset("mwMWGOQ@%—…")


def section(comparison: Comparison, address: PassageAddress) -> Html:
    """The fact grid with the timeline below it.

    Args:
        comparison: what to show.
        address: where a stretch of a document stands on the page.
    """
    drawn = timeline_section(comparison, address)
    heading = element("h2", "Timeline", id="timeline-title") if drawn else ""
    return element(
        "section",
        element("h2", "Facts", id="facts-title"),
        facts_section(comparison, address),
        heading,
        element("div", drawn, class_="wide") if drawn else "",
        id="facts",
        class_="facts",
        aria_labelledby="facts-title",
    )


def facts_section(comparison: Comparison, address: PassageAddress) -> Html:
    """The fact grid: filters by verdict, a row for each fact, a column for each document.

    Args:
        comparison: what to show.
        address: where a quantity stands on the page.
    """
    grid = fact_grid(comparison)
    findings = finding_of_facts(comparison)
    rows = in_order(grid.rows, findings)
    if not rows and not grid.single:
        return element("p", "No quantities were found.", class_="none")
    counts = {str(verdict): count for verdict, count in grid.counts.items()} | {"single": len(grid.single)}
    chips = [_chip(key, words, counts[key]) for key, words in _VERDICTS if counts.get(key)]
    heads = [element("th", document.id, scope="col") for document in comparison.documents]
    bodies = [
        element("tbody", *(_row(comparison, row, findings.get(row.fact), address) for row in rows)),
    ]
    if grid.single:
        band = element(
            "th", "Stated by one source only", scope="colgroup", colspan=len(heads) + 1, class_="band"
        )
        lines = (_row(comparison, row, None, address) for row in grid.single)
        bodies.append(element("tbody", element("tr", band), *lines, class_="single"))
    table = element(
        "table",
        element("thead", element("tr", element("th", "Fact, gravest first", scope="col"), *heads)),
        *bodies,
        class_="fact-grid",
    )
    legend = element("legend", "Show facts on which the sources", class_="unseen")
    return join((element("fieldset", legend, *chips, class_="chips"), table))


def _chip(key: str, words: str, count: int) -> Html:
    box = element("input", type="checkbox", id=f"facts-{key}", checked=True)
    sign = next((sign for verdict, sign in BADGES.items() if verdict == key), "")
    sample = element("span", sign, class_=f"sign {key}", aria_hidden="true") if sign else Html("")
    return element(
        "label", box, sample, f" {words} ", element("span", str(count), class_="count"), class_="chip"
    )


def style() -> str:
    """The style sheet of both sections."""
    return resource("report", "facts.css").read_text(encoding="utf-8")


def _row(comparison: Comparison, row: FactRow, finding: Finding | None, address: PassageAddress) -> Html:
    sign = (
        element("span", row.badge, class_=f"sign {row.verdict}", title=str(row.verdict)) if row.badge else ""
    )
    label = name(row.label[:1].upper() + row.label[1:])
    title = element("a", label, href=f"#f{finding.number}") if finding else label
    sources = element("span", f"{row.sources} sources", class_="count") if row.sources > 1 else ""
    number = element("span", str(finding.number), class_="no") if finding else ""
    why = element("p", name(row.explanation)) if row.explanation else ""
    head = element("th", number, sign, element("b", title), " ", sources, why, scope="row")
    cells = (_cell(comparison, row, cell, address) for cell in row.cells)
    return element("tr", head, *cells, class_=f"is-{row.verdict}" if row.badge else None)


def _cell(comparison: Comparison, row: FactRow, cell: FactCell, address: PassageAddress) -> Html:
    if not cell.entries:
        return element("td", element("span", "says nothing"), class_="silent")
    odd_places = odd_spans(comparison, comparison.facts[row.fact], cell.document)
    words = []
    for entry in cell.entries:
        kind = "contradiction" if entry.span in odd_places else "number"
        target = address(cell.document, entry.span)
        shown = name(entry.words)
        note = one_line(entry.note) or None
        boxed = element("span", shown, class_=f"m {kind}", title=note)
        words.append(element("a", boxed, href=f"#{target}", class_="to") if target else boxed)
    values = dict.fromkeys(one_line(entry.understood) for entry in cell.entries if entry.understood)
    value = element("p", " · ".join(values), class_="value")
    return element(
        "td", join(words, element("span", ", ", class_="unseen")), value, class_="odd" if cell.odd else None,
        data_letter=cell.document,
    )  # fmt: skip


# ---- the timeline


def timeline_section(comparison: Comparison, address: PassageAddress) -> Html:
    """The dates of all documents, drawn; empty where none names a date.

    Args:
        comparison: what to show.
        address: where a date stands on the page.
    """
    drawing = draw(timeline(comparison), _LEFT, _WIDTH - 12, text_width)
    if not drawing.shapes:
        return Html("")
    height = _TOP + drawing.rows * _ROW + _FOOT
    parts = [*_scale(drawing), *_lanes(drawing), *(_shape(shape, address) for shape in drawing.shapes)]
    return element(
        "svg",
        element("title", "Dates by document"),
        *parts,
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        class_="timeline",
        role="group",
    )


def text_width(text: str) -> float:
    """How wide a text of the timeline is at most, in units of the drawing."""
    return sum(
        _PIXELS
        * (0.36 if c in _NARROW else 0.95 if c in _WIDE or ord(c) > 0x2E7F else 0.68 if c.isupper() else 0.62)
        for c in text
    )


def _y(row: int) -> float:
    return _TOP + (row + 0.5) * _ROW


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _scale(drawing: Drawing) -> list[Html]:
    bottom = _TOP + drawing.rows * _ROW
    found = []
    for tick in drawing.ticks:
        x = _number(tick.x)
        found.append(element("line", x1=x, x2=x, y1="0", y2=_number(bottom + 4), class_="tick"))
        if tick.label:
            at = _number(tick.x + 5)
            found.append(element("text", tick.label, x=at, y=_number(bottom + 17), class_="dim"))
    for x_ in drawing.breaks:
        x = _number(x_)
        found.append(element("line", x1=x, x2=x, y1="0", y2=_number(bottom), class_="break"))
    return found


def _lanes(drawing: Drawing) -> list[Html]:
    found = []
    for lane in drawing.lanes:
        middle = _y(lane.row)
        found.append(
            element(
                "rect", x="2", y=_number(middle - 9), width="20", height="18", rx="4", class_="letter-box"
            )
        )
        found.append(element("text", lane.document, x="12", y=_number(middle + 4), class_="letter-text"))
    return found


def _shape(shape: Shape, address: PassageAddress) -> Html:
    kind = "contradiction" if shape.bar.verdict == "contradiction" else "number"
    full = " exact" if shape.is_exact and not shape.on_bar else ""
    middle = _y(shape.row)
    if shape.is_point:
        centre = _number((shape.left + shape.right) / 2)
        drawn = element("circle", cx=centre, cy=_number(middle), r="5.5", class_=f"bar {kind}{full}")
    else:
        drawn = element(
            "rect", x=_number(shape.left), y=_number(middle - 6), width=_number(shape.right - shape.left),
            height="12", rx="2", class_=f"bar {kind}{full}",
        )  # fmt: skip
    sign = f" {shape.bar.badge}" if kind == "contradiction" else ""
    label = element(
        "text", one_line(shape.label) + sign, x=_number(shape.label_left), y=_number(middle + 4), class_=kind
    )
    note = element(
        "title", f"{shape.bar.document}: {one_line(shape.bar.label)}. {one_line(shape.bar.note)}".strip()
    )
    target = address(shape.bar.document, shape.bar.span)
    return element("a" if target else "g", note, drawn, label, href=f"#{target}" if target else None)
