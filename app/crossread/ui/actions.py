"""Every action with its words, keys and place in the menus: one table, from which the help is made too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Scope = Literal["window", "documents"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One action.

    Attributes:
        name: by which the program knows it.
        text: in the menu, with its mnemonic.
        keys: portable key sequences; the first is shown in the menu.
        checkable: it is on or off.
        group: of several with the same group one is on.
        scope: its keys work anywhere in the window, or in the list of documents only.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    scope: Scope = "window"


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu inside a menu; without entries the window fills it while it runs."""

    name: str
    text: str
    entries: tuple["Entry | Submenu | None", ...] = ()


Line = Entry | Submenu | None
"""What stands in a menu; None is a line between groups."""

MENUS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "&File",
        (
            Entry("open_files", "&Open files…", ("Ctrl+O",)),
            Entry("open_folder", "Open &folder…", ("Ctrl+Alt+O",)),
            Submenu("recent", "Open &recent"),
            Entry("open_samples", "Open the &sample documents", ("Ctrl+Alt+E",)),
            None,
            Entry("add", "&Add documents…", ("Ctrl+Shift+O",)),
            Entry("paste", "Paste as ne&w document…", ("Ctrl+Shift+V",)),
            Submenu(
                "again",
                "Read a&gain",
                (
                    Entry("whole_page", "&Whole page, or the article only", ("Ctrl+Alt+W",)),
                    Entry("repair", "&Repair the encoding, or take it as it is", ("Ctrl+Alt+R",)),
                    Entry("column", "Choose the &column…", ("Ctrl+Alt+C",)),
                ),
            ),
            Entry("remove", "Re&move document", ("Del",), scope="documents"),
            Entry("replace_document", "Replace b&y a new version…", ("Ctrl+Alt+Shift+R",)),
            Entry("compare_versions", "Compare its versio&ns", ("Ctrl+Alt+Shift+V",)),
            None,
            Entry("open_session", "Open sess&ion…", ("Ctrl+Alt+Shift+O",)),
            Entry("save_session", "Sa&ve session", ("Ctrl+S",)),
            Entry("save_session_as", "Save session &under another name…", ("Ctrl+Shift+S",)),
            Entry("duplicate_session", "&Duplicate session…", ("Ctrl+Alt+Shift+S",)),
            None,
            Entry("compare", "&Compare again", ("Ctrl+F5",)),
            Entry("stop", "S&top", ("Esc",)),
            None,
            Entry("export", "&Export report…", ("Ctrl+E",)),
            Entry("print", "&Print…", ("Ctrl+P",)),
            None,
            Entry("quit", "&Quit", ("Ctrl+Q",)),
        ),
    ),
    (
        "&Edit",
        (
            Entry("undo", "&Undo", ("Ctrl+Z",)),
            Entry("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            None,
            Entry("copy", "&Copy", ("Ctrl+C",)),
            Entry("copy_cited", "Copy with its &source", ("Ctrl+Alt+Shift+C",)),
            Entry("copy_cleaned", "Copy c&leaned of hidden characters", ("Ctrl+Shift+C",)),
            Entry("select_all", "Select &all of the column", ("Ctrl+A",)),
            None,
            Entry("find", "&Find in all documents…", ("Ctrl+F",)),
            Entry("find_next", "Find &next", ("F3", "Ctrl+G")),
            Entry("find_previous", "Find &previous", ("Shift+F3", "Ctrl+Shift+G")),
            None,
            Entry("not_article", "N&ot part of the article", ("Ctrl+Shift+X",)),
            Entry("article", "Par&t of the article", ("Ctrl+Shift+A",)),
            None,
            Entry("preferences", "Pref&erences…", ("Ctrl+,",)),
        ),
    ),
    (
        "&View",
        (
            Entry("grid", "&Grid", ("Ctrl+1",), checkable=True, group="view"),
            Entry("ribbon", "Ribbo&n", ("Ctrl+2",), checkable=True, group="view"),
            Entry("reading", "Read&ing", ("Ctrl+6",), checkable=True, group="view"),
            Entry("facts", "F&acts", ("Ctrl+3",), checkable=True, group="view"),
            Entry("names", "Na&mes", ("Ctrl+4",), checkable=True, group="view"),
            Entry("quotations", "&Quotations", ("Ctrl+5",), checkable=True, group="view"),
            Submenu("beside", "&Columns of the Ribbon"),
            None,
            Entry("present", "&Present", ("F5",)),
            None,
            Entry("zoom_in", "&Zoom in", ("Ctrl++", "Ctrl+=")),
            Entry("zoom_out", "Zoom &out", ("Ctrl+-",)),
            Entry("zoom_reset", "Zoom to &100 %", ("Ctrl+0",)),
            Submenu(
                "theme",
                "&Theme",
                (
                    Entry(
                        "theme_system", "Like the des&ktop", ("Ctrl+Alt+1",), checkable=True, group="theme"
                    ),
                    Entry("theme_light", "&Light", ("Ctrl+Alt+2",), checkable=True, group="theme"),
                    Entry("theme_dark", "&Dark", ("Ctrl+Alt+3",), checkable=True, group="theme"),
                    Entry("theme_contrast", "High &contrast", ("Ctrl+Alt+4",), checkable=True, group="theme"),
                ),
            ),
            None,
            Entry("panel_documents", "&Documents panel", ("Ctrl+Shift+D",), checkable=True),
            Entry("panel_findings", "&Findings panel", ("Ctrl+Shift+L",), checkable=True),
            Entry("details", "Document detail&s", ("Ctrl+I",), checkable=True),
            Entry("original", "Original beside the te&xt", ("Ctrl+U",), checkable=True),
            Entry("panel_readings", "&Readings of the selected row", ("Ctrl+Shift+R",), checkable=True),
            None,
            Entry("hide", "&Hide document", ("H",), checkable=True, scope="documents"),
            Entry("base", "Set as &base", ("B",), checkable=True, scope="documents"),
            Entry("move_up", "Move document &left", ("Alt+Up",), scope="documents"),
            Entry("move_down", "Mo&ve document right", ("Alt+Down",), scope="documents"),
            None,
            Submenu("kinds", "&Kinds of differences"),
            Submenu("verdicts", "Rows of th&e table"),
            Entry("only_findings", "Only rows &with findings", ("Ctrl+Shift+F",), checkable=True),
            Entry("three_or_more", "Rows in &3 or more documents", ("Ctrl+Shift+3",), checkable=True),
            Entry("boilerplate", "Boilerplate in gre&y", ("Ctrl+Shift+B",), checkable=True),
        ),
    ),
    (
        "&Go",
        (
            Entry("next_finding", "&Next finding", ("N", "F7")),
            Entry("previous_finding", "&Previous finding", ("P", "Shift+F7")),
            None,
            Entry("next_row", "Next &row", ("J", "Ctrl+Down")),
            Entry("previous_row", "Previous ro&w", ("K", "Ctrl+Up")),
            None,
            Submenu("jump", "&Jump to document"),
            None,
            Entry("go_documents", "To the list of &documents", ("Ctrl+D",)),
            Entry("go_page", "To the pa&ge", ("Ctrl+J",)),
            Entry("go_findings", "To the &findings", ("Ctrl+L",)),
            Entry("go_timeline", "To the &timeline", ("Ctrl+T",)),
            Entry("go_characters", "To the &hidden characters", ("Ctrl+H",)),
        ),
    ),
    (
        "&Review",
        (
            Entry("confirm", "&Confirm", ("A",)),
            Entry("dispute", "D&ispute", ("D",)),
            Entry("dismiss", "Di&smiss", ("X",)),
            Entry("put_off", "Put &off", ("L",)),
            Entry("reopen", "R&eopen", ("O",)),
            Entry("note", "&Note…", ("M",)),
            Entry("tag", "&Tags…", ("T",)),
            Entry("next_unreviewed", "Next &unreviewed", ("U",)),
            Submenu("states", "Sho&w"),
            None,
            Entry("pick", "&Pick for a correction", ("Ctrl+Space",)),
            Entry("align", "&Align these", ("Ctrl+Alt+A",)),
            Entry("not_same", "Not the sa&me", ("Ctrl+Alt+N",)),
            Submenu(
                "rows",
                "&Rows",
                (
                    Entry("merge_above", "Merge with the row &above", ("Ctrl+Shift+Up",)),
                    Entry("merge_below", "Merge with the row &below", ("Ctrl+Shift+Down",)),
                    Entry("split", "&Split off into a row of its own", ("Ctrl+Alt+I",)),
                    Entry("passage_up", "Move &up a row", ("Alt+Shift+Up",)),
                    Entry("passage_down", "Move &down a row", ("Alt+Shift+Down",)),
                ),
            ),
            Entry("same_fact", "Same &fact", ("Ctrl+Alt+S",)),
            Entry("different_facts", "&Different facts", ("Ctrl+Alt+D",)),
            Entry("wrong_value", "Wrong &value…", ("Ctrl+Alt+V",)),
            Submenu("spinning", "Spun te&xt"),
            None,
            Entry("history", "&History…", ("Ctrl+Shift+H",)),
            Entry("by_hand", "Corrections b&y hand…", ("Ctrl+Alt+H",)),
            Entry("second_looks", "Another loo&k…", ("Ctrl+Alt+K",)),
            Entry("merge_copy", "Mer&ge another copy…", ("Ctrl+Alt+J",)),
        ),
    ),
    (
        "&Trainer",
        (
            Entry("trainer", "&Show how a copy was spun", ("Ctrl+R",), checkable=True),
            Entry("guess", "&Guess first", ("Ctrl+Alt+G",), checkable=True),
            Entry("mask", "&Mask the names of the sources", ("Ctrl+Alt+M",), checkable=True),
            Entry("projector", "&Projector", ("F11",), checkable=True),
            None,
            Entry("ledger", "Export the &ledger of swaps…", ("Ctrl+Alt+L",)),
        ),
    ),
    (
        "&Help",
        (
            Entry("legend", "&Legend", ("F1",)),
            Entry("shortcuts", "&Keyboard shortcuts", ("Ctrl+?",)),
            Entry("why", "&Why?", ("W",)),
            Entry("matrix", "Copied from one an&other", ("Ctrl+M",)),
            None,
            Entry("dismiss_notices", "&Dismiss all messages", ("Ctrl+Alt+X",)),
            None,
            Entry("about", "&About Crossread", ("Ctrl+F1",)),
        ),
    ),
)


