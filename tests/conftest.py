"""What all tests share: without the libraries that Qt needs, the window's tests fail in plain words, the rest runs."""

import importlib
import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_UI_TESTS = Path(__file__).parent / "ui"


def _qt_problem() -> str:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"Qt could not be loaded ({error}); install the system packages that the README names."
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Report the window's tests in red where Qt cannot start, instead of skipping them."""
    problem = _qt_problem()
    if problem:
        for item in items:
            if _UI_TESTS in item.path.parents:
                item.runtest = lambda: pytest.fail(problem, pytrace=False)  # type: ignore[method-assign]
