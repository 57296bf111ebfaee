"""Quotations, names, certainty and hidden characters on paper."""

from collections.abc import Iterator

from crossread.claims import certainty_differences
from crossread.claims.certainty import STEPS, Certainty
from crossread.comparison import Comparison
from crossread.present import name_grid, quoted
from crossread.present.firmness import scale
from crossread.present.marks import Mark
from crossread.report.paper.model import Block, Cell, Heading, Paragraph, Run, Section, cell, plain, table
from crossread.report.paper.texts import flat, marked
from crossread.text.shown import one_line
from crossread.text.span import Span

_MOST_CHARACTERS = 300  # lines; a text full of hidden characters would fill a book


def quotations(comparison: Comparison) -> Section:
    """Who is quoted, with each document's words and what differs in them."""
    lines: list[list[Cell | str]] = []
    for row in quoted.quoted(comparison):
        verdict = cell(
            plain(Run(quoted.VERDICT_WORDS[row.verdict], ("strong",) if row.is_grave else ())),
            *([plain(Run("inside spun text", ("spun",)))] if row.in_spun_text else []),
        )
        said = cell(*(_quoted(comparison, row, line) for line in row.lines))
        who = one_line(row.speaker) or cell(Run("not named", ("quiet",)))
        lines.append([who, said, verdict])
    heads = ("who", "words, document by document", "verdict")
    return _section("quotations", "Quotations", heads, lines, (0.18, 0.64, 0.18))


def _quoted(comparison: Comparison, row: quoted.QuotedRow, line: quoted.QuotedLine) -> Paragraph:
    text = comparison.document[line.document].text
    marks = [Mark(span, "wording") for span in line.changed]
    parts = [marked(text, part, [mark for mark in marks if part.contains(mark.span)]) for part in line.parts]
    words = [run for part in parts for run in (Run(" … "), *part)][1:]
    runs = [Run(line.document, ("letter",)), Run(" ")]
    runs += words if line.indirect else [Run("“"), *words, Run("”")]
    if line.in_spun_text:
        runs.append(Run(" (inside spun text)", ("quiet",)))
    if line.indirect:
        runs.append(Run(" (in its own words)", ("quiet",)))
    if line.speaker and line.speaker != row.speaker:
        runs.append(Run(f" (said by {one_line(line.speaker)})", ("quiet",)))
    return Paragraph(tuple(runs), "document")


def names(comparison: Comparison) -> Section:
    """Whom and what each document names; names of one source are told in a line."""
    rows = name_grid.name_grid(comparison)
    several = [row for row in rows if row.verdict != "one source" or row.is_grave]
    single = [row for row in rows if row not in several]
    count = len(comparison.documents)
    heads: list[Cell | str] = ["name"]
    heads += [cell(Run(document.id, ("letter",)), ground="head") for document in comparison.documents]
    blocks: list[Block] = []
    if several:
        blocks.append(table(heads, [_name(row) for row in several], [0.22, *[0.78 / count] * count]))
    if single:
        blocks.append(Heading("Named by one source only"))
        for document in comparison.documents:
            known = [
                row.label for row in single if any(c.document == document.id and c.entries for c in row.cells)
            ]
            if known:
                blocks.append(plain(Run(document.id, ("letter",)), f" {', '.join(map(one_line, known))}"))
    return Section("names", "Names", tuple(blocks), in_summary=False)


def _name(row: name_grid.NameRow) -> list[Cell]:
    about = f" {row.kind}, {name_grid.VERDICT_WORDS[row.verdict]}"
    why = [plain(Run(one_line(row.explanation), ("quiet",)))] if row.explanation else []
    head = cell(plain(Run(one_line(row.label), ("strong",)), Run(about, ("quiet",))), *why)
    return [head, *(_named(each) for each in row.cells)]


