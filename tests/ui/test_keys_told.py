"""The keys that the README and the manual page tell of are those of the window."""

import re
from pathlib import Path

from crossread.paths import resource
from crossread.ui.actions import entries
from crossread.ui.helping import dialogs
from crossread.ui.views import FILTER_KEYS

README = Path(__file__).parents[2] / "README.md"
OWN = ("arrows", "Enter", "Space", "[", "]")  # of the views, which no menu has
MODIFIER = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?=.)")


def in_menus() -> set[str]:
    return {key.lower() for entry in entries() for key in entry.keys} | {key.lower() for key in FILTER_KEYS}


def told_in_readme() -> list[str]:
    """Each key of the table, with the modifiers that it shares with the one before it."""
    table = README.read_text(encoding="utf-8").partition("### Keys")[2].partition("### Command line")[0]
    keys: list[str] = []
    for row in table.splitlines():
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        for cell in cells[::2]:
            shared = ""
            for key in re.findall(r"`([^`]+)`(?!\+?click)", cell):
                modifier = MODIFIER.match(key)
                shared = modifier.group() if modifier else shared
                whole = modifier or key in OWN or re.fullmatch(r"F\d+", key)
                keys.append(key if whole else shared + key)
    return keys


def test_the_readme_tells_of_keys_that_there_are() -> None:
    told = told_in_readme()
    assert len(told) > 60
    assert [key for key in told if key not in OWN and key.lower() not in in_menus()] == []


def test_the_manual_page_tells_of_keys_that_there_are() -> None:
    page = resource("man", "crossread.1").read_text(encoding="utf-8")
    told = re.findall(r"\(((?:Ctrl\+\S+?|F\d+|[a-z]))\)", page)
    assert len(told) > 10
    stage = {keys for _, keys in dialogs.PRESENTATION_KEYS}
    assert [key for key in told if key.lower() not in in_menus() and key not in stage] == []
