"""What the Quotations view shows, before it is set in type."""

from collections.abc import Sequence

from crossread.comparison import Comparison
from crossread.present.marks import Mark, MarkKind
from crossread.present.quoted import QuotedCell, QuotedLine, QuotedRow, quoted
from crossread.text.shown import one_line
from crossread.text.span import Span
from crossread.ui.claims.claims_table import ClaimsTable
from crossread.ui.table.table import Entry

FILTERS: dict[str, str] = {
    "altered": "Altered", "shortened": "Shortened", "punctuation": "Punctuation", "exact": "Exact",
    "one source": "One source only", "spun": "In spun text", "words": "Single words",
}  # fmt: skip
"""Verdicts and sorts as the filters call them."""
_OPENED, _CLOSED = "“", "”"


class QuotationsTable(ClaimsTable[QuotedRow]):
    """Quotations in rows, documents in columns."""

    thing = "quotation"
    title = "Quotation, gravest first"
    between = "\u2028"  # every quotation of a cell begins a line
    spreads = True
    filters = FILTERS
    finding_kind = "quotations"

    def _every(self, comparison: Comparison) -> Sequence[QuotedRow]:
        rows = quoted(comparison, [document.id for document in self.documents])
        return [row for row in rows if row.lines]

    def _sorts(self, row: QuotedRow) -> set[str]:
        sorts = {str(row.verdict)}
        if row.in_spun_text:
            sorts.add("spun")
        if not row.is_speech:
            sorts.add("words")
        return sorts

    def _section(self, row: QuotedRow) -> str:
        if row.is_grave:
            return "Not to be trusted: altered, or inside spun text"
        if not row.is_speech:
            return "Single words"
        return "Quoted by several sources" if row.sources > 1 else "Quoted by one source only"

    def cell(self, item: int, column: int) -> QuotedCell:
        """What a document quotes."""
        return self.rows[item].cells[column]

    def entry(self, entry: Entry) -> QuotedLine:
        """What a document quotes at one place."""
        return self.cell(entry.item, entry.column).entries[entry.number]

    def shown_words(self, entry: Entry) -> str:
        """With quotation marks, where the document has any."""
        line = self.entry(entry)
        return line.words if line.indirect else f"{_OPENED}{line.words}{_CLOSED}"

    def aside(self, item: int) -> str:
        """The verdict, as the words say it that the filters use."""
        return FILTERS[self.rows[item].verdict].lower()

    def marks(self, entry: Entry) -> Sequence[Mark]:
        """The words in which it differs from another document's are underlined."""
        line = self.entry(entry)
        before = 0 if line.indirect else len(_OPENED)
        return tuple(
            Mark(Span(before + span.start, before + span.end), "wording") for span in line.marked if span
        )

    def below(self, item: int, column: int) -> str:
        """Who is quoted, and what is to be known of these words."""
        lines = self.cell(item, column).entries
        told = [one_line(speaker) for speaker in dict.fromkeys(line.speaker for line in lines) if speaker]
        if any(line.in_spun_text for line in lines):
            told.append("inside spun text")
        if any(line.indirect for line in lines):
            told.append("in its own words")
        return "\u00a0· ".join(told)

    def tint(self, item: int, column: int) -> MarkKind | None:
        """Words inside spun text stand out."""
        return "spun" if any(line.in_spun_text for line in self.cell(item, column).entries) else None

    def note(self, entry: Entry) -> str:
        """Who is quoted, and what is to be known of these words."""
        return self.below(entry.item, entry.column).replace("\u00a0· ", ", ")

    def aside_words(self, item: int) -> str:
        """How many documents have it."""
        sources = self.rows[item].sources
        return "1 source" if sources == 1 else f"{sources} sources"
