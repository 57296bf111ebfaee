"""Who is quoted and named, how firmly it is claimed, and hidden characters, as sections of the HTML report."""

from collections import Counter
from collections.abc import Iterable, Sequence

from crossread.claims import certainty_differences
from crossread.claims.certainty import STEPS, Certainty
from crossread.claims.character import CharacterNote
from crossread.comparison import Comparison
from crossread.paths import resource
from crossread.present import name_grid, quoted
from crossread.present.firmness import scale
from crossread.report.facts_section import PassageAddress
from crossread.report.markup import Html, element, join, name
from crossread.text.shown import one_line, plain_line
from crossread.text.span import Span

_MOST_NOTES = 300  # lines of hidden characters; a text full of them would make the page too heavy to open


def claims_section(comparison: Comparison, address: PassageAddress) -> Html:
    """Quotations, names, certainty and characters; what there is nothing of is left out.

    Args:
        comparison: what to show.
        address: where a stretch of a document stands on the page.
    """
    parts = (
        ("quotations-title", "Quotations", _quotations(comparison, address)),
        ("names-title", "Names", _names(comparison, address)),
        ("certainty-title", "How firmly it is claimed", _certainty(comparison, address)),
        ("characters-title", "Hidden characters", _characters(comparison, address)),
    )
    return join(
        element("section", element("h2", title, id=key), body, class_="claims", aria_labelledby=key)
        for key, title, body in parts
        if body
    )


def style() -> str:
    """The style sheet of these sections."""
    return resource("report", "claims.css").read_text(encoding="utf-8")


def _table(heads: Iterable[str], lines: Sequence[Html], kind: str) -> Html:
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    return element("table", head, element("tbody", *lines), class_=f"sources {kind}")


def _letter(document: str) -> Html:
    return element("span", document, class_="letter")


def _to(address: str, shown: Html) -> Html:
    return element("a", shown, href=f"#{address}", class_="to") if address else shown


# ---- quotations


def _quotations(comparison: Comparison, address: PassageAddress) -> Html:
    lines = [_quotation(comparison, row, address) for row in quoted.quoted(comparison)]
    return (
        _table(("who", "words, document by document", "verdict"), lines, "quotations") if lines else Html("")
    )


def _quotation(comparison: Comparison, row: quoted.QuotedRow, address: PassageAddress) -> Html:
    said = []
    for line in row.lines:
        text = comparison.document[line.document].text
        parts = [_with_changes(text, part, line.changed) for part in line.parts]
        words = join([piece for part in parts for piece in (" … ", part)][1:])
        about = ["inside spun text"] if line.in_spun_text else []
        if line.indirect:
            about.append("in its own words")
        if line.speaker and line.speaker != row.speaker:
            about.append(f"said by {one_line(line.speaker)}")
        note = element("span", f" ({', '.join(about)})", class_="about") if about else ""
        opened = words if line.indirect else join(("“", words, "”"))
        said.append(
            element("p", _letter(line.document), " ", _to(address(line.document, line.span), opened), note)
        )
    verdict = quoted.VERDICT_WORDS[row.verdict]
    spun = element("p", element("span", "inside spun text", class_="m spun")) if row.in_spun_text else ""
    return element(
        "tr",
        element("td", name(row.speaker) if row.speaker else element("span", "not named", class_="about")),
        element("td", *said, class_="said"),
        element("td", element("p", verdict), spun),
        class_="grave" if row.is_grave else None,
    )


def _with_changes(text: str, span: Span, changed: Sequence[Span]) -> Html:
    """A quotation with the words marked in which it differs."""
    pieces: list[str] = []
    at = span.start
    for change in changed:
        if change.start < at or change.end > span.end:
            continue
        pieces += [
            text[at : change.start],
            element("span", text[change.start : change.end], class_="m wording"),
        ]
        at = change.end
    return element("bdi", *pieces, text[at : span.end])


# ---- names


def _names(comparison: Comparison, address: PassageAddress) -> Html:
    rows = name_grid.name_grid(comparison)
    if not rows:
        return Html("")
    heads = [element("th", document.id, scope="col") for document in comparison.documents]
    several = [row for row in rows if row.verdict != "one source" or row.is_grave]
    single = [row for row in rows if row not in several]
    bodies = [element("tbody", *(_name(row, address) for row in several))]
    if single:
        band = element(
            "th", "Named by one source only", scope="colgroup", colspan=len(heads) + 1, class_="band"
        )
        lines = (_name(row, address) for row in single)
        bodies.append(element("tbody", element("tr", band), *lines, class_="single"))
    head = element("thead", element("tr", element("th", "Name", scope="col"), *heads))
    return element("table", head, *bodies, class_="fact-grid names-grid")


def _name(row: name_grid.NameRow, address: PassageAddress) -> Html:
    why = element("p", name(row.explanation)) if row.explanation else ""
    about = element("span", f"{row.kind}, {name_grid.VERDICT_WORDS[row.verdict]}", class_="count")
    head = element("th", element("b", name(row.label)), " ", about, why, scope="row")
    return element("tr", head, *(_named(cell, address) for cell in row.cells))


