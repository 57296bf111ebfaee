"""What the styles and numberings of a Word document say of its paragraphs."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from crossread.read.numbering import figure
from crossread.read.office import Role
from crossread.text.form import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL: Final = f"{W}val"
_MARKS: dict[str, Style] = {"b": "strong", "i": "emphasis", "strike": "strike", "dstrike": "strike"}
_OFF = frozenset(("0", "false", "off", "none"))
_DEEPEST = 20  # styles that a style is based on, one on the other


def styles_of(properties: "_Element | None") -> dict[Style, bool]:
    """What the properties of a run say of its emphasis: on, off, or nothing."""
    found: dict[Style, bool] = {}
    if properties is None:
        return found
    for child in properties:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _MARKS:
            found[_MARKS[name]] = child.get(VAL, "true") not in _OFF
        elif name == "u":
            found["underline"] = child.get(VAL, "single") not in _OFF
        elif name == "vertAlign":
            found["superscript"] = child.get(VAL) == "superscript"
            found["subscript"] = child.get(VAL) == "subscript"
    return found


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says of a paragraph.

    Attributes:
        level: of a heading, else 0.
        role: "title", "caption", "quotation" or nothing.
        numbering: id and level of the list it belongs to, or None.
    """

    level: int = 0
    role: Role = ""
    numbering: tuple[str, int] | None = None


class StyleSheet:
    """The styles of a document by their ids.

    Args:
        root: of its part ``styles.xml``, or None.
    """

    def __init__(self, root: "_Element | None" = None) -> None:
        self._styles = (
            {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        )
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, dict[Style, bool]] = {}

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """What a style, and those it is based on, say of a paragraph."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._paragraph(style_id)
        return self._paragraphs[style_id]

    def run(self, style_id: str) -> dict[Style, bool]:
        """What a style, and those it is based on, say of the emphasis of a run."""
        if style_id not in self._runs:
            found: dict[Style, bool] = {}
            for style in reversed(self._chain(style_id)):
                found |= styles_of(style.find(f"{W}rPr"))
            self._runs[style_id] = found
        return self._runs[style_id]

    def _chain(self, style_id: str) -> "list[_Element]":
        chain: list[_Element] = []
        while style_id in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style_id])
            base = chain[-1].find(f"{W}basedOn")
            style_id = "" if base is None else base.get(VAL, "")
        return chain

    def _paragraph(self, style_id: str) -> ParagraphStyle:
        level, numbering = 0, None
        role: Role = ""
        for style in self._chain(style_id):
            name_element = style.find(f"{W}name")
            name = "" if name_element is None else name_element.get(VAL, "").lower()
            properties = style.find(f"{W}pPr")
            if not level:
                level = _level(name, properties)
            if not role:
                role = "title" if name == "title" else "caption" if name == "caption" else (
                    "quotation" if name in ("quote", "intense quote", "quotations", "block text") else ""
                )  # fmt: skip
            if numbering is None and properties is not None:
                numbering = numbering_of(properties)
        return ParagraphStyle(level, role, numbering)


def _level(name: str, properties: "_Element | None") -> int:
    outline = None if properties is None else properties.find(f"{W}outlineLvl")
    if (
        outline is not None
        and (value := outline.get(VAL, "")).isdecimal()
        and len(value) == 1
        and int(value) < 9
    ):
        return int(value) + 1
    tail = name.removeprefix("heading ")
    return int(tail) if tail != name and tail.isdecimal() and len(tail) == 1 and tail != "0" else 0


def numbering_of(properties: "_Element") -> tuple[str, int] | None:
    """Id and level of the list that the properties of a paragraph name; ("0", 0) where they take it out of one."""
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return None
    id_element, level_element = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
    level = "0" if level_element is None else level_element.get(VAL, "0")
    if id_element is None:
        return None
    return id_element.get(VAL, "0"), int(level) if level.isdecimal() and len(level) == 1 else 0


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far they have counted."""

    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: "_Element") -> "Numbering":
        """The lists in a part ``numbering.xml``."""
        found = cls()
        for number in root.iter(f"{W}num"):
            base = number.find(f"{W}abstractNumId")
            found._abstract[number.get(f"{W}numId", "")] = "" if base is None else base.get(VAL, "")
        for abstract in root.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.iter(f"{W}lvl"):
                depth = level.get(f"{W}ilvl", "0")
                if depth.isdecimal() and len(depth) == 1:
                    found._levels[key, int(depth)] = _level_of(level)
        return found

    def lead(self, number: str, depth: int) -> str:
        """The bullet or number of the next paragraph of a list; empty where it has none."""
        key = self._abstract.get(number, "")
        level = self._levels.get((key, depth))
        if level is None:
            return ""
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.form == "none" or not level.text:
            return ""
        if level.form == "bullet":
            return "• "
        text = level.text
        for d in range(depth + 1):
            above = self._levels.get((key, d), level)
            text = text.replace(f"%{d + 1}", figure(counts.get(d, above.start), above.form))
        return f"{text} "


def _level_of(level: "_Element") -> _Level:
    def said(name: str, default: str) -> str:
        element = level.find(f"{W}{name}")
        return default if element is None else str(element.get(VAL, default))

    start = said("start", "1")
    return _Level(
        said("numFmt", "decimal"),
        said("lvlText", ""),
        int(start) if start.isdecimal() and len(start) < 7 else 1,
    )
