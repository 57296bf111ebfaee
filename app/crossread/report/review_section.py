"""What people decided and noted, in the HTML report: beside each finding, in the text, and as a section of its own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from crossread.comparison import Comparison, Finding
from crossread.paths import resource
from crossread.report.additions import SIGNS, STATES, Additions, Judged, Remark, progress
from crossread.report.markup import Html, element, join, name
from crossread.report.words import moment
from crossread.text.shown import one_line, plain_line
from crossread.text.span import Span

_ALL = ("open", *STATES)


@dataclass(frozen=True, slots=True)
class Noted:
    """The mark of a note in a text; as a ``Mark`` has it, ``finding`` is what its address is looked up by."""

    span: Span
    kind: str
    badge: str
    note: str
    finding: str


def noted(remark: Remark) -> Noted | None:
    """The mark of a note where it holds on to the text; None where that was not found again."""
    if not remark.document or remark.span is None:
        return None
    return Noted(remark.span, "noted", str(remark.number), f"Note: {remark.text}", key_of(remark))


def key_of(remark: Remark) -> str:
    """What the address of a note is looked up by, unlike the id of any finding."""
    return f"note {remark.number}"


def class_of(finding: Finding, added: Additions) -> str:
    """The class of a finding's entry by which its state is filtered; empty where nobody judged anything."""
    if not added.judged:
        return ""
    judged = added.judged.get(finding.id)
    return f"is-{_word(judged.state if judged else 'open')}"


def _word(state: str) -> str:
    return state.replace(" ", "-")


def filters(comparison: Comparison, added: Additions) -> Html:
    """A switch for each state, and how far the review has come; empty where nobody judged anything."""
    if not added.judged:
        return Html("")
    counts = Counter(str(judged.state) for judged in added.judged.values())
    counts["open"] = len(comparison.findings) - counts.total()
    boxes = [
        element(
            "label",
            element("input", type="checkbox", id=f"state-{_word(state)}", checked=True),
            f" {state} ",
            element("span", f"{counts[state]:,}", class_="count"),
        )
        for state in _ALL
        if counts[state]
    ]
    legend = element("legend", "Findings that are", class_="unseen")
    told = element("p", progress(comparison, added).partition(":")[0], class_="progress")
    return join((told, element("fieldset", legend, *boxes, class_="states")))


def decision(finding: Finding, added: Additions) -> Html:
    """What was decided on a finding, with its note, by whom and when; empty where nothing was."""
    judged = added.judged.get(finding.id)
    tags = _tags(judged.tags if judged else added.tags.get(finding.id, ()))
    if judged is None:
        return element("p", tags, class_="decision") if tags else Html("")
    sign = element("span", SIGNS[judged.state], class_="sign-of-state", aria_hidden="true")
    state = element("span", sign, f" {judged.state}", class_=f"state {_word(judged.state)}")
    text = element("span", name(judged.text), class_="said") if judged.text else ""
    return element("p", state, " ", text, _signed(judged), tags, class_="decision")


def _signed(given: Judged | Remark) -> Html:
    when = element("time", moment(given.at), datetime=one_line(given.at)) if given.at else Html("")
    parts = [part for part in (name(given.by) if given.by else Html(""), when) if part]
    return element("span", " ", join(parts, ", "), class_="about") if parts else Html("")


def _tags(tags: tuple[str, ...]) -> Html:
    return join(join((" ", element("span", name(tag), class_="tag"))) for tag in tags)


def notes_section(added: Additions, address: Callable[[str, Span], str]) -> Html:
    """Notes on the texts, and what was set right by hand; empty where there is neither.

    Args:
        added: what people added.
        address: where a stretch of a document stands on the page.
    """
    parts = []
    if added.remarks:
        heads = (element("th", words, scope="col") for words in ("", "on", "note"))
        lines = (_note(remark, address) for remark in added.remarks)
        table = element(
            "table", element("thead", element("tr", *heads)), element("tbody", *lines), class_="sources notes"
        )
        parts.append(table)
    if added.set_right:
        parts.append(element("h3", "Set right by hand"))
        parts.append(element("ul", *(element("li", one_line(sentence)) for sentence in added.set_right)))
    if added.again:
        parts.append(element("h3", "To be looked at again"))
        parts.append(element("ul", *(element("li", one_line(sentence)) for sentence in added.again)))
    if not parts:
        return Html("")
    title = element("h2", "Notes", id="notes-title")
    return element("section", title, *parts, class_="claims", aria_labelledby="notes-title")


def _note(remark: Remark, address: Callable[[str, Span], str]) -> Html:
    quoted = element("bdi", "“", plain_line(remark.quoted), "”")
    target = address(remark.document, remark.span) if remark.document and remark.span else ""
    place = element("a", quoted, href=f"#{target}", class_="to") if target else quoted
    letter = element("span", remark.document, class_="letter") if remark.document else Html("")
    lost = "" if remark.span else element("p", "not found again in the text", class_="about")
    private = element("span", " private", class_="about") if remark.private else ""
    text = (
        element("p", element("bdi", line), dir="auto") for line in remark.text.splitlines() if line.strip()
    )
    return element(
        "tr",
        element("th", str(remark.number), scope="row", class_="no"),
        element("td", letter, " ", place, lost, class_="said"),
        element("td", *text, element("p", _signed(remark), _tags(remark.tags), private)),
        id=f"n{remark.number}",
    )


def style() -> str:
    """The style sheet of what people added, and what each filter hides."""
    hidden = ",\n".join(f"body:not(:has(#state-{_word(s)}:checked)) .finding.is-{_word(s)}" for s in _ALL)
    # Without a switch for a state there is nothing to hide.
    return (
        resource("report", "review.css").read_text(encoding="utf-8")
        + f"body:has(.states) :is({hidden}){{display:none}}\n"
    )
