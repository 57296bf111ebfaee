"""What the tests of widgets share: no screen of any machine's own, and our own fonts."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

import pytest
from PySide6.QtWidgets import QApplication

from crossread.ui.fonts import load_fonts


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
