"""Fixtures of the tests of widgets: our own fonts, folders of the test's own, and patience."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossread.ui.styling.fonts import load_fonts
from ui.windows import WAIT


class PatientBot(QtBot):
    """Waits longer for the same things: the 5 seconds of pytest-qt pass before a busy machine has painted."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = WAIT, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = WAIT) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    qapp.setStyle("Fusion")
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def _data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reviews without a name are kept in a folder of the test's own."""
    folder = str(tmp_path_factory.mktemp("data"))
    monkeypatch.setenv("XDG_DATA_HOME", folder)
    monkeypatch.setenv("LOCALAPPDATA", folder)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Text cannot be measured without an application, even where no widget is made."""
