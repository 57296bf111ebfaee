"""Some versions of PySide lose a reference to None at every void call, until the process aborts."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_setters_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("once, so that nothing is made for the first time below")
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setIndent(number)
    # From Python 3.12 on None is immortal and its count does not move at all.
    assert abs(sys.getrefcount(None) - before) < 100
