"""What is open and how it is looked at: documents, comparison, page, selection, findings. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crossread.choices import Choices
from crossread.comparison import Comparison, Finding, FindingKind, Place
from crossread.present.arrangement import GridRow, arrange
from crossread.present.factgrid import FactGrid, fact_grid
from crossread.present.marks import Mark
from crossread.present.readings import ReadingTable, readings
from crossread.present.timeline import Timeline, timeline
from crossread.quantities.fact import BADGES
from crossread.review.action import FactCorrection
from crossread.text.document import Document
from crossread.ui.findings.filters import Filters
from crossread.ui.findings.stepping import FindingIndex
from crossread.ui.opening.intake import Intakes
from crossread.ui.opening.open_documents import OpenDocuments, said_of_twin
from crossread.ui.search import Finder
from crossread.ui.working.comparing import Comparing
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.tasks import Arrived, Compared, preparing

STOPPED = "The comparison was stopped; the documents are shown unaligned. Press Ctrl+F5 to compare them."
READING_STOPPED = "Reading was stopped; the files that had not been read yet were not opened."


class Session(QObject):
    """The open documents and everything the windows show of them.

    Attributes:
        findings: the findings that are shown, and the current one.
        finder: the words sought in all documents.
        wanted: whether a finding is to be shown for what was decided on it.
        intakes: all reading that is under way.

    Signals:
        opened_anew(): documents have been opened in place of those that were open.
        documents_changed(): which documents are open, their order, which are hidden, which is the base.
        page_changed(): the rows to show; also when documents have been read and are not compared yet.
        compared(): a comparison has arrived, or the one there was has gone.
        findings_changed(): which findings are shown.
        finding_selected(object): the reader is at this Finding, or at none (None).
        row_selected(str): id of the row the reader is at, or empty.
        found(): other hits, or another current hit.
        working(str, float): what is being done and the share that is done.
        rested(): nothing is being done any more.
        told(str): one plain sentence that a person should see.
    """

    opened_anew = Signal()
    documents_changed = Signal()
    page_changed = Signal()
    compared = Signal()
    findings_changed = Signal()
    finding_selected = Signal(object)
    row_selected = Signal(str)
    found = Signal()
    working = Signal(str, float)
    rested = Signal()
    told = Signal(str)

    def __init__(self, filters: Filters | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingIndex()
        self.finder = Finder()
        self.wanted: Callable[[Finding], bool] = lambda _finding: True
        self._filters = filters or Filters()
        self._open = OpenDocuments()
        self._words: dict[str, int] = {}
        self._result: Compared | None = None
        self._rows: tuple[GridRow, ...] = ()
        self._row_of_passage: dict[str, str] = {}
        self._row = ""
        self._jobs = Jobs(self)
        self._jobs.working.connect(self.working)
        self._jobs.rested.connect(self.rested)
        self._jobs.told.connect(self.told)
        self.intakes = Intakes(self._jobs, self)
        self.intakes.arrived.connect(self._take_documents)
        self.intakes.all_read.connect(self._all_read)
        self._uncompared = False  # documents have been read that no comparison has been begun for
        self._comparing = Comparing(self._jobs, self)
        self._comparing.arrived.connect(self._take_result)
        self._comparing.told.connect(self.told)

    # ---------------------------------------------------------------------------------------- what there is

    @property
    def documents(self) -> tuple[Document, ...]:
        """The open documents, in the order of their columns, hidden ones too."""
        return self._open.all

    @property
    def as_read(self) -> tuple[Document, ...]:
        """The open documents as they were read, whatever a person said of them since."""
        return self._open.as_read

    @property
    def masked(self) -> bool:
        """Whether sources go by numbers, so that nobody can tell who wrote what."""
        return self._open.masked

    def set_masked(self, masked: bool) -> None:
        """Call the sources Document 1, Document 2 ..., or by their names again."""
        if masked != self._open.masked:
            self._open.masked = masked
            self._reordered()

    @property
    def shown(self) -> tuple[Document, ...]:
        """The open documents that are not hidden, in the order of their columns."""
        return self._open.shown

    @property
    def base(self) -> str:
        """Id of the document whose order the page follows; empty without documents."""
        return self._open.base

    @property
    def words(self) -> int:
        """How many words the open documents have together."""
        return sum(self._words.get(document.digest, 0) for document in self.documents)

    def words_of(self, digest: str) -> int:
        """How many words the document with this digest has."""
        return self._words.get(digest, 0)

    def is_hidden(self, document_id: str) -> bool:
        """Whether the document has no column at present."""
        return document_id in self._open.hidden

    @property
    def comparison(self) -> Comparison | None:
        """What was found between the open documents, once it is known."""
        return self._result.comparison if self._result else None

    @property
    def seconds(self) -> float:
        """How long the comparison took."""
        return self._result.seconds if self._result else 0.0

    @property
    def marks(self) -> Mapping[str, Sequence[Mark]]:
        """The marks of each document."""
        return self._result.marks if self._result else {}

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The page; empty before the comparison is known."""
        return self._rows

    @property
    def row(self) -> str:
        """Id of the row the reader is at, or empty."""
        return self._row

    @property
    def filters(self) -> Filters:
        """What of the comparison is shown."""
        return self._filters

    @property
    def busy(self) -> bool:
        """Whether documents are being read or compared."""
        return bool(self._jobs.running)

    @property
    def reading(self) -> bool:
        """Whether documents are still being read."""
        return bool(self.intakes)

    # ------------------------------------------------------------------------------- opening and closing

    def open(self, paths: Sequence[Path]) -> None:
        """Read these files and folders in place of what is open, which stays if none of them can be read."""
        self.intakes.read(paths, in_place=True)

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files and folders and put them beside what is open."""
        self.intakes.read(paths, in_place=False)

    def remove(self, document_id: str) -> None:
        """Close a document; the others keep their letters."""
        if document_id in self._open:
            self._put([document for document in self.as_read if document.id != document_id], None)

    def compare(self) -> None:
        """Compare the open documents; what was under way for others is dropped."""
        if len(self._open) > 1:
            self._comparing.begin(self._open.as_read)
        else:
            self._comparing.drop()

    def take(
        self, documents: Sequence[Document], choices: Choices, corrections: tuple[FactCorrection, ...]
    ) -> None:
        """Let exactly these documents be open and what a person settled hold; does only what that asks for anew.

        Args:
            documents: as read, under the letters they go by; those that are open keep their columns.
            choices: what a comparison must respect.
            corrections: of facts.
        """
        settled = choices != self._comparing.choices
        corrected = corrections != self._comparing.corrections
        self._comparing.choices, self._comparing.corrections = choices, corrections
        if settled:
            self._open.set_choices(choices)
        if {d.id: d.digest for d in documents} != {d.id: d.digest for d in self._open.as_read}:
            unknown = [document for document in documents if document.digest not in self._words]
            self._comparing.drop()
            if unknown:
                self._jobs.start(preparing(unknown), lambda arrived: self._put(documents, arrived))
            else:
                self._put(documents, None)
        elif settled:
            self._reordered()
            self.compare()
        elif corrected and self._result:
            self._comparing.correct(self._result)

    def _put(self, documents: Sequence[Document], arrived: Arrived | None) -> None:
        for document in arrived.documents if arrived else ():
            self._know(document, arrived)
        if self._open.put(documents) and len(self._open) > 1:
            # What is known of the others goes on standing there until it is known anew.
            self._reordered()
        else:
            self._show_unaligned()
        self.compare()

    def cancel(self) -> None:
        """Stop reading and comparing; documents that are open stay open, and those just read are compared."""
        if self.intakes:
            self.told.emit(READING_STOPPED)
        if self._comparing.busy:
            self.told.emit(STOPPED)
            self._comparing.drop()
        self.intakes.stop()

    def shut_down(self, milliseconds: int) -> bool:
        """Stop everything before the program ends; whether all work has ended in this time."""
        self.blockSignals(True)
        self._jobs.abandon_all()
        return self._jobs.wait(milliseconds)

    def _take_documents(self, arrived: Sequence[Arrived], in_place: bool) -> None:
        """Show what has been read, beside what is open or in its place."""
        for problem in (problem for read in arrived for problem in read.problems):
            self.told.emit(problem)
        if in_place:
            self._open.clear()
        added = [self._add(document, read) for read in arrived for document in read.documents]
        if any(added):
            self._uncompared = True
            self._comparing.drop()
            if in_place:
                self.opened_anew.emit()
            self._show_unaligned()

    def _add(self, document: Document, read: Arrived) -> bool:
        """Open a document that has been read, unless the same text is open already."""
        twin = self._open.with_digest(document.digest)
        if twin is not None:
            self.told.emit(said_of_twin(document, twin))
            return False
        self._know(document, read)
        self._open.add(document)
        return True

    def _know(self, document: Document, read: Arrived | None) -> None:
        if read:
            self._words[document.digest] = read.words[document.digest]
            self.finder.know(document, read.folded[document.digest])

    def _all_read(self) -> None:
        """Nothing more is to come: compare."""
        if self._uncompared:
            self._uncompared = False
            self.documents_changed.emit()
            self.compare()

    def _show_unaligned(self) -> None:
        """Show the documents as they are, before they are compared anew."""
        self._result = None
        self._rows = ()
        self._row_of_passage = {}
        before = self.findings.current
        self.findings.set_findings(())
        self.row_selected.emit("")
        self.documents_changed.emit()
        self.compared.emit()
        self.page_changed.emit()
        self.findings_changed.emit()
        self._tell_if_gone(before)
        self._refind()

    def _take_result(self, result: Compared) -> None:
        before = self.findings.current
        self._result = result
        self.findings.set_findings(result.comparison.findings)
        self.compared.emit()
        self._arrange()
        self._tell_if_gone(before)

    def _tell_if_gone(self, before: Finding | None) -> None:
        """Nothing goes on being ringed for a finding that is not there any more."""
        if before is not None and self.findings.current is None:
            self.finding_selected.emit(None)

    # ------------------------------------------------------------------------- how the documents are shown

    def move(self, document_id: str, place: int) -> None:
        """Give a document the column at this place, from 0."""
        if self._open.move(document_id, place):
            self._reordered()

    def set_hidden(self, document_id: str, hidden: bool) -> None:
        """Take a document's column away, or show it again; the last one stays."""
        if hidden == self.is_hidden(document_id) or document_id not in self._open:
            return
        if hidden and len(self.shown) == 1:
            self.told.emit("The last document that is shown cannot be hidden; show another one first.")
            return
        (self._open.hidden.add if hidden else self._open.hidden.discard)(document_id)
        self._reordered()

    def set_base(self, document_id: str) -> None:
        """Let the page follow this document's order."""
        if document_id in self._open and document_id != self.base:
            self._open.base_wanted = document_id
            self._open.hidden.discard(document_id)
            self._reordered()

    def set_filters(self, **changes: object) -> None:
        """Change some of the Filters, by their names."""
        filters = replace(self._filters, **changes)  # type: ignore[arg-type]  # the fields of Filters, by name
        if filters != self._filters:
            self._filters = filters
            self._arrange()

    def _reordered(self) -> None:
        self.documents_changed.emit()
        self._arrange()
        self._refind()

    def _arrange(self) -> None:
        order = [document.id for document in self.shown]
        if self.comparison:
            self._rows = arrange(
                self.comparison,
                order,
                self.base,
                only_findings=self._filters.only_findings,
                at_least=min(3, len(order)) if self._filters.three_or_more else 1,
                boilerplate=self._filters.boilerplate,
            )
            self._row_of_passage = {
                passage: row.id for row in self._rows for cell in row.cells for passage in cell.passages
            }
        self.page_changed.emit()
        self.filter_findings()
        self._keep_row()

    def filter_findings(self) -> None:
        """Show the findings that are wanted, and no others."""
        before, order = self.findings.current, [document.id for document in self.shown]
        badges = [badge for verdict, badge in BADGES.items() if verdict in self._filters.hidden_verdicts]
        self.findings.show(order, self._filters.hidden_kinds, badges, self.wanted)
        self.findings_changed.emit()
        self._tell_if_gone(before)

    def _keep_row(self) -> None:
        ids = {row.id for row in self._rows}
        if self._row in ids:
            self._select_row(self._row)
            return
        self._select_row(self._first_row())

    def _first_row(self) -> str:
        """Where reading begins: where the gravest finding stands that several tell of, or with the first topic."""
        several = {row.id for row in self._rows if row.speaking > 1 and row.kind == "topic"}
        graves = (finding.row for finding in self.findings.shown if finding.row in several)
        first = (row.id for row in self._rows if row.id in several)
        return next(graves, next(first, self._rows[0].id if self._rows else ""))

    # ---------------------------------------------------------------------------- rows, findings and words

    def select_row(self, row_id: str) -> None:
        """Go to a row of the page."""
        if row_id != self._row and any(row.id == row_id for row in self._rows):
            self._select_row(row_id)

    def step_row(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        ids = [row.id for row in self._rows]
        if ids:
            place = ids.index(self._row) + by if self._row in ids else 0
            self._select_row(ids[max(0, min(place, len(ids) - 1))])

    def step_finding(self, by: int) -> Finding | None:
        """Go to the next (1) or previous (-1) finding that is shown, and to its row."""
        return self._at_finding(self.findings.step(by))

    def go_to_finding(self, finding_id: str) -> Finding | None:
        """Go to a finding and to its row."""
        return self._at_finding(self.findings.go(finding_id))

    def counts(self) -> dict[FindingKind, int]:
        """How many findings there are of each kind that has any."""
        kinds = dict.fromkeys(
            finding.kind for finding in (self.comparison.findings if self.comparison else ())
        )
        return {kind: self.findings.count(kind) for kind in kinds}

    def row_of(self, place: Place) -> str:
        """Id of the row of the page in which a place stands, or empty."""
        document = self._open.get(place.document)
        passage = document.passage_at(place.span.start) if document else None
        return self._row_of_passage.get(passage.id, "") if passage else ""

    def place_of(self, finding: Finding) -> Place | None:
        """Where the reader is taken to see a finding: a place in its row if shown, else the first shown.

        Where one stands out it is that one: beside it, with the others, there would be nothing to see.
        """
        shown = {document.id for document in self.shown}
        places = [place for place in finding.places if place.document in shown]
        in_row = [place for place in places if finding.row and self.row_of(place) == finding.row] or places
        odd = self.odd_ones(finding)
        return next((place for place in in_row if place in odd), in_row[0] if in_row else None)

    def odd_ones(self, finding: Finding) -> frozenset[Place]:
        """The places of a finding that contradict the others, as they are marked."""
        found = set()
        for place in finding.places if finding.badge == BADGES["contradiction"] else ():
            marked = self.marks.get(place.document, ())
            if any(mark.kind == "contradiction" and mark.span.overlaps(place.span) for mark in marked):
                found.add(place)
        return frozenset(found)

    def facts(self) -> tuple[FactGrid, Timeline] | None:
        """The facts and the dates of the documents that are shown, in their order; None before they are known."""
        result, order = self._result, [document.id for document in self.shown]
        if result is None:
            return None
        if result.facts and result.dates and list(result.facts.documents) == order:
            return result.facts, result.dates
        return fact_grid(result.comparison, order), timeline(result.comparison, order)

    def readings(self) -> ReadingTable | None:
        """The readings of the row the reader is at."""
        if not self.comparison or not any(self._row == row.id for row in self.comparison.rows):
            return None
        return readings(self.comparison, self._row, [document.id for document in self.shown])

    def find(self, words: str) -> None:
        """Look for these words in all documents that are shown."""
        self.finder.find(words, self.shown)
        self.found.emit()

    def step_hit(self, by: int) -> Place | None:
        """Go to the next (1) or previous (-1) place where the words occur."""
        place = self.finder.step(by)
        if place:
            self.select_row(self.row_of(place))
            self.found.emit()
        return place

    def _at_finding(self, finding: Finding | None) -> Finding | None:
        if finding:
            self.finding_selected.emit(finding)
            place = self.place_of(finding)
            if place:
                self.select_row(self.row_of(place))
        return finding

    def _select_row(self, row_id: str) -> None:
        self._row = row_id
        self.row_selected.emit(row_id)

    def _refind(self) -> None:
        if self.finder.words:
            self.find(self.finder.words)