def entries(lines: tuple[Line, ...] | None = None) -> Iterator[Entry]:
    """All actions of these lines, or of all menus, in their order."""
    for line in lines if lines is not None else (line for _, menu in MENUS for line in menu):
        if isinstance(line, Entry):
            yield line
        elif isinstance(line, Submenu):
            yield from entries(line.entries)


class Actions:
    """The actions of a window.

    Attributes:
        submenus: the menus that the window fills while it runs, by name.

    Args:
        window: the widget the actions belong to.
        handlers: what each action does, by its name; checkable ones are told whether they are on.
    """

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[..., object]]) -> None:
        self.submenus: dict[str, QMenu] = {}
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for entry in entries():
            self._actions[entry.name] = self._made(entry, handlers[entry.name])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for title, lines in MENUS:
            self._fill(bar.addMenu(title), lines)

    def set_checked(self, name: str, checked: bool) -> None:
        """Show an action as on or off without doing what it does."""
        self._actions[name].setChecked(checked)  # handlers hang on triggered, which this does not emit

    def enable(self, enabled: bool, *names: str) -> None:
        """Let these actions be done, or not."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def _made(self, entry: Entry, handler: Callable[..., object]) -> QAction:
        action = QAction(entry.text, self._window)
        action.setObjectName(entry.name)
        action.setShortcuts(
            [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in entry.keys]
        )
        action.setCheckable(entry.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if entry.group:
            if entry.group not in self._groups:
                self._groups[entry.group] = QActionGroup(self._window)
            self._groups[entry.group].addAction(action)
        if entry.scope == "documents":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if entry.checkable:
            action.triggered.connect(lambda checked, handler=handler: handler(checked))
        else:
            action.triggered.connect(lambda _checked=False, handler=handler: handler())
        return action

    def _fill(self, menu: QMenu, lines: tuple[Line, ...]) -> None:
        for line in lines:
            if line is None:
                menu.addSeparator()
            elif isinstance(line, Entry):
                menu.addAction(self._actions[line.name])
            else:
                submenu = menu.addMenu(line.text)
                self.submenus[line.name] = submenu
                self._fill(submenu, line.entries)
