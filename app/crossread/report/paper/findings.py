"""Findings on paper with what was decided on them, and the notes that people took."""

from collections.abc import Sequence

from crossread.comparison import Finding, FindingKind
from crossread.report.additions import SIGNS, Additions, Judged, Remark, signed
from crossread.report.kinds import KINDS, sign_of
from crossread.report.paper.model import (
    Block,
    Cell,
    Heading,
    Look,
    Paragraph,
    Run,
    Section,
    Table,
    cell,
    plain,
    table,
)
from crossread.text.shown import one_line

_TITLED: frozenset[FindingKind] = frozenset({"wording", "spun"})
"""Kinds whose titles say it all; there may be hundreds of them."""
_ABREAST = 3


def findings(found: Sequence[Finding], added: Additions) -> Section:
    """Every finding under its number, kind by kind, with the decision on it."""
    blocks: list[Block] = []
    with_decisions = bool(added.judged or added.tags)
    heads: tuple[str, ...] = ("no.", "finding", "seen in", *(("decision",) if with_decisions else ()))
    shares = (0.05, 0.62, 0.08, 0.25) if with_decisions else (0.05, 0.83, 0.12)
    for kind, title, _ in KINDS:
        of_kind = [finding for finding in found if finding.kind == kind]
        if not of_kind:
            continue
        blocks.append(Heading(f"{title} ({len(of_kind)})"))
        settled = added.judged.keys() | added.tags.keys()
        short = [f for f in of_kind if kind in _TITLED and f.severity != "high" and f.id not in settled]
        full = [f for f in of_kind if f not in short]
        if full:
            blocks.append(table(heads, [_line(f, added, with_decisions) for f in full], shares))
        if short:
            blocks.append(_short(short))
    return Section("findings", "Findings", tuple(blocks) or (plain("None were found."),))


def _line(finding: Finding, added: Additions, with_decisions: bool) -> list[Cell | str]:
    detail = [plain(one_line(finding.detail))] if finding.detail else []
    line: list[Cell | str] = [
        str(finding.number),
        cell(_titled(finding), *detail, ground="grave" if finding.severity == "high" else ""),
        ", ".join(finding.documents),
    ]
    if with_decisions:
        judged = added.judged.get(finding.id)
        tags = _tagged(judged.tags if judged else added.tags.get(finding.id, ()))
        line.append(cell(*_decision(judged, tags)) if judged else cell(Run("open", ("quiet",)), tags))
    return line


def _short(found: Sequence[Finding]) -> Table:
    """Findings whose title says it all, three in a row, to be read column by column."""
    height = -(-len(found) // _ABREAST)
    lines: list[list[Cell | str]] = []
    for row in range(height):
        line: list[Cell | str] = []
        for finding in found[row::height]:
            line += [str(finding.number), cell(_titled(finding)), ", ".join(finding.documents)]
        lines.append([*line, *[""] * (3 * _ABREAST - len(line))])
    return table(("no.", "finding", "in") * _ABREAST, lines, (0.04, 0.23, 0.063) * _ABREAST)


def _titled(finding: Finding) -> Paragraph:
    mark: Look = "contradiction" if finding.badge == "≠" else "number"
    sign = Run(sign_of(finding), ("sign", mark) if finding.badge else ("sign",))
    return plain(sign, Run(f" {one_line(finding.title)}", ("strong",)))


def _decision(judged: Judged, tags: str) -> list[Paragraph]:
    who = one_line(signed(judged.by, judged.at))
    lines = [plain(Run(f"{SIGNS[judged.state]} {judged.state}", ("strong",)), tags)]
    lines += [plain(one_line(judged.text))] if judged.text else []
    lines += [plain(Run(who, ("quiet",)))] if who else []
    return lines


def _tagged(tags: Sequence[str]) -> str:
    return f" [{', '.join(map(one_line, tags))}]" if tags else ""


def notes(added: Additions) -> Section:
    """Notes on the texts, and what was set right by hand."""
    lines: list[list[Cell | str]] = []
    for remark in added.remarks:
        tags = _tagged(remark.tags).strip()
        private = "private" if remark.private else ""
        about = " · ".join(part for part in (one_line(signed(remark.by, remark.at)), tags, private) if part)
        said = cell(plain(one_line(remark.text)), *([plain(Run(about, ("quiet",)))] if about else []))
        lines.append([str(remark.number), _where(remark), said])
    blocks: list[Block] = [table(("no.", "on", "note"), lines, (0.06, 0.4, 0.54))] if lines else []
    listed = (("Set right by hand", added.set_right), ("To be looked at again", added.again))
    for title, sentences in listed:
        if sentences:
            blocks.append(Heading(title))
            blocks += [Paragraph((Run(one_line(sentence)),), "list item") for sentence in sentences]
    return Section("notes", "Notes", tuple(blocks))


def _where(remark: Remark) -> Cell:
    letter = (Run(remark.document, ("letter",)), Run(" ")) if remark.document else ()
    quoted = Paragraph((*letter, Run(f"“{one_line(remark.quoted)}”")), "quotation")
    lost = [] if remark.span else [plain(Run("not found again in the text", ("quiet",)))]
    return cell(quoted, *lost)
