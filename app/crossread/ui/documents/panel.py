"""The open documents at the left: letter, title, who and when; dragged into order, hidden, made the base."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crossread.comparison import Comparison
from crossread.present.palette import LIGHT, Palette
from crossread.text.document import Document
from crossread.text.shown import one_line
from crossread.ui.grid.header import plain_date
from crossread.ui.session import Session
from crossread.ui.styling.fonts import label_font
from crossread.ui.styling.paint import paint_focus
from crossread.ui.styling.theme import mix
from crossread.ui.widgets.labels import caption
from crossread.ui.widgets.letters import paint_letter

_MIME = "application/x-crossread-document"
_ID = Qt.ItemDataRole.UserRole
_LINES, _FEW_LINES = 3, 2  # of a title, and where the list would have to be scrolled
_REMEMBERED = 500  # titles that are kept laid out
_SPARE = 180  # pixels
_MOST_NAMED = 8  # sorts of hidden characters in a tool tip
_LETTER, _LEFT, _TOP = 20, 38, 7  # pixels

Index = QModelIndex | QPersistentModelIndex


class DocumentsModel(QAbstractListModel):
    """The open documents as a list.

    Signals:
        dropped(str, int): a document was dragged to another place.
    """

    dropped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents: Sequence[Document] = ()
        self.hidden: frozenset[str] = frozenset()
        self.base = ""
        self.spun: Mapping[str, str] = {}
        self.tampered: Mapping[str, str] = {}  # by document, what a tool tip says of hidden characters

    def set_documents(self, documents: Sequence[Document], hidden: frozenset[str], base: str) -> None:
        """Show these."""
        self.beginResetModel()
        self.documents, self.hidden, self.base = documents, hidden, base
        self.endResetModel()

    def set_spun(self, spun: Mapping[str, str]) -> None:
        """Say of these documents, by their ids, how sure it is that they are spun."""
        if spun != self.spun:
            self.spun = spun
            self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many documents."""
        return 0 if parent.isValid() else len(self.documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The id under UserRole; words for those who see and those who listen."""
        if not index.isValid():
            return None
        document = self.documents[index.row()]
        if role == _ID:
            return document.id
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(document.title or document.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(document.source or document.name) + self.tampered.get(document.id, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title, spun = one_line(document.title or document.name), self.spun.get(document.id, "")
            return f"{document.id}: {title}, {self.about(document)}{', ' if spun else ''}{spun}"
        return None

    def about(self, document: Document) -> str:
        """The second line: who, when, and what it is among the others."""
        parts = [one_line(document.publisher, 40), plain_date(document.date)]
        if not any(parts):
            parts = ["no date"]
        parts += ["base" if document.id == self.base else "", "hidden" if document.id in self.hidden else ""]
        return " · ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Documents can be dragged; they are dropped between one another, not onto each other."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def supportedDropActions(self) -> Qt.DropAction:
        """They only change places."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only documents of this list."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of what is dragged."""
        data = QMimeData()
        data.setData(_MIME, self.documents[indexes[0].row()].id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the session answers with another order."""
        if not data.hasFormat(_MIME):
            return False
        dragged = bytes(data.data(_MIME).data()).decode()
        ids = [document.id for document in self.documents]
        if dragged not in ids:
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(ids)
        if ids.index(dragged) < place:
            place -= 1
        self.dropped.emit(dragged, place)
        return False  # nothing for the view to remove


class DocumentsDelegate(QStyledItemDelegate):
    """Paints a document: its letter, its title on up to three lines, one quiet line about it.

    Attributes:
        lines: that a title may have.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = _LINES
        self.palette: Palette = LIGHT
        self._titles: dict[tuple[str, str, float, int], tuple[QTextLayout, float]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        _, height = self._title(index.data(), width - _LEFT - 8)
        model = index.model()
        assert isinstance(model, DocumentsModel)
        lines = 2 if model.spun.get(index.data(_ID)) else 1
        return QSize(width, int(height) + 15 * lines + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one document."""
        model = index.model()
        assert isinstance(model, DocumentsModel)
        document = model.documents[index.row()]
        hidden = document.id in model.hidden
        palette, box = self.palette, QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(palette.ground, palette.ink, 0.07))
            painter.drawRoundedRect(box, 6, 6)
        paint_letter(
            painter,
            QRectF(box.left() + 7, box.top() + _TOP, _LETTER, _LETTER),
            palette,
            document.id,
            faded=hidden,
        )
        layout, height = self._title(index.data(), box.width() - _LEFT - 8)
        painter.setPen(QColor(palette.dim if hidden else palette.ink))
        layout.draw(painter, QRectF(box.left() + _LEFT, box.top() + _TOP, 1, 1).topLeft())
        font = label_font(11)
        painter.setFont(font)
        painter.setPen(QColor(palette.dim))
        about = painter.fontMetrics().elidedText(
            model.about(document), Qt.TextElideMode.ElideRight, int(box.width()) - _LEFT - 8
        )
        line = QRectF(box.left() + _LEFT, box.top() + _TOP + height + 1, box.width() - _LEFT - 8, 15)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, about)
        if spun := model.spun.get(document.id):
            painter.setFont(label_font(11, QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.spun.ink))
            spun = painter.fontMetrics().elidedText(
                f"∿ {spun}", Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line.translated(0, 15), Qt.AlignmentFlag.AlignVCenter, spun)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.widget is not None and option.widget.hasFocus():
            paint_focus(painter, box, palette, 6)
        painter.restore()

    def _title(self, title: str, width: float) -> tuple[QTextLayout, float]:
        """The title laid out on no more lines than it may have, the last one cut short with …, and its height."""
        font, most = label_font(12.5), self.lines
        key = title, font.key(), width, most
        if key in self._titles:  # lists ask for the heights of all their rows again and again
            return self._titles[key]
        layout = _laid_out(title, font, width)
        if layout.lineCount() > most:
            cut = layout.lineAt(most - 1)
            kept = title[: cut.textStart()]
            rest = title[cut.textStart() : cut.textStart() + cut.textLength() + 1].rstrip()
            while rest and _laid_out(kept + rest + "…", font, width).lineCount() > most:
                rest = rest[: rest.rfind(" ")].rstrip() if " " in rest else rest[:-1]
            layout = _laid_out(kept + rest + "…", font, width)
        if len(self._titles) >= _REMEMBERED:
            self._titles.clear()
        self._titles[key] = layout, layout.boundingRect().height()
        return self._titles[key]


