"""A comparison as one self-contained HTML file that opens anywhere, prints well and fetches nothing."""

import base64
import dataclasses
import hashlib
import re
from collections.abc import Iterator, Sequence
from string import Template

from crossread import __version__
from crossread.comparison import Comparison, Finding, FindingKind
from crossread.paths import resource
from crossread.present.arrangement import Cell, GridRow, arrange
from crossread.present.marks import marks
from crossread.present.palette import CONTRAST, DARK, LIGHT, MarkColours, Palette
from crossread.report import claims_section, facts_section, review_section
from crossread.report.additions import NOTHING, Additions
from crossread.report.kinds import KINDS, sign_of
from crossread.report.markup import Html, element, join, name
from crossread.report.passages import Shown, by_passage, marked, passages
from crossread.report.sources_section import matrix_section, sources_section
from crossread.report.spin_section import spin_section
from crossread.report.words import day, words_of
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.text.span import Span

_RARE: frozenset[FindingKind] = frozenset(("quotations", "names", "characters"))
_FONTS = (
    ("Crossread Serif", "serif.woff2", "400", "normal"),
    ("Crossread Serif", "serif-italic.woff2", "400", "italic"),
    ("Crossread Serif", "serif-semibold.woff2", "600", "normal"),
    ("Crossread Sans", "sans.woff2", "400 500", "normal"),
    ("Crossread Sans", "sans-semibold.woff2", "600", "normal"),
)
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})


def to_html(comparison: Comparison, base: str | None = None, added: Additions = NOTHING) -> str:
    """A comparison as the text of an HTML page.

    Args:
        comparison: what to show.
        base: id of the document along which the rows are read; the first by default.
        added: what people added.
    """
    return _Page(comparison, base or comparison.documents[0].id, added).written()


