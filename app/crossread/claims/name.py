"""Names of people, organisations, places, products and laws."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.span import Span

NameKind = Literal["person", "organisation", "place", "product", "law"]
NameVerdict = Literal["same", "spelling", "other name", "one source"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as one document writes it.

    Attributes:
        document: id of the document.
        passage: id of the passage it stands in.
        span: in code points of the document's text, without a title and without a possessive ending.
        text: as written, on one line.
        refers: it is no name but plainly stands for one ("the company").
    """

    document: str
    passage: str
    span: Span
    text: str
    refers: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Everything the documents call one person, organisation, place, product or law.

    Attributes:
        id: the same whenever the same texts are compared, in whatever order.
        label: its fullest common form.
        kind: what it is.
        mentions: in the order of documents and text.
        forms: how it is written, most often first; mentions that merely refer to it do not count.
        misspelt: forms that differ from another by a letter or two and are likely slips.
        roles: offices and titles it is given ("senator").
        others: ids of other names that fill the same role in other documents.
        verdict: spelt alike in several documents, spelt otherwise, another name in the same role, or in one only.
    """

    id: str
    label: str
    kind: NameKind
    mentions: tuple[NameMention, ...]
    forms: tuple[str, ...]
    misspelt: tuple[str, ...]
    roles: tuple[str, ...]
    others: tuple[str, ...]
    verdict: NameVerdict

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that name it, each once."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))
