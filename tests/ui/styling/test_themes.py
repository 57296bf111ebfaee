"""Light, dark and high contrast: chosen, followed, legible."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.paths import seeds
from crossread.present.palette import CONTRAST, DARK, LIGHT, PALETTES, Palette
from crossread.settings import Settings, ThemeChoice
from crossread.ui.styling.theme import Themes, qt_palette, style_sheet
from ui.windows import make_window, opened


def contrast(first: QColor, second: QColor) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    return qapp


def test_the_window_changes_its_look_at_once(qtbot: QtBot) -> None:
    window = opened(qtbot, [seeds()])
    seen = []
    for theme, palette in (("dark", DARK), ("contrast", CONTRAST), ("light", LIGHT)):
        window.actions_[f"theme_{theme}"].trigger()
        assert window.palette().color(QPalette.ColorRole.Window) == QColor(palette.ground)
        seen.append(window.grab().toImage())
    assert all(first != second for first, second in pairwise(seen))


def test_the_desktop_is_followed_while_the_window_is_open(qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    window = make_window(qtbot, Settings(theme="system"))
    # The screen of the tests belongs to no desktop; this is what Qt says when one changes.
    for scheme, palette in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        hints.colorSchemeChanged.emit(scheme)
        assert window.page.grid.sheet.look.palette is palette
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    window.actions_["theme_light"].trigger()
    assert window.page.grid.sheet.look.palette is LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.page.grid.sheet.look.palette is LIGHT


def test_what_is_chosen_beats_the_desktop(application: QApplication) -> None:
    themes = Themes(application, "contrast")
    assert themes.palette is CONTRAST
    assert themes.choice == "contrast"


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_qt_gets_legible_colours(palette: Palette) -> None:
    colours, role = qt_palette(palette), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase), (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight), (role.Link, role.Base),
    )  # fmt: skip
    for ink, ground in pairs:
        assert contrast(colours.color(ink), colours.color(ground)) >= 4.5, (ink, ground)
    assert "{{" not in style_sheet(palette)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_an_empty_field_asks_for_is_legible(qtbot: QtBot, theme: ThemeChoice) -> None:
    window = make_window(qtbot, Settings(theme=theme))
    field = window.top.find_field
    field.ensurePolished()
    picture = field.grab().toImage()
    ground = picture.pixelColor(picture.width() - 12, picture.height() // 2)
    inks = {
        picture.pixel(x, y) for x in range(8, picture.width() // 2) for y in range(6, picture.height() - 6)
    }
    assert max(contrast(QColor(ink), ground) for ink in inks) >= 4.5