class _Page:
    """One page in the making: what several of its parts need to know."""

    def __init__(self, comparison: Comparison, base: str, added: Additions) -> None:
        self.comparison = comparison
        self.added = added
        self.base = base
        order = tuple(document.id for document in comparison.documents)
        self.rows = arrange(comparison, order, base)
        self.row_number = {row.id: number for number, row in enumerate(self.rows, 1)}
        self.row_of_passage = {
            passage: row.id for row in self.rows for cell in row.cells for passage in cell.passages
        } | {row.section_passage: row.id for row in self.rows if row.section_passage}
        self.addresses = {finding.id: f"f{finding.number}" for finding in comparison.findings}
        self.addresses |= {review_section.key_of(each): f"n{each.number}" for each in added.remarks}
        found = marks(comparison)
        self.marks = {
            document.id: by_passage(document, [*found.get(document.id, ()), *self._notes_on(document)])
            for document in comparison.documents
        }
        self.troubled = {row for finding in comparison.findings if (row := self._row_of(finding))}

    def written(self) -> str:
        style = _style(len(self.comparison.documents))
        script = resource("report", "report.js").read_text(encoding="utf-8")
        page = Template(resource("report", "page.html").read_text(encoding="utf-8"))
        sections = self._sections()
        return page.substitute(
            policy=_policy(style, script),
            version=__version__,
            title=element("title", self._title()),
            style=style,
            script=script,
            summary=_summary(self.comparison),
            unfinished=_unfinished(self.comparison.unfinished),
            chips=self._chips(),
            options=_options(self.comparison),
            documents=join(self._card(document) for document in self.comparison.documents),
            table=self._table(),
            sections=sections,
            contents=_contents(sections),
            states=review_section.filters(self.comparison, self.added),
            tabs=self._tabs(),
            findings=join(self._section(kind, title) for kind, title, _ in KINDS),
        )

    def _sections(self) -> Html:
        """What stands below the grid; what there is nothing of is left out."""
        return join(
            (
                facts_section.section(self.comparison, self._address),
                review_section.notes_section(self.added, self._address),
                claims_section.claims_section(self.comparison, self._address),
                spin_section(self.comparison),
                matrix_section(self.comparison),
                sources_section(self.comparison.documents),
            )
        )

    def _notes_on(self, document: Document) -> Iterator[Shown]:
        for remark in self.added.remarks:
            mark = review_section.noted(remark)
            if mark and remark.document == document.id:
                yield mark

    def _title(self) -> str:
        others = len(self.comparison.documents) - 1
        title = one_line(self.comparison.document[self.base].title)
        return f"{title} and {others} more · Crossread" if others else f"{title} · Crossread"

    def _kinds(self) -> list[tuple[FindingKind, str, str]]:
        """The kinds that have a filter and a tab: rare ones only where something was found."""
        return [entry for entry in KINDS if entry[0] not in _RARE or self._findings(entry[0])]

    def _findings(self, kind: FindingKind) -> list[Finding]:
        return [finding for finding in self.comparison.findings if finding.kind == kind]

    # ---- above and beside the grid

    def _chips(self) -> Html:
        chips = []
        for kind, title, sign in self._kinds():
            box = element("input", type="checkbox", id=f"show-{kind}", checked=True)
            sample = element("span", sign, class_=f"sample {kind}", aria_hidden="true")
            count = element("span", str(len(self._findings(kind))), class_="count")
            chips.append(element("label", box, sample, f" {title} ", count, class_="chip"))
        return join(chips)

    def _card(self, document: Document) -> Html:
        about = [part for part in (document.publisher, day(document.date) or "no date") if part]
        if document.id == self.base:
            about.append("base")
        return element(
            "li",
            element("span", document.id, class_="letter"),
            element("span", name(document.title), class_="card-title", **_language(document)),
            element("span", join((name(part) for part in about), " · "), class_="about"),
        )

    # ---- the grid

    def _table(self) -> Html:
        heads = [self._head(document) for document in self.comparison.documents]
        corner = element("td", class_="gutter")
        return element(
            "table",
            element("caption", "What each document says, one topic a line", class_="unseen"),
            element("thead", element("tr", corner, *heads)),
            *self._bodies(),
            class_="grid",
        )

    def _head(self, document: Document) -> Html:
        label = document.publisher or day(document.date) or "no date"
        return element(
            "th",
            element("span", f"{document.id} · ", name(label), class_="source"),
            element("span", name(document.title), class_="headline", title=one_line(document.title)),
            scope="col",
        )

    def _bodies(self) -> list[Html]:
        """One tbody a section, its band first."""
        bodies: list[list[Html]] = [[]]
        for row in self.rows:
            if row.section:
                bodies.append([self._band(row)])
            bodies[-1].append(self._row(row))
        return [element("tbody", *body) for body in bodies if body]

    def _band(self, row: GridRow) -> Html:
        document, passage = self.comparison.passage[row.section_passage]
        found = self.marks[document.id].get(passage.id, ())
        title = element("span", marked(document.text, passage.span, found, self._anchor), id=f"p{passage.id}")
        heading = element("th", title, scope="colgroup", colspan=len(row.cells), **_language(document))
        return element("tr", element("td", class_="gutter"), heading, class_="band")

    def _row(self, row: GridRow) -> Html:
        documents = len(self.comparison.documents)
        kinds = [
            "quiet" if row.id not in self.troubled else "",
            "few" if row.speaking < min(3, documents) else "",
            "grey" if row.kind == "boilerplate" else "",
        ]
        share = element("span", f"{row.speaking}/{documents}", aria_hidden="true")
        said = element("span", f"{row.speaking} of {documents} documents", class_="unseen")
        if row.kind == "boilerplate":
            share, said = Html(""), element("span", "Beside the text", class_="unseen")
        return element(
            "tr",
            element("th", share, said, scope="row", class_="gutter"),
            *(self._cell(row, cell) for cell in row.cells),
            id=f"r{self.row_number[row.id]}",
            class_=" ".join(filter(None, kinds)) or None,
        )

    def _cell(self, row: GridRow, cell: Cell) -> Html:
        document = self.comparison.document[cell.document]
        if cell.passages:
            shown = passages(document, cell.passages, self.marks.get(document.id, {}), self._anchor)
            return element("td", shown, data_letter=document.id, **_language(document))
        if row.kind == "boilerplate":
            return element("td")
        if cell.ghost and cell.ghost.row in self.row_number:
            there = self.row_number[cell.ghost.row]
            away = abs(there - self.row_number[row.id])
            arrow, side = ("↑", "above") if cell.ghost.direction == "above" else ("↓", "below")
            where = f"said in the row {side}" if away == 1 else f"said {away} rows {side}"
            return element("td", element("a", f"{arrow} {where}", href=f"#r{there}"), class_="ghost")
        return element("td", element("span", "not in this document"), class_="silent")

    def _address(self, document: str, span: Span) -> str:
        """The address of the passage in which a stretch of a document stands; empty where none is shown."""
        passage = self.comparison.document[document].passage_at(span.start)
        return f"p{passage.id}" if passage and passage.id in self.row_of_passage else ""

    def _anchor(self, finding: str) -> str:
        return self.addresses.get(finding, "")

    # ---- findings

    def _tabs(self) -> Html:
        shown = next((kind for kind, _, _ in KINDS if self._findings(kind)), KINDS[0][0])
        tabs = []
        for kind, title, _ in self._kinds():
            radio = element("input", type="radio", name="tab", id=f"tab-{kind}", checked=kind == shown)
            count = element("span", str(len(self._findings(kind))), class_="count")
            tabs.append(element("label", radio, f"{title} ", count, class_="tab"))
        return join(tabs)

    def _section(self, kind: FindingKind, title: str) -> Html:
        found = self._findings(kind)
        entries = element("ol", *(self._entry(finding) for finding in found)) if found else ""
        none = "" if found else element("p", "None were found.", class_="none")
        return element("section", element("h3", title), entries, none, class_=kind)

    def _entry(self, finding: Finding) -> Html:
        row = self._row_of(finding)
        target = f"#r{self.row_number[row]}" if row else None
        grave = "graver" if finding.badge == "≠" else ""
        classes = ("finding", finding.severity, grave, review_section.class_of(finding, self.added))
        title = element("a", name(finding.title), href=target, class_="go")
        return element(
            "li",
            element("span", sign_of(finding), class_="badge", aria_hidden="true"),
            element("h4", title),
            element("span", str(finding.number), class_="no"),
            element("p", element("bdi", finding.detail)) if finding.detail else "",
            self._places(finding),
            review_section.decision(finding, self.added),
            id=f"f{finding.number}",
            class_=" ".join(filter(None, classes)),
        )

    def _row_of(self, finding: Finding) -> str:
        """Id of the row of the grid in which a finding is seen, or empty."""
        if finding.row in self.row_number:
            return finding.row
        return next((self.row_of_passage.get(passage, "") for _, passage in self._seen(finding)), "")

    def _places(self, finding: Finding) -> Html:
        links = [
            element("a", document, href=f"#p{passage}", aria_label=f"Seen in document {document}")
            for document, passage in self._seen(finding)
        ]
        return element("p", join(links, " "), class_="where") if links else Html("")

    def _seen(self, finding: Finding) -> list[tuple[str, str]]:
        """The documents in which a finding is seen, each with the first passage that shows it."""
        seen: dict[str, str] = {}
        for place in finding.places:
            passage = self.comparison.document[place.document].passage_at(place.span.start)
            if passage:
                seen.setdefault(place.document, passage.id)
        return list(seen.items())


