"""A window with three reports in it, and their facts."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # without Qt, the modules fail one by one and not here
    from pytestqt.qtbot import QtBot

    from crossread.ui.facts.view import FactsView
    from crossread.ui.window import MainWindow


@pytest.fixture
def window(qtbot: "QtBot", tmp_path: Path) -> "MainWindow":
    from ui.facts.values import FIRE
    from ui.windows import opened, write

    window = opened(qtbot, write(tmp_path, FIRE))
    window.actions_["facts"].trigger()
    return window


@pytest.fixture
def view(window: "MainWindow") -> "FactsView":
    assert window.views.facts.view.isVisible()
    return window.views.facts.view
