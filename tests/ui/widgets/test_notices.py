from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crossread.ui.widgets.notices import MAX_NOTICES, NoticeBar


def bar_of(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    return bar


def test_hidden_until_there_is_something_to_say(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    assert not bar.isVisibleTo(None)
    bar.tell("“a.txt” is empty; choose another file.")
    assert bar.isVisibleTo(None)
    bar.tell("“a.txt” is empty; choose another file.")
    assert len(bar.sentences) == 1


def test_the_newest_are_in_sight_and_one_that_is_dismissed_makes_room_for_an_older(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    for number in range(MAX_NOTICES + 2):
        bar.tell(f"Sentence {number}.")
    bar.show()
    qtbot.waitUntil(
        lambda: sum(button.isVisible() for button in bar.findChildren(QPushButton)) == MAX_NOTICES
    )
    buttons = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert buttons[0].accessibleName() == "Dismiss: Sentence 2."
    assert buttons[-1].accessibleName() == f"Dismiss: Sentence {MAX_NOTICES + 1}."
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert (bar.sentences[0], bar.sentences[-1]) == ("Sentence 1.", "Sentence 0.")
    bar.dismiss("Sentence 1.")
    assert len(bar.sentences) == MAX_NOTICES
    bar.clear()
    assert not bar.sentences
    assert not bar.isVisible()


def test_a_long_sentence_takes_the_lines_it_needs(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.tell("Short.")
    with qtbot.waitExposed(bar):
        bar.show()
    one_line = bar.sizeHint().height()
    bar.clear()
    bar.tell("A sentence that is rather long. " * 12)
    qtbot.waitUntil(lambda: bar.sizeHint().height() > 1.5 * one_line)


def test_what_a_file_is_called_is_no_markup(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.tell("“<b>x</b>.txt” is empty.")
    assert bar.sentences == ("“<b>x</b>.txt” is empty.",)
