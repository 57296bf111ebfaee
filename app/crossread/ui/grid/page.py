"""What the Grid shows, before it is set in type: rows or, before the comparison is done, plain columns."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from crossread.comparison import Place
from crossread.present.arrangement import Cell, GridRow
from crossread.present.firmness import Firmness
from crossread.present.marks import Mark
from crossread.text.document import Document
from crossread.ui.grid.mark_index import MarkIndex

_NOTHING = MarkIndex()
_EMPTY = Cell("")


class Page:
    """Documents in columns.

    An item is what stands in a column at one height: a row, or a paragraph if the page is unaligned.

    Attributes:
        documents: a column each, from left to right.
        rows: the rows, or empty if unaligned.
        aligned: whether rows go across all columns.
        base: id of the document that the rows follow, or empty.
        firmness: passages beside which a scale tells how firmly they claim what they say, by id.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        rows: Sequence[GridRow] | None = None,
        marks: Mapping[str, Sequence[Mark]] | None = None,
        base: str = "",
        firmness: Mapping[str, Firmness] | None = None,
    ) -> None:
        self.documents = tuple(documents)
        self.rows = tuple(rows or ())
        self.aligned = rows is not None
        self.base = base
        self.firmness: Mapping[str, Firmness] = firmness or {}
        self._given = marks or {}
        self._marks: dict[str, MarkIndex] = {}
        ids = [document.id for document in self.documents]
        if any([cell.document for cell in row.cells] != ids for row in self.rows):
            raise ValueError("the cells of a row are not in the order of the documents")
        self._paragraphs = [] if self.aligned else [_paragraphs(document) for document in self.documents]

    def marks(self, document_id: str) -> MarkIndex:
        """The marks of a document."""
        found = self._marks.get(document_id)
        if found is None:
            given = self._given.get(document_id)
            found = self._marks[document_id] = MarkIndex(given) if given else _NOTHING
        return found

    def items(self, column: int) -> int:
        """How many items stand in a column."""
        return len(self.rows) if self.aligned else len(self._paragraphs[column])

    def cell(self, column: int, item: int) -> Cell:
        """What stands there."""
        if self.aligned:
            return self.rows[item].cells[column]
        return Cell(self.documents[column].id, self._paragraphs[column][item])

    def heading(self, item: int) -> Place | None:
        """Where the section heading above an item stands in the base document, if there is one."""
        passage = self.rows[item].section_passage if self.aligned else ""
        column = self.columns_of(self.base)
        if not passage or column is None or passage not in self.documents[column].by_id:
            return None
        return Place(self.base, self.documents[column].by_id[passage].span)

    def columns_of(self, document_id: str) -> int | None:
        """The column of a document, or None if it is not shown."""
        return self._column.get(document_id)

    @cached_property
    def _column(self) -> dict[str, int]:
        return {document.id: number for number, document in enumerate(self.documents)}

    @cached_property
    def item_of_row(self) -> dict[str, int]:
        """The item of every row by the row's id."""
        return {row.id: number for number, row in enumerate(self.rows)}

    @cached_property
    def _item_of_passage(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for column in range(len(self.documents)):
            for item in range(self.items(column)):
                for passage in self.cell(column, item).passages:
                    found[passage] = item
        for item, row in enumerate(self.rows):
            if row.section_passage:
                found.setdefault(row.section_passage, item)
        return found

    def locate(self, place: Place) -> tuple[int, int] | None:
        """Column and item in which a place stands, or None if it is not on the page."""
        column = self.columns_of(place.document)
        if column is None:
            return None
        document = self.documents[column]
        passage = document.passage_at(place.span.start)
        item = self._item_of_passage.get(passage.id) if passage else None
        return None if item is None else (column, item)

    @cached_property
    def lengths(self) -> tuple[tuple[int, ...], ...]:
        """For every column, or only once if aligned: the characters in the longest cell of each item."""
        size = [{p.id: len(p.span) for p in document.passages} for document in self.documents]
        if self.aligned:
            return (
                tuple(
                    max(
                        (
                            sum(size[column][p] for p in cell.passages)
                            for column, cell in enumerate(row.cells)
                        ),
                        default=0,
                    )
                    for row in self.rows
                ),
            )
        return tuple(
            tuple(sum(size[column][p] for p in passages) for passages in paragraphs)
            for column, paragraphs in enumerate(self._paragraphs)
        )


def _paragraphs(document: Document) -> list[tuple[str, ...]]:
    """The ids of a document's passages, paragraph by paragraph."""
    found: list[list[str]] = []
    last = -1
    for passage in document.passages:
        if passage.paragraph != last:
            found.append([])
            last = passage.paragraph
        found[-1].append(passage.id)
    return [tuple(ids) for ids in found]
