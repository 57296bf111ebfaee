from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from crossread.ui.documents.panel import DocumentsPanel
from crossread.ui.session import Session
from ui.grid_samples import document

LONG = "A headline that goes on and on about everything that happened in the harbour on Monday and after it"


def panel_with(qtbot: QtBot) -> tuple[DocumentsPanel, Session]:
    """A panel over a session in which three documents are open."""
    session = Session()
    panel = DocumentsPanel(session)
    qtbot.addWidget(panel)
    session.setParent(panel)
    sources = [
        replace(document("A", "One."), title=LONG, publisher="The Harbour News", date="2026-06-25"),
        replace(document("B", "Two."), title="Short"),
        replace(document("C", "Three."), title="تقرير\nعن الحريق", publisher="\u202eevil"),
    ]
    session._open.put(sources)
    panel.resize(220, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    session.documents_changed.emit()
    return panel, session


def spoken(panel: DocumentsPanel, row: int) -> str:
    """What a screen reader says of a document."""
    return str(panel.view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_who_and_when_and_what_is_said_and_shown(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot)
    assert spoken(panel, 0) == f"A: {LONG}, The Harbour News · 25 June 2026 · base"
    assert spoken(panel, 1) == "B: Short, no date"
    assert "\n" not in spoken(panel, 2)
    assert "\u202e" not in spoken(panel, 2)
    session.set_hidden("B", True)
    assert spoken(panel, 1) == "B: Short, no date · hidden"
    session.set_base("C")
    assert spoken(panel, 2).endswith("base")
    assert not spoken(panel, 0).endswith("base")


def test_a_long_title_takes_three_lines_at_most(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot)
    heights = [panel.view.visualRect(panel.view.model().index(row, 0)).height() for row in range(3)]
    assert heights[0] > heights[1]
    panel.resize(120, 500)
    qtbot.waitUntil(lambda: panel.view.viewport().width() < 120)
    assert panel.view.visualRect(panel.view.model().index(0, 0)).height() == heights[0]


def test_hidden_documents_look_different(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot)
    before = panel.view.viewport().grab().toImage()
    session.set_hidden("B", True)
    assert panel.view.viewport().grab().toImage() != before


def test_dropping_between_documents_asks_for_the_move(qtbot: QtBot) -> None:
    panel, session = panel_with(qtbot)
    model = panel.view.model()

    def order() -> str:
        return "".join(shown.id for shown in session.documents)

    nowhere = model.index(-1, -1)
    model.dropMimeData(model.mimeData([model.index(0, 0)]), Qt.DropAction.MoveAction, 2, 0, nowhere)
    assert order() == "BAC"
    model.dropMimeData(model.mimeData([model.index(2, 0)]), Qt.DropAction.MoveAction, 0, 0, nowhere)
    assert order() == "CBA"
    model.dropMimeData(model.mimeData([model.index(0, 0)]), Qt.DropAction.MoveAction, -1, -1, nowhere)
    assert order() == "BAC"
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, nowhere)
    assert order() == "BAC"


def test_a_letter_goes_to_its_document_and_enter_to_its_column(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot)
    gone_to = QSignalSpy(panel.activated)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_C)
    assert panel.current == "C"
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert gone_to.at(0) == ["C"]


def test_the_context_menu_acts_on_the_document_under_the_pointer(qtbot: QtBot) -> None:
    panel, _ = panel_with(qtbot)
    panel.set_actions([QAction("Do", panel)])
    second = panel.view.visualRect(panel.view.model().index(1, 0))
    panel.view.customContextMenuRequested.emit(second.center())
    menu = panel.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert panel.current == "B"
    assert [action.text() for action in menu.actions()] == ["Do"]
    menu.close()
