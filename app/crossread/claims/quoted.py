"""Finds quoted stretches: straight and curly marks, single and nested ones, guillemets, several paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.text.document import Document
from crossread.text.span import Span

_MARK = re.compile("[\"'“”„‟«»‹›‘’‚‛「」『』＂]")
_CLOSERS: dict[str, str] = {
    "“": "”\"‟＂", "„": "“”\"‟", "‟": "”", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "‘": "’'", "‚": "‘’", "‛": "’", "「": "」", "『": "』", '"': '"”', "'": "'’", "＂": "＂",
}  # fmt: skip
_OPENS_FOR: dict[str, str] = {}
for _open, _closing in _CLOSERS.items():
    for _mark in _closing:
        _OPENS_FOR[_mark] = _OPENS_FOR.get(_mark, "") + _open
_ALWAYS_OPEN = frozenset("„‟‚‛「『")
_BEFORE_OPENING = frozenset("([{—–-/=:;,“‘«„\"'>*_…•·|")
_SINGLE = frozenset("'’‘‛‚")
_ELISIONS = re.compile(
    r"['’](?:\d0s\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|n['’]|neath\b|round\b|\d\d\b)", re.IGNORECASE
)
_MOST_LINES = 6  # so many paragraphs may go on with a quotation without a mark of their own
_DEEPEST = 3  # nesting deeper than this is damage, not quotation


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch.

    Attributes:
        parts: what is quoted, without marks; one part a paragraph.
        outer: from the first quotation mark to behind the last.
        depth: 0 for a quotation that stands in no other.
        paragraph, last_paragraph: numbers of the paragraphs in which it begins and ends.
    """

    parts: tuple[Span, ...]
    outer: Span
    depth: int
    paragraph: int
    last_paragraph: int

    @property
    def span(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def stretches(document: Document) -> tuple[Stretch, ...]:
    """The quoted stretches of a document that are no boilerplate, in the order of its text."""
    found: list[Stretch] = []
    pending: list[Span] = []
    pending_from = 0
    for number, start, end, is_block in _paragraphs(document):
        here, unclosed = _in_paragraph(document.text, start, end)
        continued = bool(pending) and any(
            span.start <= _first_visible(document.text, start) for span, _ in here
        )
        if is_block and not any(depth == 0 for _, depth in here):
            found.append(Stretch((Span(start, end),), Span(start, end), 0, number, number))
            here, unclosed, pending = [], None, []
        for span, depth in here:
            inner = _trimmed(document.text, Span(span.start + 1, span.end - 1))
            if not any(character.isalnum() for character in inner.of(document.text)):
                continue
            if continued and depth == 0 and span.start <= _first_visible(document.text, start):
                parts = (*pending, inner)
                found.append(Stretch(parts, Span(pending[0].start - 1, span.end), 0, pending_from, number))
            else:
                found.append(Stretch((inner,), span, depth, number, number))
        starts_quoted = unclosed is not None and unclosed <= _first_visible(document.text, start)
        runs_on = _runs_on(document.text, start, end, pending, here, unclosed)
        if runs_on is not None:
            pending.append(Span(start, runs_on))
            if runs_on < end:
                found.append(
                    Stretch(tuple(pending), Span(pending[0].start - 1, runs_on + 1), 0, pending_from, number)
                )
                pending = []
            continue
        if unclosed is None or (pending and not starts_quoted):
            pending = []
        if unclosed is not None:
            pending_from = pending_from if pending else number
            pending.append(Span(unclosed + 1, end))
    found.sort(key=lambda stretch: (stretch.outer.start, -stretch.outer.end))
    return tuple(found)


def _trimmed(text: str, span: Span) -> Span:
    """A stretch without the white space at its ends."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.end - (len(said) - len(said.rstrip()))))


def _runs_on(
    text: str, start: int, end: int, pending: Sequence[Span], here: Sequence[object], unclosed: int | None
) -> int | None:
    """How far a paragraph without an opening mark goes on with a quotation that was opened before it.

    Texts whose lines were broken anew do not open it again. Returns the end of the paragraph or the closing mark in
    it; None where it does not go on, or has gone on for too long to be believed.
    """
    if not pending or here or unclosed is not None or len(pending) > _MOST_LINES:
        return None
    closers = _CLOSERS.get(text[pending[0].start - 1], "")
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if mark.group() in closers and mark.group() not in _SINGLE:
            open_before = at == start or text[at - 1].isspace()
            return None if open_before else at
    return end


def _paragraphs(document: Document) -> Iterator[tuple[int, int, int, bool]]:
    """Number, start and end of each paragraph, and whether it is set off as a quotation."""
    passages = [passage for passage in document.passages if passage.kind != "boilerplate"]
    at = 0
    while at < len(passages):
        last = at
        while last + 1 < len(passages) and passages[last + 1].paragraph == passages[at].paragraph:
            last += 1
        block = all(passage.kind == "quotation" for passage in passages[at : last + 1]) and not _MARK.search(
            document.text, passages[at].span.start, passages[last].span.end
        )
        yield passages[at].paragraph, passages[at].span.start, passages[last].span.end, block
        at = last + 1


def _first_visible(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t>*•-—–\u200b":
        start += 1
    return start


def _in_paragraph(text: str, start: int, end: int) -> tuple[list[tuple[Span, int]], int | None]:
    """The quoted stretches of a paragraph with their marks and depth, and where one opens that is not closed."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    stack: list[_Open] = []
    open_now: Counter[str] = Counter()
    found: list[tuple[Span, int]] = []
    for number, at in enumerate(marks):
        mark = text[at]
        before = text[at - 1] if at > start else ""
        after = text[at + 1] if at + 1 < end else ""
        if mark in _SINGLE and _is_apostrophe(
            text, marks, number, bool(open_now["‘"] or open_now["'"] or open_now["‚"]), end
        ):
            continue
        closes = any(open_now[opening] for opening in _OPENS_FOR.get(mark, ""))
        if (
            mark == '"' and (not before or before.isspace()) and (not after or after.isspace())
        ):  # text whose marks were set apart by spaces
            if closes:
                _close(mark, at, stack, open_now, found)
            elif number + 1 < len(marks) and text.find('"', at + 1, end) > 0:
                stack.append(_Open(mark, at))
                open_now[mark] += 1
            continue
        can_open = (
            (not before or before.isspace() or before in _BEFORE_OPENING)
            and bool(after)
            and not after.isspace()
        )
        can_close = bool(before) and not before.isspace() and not (after.isalnum() and mark in "\"'")
        if closes and (
            can_close
            or (mark not in "\"'“" and not can_open)
            or (mark not in "\"'" and not _CLOSERS.get(mark))
        ):
            _close(mark, at, stack, open_now, found)
        elif (
            mark in _ALWAYS_OPEN
            or (mark in _CLOSERS and can_open and before not in ('"', "”"))
            or (mark in "“«‘" and not before.isalnum())
        ):
            if mark in "\"'" and open_now[mark]:
                _drop(mark, stack, open_now)
            stack.append(_Open(mark, at))
            open_now[mark] += 1
        elif closes and mark in '"”':
            _close(mark, at, stack, open_now, found)
    outermost = stack[0].at if stack and stack[0].mark in '“"«„「' else None
    return _with_depths(found), outermost


def _is_apostrophe(text: str, marks: Sequence[int], number: int, is_open: bool, end: int) -> bool:
    """Whether a single mark belongs to a word: "don't", "'90s", "the workers' rights"."""
    at = marks[number]
    before, after = text[at - 1 : at], text[at + 1 : at + 2] if at + 1 < end else ""
    if before.isalnum() and after.isalnum():
        return True
    if text[at] in "'’" and _ELISIONS.match(text, at) and not (before.isalnum() and is_open):
        return True
    if text[at] in "'’" and before.isdigit() and not is_open:
        return True
    if text[at] in "'’" and not is_open and before and (before.isalnum() or before in ".,!?…"):
        return True
    if text[at] in "'’" and is_open and before == "s" and after == " " and number + 1 < len(marks):
        return _another_closes(text, marks, number, end)
    return False


def _another_closes(text: str, marks: Sequence[int], number: int, end: int) -> bool:
    """Whether the next single mark closes too, so that this one is a possessive ("‘the workers’ rights’")."""
    for later in marks[number + 1 : number + 4]:
        if text[later] in _SINGLE:
            before, after = text[later - 1], text[later + 1 : later + 2] if later + 1 < end else ""
            if before.isalnum() and after.isalnum():
                continue
            return text[later] in "'’" and not before.isspace() and not after.isalnum()
    return False


def _close(
    mark: str, at: int, stack: list[_Open], open_now: Counter[str], found: list[tuple[Span, int]]
) -> None:
    matching = _OPENS_FOR[mark]
    while stack:
        opened = stack.pop()
        open_now[opened.mark] -= 1
        if opened.mark in matching:
            found.append((Span(opened.at, at + 1), len(stack)))
            return


def _drop(mark: str, stack: list[_Open], open_now: Counter[str]) -> None:
    """Forget a mark that was opened and never closed, and all that it holds."""
    while stack:
        opened = stack.pop()
        open_now[opened.mark] -= 1
        if opened.mark == mark:
            return


def _with_depths(found: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The stretches in their order, with the number of stretches that each stands in, down to the deepest kept."""
    kept: list[tuple[Span, int]] = []
    ends: list[int] = []
    for span, _ in sorted(found, key=lambda entry: (entry[0].start, -entry[0].end)):
        while ends and ends[-1] <= span.start:
            ends.pop()
        if len(ends) < _DEEPEST:
            kept.append((span, len(ends)))
        ends.append(span.end)
    return kept
