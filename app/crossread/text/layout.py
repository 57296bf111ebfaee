"""What each block of a text is: heading, caption, list item, quotation, boilerplate or running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.text.blocks import Block, BlockKind, ends_sentence
from crossread.text.boilerplate import (
    Zone,
    is_byline,
    is_caption,
    is_date_line,
    is_foreign,
    is_furniture,
    publisher_in,
    words_in,
)
from crossread.text.dates import first_date, without_dates
from crossread.text.language import script_counts
from crossread.text.words import stem, tokens

# Names of sections, not of publishers.
_SECTION_WORDS = """
ai analysis article articles blog breaking business climate comment culture data economy education
entertainment environment exclusive features finance health home international law lifestyle local markets
media money national news opinion people politics press release reports review science society sport sports
stories story tech technology top travel update us video weather world
"""
_SECTIONS = frozenset(_SECTION_WORDS.split())
_QUESTION = re.compile(
    r"\W*(?:what|how|why|when|where|who|whose|which|is|are|was|were|can|could|do|does|did|has|have|will|would"
    r"|should|wie|warum|wann|wo|wer|quoi|comment|pourquoi|quand|où|qui|qué|cómo|por qué|cuándo|dónde|quién"
    r"|что|как|почему|когда|где|кто)\b.*\?\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")
_TOP_BLOCKS = 12  # how far a title, a date or a publisher is looked for


@dataclass(frozen=True, slots=True)
class Layout:
    """What the blocks of a text are.

    Attributes:
        kinds: one for each block.
        title: index of the block that is the title, or None.
        publisher: as far as the furniture says, else empty.
        date: ISO 8601, or None.
    """

    kinds: tuple[BlockKind, ...]
    title: int | None
    publisher: str
    date: str | None


def lay_out(text: str, blocks: Sequence[Block]) -> Layout:
    """Tell what each block is.

    Args:
        text: the whole text.
        blocks: in its order; kinds other than ``text`` and ``list item`` are taken as given.
    """
    lines = [block.span.line_of(text) for block in blocks]
    running = [_is_running(block, line) for block, line in zip(blocks, lines, strict=True)]
    zones = _zones(lines, blocks, running)
    kinds: list[BlockKind] = [
        "boilerplate" if block.kind in ("text", "list item") and is_furniture(line, zone) else block.kind
        for block, line, zone in zip(blocks, lines, zones, strict=True)
    ]
    title = _title(lines, blocks, kinds, zones)
    for number in range(title or 0):
        if kinds[number] == "text" and zones[number] == "top":
            kinds[number] = "boilerplate"  # the section or the publisher's name over the title
    if title is not None:
        kinds[title] = "heading"
        _mark_repeats(lines, kinds, running, title)
    _mark_foreign(lines, kinds, running)
    _mark_captions(lines, kinds, running, zones, title)
    _mark_headings(lines, kinds, running)
    _mark_tail(blocks, kinds, zones)
    _mark_quotations(lines, kinds)
    return Layout(
        tuple(kinds), title, _publisher(lines, blocks, kinds, zones), _date(lines, blocks, kinds, zones)
    )


def _is_running(block: Block, line: str) -> bool:
    if block.kind not in ("text", "quotation"):
        return False
    if len(line) > 1000 or (count := words_in(line)) >= 40:
        return True
    return count >= 9 and ends_sentence(line) and not (count <= 20 and _QUESTION.fullmatch(line))


def _zones(lines: list[str], blocks: Sequence[Block], running: list[bool]) -> list[Zone]:
    """Top until the first running paragraph, tail after the last; without any, all is body."""
    body = [
        number
        for number, line in enumerate(lines)
        if (running[number] and not is_furniture(line, "tail")) or blocks[number].kind == "list item"
    ]
    if not body:
        return ["body"] * len(lines)
    first = next((number for number in body if running[number]), body[0])
    return [
        "top" if number < first else "tail" if number > body[-1] else "body" for number in range(len(lines))
    ]


def _is_fragment(line: str, most_words: int) -> bool:
    return len(line) <= 300 and words_in(line) <= most_words and (not ends_sentence(line) or line[-1] in "?!")


def _title(
    lines: list[str], blocks: Sequence[Block], kinds: list[BlockKind], zones: list[Zone]
) -> int | None:
    near = [n for n, block in enumerate(blocks) if block.kind != "boilerplate"][:_TOP_BLOCKS]
    given = next((n for n in near if blocks[n].kind == "heading"), None)
    if given is not None and all(zone == "top" or n == given for n, zone in enumerate(zones[: given + 1])):
        return given
    found = [
        number
        for number in near
        if kinds[number] == "text"
        and zones[number] != "tail"
        and _is_fragment(lines[number], 35)
        and not is_caption(lines[number])
    ]
    found = [number for number in found if zones[number] == "top"] or [n for n in found if n == near[0]]
    if not found:
        return None
    # A word or two over a longer line are the section or the publisher's name.
    for number in found[:3]:
        if not _names_section(lines[number]):
            return number
    return found[0]


def _names_section(line: str) -> bool:
    words = [word.casefold() for word in without_dates(line).split()]
    return len(words) <= 2 or (len(words) <= 4 and any(word in _SECTIONS for word in words))


def _words(line: str) -> list[str]:
    return [token.normal for token in tokens(line[:600]) if token.kind != "mark"]


def _mark_repeats(lines: list[str], kinds: list[BlockKind], running: list[bool], title: int) -> None:
    """The title again, alone or with the name of the site behind it, and a line that stands there twice."""
    headline = _words(lines[title])
    for number, line in enumerate(lines):
        if number == title or kinds[number] != "text" or running[number] or len(line) > 600:
            continue
        words = _words(line)
        if words[: len(headline)] == headline and len(words) - len(headline) <= 3 and len(headline) >= 2:
            kinds[number] = "boilerplate"


def _mark_foreign(lines: list[str], kinds: list[BlockKind], running: list[bool]) -> None:
    """Short lines in another script than the article: captions and labels of the site around it."""
    scripts = script_counts(
        "".join(line[:2000] for line, runs in zip(lines, running, strict=True) if runs)[:20_000]
    )
    if not scripts:
        return
    main = scripts.most_common(1)[0][0]
    mixed = {"CJK", "KANA", "HANGUL"}
    for number, line in enumerate(lines):
        if kinds[number] == "text" and len(line) <= 600 and not ends_sentence(line) and words_in(line) <= 60:
            if main in mixed and mixed & script_counts(line).keys():
                continue
            if is_foreign(line, main):
                kinds[number] = "boilerplate"


def _mark_captions(
    lines: list[str], kinds: list[BlockKind], running: list[bool], zones: list[Zone], title: int | None
) -> None:
    headline = {stem(word) for word in _words(lines[title])} if title is not None else set()
    for number, line in enumerate(lines):
        if kinds[number] != "text":
            continue
        if is_caption(line) and not (running[number] and words_in(line) > 45):
            kinds[number] = "caption"
        elif title is not None and number > title and zones[number] == "top" and _is_fragment(line, 14):
            # Between title and text: a line that says the title again in other words is a picture's.
            words = _words(line)
            below = next((n for n in range(number + 1, len(lines)) if kinds[n] != "boilerplate"), None)
            if below is None or not running[below] or line.endswith("?") or len(words) < 4:
                continue
            if headline.intersection(stem(word) for word in words if len(word) >= 4):
                kinds[number] = "caption"


def _mark_headings(lines: list[str], kinds: list[BlockKind], running: list[bool]) -> None:
    """Short lines with text under them."""
    for number, line in enumerate(lines):
        kind = kinds[number]
        neighbours = [n for n in (number - 1, number + 1) if 0 <= n < len(lines)]
        lone_number = kind == "list item" and bool(_NUMBERED.match(line))
        lone_number = lone_number and not any(_NUMBERED.match(lines[n]) for n in neighbours)
        if (kind == "text" or lone_number) and not running[number] and _heads(line):
            below = [
                n
                for n in range(number + 1, min(number + 6, len(lines)))
                if kinds[n] not in ("boilerplate", "caption")
            ]
            if below and (running[below[0]] or (kinds[below[0]] == "list item" and not lone_number)):
                kinds[number] = "heading"
            elif len(below) > 1 and _heads(lines[below[0]]) and running[below[1]]:
                kinds[number] = "heading"  # a heading over a heading


def _heads(line: str) -> bool:
    first = next((c for c in line if c.isalpha()), "a")
    spoken = line[0] in '“"„«' and line[-1] in '”"“»'
    if first.islower() or spoken or len(line) > 140:
        return False
    if line.endswith("?"):
        return words_in(line) <= 20 and bool(_QUESTION.fullmatch(line))
    return words_in(line) <= 14 and not ends_sentence(line) and not line.endswith((",", "-", "—"))


def _mark_tail(blocks: Sequence[Block], kinds: list[BlockKind], zones: list[Zone]) -> None:
    """Where one line after the article is furniture, so are the loose lines beside it.

    What the format itself says to be furniture tells nothing of its neighbours.
    """
    tail = [number for number, zone in enumerate(zones) if zone == "tail"]
    if any(kinds[number] == "boilerplate" and blocks[number].kind != "boilerplate" for number in tail):
        for number in tail:
            if kinds[number] == "text":
                kinds[number] = "boilerplate"


def _mark_quotations(lines: list[str], kinds: list[BlockKind]) -> None:
    """Paragraphs that are one direct quotation, also those that the next paragraph continues."""
    pairs = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』"}
    continued = False
    for number, line in enumerate(lines):
        if kinds[number] != "text":
            continue
        closing = pairs.get(line[:1], "")
        inner = line[1:-1]
        following = next((n for n in range(number + 1, len(lines)) if kinds[n] == "text"), None)
        whole = (
            bool(closing) and len(line) > 2 and line[-1] in closing and not any(c in inner for c in closing)
        )
        opened = bool(closing) and not any(c in line[1:] for c in closing)
        goes_on = opened and following is not None and lines[following].startswith(line[0])
        if (whole and words_in(line) >= 3) or goes_on or (continued and whole):
            kinds[number] = "quotation"
        continued = goes_on


def _publisher(lines: list[str], blocks: Sequence[Block], kinds: list[BlockKind], zones: list[Zone]) -> str:
    furniture = [n for n, kind in enumerate(kinds) if kind == "boilerplate" and zones[n] != "body"]
    for number in furniture:
        if name := publisher_in(lines[number][:600]):
            return name
    for number in [number for number in furniture if blocks[number].kind != "boilerplate"][:3]:
        line = lines[number]
        if zones[number] != "top" or len(line) > 80 or is_byline(line) or ":" in without_dates(line):
            continue
        for part in re.split(r"\s*[·|•/—–]\s*", without_dates(line)):
            words = part.split()
            named = words and all(word[0].isupper() or word[0].isdigit() for word in words)
            if named and len(words) <= 4 and _is_name(part):
                return part.strip()
    return ""


def _is_name(part: str) -> bool:
    words = part.casefold().split()
    if len(words) == 1:
        return words[0] not in _SECTIONS and words[0].isalpha() and len(words[0]) > 2
    return not all(word in _SECTIONS for word in words) or words[-1] == "news"


def _date(lines: list[str], blocks: Sequence[Block], kinds: list[BlockKind], zones: list[Zone]) -> str | None:
    top = [n for n, zone in enumerate(zones) if zone == "top"]
    own = [n for n in top if blocks[n].kind != "boilerplate"][:_TOP_BLOCKS]
    given = [n for n in top if blocks[n].kind == "boilerplate"][:_TOP_BLOCKS]
    places = sorted(own + given)
    places += [n for n, zone in enumerate(zones) if zone == "tail" and kinds[n] == "boilerplate"]
    for number in places:
        line = lines[number]
        if kinds[number] == "boilerplate" and (
            is_date_line(line) or (len(line) <= 160 and is_byline(without_dates(line)))
        ):
            return first_date(line)
    return None