def _named(cell: name_grid.NameCell, address: PassageAddress) -> Html:
    if not cell.entries and not cell.stand_ins:
        return element("td", element("span", "does not name it"), class_="silent")
    forms = []
    for form in cell.entries:
        times = (
            element("span", f" {form.times:,}", class_="count", title="mentions") if form.times > 1 else ""
        )
        slip = element("span", name(form.words), class_="m contradiction" if form.misspelt else None)
        forms.append(join((_to(address(cell.document, form.span), slip), times)))
    if cell.stand_ins:
        words = "mention by another word" if cell.stand_ins == 1 else "mentions by other words"
        forms.append(element("span", f"{cell.stand_ins:,} {words}", class_="count"))
    return element("td", join(forms, element("br")), data_letter=cell.document)


# ---- certainty


def _certainty(comparison: Comparison, address: PassageAddress) -> Html:
    lines = []
    of_passage = {found.passage: found for found in comparison.certainty}
    differences = certainty_differences(
        comparison.documents, comparison.certainty, comparison.rows, comparison.links
    )
    for difference in differences:
        told = {
            of_passage[passage].document: of_passage[passage] for passage in reversed(difference.passages)
        }
        said = [_claimed(comparison, told[document], address) for document, _ in difference.steps]
        lines.append(element("tr", element("td", difference.sentence), element("td", *said, class_="said")))
    table = _table(("difference", "what each says, and how firmly"), lines, "certainty")
    return join((table, _superlatives(comparison, address))) if lines else _superlatives(comparison, address)


def _claimed(comparison: Comparison, found: Certainty, address: PassageAddress) -> Html:
    document, passage = comparison.passage[found.passage]
    said = f"“{found.source}”" if found.source_kind == "unnamed" else found.source
    source = f", {one_line(said)}" if found.source and found.source_kind != "itself" else ""
    text = document.text
    words, at = [], passage.span.start
    for cue in sorted(found.cues):
        if at <= cue.start and cue.end <= passage.span.end and found.step != "asserted":
            words += [text[at : cue.start], element("span", text[cue.start : cue.end], class_="m hedge")]
            at = cue.end
    shown = element("bdi", *words, text[at : passage.span.end])
    step = element("span", _scale(found), f" {found.step}{source}", class_="about")
    return element(
        "p", _letter(document.id), " ", step, element("br"), _to(address(document.id, passage.span), shown)
    )


def _scale(found: Certainty) -> Html:
    """Five steps from denied to asserted, the passage's own filled."""
    step = f"{found.step}: step {STEPS.index(found.step) + 1} of {len(STEPS)}"
    return element("span", scale(found.step), class_="scale", title=step, aria_hidden="true")


def _superlatives(comparison: Comparison, address: PassageAddress) -> Html:
    lines = []
    for each in comparison.superlatives:
        if each.group:
            text = comparison.document[each.document].text
            shown = name(each.span.of(text))
            scopes = "; ".join(one_line(text[s.start : s.end]) for s in each.scopes)
            cells = (
                element("td", _letter(each.document)),
                element("td", _to(address(each.document, each.span), shown)),
                element(
                    "td", element("bdi", scopes) if scopes else element("span", "no limit", class_="about")
                ),
            )
            lines.append((each.group, element("tr", *cells)))
    if not lines:
        return Html("")
    lines.sort(key=lambda line: line[0])
    return _table(("", "superlative", "limited to"), [line for _, line in lines], "superlatives")


# ---- characters


def _characters(comparison: Comparison, address: PassageAddress) -> Html:
    notes = comparison.characters
    if not notes:
        return Html("")
    counts = Counter(note.document for note in notes if note.tampering)
    told = [f"{document}: {count:,}" for document, count in counts.items()]
    summary = f"Signs of tampering in {'; '.join(told)}." if told else "None of them is a sign of tampering."
    ordered = sorted(notes, key=lambda note: not note.tampering)
    lines = [_character(comparison, note, address) for note in ordered[:_MOST_NOTES]]
    left = len(notes) - len(lines)
    rest = element("p", f"{left:,} more are left out here; the JSON report has them all.") if left else ""
    return join(
        (element("p", summary), _table(("", "character", "where", "what it does"), lines, "characters"), rest)
    )


def _character(comparison: Comparison, note: CharacterNote, address: PassageAddress) -> Html:
    text, span = comparison.document[note.document].text, note.span
    before, behind = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 20]
    shown = element(
        "bdi",
        plain_line(before),
        element("span", f"[{note.codepoint}]", class_="m contradiction"),
        plain_line(behind),
    )
    return element(
        "tr",
        element("td", _letter(note.document)),
        element("td", element("code", note.codepoint), " ", note.name.capitalize()),
        element("td", _to(address(note.document, span), shown)),
        element("td", f"{'Tampering' if note.tampering else 'Harmless'}: it {note.why}."),
        class_="grave" if note.tampering else None,
    )
