"""Light, dark and high contrast: a palette becomes Qt's palette and one style sheet."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from crossread.present.palette import PALETTES, Palette, Theme
from crossread.settings import ThemeChoice
from crossread.ui.styling.fonts import label_font

BASE_PIXELS = 13.0


def mix(first: str, second: str, share: float) -> QColor:
    """The colour that lies ``share`` of the way from ``first`` to ``second``."""
    a, b = QColor(first), QColor(second)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def is_dark(palette: Palette) -> bool:
    """Whether the palette is light letters on a dark ground."""
    return QColor(palette.ground).lightnessF() < 0.5


class Themes(QObject):
    """Chooses the palette, applies it to the whole application and follows the desktop while it runs.

    Signals:
        changed(object): the Palette that is in force from now on.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: ThemeChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._choice: ThemeChoice = choice
        self._hints = QGuiApplication.styleHints()
        self._scheme = self._hints.colorScheme()
        self._theme: Theme = self._resolved()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def palette(self) -> Palette:
        """The palette in force."""
        return PALETTES[self._theme]

    def choose(self, choice: ThemeChoice) -> None:
        """Take another look, at once."""
        self._choice = choice
        self._take()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._take()

    def _take(self) -> None:
        theme = self._resolved()
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit(self.palette)

    def _resolved(self) -> Theme:
        if self._choice != "system":
            return self._choice
        if self._wants_contrast():
            return "contrast"
        return "dark" if self._scheme == Qt.ColorScheme.Dark else "light"

    def _wants_contrast(self) -> bool:
        # Desktops tell since Qt 6.10; before that the person chooses it in the menu.
        accessibility = getattr(self._hints, "accessibility", None)
        preference = getattr(accessibility(), "contrastPreference", None) if accessibility else None
        return preference is not None and getattr(preference(), "name", "") == "HighContrast"

    def _apply(self) -> None:
        self._application.setPalette(qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette))
        self._application.setFont(label_font(BASE_PIXELS))


def qt_palette(palette: Palette) -> QPalette:
    """The same colours by the names that Qt's own widgets go by."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.ground, role.WindowText: palette.ink, role.Base: palette.pane,
        role.Text: palette.ink,
        role.AlternateBase: palette.ground, role.Button: palette.ground, role.ButtonText: palette.ink,
        role.ToolTipBase: palette.raised, role.ToolTipText: palette.ink, role.PlaceholderText: palette.dim,
        role.Highlight: palette.selection_bar, role.HighlightedText: palette.found.ink,
        role.Link: palette.number.ink, role.LinkVisited: palette.number.ink,
        role.Mid: palette.line, role.Dark: palette.dim, role.Light: palette.raised,
        role.Midlight: palette.line,
        role.Shadow: palette.line, role.BrightText: palette.ink, role.Accent: palette.selection_bar,
    }  # fmt: skip
    result = QPalette()
    for colour_role, colour in colours.items():
        result.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(palette.faint))
    return result


def style_sheet(palette: Palette) -> str:
    """How our widgets look; sizes in logical pixels."""
    hover = mix(palette.ground, palette.ink, 0.07).name()
    focus = (
        palette.selection_bar if is_dark(palette) else mix(palette.selection_bar, palette.ink, 0.25).name()
    )
    return _SHEET.format(
        ground=palette.ground, pane=palette.pane, raised=palette.raised, ink=palette.ink, dim=palette.dim,
        faint=palette.faint, line=palette.line, hover=hover, focus=focus, chip=palette.chip,
        chip_ink=palette.chip_ink, selection=palette.selection, bar=palette.selection_bar,
    )  # fmt: skip


_SHEET = """
QMainWindow, QDialog {{ background: {ground}; }}
QMenuBar {{ background: {ground}; color: {ink}; padding: 3px 6px; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
#brand {{ font-weight: 600; padding: 0 8px 0 14px; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 26px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenu::indicator {{ left: 8px; width: 13px; height: 13px; }}
#topBar {{ background: {ground}; border-bottom: 1px solid {line}; }}
#side {{ background: {ground}; }}
#strip {{ background: {raised}; }}
#legend {{ background: {ground}; border-top: 1px solid {line}; }}
#notices {{ background: {selection}; border-bottom: 1px solid {line}; }}
#notices QLabel {{ background: transparent; color: {ink}; }}
#caption {{ color: {dim}; font-weight: 600; }}
#hint {{ color: {dim}; }}
QStatusBar {{ background: {ground}; color: {dim}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {dim}; padding: 2px 6px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QLineEdit {{ background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    padding: 5px 9px; selection-background-color: {bar}; placeholder-text-color: {dim}; }}
QLineEdit:focus {{ border: 2px solid {focus}; padding: 4px 8px; }}
QComboBox QLineEdit {{ border: none; border-radius: 0; padding: 0 2px; }}
QComboBox QLineEdit:focus {{ border: none; padding: 0 2px; }}
QPlainTextEdit {{ background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    padding: 4px 6px; selection-background-color: {bar}; placeholder-text-color: {dim}; }}
QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 3px 5px; }}
QToolButton#filter {{ background: transparent; color: {dim}; border: 1px solid {line}; border-radius: 10px;
    padding: 2px 9px; }}
