"""Chips, check boxes, the flow of widgets, the legend, help windows, the start of the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from crossread.paths import resource
from crossread.present.palette import DARK, LIGHT
from crossread.ui.actions import entries
from crossread.ui.app import application_icon
from crossread.ui.page.legend import Legend
from crossread.ui.status import StatusLine
from crossread.ui.widgets.checks import CheckBox
from crossread.ui.widgets.chips import Chip
from crossread.ui.widgets.flow import FlowLayout
from patience import PATIENCE
from ui.windows import make_window, opened, write


def test_a_chip_says_what_it_shows_and_keeps_its_width(qtbot: QtBot) -> None:
    chip = Chip("Numbers", "numbers")
    qtbot.addWidget(chip)
    chip.set_count(1234)
    chip.setChecked(True)
    assert chip.accessibleName() == "Numbers: 1,234, shown"
    width = chip.sizeHint().width()
    on = chip.grab().toImage()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.accessibleName() == "Numbers: 1,234, not shown"
    assert chip.sizeHint().width() == width
    assert chip.grab().toImage() != on
    chip.set_colours(DARK)
    dark = chip.grab().toImage()
    chip.set_colours(LIGHT)
    assert chip.grab().toImage() != dark


def test_a_check_box_is_switched_by_click_and_by_space(qtbot: QtBot) -> None:
    box = CheckBox("boilerplate in grey")
    qtbot.addWidget(box)
    box.resize(200, 24)
    clicked = QSignalSpy(box.clicked)
    off = box.grab().toImage()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert box.grab().toImage() != off
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert clicked.count() == 2


def test_widgets_flow_on_in_the_next_line(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=5)
    for _ in range(4):
        child = QWidget(parent)
        child.setFixedSize(100, 20)
        flow.addWidget(child)
    assert flow.heightForWidth(415) == 20
    assert flow.heightForWidth(414) == 45
    assert flow.heightForWidth(10) == 4 * 20 + 3 * 5
    parent.show()
    flow.setGeometry(QRect(0, 0, 220, 100))
    assert [flow.itemAt(index).geometry().topLeft().toTuple() for index in range(4)] == [
        (0, 0), (105, 0), (0, 25), (105, 25),
    ]  # fmt: skip
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(310) == 20
    assert flow.takeAt(9) is None


def test_the_legend_is_always_there_and_shows_more_with_more_room(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path))
    for name in ("documents", "findings", "readings"):
        window.actions_[f"panel_{name}"].trigger()
    assert window.page.legend.isVisible()
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(300, 26)
    narrow = legend.grab(QRect(200, 0, 100, 26)).toImage()
    legend.resize(1400, 26)
    assert legend.grab(QRect(200, 0, 100, 26)).toImage() != narrow
    before = legend.grab().toImage()
    legend.set_kinds({"spun"})
    assert legend.grab().toImage() != before


@pytest.mark.parametrize("name", ["legend", "shortcuts", "about"])
def test_help_opens_and_closes_by_keyboard(qtbot: QtBot, name: str) -> None:
    window = make_window(qtbot)
    window.actions_[name].trigger()
    dialog = window.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog) is None)


def test_the_help_names_every_key(qtbot: QtBot) -> None:
    window = make_window(qtbot)
    window.actions_["shortcuts"].trigger()
    browser = window.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    text = browser.toPlainText()
    for entry in entries():
        assert entry.text.replace("&", "") in text
        assert all(key in text for key in entry.keys), entry


def test_the_icon_is_ours_in_every_size(qapp: QApplication) -> None:
    assert {size.width() for size in application_icon().availableSizes()} >= {16, 32, 64, 256}
    assert not QIcon(str(resource("icons", "crossread.svg"))).pixmap(64, 64).isNull()


def test_the_desktop_entry_starts_the_program_with_files() -> None:
    entry = resource("desktop", "crossread.desktop").read_text(encoding="utf-8")
    assert "\nExec=crossread %F\n" in entry
    assert "\nIcon=crossread\n" in entry


def test_the_status_line_counts_in_good_english(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path, ["One word here.", "Two words there."]))
    status = window.status
    assert isinstance(status, StatusLine)
    assert status.summary.text().startswith("2 documents · 6 words")
    window.session.remove("A")
    qtbot.waitUntil(lambda: status.summary.text().startswith("1 document · 3 words"))


def test_the_program_starts_opens_files_and_ends(tmp_path: Path) -> None:
    paths = [str(path) for path in write(tmp_path)]
    script = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from crossread.settings import Settings, load\nfrom crossread.ui import app\n"
        "real = app.make_application\n"
        "def make(arguments):\n"
        "    application = real(arguments)\n"
        "    timer = QTimer(application, interval=20)\n"
        "    def look():\n"
        "        window = application.activeWindow()\n"
        "        if window and window.session.comparison:\n"
        "            print(window.windowTitle())\n            window.close()\n"
        "    timer.timeout.connect(look)\n    timer.start()\n    return application\n"
        "app.make_application = make\n"
        "code = app.run([Path(p) for p in sys.argv[1:]], Settings())\n"
        "print(len(load().recent))\nsys.exit(code)\n"
    )
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *paths],
        env={**os.environ, **environment, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout.splitlines() == [
        "3 documents: report01.txt, report02.txt, report03.txt – Crossread", "1",
    ]  # fmt: skip
