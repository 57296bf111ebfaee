"""What all tests share.

Without the system libraries that Qt needs, pytest-qt would end the whole run before its first test. So it is
left out then, the core's tests run, and every module of the window's tests fails in plain words.
"""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")

# How fast examples run is the machine's affair: a busy one must not turn a property red.
hypothesis.settings.register_profile(
    "crossread", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("crossread")

_UI_TESTS = Path(__file__).parent / "ui"


def _qt_problem() -> str:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return (
            f"not run: Qt could not be loaded ({error}); install the system packages that the README names."
        )
    return ""


_PROBLEM = _qt_problem()


class _NotRun(pytest.Item):
    """Stands for a module of the window's tests that could not run."""

    def runtest(self) -> None:
        pytest.fail(_PROBLEM, pytrace=False)


class _UnrunnableModule(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield _NotRun.from_parent(self, name="whole_module")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep pytest-qt from starting where Qt cannot; this hook runs before it does."""
    if _PROBLEM:
        pluginmanager.set_blocked("pytest-qt")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Put one failing item in the place of each module that needs Qt."""
    if _PROBLEM and _UI_TESTS in module_path.parents:
        return _UnrunnableModule.from_parent(parent, path=module_path)
    return None
