"""Everything can be reached and named without seeing it and without a mouse."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.ui.actions import entries
from crossread.ui.window import MainWindow
from ui.windows import make_window, opened, settle, write


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a person acts on, as far as it can be seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QMenuBar | QMenu | QScrollBar):
            continue
        acts = isinstance(widget, QAbstractButton | QAbstractScrollArea | QLineEdit | QComboBox)
        if acts or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def outer(window: QWidget) -> list[QWidget]:
    """The same without the parts that fields are made of."""
    return [w for w in controls(window) if not isinstance(w.parentWidget(), QLineEdit | QSpinBox)]


def with_everything(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with documents, findings and something to tell."""
    window = opened(qtbot, [seeds()])
    window.session.add([tmp_path / "gone.txt"])
    settle(qtbot, window)
    assert window.notices.isVisible()
    return window


def test_every_control_has_a_name_and_takes_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_everything(qtbot, tmp_path)
    found = list(controls(window))
    assert len(found) >= 15
    for widget in found:
        assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), repr(
            widget
        )
        # The pager in the page's header has keys of its own, [ and ].
        if not window.page.grid.isAncestorOf(widget):
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, repr(widget)


def test_what_stands_beside_the_page_has_names_and_takes_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>Fire</h1><p>A fire broke out in the harbour.</p></body></html>", encoding="utf-8"
    )
    window = opened(qtbot, [page, *write(tmp_path)])
    for name in ("details", "original"):
        window.actions_[name].trigger()
        least = 15 if name == "details" else 2
        qtbot.waitUntil(lambda least=least: len(outer(window.tools.aside)) > least)
        found = outer(window.tools.aside)
        for widget in found:
            words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
            assert widget.accessibleName() or words, repr(widget)
            if isinstance(widget, QAbstractButton | QLineEdit | QSpinBox):
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, repr(widget)


def test_the_empty_window_can_be_used_by_keyboard(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    assert window.empty.buttons[0].hasFocus()
    assert set(controls(window)) == set(window.empty.buttons)


def test_tab_goes_through_all_controls_in_reading_order(qtbot: QtBot, tmp_path: Path) -> None:
    window = with_everything(qtbot, tmp_path)
    window.activateWindow()
    window.top.find_field.setFocus()
    reached: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    tabbed = [widget for widget in controls(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # Of the tabs of the findings only the open one is reached; arrow keys go to the others.
    missed = [w for w in tabbed if w not in reached and w not in window.findings.tabs]
    assert not missed
    places = {widget: number for number, widget in enumerate(reached)}
    order = [window.left.documents.view, window.page.grid, window.findings.view, window.page.readings]
    assert [places[widget] for widget in order] == sorted(places[widget] for widget in order)


def test_every_action_has_a_key_and_no_key_two_actions(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    actions = [window.actions_[entry.name] for entry in entries()]
    extra = [a for name in ("jump", "kinds") for a in window.actions_.submenus[name].actions()]
    assert extra
    assert all(action.shortcuts() for action in (*actions, *extra))
    keys = Counter(key.toString() for action in (*actions, *extra) for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_stands_in_a_menu_once_with_a_mnemonic_of_its_own(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    placed: list[QAction] = []
    for menu in window.menuBar().findChildren(QMenu):
        named = [action for action in menu.actions() if action.text() and not action.isSeparator()]
        placed += [action for action in named if not action.menu()]
        mnemonics = [text[text.index("&") + 1].lower() for text in (a.text() for a in named) if "&" in text]
        assert len(mnemonics) == len(set(mnemonics)), (menu.title(), mnemonics)
    wanted = [window.actions_[entry.name] for entry in entries()]
    assert all(placed.count(action) == 1 for action in wanted)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_focus_can_be_seen(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    window = opened(qtbot, write(tmp_path))
    window.actions_[f"theme_{theme}"].trigger()
    for widget in (window.top.find_field, window.left.documents.view, window.top.views["grid"]):
        window.page.grid.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.grab().toImage() != before, widget
