"""Whole outputs kept in tests/expected: compared to the letter, written anew only when asked to."""

import os
from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"


def assert_expected(name: str, found: str) -> None:
    """Compare a whole output with the one that is kept.

    Args:
        name: of the file in tests/expected.
        found: what was put out now. With CROSSREAD_REWRITE_EXPECTED set it is kept in place of the old; read the
            difference before you commit it.
    """
    path = EXPECTED / name
    if os.environ.get("CROSSREAD_REWRITE_EXPECTED"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8"), f"differs from tests/expected/{name}"
