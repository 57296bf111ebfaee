"""Texts into sentences, by Wikimedia's sentencex with a few repairs."""

import re
from collections.abc import Iterator

import sentencex

from crossread.text.span import Span

# sentencex takes quadratic time where nothing parts the text (Chinese without spaces, a quotation never
# closed), so it is handed windows; a sentence that fills a whole window is cut, for nobody can compare it
# as one.
_WINDOW = 4000
_LONGEST = 3000

_EAST_ASIAN_END = re.compile(r"(?:[。！？｡]+|(?<=[\u3400-\u9fff\u3040-\u30ff])[!?…]+)[」』”’）)\]】〉》\"']*")
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]{1,2000})[”“»\"]")
_BRACKET_END = re.compile(r"(?<=[a-z]{2})[.!?][)\]](?=\s+[\"“„«‘(]?[A-ZÀ-ÖØ-ÞА-ЯЁЄІЇ])")
_MARKER = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\W*")
_BEFORE_FIGURE = re.compile(
    r"\b(?:approx|art|c|ca|ch|cf|est|eq|fig|figs|no|nos|nr|p|pp|par|para|sec|tab|vol|vols|v|vs)\.\s*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:Adm|Amb|Atty|Brig|Capt|Col|Cpl|Det|Dr|Drs|Gen|Gov|Hon|Lt|Maj|Messrs|Mlle|Mme|Mmes|Mr|Mrs|Ms|Msgr|Mt|Pres|"
    r"Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|St|Supt)\.\s*$"
)
_LOWER_START = re.compile(r"[a-zß-öø-ÿа-яёєіїґα-ω]+(?![\w.])")


def sentences(text: str, span: Span | None = None, language: str | None = None) -> tuple[Span, ...]:
    """The sentences of a stretch of ``text``, without the white space around them.

    A line break does not end a sentence; hand in one paragraph at a time. A "sentence" of more than some
    thousand characters is cut at white space.

    Args:
        text: any text.
        span: the stretch to read, in code points; all of it by default.
        language: ISO 639-1 code; English rules are used where it is not known.
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found = []
    for piece_start, piece_end in _repaired(text, start, end, language or "en"):
        piece = text[piece_start:piece_end]
        kept = piece.strip()
        if kept:
            begin = piece_start + len(piece) - len(piece.lstrip())
            found.append(Span(begin, begin + len(kept)))
    return tuple(found)


def _repaired(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Pieces that tile the stretch: those of sentencex, cut or joined where it errs."""
    ends = list(_boundaries(text, start, end, language))
    cased = any(c.isupper() for c in text[start : min(end, start + _WINDOW)])
    begin = start
    for here in ends:
        if (
            here < end
            and here - begin < _LONGEST
            and _is_torn(text[begin:here], text[here : here + 80], cased)
        ):
            continue
        yield from _untangled(text, begin, here, language)
        begin = here


def _is_torn(before: str, after: str, cased: bool) -> bool:
    """Whether no sentence ends here: after "1.", after "No." before a figure, before a small letter."""
    rest = after.lstrip(" \t\n“\"'‘(«")
    if _MARKER.fullmatch(before):
        return True
    if rest[:1].isdigit() and _BEFORE_FIGURE.search(before):
        return True
    if rest[:1].isupper() and _TITLE.search(before) and not _MARKER.fullmatch(before):
        return True
    closed = before.rstrip().endswith((".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"'))
    return cased and closed and after.lstrip() == rest and bool(_LOWER_START.match(rest))


def _untangled(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """A piece cut where sentences end inside a quotation or at a closing bracket."""
    piece = text[start:end]
    cuts = {start + match.end() for match in _BRACKET_END.finditer(piece)}
    for match in _QUOTED.finditer(piece):
        inner_start, inner_end = start + match.start(1), start + match.end(1)
        inside = [cut for cut in _boundaries(text, inner_start, inner_end, language) if cut < inner_end]
        begin = inner_start
        for cut in inside:
            if not _is_torn(text[begin:cut], text[cut:inner_end][:80], cased=True):
                cuts.add(cut)
                begin = cut
    for cut in sorted(cut for cut in cuts if start < cut < end):
        yield start, cut
        start = cut
    yield start, end


def _boundaries(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Ends of sentences between ``start`` and ``end``, the last of them ``end``, in linear time."""
    part_start = start
    for match in _EAST_ASIAN_END.finditer(text, start, end):
        yield from _windowed(text, part_start, match.end(), language)
        part_start = match.end()
    if part_start < end:
        yield from _windowed(text, part_start, end, language)


def _windowed(text: str, start: int, end: int, language: str) -> Iterator[int]:
    while start < end:
        stop = min(start + _WINDOW, end)
        window = text[start:stop]
        found = [
            start + boundary["end_index"] for boundary in sentencex.get_sentence_boundaries(language, window)
        ]
        if stop < end and len(found) > 1:
            found.pop()  # the last may go on beyond the window
        elif stop < end or (stop - start > _LONGEST and len(found) <= 1):
            cut = window.rfind(" ", _LONGEST // 2, _LONGEST)
            found = [start + (cut + 1 if cut > 0 else min(_LONGEST, len(window)))]
        if not found:
            found = [stop]
        yield from found
        start = max(found[-1], start + 1)