# ---- parts that need no page


def _language(document: Document) -> dict[str, str]:
    """The language of a document and the direction it is written in; a paragraph may still have its own."""
    if document.language is None:
        return {"lang": "", "dir": "auto"}
    return {"lang": document.language, "dir": "rtl" if document.language in _RTL else "ltr"}


def _summary(comparison: Comparison) -> Html:
    documents, words = comparison.documents, sum(map(words_of, comparison.documents))
    counts = {
        "document": len(documents),
        "word": words,
        "topic": len(comparison.rows),
        "link": len(comparison.links),
    }
    told = (f"{number:,} {noun}{'s' * (number != 1)}" for noun, number in counts.items())
    return join(told, " · ")


def _contents(sections: Html) -> Html:
    """Links to the sections below the grid, read off their headings."""
    found = re.findall(r'<h2 id="([a-z-]+)">([^<]+)</h2>', sections)
    return join(element("a", Html(title), href=f"#{key}") for key, title in found)


def _unfinished(reasons: Sequence[str]) -> Html:
    if not reasons:
        return Html("")
    return element("div", *(element("p", reason) for reason in reasons), class_="unfinished", role="note")


def _options(comparison: Comparison) -> Html:
    options = [
        ("only-findings", "only rows with findings", False),
        ("with-grey", "boilerplate in grey", True),
    ]
    if len(comparison.documents) > 2:
        options.insert(1, ("only-many", "only rows in 3 or more", False))
    return join(
        element("label", element("input", type="checkbox", id=key, checked=on), f" {title}")
        for key, title, on in options
    )


def _variables(palette: Palette) -> str:
    written = []
    for field in dataclasses.fields(palette):
        value = getattr(palette, field.name)
        key = field.name.replace("_", "-")
        if isinstance(value, MarkColours):
            written += [f"--{key}:{value.ink};--{key}-ground:{value.ground};--{key}-line:{value.line}"]
        elif isinstance(value, str):
            written.append(f"--{key}:{value}")
    return ";".join(written)


def _style(documents: int) -> str:
    light, dark, contrast = map(_variables, (LIGHT, DARK, CONTRAST))
    rules = [
        f":root{{color-scheme:light;--documents:{documents};{light}}}",
        f"@media screen and (prefers-color-scheme:dark){{"
        f":root:not(:has(#theme-light:checked)){{color-scheme:dark;{dark}}}}}",
        f"@media screen{{:root:has(#theme-dark:checked){{color-scheme:dark;{dark}}}}}",
        f"@media screen and (prefers-contrast:more){{:root{{color-scheme:dark;{contrast}}}}}",
    ]
    sheet = resource("report", "report.css").read_text(encoding="utf-8")
    phone = resource("report", "phone.css").read_text(encoding="utf-8")
    sections = (facts_section.style(), claims_section.style(), review_section.style())
    parts = (_faces(), *rules, sheet, _filters(), *sections, phone)
    return "\n".join(parts)


def _filters() -> str:
    """What a tab shows and what a filter hides in the list of findings, for every kind."""
    return "\n".join(
        f"body:has(#tab-{kind}:checked) .findings section:not(.{kind}),\n"
        f"body:not(:has(#show-{kind}:checked)) .findings .{kind}>*{{display:none}}"
        for kind, _, _ in KINDS
    )


def _faces() -> str:
    """Our fonts, reduced to Latin letters and the signs of the page, so that it looks alike everywhere."""
    rules = ["/* Source Serif 4 and Inter, reduced. SIL Open Font License 1.1: openfontlicense.org */"]
    for family, file, weight, style in _FONTS:
        data = base64.b64encode(resource("report", "fonts", file).read_bytes()).decode()
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "\n".join(rules)


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets nothing be fetched and runs no script and no style but our own."""

    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