QToolButton#filter:hover {{ border-color: {dim}; color: {ink}; }}
QToolButton#filter:focus {{ border: 2px solid {focus}; padding: 1px 8px; }}
QToolButton#filter::menu-indicator {{ image: none; width: 0; }}
#stage, #stage QLabel {{ background: {ground}; }}
#blank {{ background: #000000; }}
QPushButton {{ background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 5px 13px; }}
QPushButton#primary {{ background: {chip}; color: {chip_ink}; border-color: {chip}; font-weight: 500; }}
QPushButton#primary:focus {{ border: 2px solid {focus}; }}
QPushButton#view {{ border-radius: 5px; padding: 5px 14px; }}
QPushButton#view:checked {{ background: {chip}; color: {chip_ink}; border-color: {chip}; font-weight: 500; }}
QPushButton#view:focus {{ border: 2px solid {focus}; padding: 4px 13px; }}
#pill {{ background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 14px;
    padding: 4px 12px; min-height: 18px; max-height: 26px; }}
QFrame#pill {{ padding: 0; min-height: 26px; }}
QPushButton#pill:hover {{ border-color: {dim}; background: {raised}; }}
QPushButton#pill:checked {{ background: {selection}; border-color: {bar}; }}
QPushButton#pill:focus {{ border: 2px solid {focus}; padding: 3px 11px; }}
QPushButton#place {{ border-radius: 4px; padding: 2px 6px; min-width: 12px; background: transparent; }}
QPushButton#place:checked {{ background: {selection}; border-color: {bar}; }}
QPushButton#place:focus {{ border: 2px solid {focus}; padding: 1px 5px; }}
QPushButton#quiet:checked {{ color: {ink}; font-weight: 600; }}
QPushButton#quiet {{ background: transparent; border: 1px solid transparent; padding: 3px 8px;
    color: {dim}; }}
QPushButton#quiet:hover {{ background: {hover}; color: {ink}; }}
QPushButton#quiet:focus {{ border: 2px solid {focus}; padding: 2px 7px; }}
QListView {{ background: {ground}; border: none; outline: none; }}
QListWidget#lines {{ background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 4px; }}
QListWidget#lines:focus {{ border: 2px solid {focus}; padding: 3px; }}
QListWidget#lines::item {{ padding: 6px 8px; border-radius: 4px; }}
QTableWidget#lines {{ background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    gridline-color: {line}; }}
QTableWidget#lines::item {{ padding: 6px 8px; }}
QTableWidget#lines::indicator {{ width: 12px; height: 12px; border: 1px solid {dim}; border-radius: 7px; }}
QTableWidget#lines::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {ink}; }}
QTableWidget#lines::item:selected {{ background: {selection}; color: {ink}; }}
QHeaderView::section {{ background: {ground}; color: {dim}; border: none; border-bottom: 1px solid {line};
    padding: 4px 8px; }}
QListWidget#lines::item:selected {{ background: {selection}; color: {ink}; }}
QTreeView {{ background: {pane}; color: {ink}; border: none; outline: none; }}
QTreeView::item {{ padding: 4px 8px; border-bottom: 1px solid {line}; }}
QTreeView::item:selected {{ background: {selection}; color: {ink}; }}
QHeaderView::section {{ background: {ground}; color: {dim}; border: none; border-bottom: 1px solid {line};
    padding: 4px 8px; font-weight: normal; }}
QTextBrowser {{ background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    padding: 6px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {bar}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {faint}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
