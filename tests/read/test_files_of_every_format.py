"""Small files of every format, made by the programs people use, each with the text expected of it beside it.

``make_files.py`` made them. With CROSSREAD_REWRITE_EXPECTED set, what is read now is kept as expected; read the
difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from crossread.read import Isolation, Reading, read_documents
from read.described import described

FILES = Path(__file__).parent / "files"
SEEDS = Path(__file__).parents[2] / "seeds"
REFUSED = ("report.doc", "locked.pdf", "scan.pdf")
NAMES = sorted(
    path.name
    for path in FILES.iterdir()
    if path.is_file() and path.suffix != ".txt" and path.name not in REFUSED
)


@pytest.fixture(scope="module")
def reading():
    with Isolation() as isolation:
        yield Reading(isolation=isolation)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read(name: str, reading: Reading) -> None:
    found = read_documents(FILES / name, 0, reading)
    text = "\n".join([*map(described, found.documents), *found.notes])
    expected = FILES / f"{name}.expected.txt"
    if os.environ.get("CROSSREAD_REWRITE_EXPECTED"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