def _named(shown: name_grid.NameCell) -> Cell:
    if not shown.entries and not shown.stand_ins:
        return cell(Run("does not name it", ("quiet",)), ground="silent")
    lines = [
        plain(
            Run(one_line(form.words), ("contradiction",) if form.misspelt else ()),
            Run(f" {form.times:,}", ("quiet",)) if form.times > 1 else "",
        )
        for form in shown.entries
    ]
    if shown.stand_ins:
        words = "mention by another word" if shown.stand_ins == 1 else "mentions by other words"
        lines.append(plain(Run(f"{shown.stand_ins:,} {words}", ("quiet",))))
    return cell(*lines)


def certainty(comparison: Comparison) -> Section:
    """What one document asserts and another reports, alleges, doubts or denies; superlatives with their limits."""
    of_passage = {found.passage: found for found in comparison.certainty}
    lines: list[list[Cell | str]] = []
    differences = certainty_differences(
        comparison.documents, comparison.certainty, comparison.rows, comparison.links
    )
    for difference in differences:
        told = {of_passage[p].document: of_passage[p] for p in reversed(difference.passages)}
        said = [part for document, _ in difference.steps for part in _claimed(comparison, told[document])]
        lines.append([one_line(difference.sentence), cell(*said)])
    blocks: list[Block] = []
    if lines:
        blocks.append(table(("difference", "what each says, and how firmly"), lines, (0.25, 0.75)))
    superlatives = list(_superlatives(comparison))
    if superlatives:
        heads = ("", "superlative", "limited to")
        blocks += [Heading("Superlatives"), table(heads, superlatives, (0.05, 0.6, 0.35))]
    return Section("certainty", "How firmly it is claimed", tuple(blocks), in_summary=False)


def _claimed(comparison: Comparison, found: Certainty) -> Iterator[Paragraph]:
    document, passage = comparison.passage[found.passage]
    said = f"“{found.source}”" if found.source_kind == "unnamed" else found.source
    source = f", {one_line(said)}" if found.source and found.source_kind != "itself" else ""
    step = f" {scale(found.step)} {found.step}, step {STEPS.index(found.step) + 1} of {len(STEPS)}{source}"
    yield plain(Run(document.id, ("letter",)), Run(step, ("quiet",)))
    cues = [Mark(cue, "hedge") for cue in found.cues] if found.step != "asserted" else []
    yield Paragraph(marked(document.text, passage.span, cues), "document")


def _superlatives(comparison: Comparison) -> Iterator[list[Cell | str]]:
    for each in sorted((s for s in comparison.superlatives if s.group), key=lambda s: s.group):
        text = comparison.document[each.document].text
        scopes = "; ".join(one_line(scope.of(text)) for scope in each.scopes)
        limit: Cell | str = scopes or cell(Run("no limit", ("quiet",)))
        yield [cell(Run(each.document, ("letter",))), one_line(each.span.of(text)), limit]


def characters(comparison: Comparison) -> Section:
    """Hidden and deceptive characters, signs of tampering first."""
    notes = sorted(comparison.characters, key=lambda note: not note.tampering)
    lines: list[list[Cell | str]] = []
    for note in notes[:_MOST_CHARACTERS]:
        text = comparison.document[note.document].text
        before = flat(Span(max(0, note.span.start - 20), note.span.start).of(text))
        behind = flat(Span(note.span.end, min(len(text), note.span.end + 20)).of(text))
        shown = plain(one_line(before), Run(f"[{note.codepoint}]", ("contradiction",)), one_line(behind))
        lines.append([
            cell(Run(note.document, ("letter",))),
            cell(Run(note.codepoint, ("code",)), f" {note.name.capitalize()}"),
            cell(shown),
            f"{'Tampering' if note.tampering else 'Harmless'}: it {note.why}.",
        ])  # fmt: skip
    heads = ("", "character", "where", "what it does")
    section = _section("characters", "Hidden characters", heads, lines, (0.05, 0.25, 0.3, 0.4))
    left = len(notes) - len(lines)
    if not left:
        return section
    rest = plain(f"{left:,} more are left out here; the JSON report has them all.")
    return Section(section.key, section.title, (*section.blocks, rest))


def _section(
    key: str, title: str, heads: tuple[str, ...], lines: list[list[Cell | str]], shares: tuple[float, ...]
) -> Section:
    return Section(key, title, (table(heads, lines, shares),) if lines else ())
