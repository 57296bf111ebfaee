"""The names of a comparison as a grid: a row for each name, a column for each document."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.claims.name import Name, NameKind, NameVerdict
from crossread.comparison import Comparison
from crossread.text.span import Span

_ORDER: tuple[NameVerdict, ...] = ("other name", "spelling", "same", "one source")
VERDICT_WORDS: dict[NameVerdict, str] = {
    "other name": "another name in the same role",
    "spelling": "written otherwise",
    "same": "written alike",
    "one source": "one source only",
}


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way in which a document writes a name.

    Attributes:
        words: as written.
        times: how often.
        span: where it stands first, in code points of the document's text.
        misspelt: likely a slip.
    """

    words: str
    times: int
    span: Span
    misspelt: bool


@dataclass(frozen=True, slots=True)
class NameCell:
    """How one document names somebody or something; nothing where it does not.

    Attributes:
        document: its id.
        forms: in the order of their first mention.
        stand_ins: how often words such as "the company" plainly stand for it.
    """

    document: str
    forms: tuple[NameForm, ...] = ()
    stand_ins: int = 0


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name.

    Attributes:
        id, label, kind, verdict: the name's own.
        cells: one for each document, in the order asked for.
        explanation: one plain sentence where there is something to say, else empty.
    """

    id: str
    label: str
    kind: NameKind
    verdict: NameVerdict
    cells: tuple[NameCell, ...]
    explanation: str

    @property
    def is_grave(self) -> bool:
        """Whether a person should look: another name in the same role, or a likely slip."""
        return self.verdict == "other name" or any(
            form.misspelt for cell in self.cells for form in cell.forms
        )


def name_grid(comparison: Comparison, order: Sequence[str] | None = None) -> tuple[NameRow, ...]:
    """The names that documents give, the ones to look at first.

    Args:
        comparison: what is shown.
        order: ids of the documents to show, from left to right; all by default.
    """
    documents = tuple(order) if order is not None else tuple(document.id for document in comparison.documents)
    labels = {name.id: name.label for name in comparison.names}
    rows = []
    for name in comparison.names:
        cells = tuple(_cell(name, document) for document in documents)
        if any(cell.forms or cell.stand_ins for cell in cells):
            sentence = _explanation(name, labels)
            rows.append(NameRow(name.id, name.label, name.kind, name.verdict, cells, sentence))
    return tuple(sorted(rows, key=_rank))


def _rank(row: NameRow) -> tuple[bool, int, int, str]:
    speaking = sum(bool(cell.forms) for cell in row.cells)
    return (not row.is_grave, _ORDER.index(row.verdict), -speaking, row.label.casefold())


def _cell(name: Name, document: str) -> NameCell:
    mentions = [mention for mention in name.mentions if mention.document == document]
    written = [mention for mention in mentions if not mention.refers]
    forms = tuple(
        NameForm(
            words,
            sum(mention.text == words for mention in written),
            next(mention.span for mention in written if mention.text == words),
            words in name.misspelt,
        )
        for words in dict.fromkeys(mention.text for mention in written)
    )
    return NameCell(document, forms, len(mentions) - len(written))


def _explanation(name: Name, labels: dict[str, str]) -> str:
    told = []
    others = [labels[other] for other in name.others if other in labels]
    if others:
        role = f" ({', '.join(name.roles)})" if name.roles else ""
        told.append(f"Other documents name {' and '.join(sorted(others))} in the same role{role}.")
    if name.misspelt:
        slips = " and ".join(f"“{form}”" for form in name.misspelt)
        told.append(f"{slips} {'is' if len(name.misspelt) == 1 else 'are'} likely a slip.")
    return " ".join(told)
