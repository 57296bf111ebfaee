"""What those hear who do not see the Grid."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from crossread.ui.grid import GridView


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_the_cells_of_the_selected_row_are_found_by_assistive_technology(grid: GridView) -> None:
    grid.select_row("R1")
    labels = grid.viewport().findChildren(QLabel)
    interfaces = [QAccessible.queryAccessibleInterface(label) for label in labels]
    assert [interface.text(QAccessible.Text.Name) for interface in interfaces] == [
        "A: Operators used nearly 25,000 fraudulent accounts. "
        "They held about 29 million exchanges with the model.",
        "B: The operators used twenty-five thousand fake accounts to hold twenty-nine million conversations.",
        "C: not in this document",
    ]
    stack = grid.sheet.stack(0)
    assert [label.y() for label in labels] == [round(stack.top(0))] * 3
    assert grid.accessibleDescription().startswith("Scale. Row 1 of 4, 2 of 3 documents. A: Operators used")


@pytest.mark.usefixtures("listening")
def test_what_is_heard_is_not_seen(grid: GridView) -> None:
    grid.select_row("R1")
    with_labels = grid.viewport().grab().toImage()
    for label in grid.viewport().findChildren(QLabel):
        label.hide()
    assert grid.viewport().grab().toImage() == with_labels


def test_nobody_listening_costs_nothing(grid: GridView) -> None:
    grid.select_row("R1")
    assert grid.viewport().findChildren(QLabel) == []
    assert "Operators used" in grid.accessibleDescription()
