"""The names of a comparison as a grid: a row for each name, a column for each document."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.claims import cleaned
from crossread.claims.name import Name, NameKind, NameVerdict
from crossread.comparison import Comparison
from crossread.text.span import Span

ORDER: tuple[NameVerdict, ...] = ("other name", "spelling", "same", "one source")
"""The verdicts, the ones to look at first."""
VERDICT_WORDS: dict[NameVerdict, str] = {
    "other name": "another name in the same role",
    "spelling": "written otherwise",
    "same": "written alike",
    "one source": "one source only",
}
BADGES: dict[NameVerdict, str] = {"other name": "≠", "spelling": "≈", "same": "=", "one source": ""}


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
        entries: the forms, in the order of their first mention.
        stand_ins: how often words such as "the company" plainly stand for it.
    """

    document: str
    entries: tuple[NameForm, ...] = ()
    stand_ins: int = 0


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name.

    Attributes:
        id, label, kind: the name's own.
        verdict: among the documents that are shown.
        cells: one for each document, in the order asked for.
        explanation: one plain sentence where there is something to say, else empty.
        usual: the form that most documents have; the others are written otherwise.
        instead: for documents without the name whom or what they name in the same role.
    """

    id: str
    label: str
    kind: NameKind
    verdict: NameVerdict
    cells: tuple[NameCell, ...]
    explanation: str
    usual: str
    instead: Mapping[str, tuple[str, ...]]

    @property
    def badge(self) -> str:
        """The sign of the verdict."""
        return BADGES[self.verdict]

    @property
    def sources(self) -> int:
        """How many of the documents have the name."""
        return sum(bool(cell.entries) for cell in self.cells)

    @property
    def is_grave(self) -> bool:
        """Whether a person should look: another name in the same role, or a likely slip."""
        return self.verdict == "other name" or any(
            form.misspelt for cell in self.cells for form in cell.entries
        )


def name_grid(comparison: Comparison, order: Sequence[str] | None = None) -> tuple[NameRow, ...]:
    """The names that documents give, the ones to look at first.

    Args:
        comparison: what is shown.
        order: ids of the documents to show, from left to right; all by default.
    """
    documents = tuple(order) if order is not None else tuple(document.id for document in comparison.documents)
    by_id = {name.id: name for name in comparison.names}
    rows = []
    for name in comparison.names:
        cells = tuple(_cell(name, document) for document in documents)
        if any(cell.entries for cell in cells):
            others = [by_id[other] for other in name.others if other in by_id]
            others = [other for other in others if set(other.documents) & set(documents)]
            rows.append(
                NameRow(
                    name.id, name.label, name.kind, _verdict(cells, bool(others)), cells,
                    _explanation(name, others, documents), _usual(cells),
                    _instead(name, others, documents),
                )
            )  # fmt: skip
    return tuple(sorted(rows, key=_rank))


def _instead(name: Name, others: Sequence[Name], documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    named = {
        document: tuple(other.label for other in others if document in other.documents)
        for document in documents
        if document not in name.documents
    }
    return {document: labels for document, labels in named.items() if labels}


def _verdict(cells: Sequence[NameCell], replaced: bool) -> NameVerdict:
    """The verdict among the documents shown; see ``claims.naming``."""
    written = [{plain(form.words) for form in cell.entries} for cell in cells if cell.entries]
    if replaced:
        return "other name"
    if len(written) == 1:
        return "one source"
    return "same" if set.intersection(*written) else "spelling"


def plain(form: str) -> str:
    """A form as it is compared: which apostrophe a document uses makes no difference."""
    return form.replace("’", "'")


def _usual(cells: Sequence[NameCell]) -> str:
    sources = Counter(form.words for cell in cells for form in cell.entries)
    times = Counter[str]()
    for cell in cells:
        for form in cell.entries:
            times[form.words] += form.times
    return min(sources, key=lambda form: (-sources[form], -times[form], form))


def _rank(row: NameRow) -> tuple[bool, int, int, str]:
    return (not row.is_grave, ORDER.index(row.verdict), -row.sources, row.label.casefold())


def _cell(name: Name, document: str) -> NameCell:
    mentions = [mention for mention in name.mentions if mention.document == document]
    written = [mention for mention in mentions if not mention.refers]
    times = Counter(_seen(mention.text) for mention in written)
    first: dict[str, Span] = {}
    for mention in written:
        first.setdefault(_seen(mention.text), mention.span)
    slips = set(map(_seen, name.misspelt))
    forms = tuple(NameForm(words, times[words], span, words in slips) for words, span in first.items())
    return NameCell(document, forms, len(mentions) - len(written))


def _seen(text: str) -> str:
    """A form as a reader sees it, on one line and without hidden characters."""
    return " ".join(cleaned(text).split())


def _explanation(name: Name, others: Sequence[Name], documents: Sequence[str]) -> str:
    told = []
    if others:
        role = f" ({', '.join(name.roles)})" if name.roles else ""
        who = [document for document in documents if any(document in other.documents for other in others)]
        named = " and ".join(sorted(other.label for other in others))
        told.append(f"{_listed(who)} {'name' if len(who) > 1 else 'names'} {named} in the same role{role}.")
    if name.misspelt:
        slips = " and ".join(f"“{form}”" for form in name.misspelt)
        written = [mention for mention in name.mentions if not mention.refers]
        wrong = sum(mention.text in name.misspelt for mention in written)
        if 2 * wrong == len(written):  # as often one as the other: which is the slip nobody knows
            told.append(f"Either {slips} or “{name.label}” is likely a slip.")
        else:
            told.append(f"{slips} {'is' if len(name.misspelt) == 1 else 'are'} likely a slip.")
    return " ".join(told)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
