"""Rich text (RTF): tracked changes as accepted, footnotes, tables, headers and footers; comments left out.

striprtf, the package for it, keeps deleted text as if it stood there, drops footnotes and makes 106 of 10 to the power
of 6; so the controls that matter are read here, by the Rich Text Format Specification 1.9.1.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from crossread.errors import ReadError
from crossread.read.builder import BREAK, PLAIN, Run, TextBuilder, split_at_breaks
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.limits import DEFAULT, Limits
from crossread.read.office import counted
from crossread.read.repair import Repair
from crossread.read.rtf_tokens import Token, charset, code_page, tokens
from crossread.text.blocks import BlockKind
from crossread.text.form import Style

_SKIPPED: Final = frozenset(
    "colortbl listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles "
    "pict objdata nonshppict shprslt xmlnstbl pnseclvl pgdsctbl bkmkstart bkmkend filetbl fchars lchars template "
    "operator company keywords doccomm comment category manager hlinkbase atnid atnauthor atnref atndate atrfstart "
    "atrfend footnotesep ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn datafield formfield private xe tc tcn "
    "mmathPr wgrffmtfilter printim revtim buptim userprops docvar protusertbl sp picprop".split()
)
_TARGETS: Final = {
    "header": "furniture", "headerl": "furniture", "headerr": "furniture", "headerf": "furniture",
    "footer": "furniture", "footerl": "furniture", "footerr": "furniture", "footerf": "furniture",
    "footnote": "note", "annotation": "comment", "shptxt": "box", "listtext": "lead", "pntext": "lead",
}  # fmt: skip
_SIGNS: Final = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": " ", "column": " ", "softline": " ",
}  # fmt: skip
_TOGGLES: Final[dict[str, Style]] = {
    "b": "strong", "i": "emphasis", "ul": "underline", "uld": "underline", "uldb": "underline", "ulw": "underline",
    "strike": "strike", "striked": "strike", "super": "superscript", "sub": "subscript",
}  # fmt: skip
_SYMBOLS: Final = {"~": "\xa0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
_ROMAN_DATE = ("yr", "mo", "dy")


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    styles: frozenset[Style] = PLAIN
    hidden: bool = False
    deleted: bool = False
    skipped: bool = False
    encoding: str = ""
    after_unicode: int = 1  # characters to pass over that stand in for one of Unicode
    target: str = ""  # that this group began
    table: str = ""  # "fonttbl", "stylesheet" or "info" while inside it
    key: str = ""  # what of it is being told


@dataclass(slots=True)
class _Paragraph:
    """What holds for a paragraph until it is reset."""

    style: int = 0
    level: int = 0
    in_table: bool = False
    depth: int = 0
    listed: bool = False


@dataclass(slots=True)
class _Flow:
    """A text in the making: the body, a note, a box."""

    runs: list[Run] = field(default_factory=list)
    cells: list[list[Run]] = field(default_factory=list)
    lead: str = ""
    paragraph: _Paragraph = field(default_factory=_Paragraph)


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a rich text file.

    Raises:
        ReadError: it is nested without end.
    """
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    walk = _Walk(builder, source.limits)
    walk.over(source.data)
    return (
        Extract(
            "Rich text", builder.text(), tuple(builder.blocks), builder.form(), author=walk.info.get("author", ""),
            file_date=walk.day(), left_out=counted(walk.left_out), mojibake=repair.met,
        ),
    )  # fmt: skip


def plain_text(data: bytes) -> str:
    """The text of rich text, a paragraph a line.

    Raises:
        ReadError: it is nested without end.
    """
    builder = TextBuilder(DEFAULT.text)
    _Walk(builder, DEFAULT).over(data)
    return builder.text()


