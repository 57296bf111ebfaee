"""The preferences: asked, kept, put back as designed, and in force at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.read.limits import HIGHEST, LOWEST, Limits
from crossread.settings import Settings, load, save
from crossread.ui.preferences import LIMIT_FIELDS, PreferencesDialog
from crossread.ui.window import MainWindow
from ui.windows import WAIT, Saved, drop, make_window, settle, write


def asked(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is not None, timeout=WAIT)
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    return dialog


def agree(dialog: PreferencesDialog) -> None:
    (button,) = [b for b in dialog.buttons.buttons() if b.objectName() == "primary"]
    button.click()


def test_every_limit_can_be_asked_for_and_reaches_its_bounds(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(make_window(qtbot), Settings())
    assert {field.name for field in LIMIT_FIELDS} == set(Limits().plain())
    for field in LIMIT_FIELDS:
        box = dialog.limits[field.name]
        assert round(box.minimum() * field.size) == getattr(LOWEST, field.name), field.name
        assert round(box.maximum() * field.size) == getattr(HIGHEST, field.name), field.name
        assert box.accessibleName()


def test_what_is_preferred_holds_at_once_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    dialog = asked(qtbot, window)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.zoom.setValue(125)
    dialog.reviewer.setText("  Ada   Byron ")
    dialog.limits["text_file"].setValue(0.01)
    agree(dialog)
    assert window._themes.choice == "dark"
    assert window.actions_["theme_dark"].isChecked()
    assert window.page.grid.zoom == 125
    assert window.desk.reviewer == "Ada Byron"
    kept = saved[-1]
    assert (kept.theme, kept.zoom, kept.reviewer) == ("dark", 125, "Ada Byron")
    assert kept.limits == Limits(text_file=10_000)
    save(kept, tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == kept
    assert drop(window, write(tmp_path, ["Harbour fire\n\n" + "A fire broke out in the harbour. " * 400]))
    settle(qtbot, window)
    assert not window.session.documents
    assert any("preferences" in sentence or "MB" in sentence for sentence in window.notices.sentences)


def test_nothing_changes_without_consent(qtbot: QtBot) -> None:
    saved = Saved()
    window = make_window(qtbot, saved=saved)
    dialog = asked(qtbot, window)
    dialog.zoom.setValue(200)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.page.grid.zoom == 100
    assert not saved


def test_limits_that_nobody_touched_keep_their_exact_value(qtbot: QtBot) -> None:
    saved = Saved()
    odd = Limits(memory=1_234_560_000, text=2_000_000)
    window = make_window(qtbot, Settings(theme="light", limits=odd), saved)
    agree(asked(qtbot, window))
    assert saved[-1].limits == odd
    assert window.session.intakes.limits == odd


def test_defaults_are_restored_all_but_the_name(qtbot: QtBot) -> None:
    settings = Settings(theme="contrast", zoom=150, reviewer="Ada", limits=Limits(seconds=5, pages=7))
    dialog = PreferencesDialog(make_window(qtbot), settings)
    decided: list[Settings] = []
    dialog.decided.connect(decided.append)
    dialog.reset.click()
    assert not decided
    agree(dialog)
    assert decided == [Settings(reviewer="Ada")]
