"""The colours of the window and of the reports, light, dark and high-contrast."""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark", "contrast"]


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Ink and ground of a kind of mark, as #rrggbb; ``line`` draws its box or underline."""

    ink: str
    ground: str
    line: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by the role it plays, as #rrggbb; ``letters`` has those chosen for documents, by their ids.

    Attributes:
        ground: behind panels, between what stands on them.
        pane: of panels and of the page.
        raised: of what stands out from a panel: cards, fields, dialogs.
        ink, dim, faint: of words, of what is said beside them, and of what need not be read.
        line: of rules and frames.
        selection, selection_bar: behind the selected row, and of the bar at its edge and the ring of the keyboard.
        chip, chip_ink: of small dark labels, and of the words in them.
        number, contradiction, wording, hedge, spun, moved, found: of the kinds of marks.
        letters: colours chosen for documents, by their ids.
    """

    ground: str
    pane: str
    raised: str
    ink: str
    dim: str
    faint: str
    line: str
    selection: str
    selection_bar: str
    chip: str
    chip_ink: str
    number: MarkColours
    contradiction: MarkColours
    wording: MarkColours
    hedge: MarkColours
    spun: MarkColours
    moved: MarkColours
    found: MarkColours
    letters: tuple[tuple[str, str], ...] = ()

    @property
    def character(self) -> MarkColours:
        """Of words with hidden characters: as grave as a contradiction, and told from it by shape."""
        return self.contradiction


LIGHT = Palette(
    ground="#f3f2ee", pane="#fbfaf7", raised="#ffffff", ink="#1d1d1b", dim="#66635b",
    faint="#a8a49a", line="#dedbd2",
    selection="#fff6d8", selection_bar="#d8a400", chip="#2b2b28", chip_ink="#ffffff",
    number=MarkColours("#134f8f", "#e3eefa", "#134f8f"),
    contradiction=MarkColours("#9a3b00", "#fde7d6", "#9a3b00"),
    wording=MarkColours("#0d6b63", "#e2f3f0", "#0d6b63"),
    hedge=MarkColours("#6b5600", "#faf3d9", "#6b5600"),
    spun=MarkColours("#6a2c91", "#f1e6f8", "#6a2c91"),
    moved=MarkColours("#4d4a42", "#e8e5dc", "#8a867b"),
    found=MarkColours("#1d1d1b", "#ffd84d", "#b98a00"),
)  # fmt: skip
DARK = Palette(
    ground="#1b1b1d", pane="#222225", raised="#29292c", ink="#e9e6df", dim="#a5a197",
    faint="#6d6a64", line="#38373a",
    selection="#35301c", selection_bar="#e0b020", chip="#e9e6df", chip_ink="#1b1b1d",
    number=MarkColours("#8ab8ee", "#1f3247", "#8ab8ee"),
    contradiction=MarkColours("#ffab73", "#4a2a14", "#ffab73"),
    wording=MarkColours("#6fd0c4", "#173733", "#6fd0c4"),
    hedge=MarkColours("#d9bd62", "#383016", "#d9bd62"),
    spun=MarkColours("#d3a2f0", "#3a2748", "#d3a2f0"),
    moved=MarkColours("#bdb9af", "#323235", "#8a867b"),
    found=MarkColours("#1b1b1d", "#e0b020", "#ffd84d"),
)  # fmt: skip
CONTRAST = Palette(
    ground="#000000", pane="#000000", raised="#000000", ink="#ffffff", dim="#ffffff",
    faint="#c0c0c0", line="#ffffff",
    selection="#2a2200", selection_bar="#ffff00", chip="#ffffff", chip_ink="#000000",
    number=MarkColours("#7fd4ff", "#000000", "#7fd4ff"),
    contradiction=MarkColours("#ffb000", "#000000", "#ffb000"),
    wording=MarkColours("#5effe6", "#000000", "#5effe6"),
    hedge=MarkColours("#ffee80", "#000000", "#ffee80"),
    spun=MarkColours("#f0b3ff", "#000000", "#f0b3ff"),
    moved=MarkColours("#ffffff", "#000000", "#ffffff"),
    found=MarkColours("#000000", "#ffff00", "#ffff00"),
)  # fmt: skip
PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