class _Walk:
    """Tokens of rich text, one after the other, into a text.

    Attributes:
        info: what the file says of itself.
        left_out: how many of what was left out.
    """

    def __init__(self, builder: TextBuilder, limits: Limits) -> None:
        self.info: dict[str, str] = {}
        self.left_out: Counter[str] = Counter()
        self._builder = builder
        self._limits = limits
        self._state = _State()
        self._states: list[_State] = []
        self._flow = _Flow()
        self._flows: list[_Flow] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._styles: dict[int, tuple[int, str]] = {}  # level and name of the styles of paragraphs
        self._style = 0
        self._notes: list[list[Run]] = []
        self._furniture: list[list[Run]] = []
        self._bytes = bytearray()
        self._pass_over = 0
        self._optional = False  # whether the next word is a destination that may be passed over

    def over(self, data: bytes) -> None:
        """Read all of a file."""
        for token in tokens(data):
            if token.kind != "byte":
                self._flush_bytes()
            self._take(token)
        self._flush_bytes()
        self._end_paragraph()
        while self._flows:
            self._flow = self._flows.pop()
            self._end_paragraph()
        self._builder.end_table()
        for number, note in enumerate(self._notes, 1):
            self._builder.add([(f"[{number}] ", PLAIN), *note], "list item")
        for text in self._furniture:
            self._builder.add(text, "boilerplate")

    def day(self) -> str | None:
        """When the file was made."""
        year, month, day = (self.info.get(f"creatim {key}", "") for key in _ROMAN_DATE)
        return f"{int(year):04}-{int(month):02}-{int(day):02}" if year and month and day else None

    def _take(self, token: Token) -> None:
        if token.kind == "open":
            if len(self._states) >= self._limits.depth:
                raise ReadError("has groups nested without end; it may be made to do harm, so save it anew")
            self._states.append(self._state)
            self._state = replace(self._state, target="", key=self._state.key if self._state.table else "")
        elif token.kind == "close":
            self._close()
        elif token.kind == "byte":
            if self._pass_over:
                self._pass_over -= 1
            else:
                self._bytes.append(int(token.text, 16))
        elif token.kind == "text":
            self._text(token.text)
        elif token.kind == "symbol":
            self._symbol(token.text)
        else:
            self._word(token.text, token.number)

    def _close(self) -> None:
        ended = self._state
        if not self._states:
            return
        self._state = self._states.pop()
        if ended.target in ("note", "box", "furniture", "comment"):
            self._leave(ended.target)

    def _leave(self, target: str) -> None:
        flow = self._flow
        if target == "box":
            self._end_paragraph()
        self._flow = self._flows.pop() if self._flows else _Flow()
        if target == "note":
            self._notes.append(flow.runs)
        elif target == "furniture" and any(text.strip() for text, _ in flow.runs):
            plain = ["".join(text for text, _ in known) for known in self._furniture]
            if "".join(text for text, _ in flow.runs) not in plain:
                self._furniture.append(flow.runs)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._optional = True
        elif symbol in _SYMBOLS:
            self._add(_SYMBOLS[symbol])
        elif symbol in "\r\n":
            self._end_paragraph()

    def _text(self, text: str) -> None:
        if self._pass_over:
            cut = min(self._pass_over, len(text))
            self._pass_over -= cut
            text = text[cut:]
        if self._state.table:
            self._tell(text)
        elif text.isascii():
            self._add(text)
        else:
            self._add(text.encode("latin-1").decode(self._state.encoding or self._encoding, "replace"))

    def _flush_bytes(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            text = data.decode(self._state.encoding or self._encoding, "replace")
            if self._state.table:
                self._tell(text)
            else:
                self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or state.table or not text:
            return
        if state.hidden or state.deleted:
            return
        if state.target == "lead" or any(outer.target == "lead" for outer in self._states[-3:]):
            self._flow.lead += text
            self._flow.paragraph.listed = True
        else:
            self._flow.runs.append((text, state.styles))

    # ---- control words

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word in _TARGETS:
            self._enter(_TARGETS[word])
        elif word in ("fonttbl", "stylesheet", "info"):
            self._state.table = word
        elif word in _SKIPPED or (optional and word not in ("shpinst", "cs")) or word == "fldinst":
            self._state.skipped = True
        elif self._state.table and word != "u":
            self._tell_word(word, number)
        elif not self._state.skipped:
            self._said(word, number)

    def _enter(self, target: str) -> None:
        if self._state.skipped or self._state.table:
            return
        self._state.target = target
        if target == "comment":
            self.left_out["comment"] += 1
            self._state.skipped = True
        if target in ("note", "box", "furniture", "comment"):
            self._flows.append(self._flow)
            self._flow = _Flow()
            self._state.styles = PLAIN

    def _said(self, word: str, number: int | None) -> None:
        state = self._state
        if word in _TOGGLES:
            style: frozenset[Style] = frozenset({_TOGGLES[word]})
            state.styles = state.styles - style if number == 0 else state.styles | style
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word == "u" and number is not None:
            self._add_unicode(number)
        elif action := _ACTIONS.get(word):
            if state.target != "lead":  # the bullet's own form, not that of its paragraph
                action(self, number)
        elif word in ("ulnone", "nosupersub"):
            gone: frozenset[Style] = frozenset(
                {"underline"} if word == "ulnone" else {"superscript", "subscript"}
            )
            state.styles -= gone

    def _add_unicode(self, number: int) -> None:
        code = number % 65_536
        self._pass_over = self._state.after_unicode
        if self._state.table:
            self._tell(chr(code) if not 0xD800 <= code <= 0xDFFF else "")
            return
        runs = self._flow.runs
        if 0xDC00 <= code <= 0xDFFF and runs and runs[-1][0] and "\ud800" <= runs[-1][0][-1] <= "\udbff":
            high = ord(runs[-1][0][-1])
            runs[-1] = (
                runs[-1][0][:-1] + chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00),
                runs[-1][1],
            )
        else:
            self._add(chr(code))

    def _raise(self, number: int | None) -> None:
        moved: frozenset[Style] = frozenset({"superscript", "subscript"})
        raised: frozenset[Style] = frozenset({"superscript"} if number is None or number > 2 else ())
        self._state.styles = (self._state.styles - moved) | raised

    def _choose_font(self, number: int | None) -> None:
        self._state.encoding = self._fonts.get(number or 0, "")

    def _delete(self, number: int | None) -> None:
        if number != 0 and not self._state.deleted:
            self.left_out["deleted change"] += 1
        self._state.deleted = number != 0

    def _hide(self, number: int | None) -> None:
        self._state.hidden = number != 0

    def _plain(self, _number: int | None) -> None:
        self._state.styles, self._state.hidden, self._state.deleted = PLAIN, False, False

    def _note_mark(self, _number: int | None) -> None:
        if not self._flows:
            self._flow.runs.append((f"[{len(self._notes) + 1}]", PLAIN))

    def _unicode_width(self, number: int | None) -> None:
        self._state.after_unicode = min(max(number or 0, 0), 8)

    def _code_page(self, number: int | None) -> None:
        self._encoding = code_page(number or 1252)

    # ---- paragraphs and tables

    def _reset(self, _number: int | None) -> None:
        self._flow.paragraph = _Paragraph()

    def _choose_style(self, number: int | None) -> None:
        self._flow.paragraph.style = number or 0

    def _choose_level(self, number: int | None) -> None:
        self._flow.paragraph.level = number + 1 if number is not None and 0 <= number < 9 else 0

    def _choose_depth(self, number: int | None) -> None:
        self._flow.paragraph.depth = min(max(number or 0, 0), 20)

    def _break(self, _number: int | None) -> None:
        self._flow.runs.append(BREAK)

    def _end_paragraph(self, _number: int | None = None) -> None:
        flow = self._flow
        if flow.paragraph.in_table and not self._flows:
            flow.runs.append((" ", PLAIN))  # a paragraph inside a cell
            return
        if self._flows and self._flows_into_one():
            flow.runs.append((" ", PLAIN))
            return
        runs, flow.runs = flow.runs, []
        lead, flow.lead = " ".join(flow.lead.split()), ""
        if any(text.strip() for text, _ in runs):
            self._builder.end_table()
        kind, level = self._kind(lead)
        lead = "• " if lead and not any(c.isalnum() for c in lead) else f"{lead} " if lead else ""
        for part in split_at_breaks(runs):
            if self._builder.add(part, kind, level, lead):
                lead = ""

    def _flows_into_one(self) -> bool:
        """Whether paragraphs go together here: notes and headers are one each."""
        return not any(state.target == "box" for state in [self._state, *self._states])

    def _kind(self, lead: str) -> tuple[BlockKind, int]:
        paragraph = self._flow.paragraph
        level, name = self._styles.get(paragraph.style, (0, ""))
        level = paragraph.level or level
        if level or name == "title":
            return "heading", level or 1
        if lead:
            return "list item", paragraph.depth + 1
        if name in ("quote", "quotations", "intense quote", "block text"):
            return "quotation", 0
        return ("caption", 0) if name == "caption" else ("text", 0)

    def _end_cell(self, _number: int | None) -> None:
        self._flow.cells.append(self._flow.runs)
        self._flow.runs = []

    def _end_row(self, _number: int | None) -> None:
        cells, self._flow.cells = self._flow.cells, []
        if len(cells) > 1:
            self._builder.row(cells)
        elif cells:
            self._builder.add(cells[0])

    def _begin_table_paragraph(self, _number: int | None) -> None:
        self._flow.paragraph.in_table = True

    # ---- what stands before the text

    def _tell(self, text: str) -> None:
        state = self._state
        if state.table == "info" and state.key:
            self.info[state.key] = (self.info.get(state.key, "") + text)[:500]
        elif state.table == "stylesheet":
            level, name = self._styles.get(self._style, (0, ""))
            self._styles[self._style] = (level, (name + text).partition(";")[0].strip().lower()[:60])

    def _tell_font(self, word: str, number: int) -> None:
        if word == "f":
            self._font = number
        elif word == "fcharset" and (name := charset(number)):
            self._fonts[self._font] = name
        elif word == "cpg":
            self._fonts[self._font] = code_page(number)

    def _tell_word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.table == "fonttbl":
            self._tell_font(word, number or 0)
        elif state.table == "stylesheet":
            if word == "s":
                self._style = number or 0
            elif word == "cs":
                self._style = -1
            elif word == "outlinelevel" and number is not None and 0 <= number < 9:
                self._styles[self._style] = (number + 1, self._styles.get(self._style, (0, ""))[1])
        elif word in _ROMAN_DATE and state.key == "creatim":
            self.info[f"creatim {word}"] = str(number or 1)
        else:
            state.key = word
            if state.table == "info":
                self.info[word] = ""


_ACTIONS: Final[dict[str, Callable[[_Walk, int | None], None]]] = {
    "par": _Walk._end_paragraph, "sect": _Walk._end_paragraph, "page": _Walk._end_paragraph, "pard": _Walk._reset,
    "plain": _Walk._plain, "cell": _Walk._end_cell, "row": _Walk._end_row, "intbl": _Walk._begin_table_paragraph,
    "line": _Walk._break, "s": _Walk._choose_style, "outlinelevel": _Walk._choose_level, "ilvl": _Walk._choose_depth,
    "f": _Walk._choose_font, "uc": _Walk._unicode_width, "ansicpg": _Walk._code_page, "v": _Walk._hide,
    "deleted": _Walk._delete, "up": _Walk._raise, "chftn": _Walk._note_mark,
}  # fmt: skip
