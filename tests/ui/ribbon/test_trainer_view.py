"""The trainer's side of the Ribbon on real widgets."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import comparisons
from crossread.paths import seeds
from crossread.present.trainer import BLANK, Lesson, Swap, lesson
from crossread.settings import Settings
from crossread.text.span import Span
from crossread.ui.ribbon.trainer import PROJECTED, ZOOM, Trainer
from crossread.ui.window import MainWindow
from ui.windows import opened, write

COPY = (
    "# Tremendous gale hits seaside city",
    "The tremendous gale struck the seaside city on Monday, and no one was prepared for it.",
    *(f"Filler sentence number {number} says nothing much at all about anything." for number in range(40)),
    "“We by no means noticed such a gale,” the mayor stated.",
    "Nobody was harm.",
)
PAIRS = {"gale": "storm", "seaside city": "coastal town", "by no means noticed": "never saw", "harm": "hurt"}


def made(number: int = 2) -> Lesson:
    copy = comparisons.document(number, COPY)
    swaps = []
    for swap, original in PAIRS.items():
        start = copy.text.find(swap)
        while start >= 0:
            place = Span(start, start + len(swap))
            why = f"“{swap}” is what spinners make of “{original}”."
            swaps.append(Swap(place, (original, "tempest"), why, "rules", in_quotation=swap.startswith("by")))
            start = copy.text.find(swap, start + 1)
    return lesson(copy, swaps)


@pytest.fixture
def trainer(qtbot: QtBot) -> Trainer:
    widget = Trainer()
    qtbot.addWidget(widget)
    widget.resize(1280, 760)
    widget.set_lessons([made()])
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def left_text(trainer: Trainer) -> str:
    return trainer.view.leaves.documents[0].text


def words(trainer: Trainer) -> str:
    """What the ledger says below its lines."""
    return " ".join(label.text() for label in trainer.ledger.findChildren(QLabel) if label.isVisible())


def test_original_and_copy_stand_side_by_side_with_the_swap_joined(trainer: Trainer) -> None:
    assert trainer.says == "swap 1 of 4"
    assert "storm hits coastal town" in left_text(trainer)
    (tie,) = trainer.view.shown.selected
    assert tie.a.span.of(left_text(trainer)) == "storm"
    assert tie.b.span.of(made().copy.text) == "gale"
    assert trainer.view.leaves.heads[0].name.startswith("Likely original")
    assert not trainer.grab().isNull()


def test_a_presenters_keys_step_through_the_ledger(trainer: Trainer) -> None:
    seen = []
    for _ in range(4):
        seen.append(trainer.says)
        QTest.keyClick(trainer.view, Qt.Key.Key_PageDown)
    assert seen == [f"swap {number} of 4" for number in (1, 2, 3, 4)]
    assert trainer.says == "swap 1 of 4"
    QTest.keyClick(trainer.view, Qt.Key.Key_PageUp)
    assert trainer.says == "swap 4 of 4"
    assert trainer.strip.page.accessibleDescription() == (
        "As published: Nobody was harm. Repaired: Nobody was hurt."
    )


def assert_swap_in_sight(trainer: Trainer) -> None:
    """The current swap stands in what is seen of both columns."""
    (tie,) = trainer.view.shown.selected
    for place in (tie.a, tie.b):
        extent = trainer.view.spread.extent(place)
        assert extent is not None
        y = extent[1] - trainer.view.tops()[extent[0]]
        assert 0 <= y < trainer.view.viewport().height()


def test_the_swap_stepped_to_is_in_sight_in_both_columns(trainer: Trainer) -> None:
    trainer.step(-1)
    assert_swap_in_sight(trainer)


def test_guess_first_hides_everywhere_until_the_space_bar(trainer: Trainer) -> None:
    trainer.set_guessing(True)
    assert "storm" not in left_text(trainer)
    assert left_text(trainer).count(BLANK) == len(made().swaps)
    assert "storm" not in words(trainer)
    assert "storm" not in trainer.strip.page.accessibleDescription()
    assert "storm" not in trainer.view.accessibleDescription()
    index = trainer.ledger.view.model().index(0, 0)
    assert "storm" not in index.data()
    QTest.keyClick(trainer.view, Qt.Key.Key_Space)
    assert left_text(trainer).count("storm") == 3
    assert "coastal" not in left_text(trainer)
    assert "storm" in words(trainer)
    assert trainer.says == "swap 1 of 4"
    QTest.keyClick(trainer.view, Qt.Key.Key_Space)  # nothing hidden here any more: go on
    assert trainer.says == "swap 2 of 4"
    assert "coastal" not in left_text(trainer)
    trainer.set_guessing(False)
    assert BLANK not in left_text(trainer)
    trainer.set_guessing(True)
    assert "storm" not in left_text(trainer)


def test_a_click_on_a_blank_reveals_it(trainer: Trainer) -> None:
    trainer.set_guessing(True)
    blank = trainer.view.leaves.ties[1].a
    rect = trainer.view.spread.rects(0, blank.span)[0]
    point = rect.center().toPoint()
    point.setY(round(rect.center().y() - trainer.view.tops()[0]))
    QTest.mouseClick(trainer.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert "coastal town" in left_text(trainer)
    assert "storm" not in left_text(trainer)


def test_a_click_in_either_column_goes_to_the_swap(trainer: Trainer) -> None:
    tie = trainer.view.leaves.ties[1]
    for column, place in ((0, tie.a), (1, tie.b)):
        trainer.go(0)
        rect = trainer.view.spread.rects(column, place.span)[0]
        point = rect.center().toPoint()
        point.setY(round(rect.center().y() - trainer.view.tops()[column]))
        QTest.mouseClick(trainer.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert trainer.says == "swap 2 of 4"
        assert "coastal town" in words(trainer)


def test_the_ledger_is_sorted_searched_and_leads_to_every_place(trainer: Trainer) -> None:
    assert trainer.ledger.rows == (0, 1, 2, 3)
    trainer.ledger.set_order("swap")
    assert trainer.ledger.rows == (2, 0, 3, 1)
    trainer.step(1)
    assert trainer.entry == 3
    trainer.ledger.field.setText("STORM")
    assert trainer.ledger.rows == (0,)
    trainer.go(0)
    assert trainer.says == "swap 1 of 1"
    places = trainer.ledger.places
    assert [button.text() for button in places] == ["1", "2", "3"]
    places[2].click()
    (tie,) = trainer.view.shown.selected
    assert tie.b.span == made().swaps[made().entries[0].swaps[2]].span
    assert trainer.entry == 0
    trainer.ledger.field.setText("nowhere")
    assert trainer.ledger.rows == ()
    assert "No swap holds these words." in words(trainer)
    trainer.step(1)


def test_the_explanation_names_rule_and_quotation_marks(trainer: Trainer) -> None:
    trainer.go(2)
    said = words(trainer)
    assert "4 different swaps, 7 places." in said
    assert "is what spinners make of “never saw”" in said
    assert "inside quotation marks" in said


def test_the_projector_puts_the_ledger_away_and_has_a_size_of_its_own(trainer: Trainer) -> None:
    assert trainer.view.zoom == ZOOM
    trainer.set_projecting(True)
    assert not trainer.ledger.isVisible()
    assert trainer.view.zoom == PROJECTED
    trainer.view.zoom_in()
    trainer.set_projecting(False)
    assert trainer.ledger.isVisible()
    assert trainer.view.zoom == ZOOM
    trainer.set_projecting(True)
    assert trainer.view.zoom > PROJECTED
    QTest.keyClick(trainer.view, Qt.Key.Key_Escape)


def test_without_a_lesson_nothing_breaks(qtbot: QtBot) -> None:
    widget = Trainer()
    qtbot.addWidget(widget)
    widget.show()
    for act in (widget.reveal, widget.space, lambda: widget.step(1), lambda: widget.step_place(1)):
        act()
    widget.set_guessing(True)
    assert widget.says == "no swaps"
    assert not widget.grab().isNull()


# In the window


@pytest.fixture
def spun_window(qtbot: QtBot) -> MainWindow:
    files = sorted(path for path in seeds().iterdir() if path.suffix == ".txt")
    window = opened(qtbot, [files[0], files[2]], Settings(theme="light", view="ribbon"))
    window.resize(1280, 800)
    return window


def test_a_spun_copy_is_taught_in_the_window(spun_window: MainWindow, tmp_path: Path) -> None:
    window = spun_window
    training = window.views.training
    assert training.tools.pill("trainer").isVisible()
    training.tools.pill("trainer").click()
    trainer = training.trainer
    assert trainer.isVisible()
    assert not window.findings.isVisible()
    entries = {(entry.original, entry.swap) for entry in trainer.lesson.entries} if trainer.lesson else set()
    assert ("model", "mannequin") in entries
    first = training.tools.says
    window.actions_["next_finding"].trigger()
    assert training.tools.says != first
    window.actions_["guess"].trigger()
    assert trainer.guessing
    window.actions_["projector"].trigger()
    assert not trainer.ledger.isVisible()
    trainer.left.emit()
    assert trainer.ledger.isVisible()
    training.write(tmp_path / "ledger")
    rows = list(csv.reader((tmp_path / "ledger.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(entries) + 1
    window.actions_["trainer"].trigger()
    assert not trainer.isVisible()
    assert window.page.ribbon.view.isVisible()
    window.actions_["projector"].trigger()
    assert not window.left.isVisible()
    window.actions_["projector"].trigger()
    assert window.left.isVisible()


def test_masked_names_are_nowhere_in_the_window(spun_window: MainWindow) -> None:
    window = spun_window
    named = [(document.title, document.publisher, document.name) for document in window.session.documents]
    window.actions_["mask"].trigger()
    window.views.training.set_on(True)
    heads = [*window.page.ribbon.view.leaves.heads, *window.views.training.trainer.view.leaves.heads]
    said = " ".join([window.windowTitle(), *(f"{head.name} {head.detail}" for head in heads)])
    model = window.left.documents.view.model()
    said += " ".join(model.index(row, 0).data() for row in range(model.rowCount()))
    said += " ".join(action.text() for action in window.actions_.submenus["jump"].actions())
    for title, publisher, name in named:
        for word in (title, publisher, name):
            assert not word or word not in said
    assert "Document 1" in said
    assert "Document 2" in said
    assert not window.actions_.submenus["recent"].menuAction().isVisible()
    window.actions_["mask"].trigger()
    assert window.actions_.submenus["recent"].menuAction().isVisible()
    assert window.session.documents[0].title == named[0][0]


def test_without_spun_text_the_trainer_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, write(tmp_path), Settings(theme="light", view="ribbon"))
    told: list[str] = []
    window.session.told.connect(told.append)
    window.views.training.set_on(True)
    assert told == ["No document here was found to be spun, so there is no swap to show."]
    assert not window.views.training.on
    assert not window.actions_["trainer"].isEnabled()


def test_the_list_of_documents_says_which_one_is_spun(spun_window: MainWindow) -> None:
    model = spun_window.left.documents.view.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "spun" not in said[0]
    assert "spun: strong" in said[1]


def test_the_places_of_another_line_are_gone_at_once(trainer: Trainer) -> None:
    before = trainer.ledger.places
    assert len(before) == 3 and all(button.isVisible() for button in before)
    trainer.step(1)
    assert not any(button.isVisible() for button in before)


def test_the_current_line_stays_in_sight_when_room_is_taken_below(trainer: Trainer, qtbot: QtBot) -> None:
    view = trainer.ledger.view
    trainer.step(-1)
    view.setFixedHeight(40)
    qtbot.waitUntil(lambda: view.height() == 40)
    seen = view.visualRect(view.currentIndex())
    assert view.viewport().rect().intersects(seen)
    assert seen.bottom() <= view.viewport().rect().bottom() + 1


def test_the_swap_stays_in_sight_when_the_columns_get_other_room(trainer: Trainer, qtbot: QtBot) -> None:
    shown: list[object] = []
    trainer.view.resized.connect(lambda: shown.append(trainer.view.shown.selected))
    trainer.step(-1)
    with qtbot.waitSignal(trainer.view.resized):
        trainer.set_projecting(True)
    assert_swap_in_sight(trainer)
    assert shown
