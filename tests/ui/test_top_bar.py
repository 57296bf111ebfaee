"""The line above the page."""

from pytestqt.qtbot import QtBot

from crossread.ui.top_bar import TopBar
from crossread.ui.widgets.chips import Chip

_KINDS = {
    kind: (kind.capitalize(), 10, True)
    for kind in ("numbers", "quotations", "names", "certainty", "wording", "spun", "missing")
}


def _bar(qtbot: QtBot, width: int) -> tuple[TopBar, list[Chip]]:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(width, 44)
    bar.show()
    bar.set_kinds(_KINDS)
    bar.layout().activate()
    return bar, [chip for kind in _KINDS if (chip := bar.chip(kind))]


def test_filters_that_would_take_a_second_line_leave_their_names_to_the_tool_tip(qtbot: QtBot) -> None:
    """They stand on one line at 1280 pixels, still known by sample, count, tool tip and to screen readers."""
    _, chips = _bar(qtbot, 1280)
    assert len({chip.y() for chip in chips}) == 1
    assert all(chip.width() < chip.full_width() for chip in chips)
    assert chips[1].toolTip() == "Show or hide: Quotations"
    assert chips[1].accessibleName() == "Quotations: 10, shown"


def test_filters_say_their_names_where_there_is_room(qtbot: QtBot) -> None:
    """Also when the window has grown since."""
    bar, chips = _bar(qtbot, 1280)
    bar.resize(2560, 44)
    bar.layout().activate()
    assert all(chip.width() == chip.full_width() for chip in chips)
    assert len({chip.y() for chip in chips}) == 1


def test_the_find_field_gives_the_room_that_keeps_the_filters_on_one_line(qtbot: QtBot) -> None:
    bar, _ = _bar(qtbot, 1280)
    whole = bar.find_field.width()
    names = ("one source only", "people", "organisations", "places", "products", "laws")
    bar.set_row_filters("names", {name: (name, 10, True) for name in names})
    bar.set_view("names")
    bar.layout().activate()
    chips = [chip for name in names if (chip := bar.chip(name))]
    assert len({chip.y() for chip in chips}) == 1
    assert bar.find_field.width() < whole
    assert bar.find_field.placeholderText() == "Find  Ctrl+F"
    assert bar.find_field.accessibleName() == "Find in names"
    bar.set_view("facts")
    assert bar.find_field.width() == whole
    assert bar.find_field.placeholderText() == "Find in facts  Ctrl+F"