def _laid_out(text: str, font: Any, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    for _ in range(_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, width))
        line.setPosition(QRectF(0, y, 1, 1).topLeft())
        y += line.height()
    layout.endLayout()
    return layout


class DocumentsPanel(QWidget):
    """The list of open documents.

    Attributes:
        view: the list itself; actions that act on the current document belong to it.

    Signals:
        current_changed(str): id of the document the keyboard and the menu act on, or empty.
        activated(str): the reader wants to go to this document.
    """

    current_changed = Signal(str)
    activated = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._session = session
        self._model = DocumentsModel(self)
        self._delegate = DocumentsDelegate(self)
        self.view = _DocumentsView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName("Open documents")
        title = caption("DOCUMENTS", self)
        title.setContentsMargins(7, 0, 0, 0)
        title.setBuddy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 6)
        layout.setSpacing(7)
        layout.addWidget(title)
        layout.addWidget(self.view, 1)
        self.view.resized.connect(self._fit_titles)
        self._model.dropped.connect(session.move)
        self.view.activated.connect(lambda index: self.activated.emit(index.data(_ID)))
        self.view.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current))
        self.view.customContextMenuRequested.connect(self._context_menu)
        session.documents_changed.connect(self._refresh)
        session.compared.connect(self._show_signs)

    @property
    def current(self) -> str:
        """Id of the current document, or empty."""
        index = self.view.currentIndex()
        return str(index.data(_ID)) if index.isValid() else ""

    def set_current(self, document_id: str) -> None:
        """Let keyboard and menu act on this document."""
        for row, document in enumerate(self._model.documents):
            if document.id == document_id:
                self.view.setCurrentIndex(self._model.index(row))

    def set_colours(self, palette: Palette) -> None:
        """Take another look."""
        self._delegate.palette = palette
        self.view.viewport().update()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What can be done with the current document, for its context menu and its keys."""
        self.view.addActions(list(actions))

    def _refresh(self) -> None:
        session, current, row = self._session, self.current, self.view.currentIndex().row()
        hidden = frozenset(document.id for document in session.documents if session.is_hidden(document.id))
        self._model.set_documents(session.documents, hidden, session.base)
        self.set_current(current)
        if not self.view.currentIndex().isValid() and session.documents:
            self.view.setCurrentIndex(self._model.index(max(0, min(row, len(session.documents) - 1))))
        self._fit_titles()
        self.current_changed.emit(self.current)

    def _fit_titles(self) -> None:
        """Shorten the titles where that lets more documents be seen at once."""
        delegate, option = self._delegate, QStyleOptionViewItem()
        option.widget = self.view
        before, delegate.lines = delegate.lines, _LINES
        places = [self._model.index(row) for row in range(self._model.rowCount())]
        needed = sum(delegate.sizeHint(option, place).height() for place in places)
        # Once short they stay so until there is room to spare: the room changes with every row that is read.
        if needed + (_SPARE if before == _FEW_LINES else 0) > self.view.viewport().height():
            delegate.lines = _FEW_LINES
        if delegate.lines != before:
            self._model.layoutChanged.emit()

    def _show_signs(self) -> None:
        """What the comparison says against a document: that it is spun, or tampered with."""
        self._model.tampered = _tampered(self._session.comparison)
        self._model.set_spun(self._spun())
        self._fit_titles()

    def _spun(self) -> dict[str, str]:
        comparison = self._session.comparison
        verdicts = comparison.spin.verdicts if comparison else ()
        marks = self._session.marks
        counts = {name: sum(mark.kind == "spun" for mark in marks.get(name, ())) for name in marks}
        return {
            verdict.document: f"spun: {verdict.band} ({counts.get(verdict.document, 0):,})"
            for verdict in verdicts
            if verdict.band != "none"
        }

    def _context_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if not index.isValid():
            return
        self.view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.addActions(self.view.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))


def _tampered(comparison: Comparison | None) -> dict[str, str]:
    """What the tool tip of a document says of hidden characters that are signs of tampering, by its id."""
    counts: dict[str, Counter[str]] = {}
    for note in comparison.characters if comparison else ():
        if note.tampering:
            counts.setdefault(note.document, Counter())[f"{note.codepoint} {note.name.capitalize()}"] += 1
    return {
        document: "".join(f"\n{times:,} × {name}" for name, times in found.most_common(_MOST_NAMED))
        for document, found in counts.items()
    }


class _DocumentsView(QListView):
    """A list whose items are as wide as it is and never scroll sideways.

    Signals:
        resized(): it has other room.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters go to a document's letter, not to the beginning of its title."""
        model = self.model()
        for row in range(model.rowCount()):
            if str(model.index(row, 0).data(_ID)).casefold() == search.casefold():
                self.setCurrentIndex(model.index(row, 0))
