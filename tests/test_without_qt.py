"""Where Qt cannot be loaded the core's tests run, and each module that needs it fails in plain words."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def test_modules_that_could_not_run_are_failures(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: no such file')")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/working/test_work.py",
         "tests/ui/grid/test_selection.py", "tests/ui/facts/test_facts_view.py", "tests/test_settings.py"],
        cwd=TESTS.parent, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "not run: Qt could not be loaded (libEGL.so.1: no such file)" in done.stdout
    assert "3 failed" in done.stdout and " passed" in done.stdout
