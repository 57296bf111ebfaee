"""Grids with a short and with a long page."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # without Qt, the modules fail one by one and not here
    from pytestqt.qtbot import QtBot

    from crossread.ui.grid import GridView


@pytest.fixture
def grid(qtbot: "QtBot") -> "GridView":
    from ui.grid_samples import sample_page

    return _shown(qtbot, sample_page())


@pytest.fixture
def long_grid(qtbot: "QtBot") -> "GridView":
    from ui.grid_samples import long_page

    return _shown(qtbot, long_page())


def _shown(qtbot: "QtBot", page: tuple) -> "GridView":
    from crossread.ui.grid import GridView

    view = GridView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_page(*page, "A")
    return view
