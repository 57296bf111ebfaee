"""Whatever is written on a ground of its own in the style sheets of the page can be read, in every palette."""

import re
from collections.abc import Iterator

import pytest

from crossread.paths import resource
from crossread.present.palette import PALETTES, MarkColours, Palette
from report.test_html_report import contrast

SHEETS = ("report.css", "facts.css", "claims.css", "review.css", "phone.css")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
INK = re.compile(r"(?:^|;)(?:color|fill):var\(--([a-z-]+)\)")
GROUND = re.compile(r"(?:^|;)background(?:-color)?:var\(--([a-z-]+)\)")
PAGE = ("ground", "pane", "raised")
"""What may lie below a text whose rule sets no ground."""


def colours(palette: Palette) -> dict[str, str]:
    """The colours of a palette by the names of their variables."""
    found = {}
    for name in (*Palette.__dataclass_fields__, "character"):
        value = getattr(palette, name)
        key = name.replace("_", "-")
        if isinstance(value, MarkColours):
            found |= {key: value.ink, f"{key}-ground": value.ground, f"{key}-line": value.line}
        else:
            found[key] = value
    return found


def pairs() -> Iterator[tuple[str, str, str]]:
    """Every rule that sets an ink, with each ground that it may stand on."""
    for sheet in SHEETS:
        text = re.sub(r"/\*.*?\*/", "", resource("report", sheet).read_text(encoding="utf-8"), flags=re.S)
        for selector, rules in RULE.findall(text):
            ink, ground = INK.search(rules), GROUND.search(rules)
            if ink:
                for below in (ground[1],) if ground else PAGE:
                    yield selector.strip(), ink[1], below


def test_rules_with_inks_are_found():
    assert len({selector for selector, _, _ in pairs()}) > 25
    assert ("contradiction", "contradiction-ground") in {(ink, ground) for _, ink, ground in pairs()}


@pytest.mark.parametrize("theme", PALETTES)
def test_every_ink_can_be_read_on_its_ground(theme):
    known = colours(PALETTES[theme])
    poor = {
        (selector, ink, ground): round(contrast(known[ink], known[ground]), 2)
        for selector, ink, ground in pairs()
        if ink != "chip-ink"
        or ground == "chip"  # which stands on chips only, whose ground another rule may set
        if contrast(known[ink], known[ground]) < 4.5
    }
    assert not poor
