"""The Grid as it was looked at and found good, light and dark: layout and colours to the eye, not to the pixel."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from crossread.present.palette import PALETTES, Theme
from crossread.ui.grid.view import GridView
from ui.grid_samples import place, sample_page

PICTURES = Path(__file__).parents[2] / "expected" / "pictures"
SHRUNK = 4  # one pixel of sixteen: how a release of Qt smooths letters does not matter
ALIKE = 6  # of 255; a mark in another colour, a line more or a shifted column exceed it


def shrunk(picture: QImage) -> QImage:
    small = picture.scaled(
        picture.width() // SHRUNK,
        picture.height() // SHRUNK,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.convertToFormat(QImage.Format.Format_RGB32)


def strangest_stripe(found: QImage, kept: QImage) -> float:
    """The mean difference of colour in the stripe of eight lines that differs most."""
    worst = 0.0
    for top in range(0, kept.height() - 7, 8):
        total = 0
        for y in range(top, top + 8):
            for x in range(kept.width()):
                a, b = QColor(found.pixel(x, y)), QColor(kept.pixel(x, y))
                total += abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
        worst = max(worst, total / (3 * 8 * kept.width()))
    return worst


def painted(qtbot: QtBot, theme: Theme) -> QImage:
    view = GridView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.set_colours(PALETTES[theme])
    documents, rows, marks = sample_page()
    view.set_page(documents, rows, marks, "A")
    view.select_row("R1")
    view.set_current_places([place(documents[0], "about 29 million")])
    view.show()
    return view.grab().toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_grid_looks_as_it_did(qtbot: QtBot, theme: Theme) -> None:
    found = painted(qtbot, theme)
    path = PICTURES / f"grid_{theme}.png"
    if os.environ.get("CROSSREAD_REWRITE_EXPECTED"):
        path.parent.mkdir(parents=True, exist_ok=True)
        assert found.save(str(path))
    kept = QImage(str(path))
    assert found.size() == kept.size()
    assert strangest_stripe(shrunk(found), shrunk(kept)) < ALIKE


def test_a_page_in_other_colours_would_be_noticed(qtbot: QtBot) -> None:
    light, contrast = painted(qtbot, "light"), painted(qtbot, "contrast")
    assert strangest_stripe(shrunk(light), shrunk(contrast)) > ALIKE
