"""The readings of a row under one another."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.comparison import Place
from crossread.present.palette import DARK, LIGHT
from crossread.present.readings import ReadingTable
from crossread.ui.page.readings_strip import ReadingsStrip
from ui.grid_samples import place, sample_page

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def strip(qtbot: QtBot) -> ReadingsStrip:
    widget = ReadingsStrip()
    qtbot.addWidget(widget)
    documents, _, marks = sample_page()
    a, b, c = documents
    columns = (
        (place(a, "Shares fell").span, place(b, "Shares reportedly slid").span, place(c, "Shares fell").span),
        (
            place(a, "by three percent").span,
            place(b, "by 5 percent").span,
            place(c, "more than three percent").span,
        ),
        (None, None, place(c, "Nothing else").span),
    )
    widget.set_row(documents, ReadingTable(("A", "B", "C"), columns), marks, LIGHT, "Shares")
    widget.resize(800, 160)
    widget.show()
    return widget


def middle(strip: ReadingsStrip, line: int, column: int) -> QPoint:
    return strip._box(line, column).center().toPoint()


def test_words_that_correspond_stand_under_one_another(strip: ReadingsStrip) -> None:
    lefts = {strip._box(line, 1).left() for line in range(3)}
    assert len(lefts) == 1
    for line in range(3):
        for column in range(2):
            cell = strip._cells[line][column]
            assert cell is not None
            assert cell.layout.width <= strip._box(line, column).width()


def test_a_contradiction_tints_its_cell_and_no_other(strip: ReadingsStrip) -> None:
    picture = strip.viewport().grab().toImage()
    grounds = [
        [
            picture.pixelColor(
                round(strip._box(line, column).right()) - 3, middle(strip, line, column).y()
            ).name()
            for column in range(3)
        ]
        for line in range(3)
    ]
    tint, plain = LIGHT.contradiction.ground, LIGHT.raised
    assert grounds == [[plain, tint, plain], [plain, tint, plain], [plain, plain, plain]]


def test_a_click_on_words_chooses_their_place(strip: ReadingsStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.place_activated) as told:
        QTest.mouseClick(strip.viewport(), LEFT, NONE, middle(strip, 1, 0))
    b = sample_page()[0][1]
    assert told.args == [place(b, "Shares reportedly slid")]


def test_a_click_on_missing_words_chooses_nothing(strip: ReadingsStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.place_activated):
        QTest.mouseClick(strip.viewport(), LEFT, NONE, middle(strip, 0, 2))


def test_words_are_selected_by_dragging_and_copied_as_plain_lines(strip: ReadingsStrip) -> None:
    QTest.mousePress(strip.viewport(), LEFT, NONE, middle(strip, 0, 0))
    QTest.mouseMove(strip.viewport(), middle(strip, 1, 1))
    QTest.mouseRelease(strip.viewport(), LEFT, NONE, middle(strip, 1, 1))
    QTest.keyClick(strip, Qt.Key.Key_C, CONTROL)
    expected = "A\tShares fell\tby three percent\nB\tShares reportedly slid\tby 5 percent"
    assert QGuiApplication.clipboard().text() == expected


def test_copying_without_a_selection_takes_everything(strip: ReadingsStrip) -> None:
    strip.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "A\tShares fell\tby three percent\t—"
    assert lines[2] == "C\tShares fell\tmore than three percent\tNothing else"


def test_keys_go_from_cell_to_cell(strip: ReadingsStrip) -> None:
    told: list[Place] = []
    strip.place_activated.connect(told.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(strip, key)
    QTest.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert told == [place(sample_page()[0][1], "by 5 percent")]
    assert strip.selected_text() == "B\tShares reportedly slid\tby 5 percent"


def test_a_strip_that_is_too_narrow_scrolls_to_the_cell_one_goes_to(strip: ReadingsStrip) -> None:
    strip.resize(200, 160)
    for _ in range(2):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    right = strip._box(0, 2).right() - strip.horizontalScrollBar().value()
    assert right <= strip.viewport().width()


def test_it_says_aloud_what_it_shows(strip: ReadingsStrip) -> None:
    assert strip.accessibleDescription().startswith(
        "A: Shares fell by three percent; B: Shares reportedly slid"
    )


def test_without_a_row_it_says_what_to_do(strip: ReadingsStrip) -> None:
    strip.clear()
    before = strip.viewport().grab().toImage()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.copy()
    assert strip.selected_text() == ""
    strip.set_colours(DARK)
    assert strip.viewport().grab().toImage() != before


def test_zoom_and_marks_follow_the_grid(strip: ReadingsStrip) -> None:
    before = strip._box(0, 1).width()
    strip.set_visible_marks(frozenset())
    unmarked = strip._box(0, 1).width()
    strip.set_zoom(200)
    assert unmarked < before < strip._box(0, 1).width()


def test_what_stands_out_of_the_finding_is_scrolled_to_and_whose_words_they_are_stays(
    strip: ReadingsStrip,
) -> None:
    strip.resize(260, 90)
    documents = strip._documents
    before = strip.viewport().grab().toImage()
    assert not strip.horizontalScrollBar().value()
    places = [place(documents[0], "by three percent"), place(documents[1], "by 5 percent")]
    strip.set_current_places(places)
    across, down = strip.horizontalScrollBar().value(), strip.verticalScrollBar().value()
    box = strip._box(1, 1).translated(-across, -down)  # B stands out
    assert across > 0
    assert box.left() >= 0 and box.right() <= strip.viewport().width() + 1
    assert box.top() >= 0 and box.bottom() <= strip.viewport().height() + 1
    strip.verticalScrollBar().setValue(0)
    after = strip.viewport().grab().toImage()
    chip = (0, round(strip._tops[0]), round(strip._chip_width()), round(strip._tops[1] - strip._tops[0]))
    assert before.copy(*chip) == after.copy(*chip)
