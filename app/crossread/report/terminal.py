"""A comparison as a summary to read in a terminal: the documents, the figures, claims and words that differ."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.comparison import Comparison, Place
from crossread.quantities.fact import BADGES, Fact
from crossread.text.counting import count_words
from crossread.text.shown import one_line, plain_line
from crossread.text.span import Span
from crossread.wording.edit import Edit, EditKind

_HOW = "To keep all of it as a page or as data: crossread report FILES... -o report.html (or report.json)"
_FACTS = 12
_WORDINGS = 5
_CLAIMS = 6
_NARROWEST = 40
_WIDEST = 100
_BOLD, _DIM, _GRAVE, _CHANGED = "1", "2", "1;33", "4;36"
# What a terminal that knows only ASCII shows in their place.
_PLAIN = dict(zip("≠≈⊂·“”’–→", ("!=", "~", "<", "-", '"', '"', "'", "-", "->"), strict=True)) | {
    "…": "...",
    "\u2068": "",
    "\u2069": "",
}
Run = tuple[str, str]
_SLIGHT: frozenset[EditKind] = frozenset(("punctuation", "case", "function", "move"))


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the other end can show.

    Attributes:
        width: columns.
        colour: escape sequences for weight and colour are understood and wanted.
        encoding: of the stream; what it cannot hold is written in another way.
    """

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"


def summary(comparison: Comparison, terminal: Terminal) -> str:
    """A comparison as lines of text that end with how to write a report."""
    paper = _Paper(terminal)
    blocks = [
        _documents(comparison, paper),
        _facts(comparison, paper),
        _quotations(comparison, paper),
        _names(comparison, paper),
        _claims(comparison, paper),
        _wordings(comparison, paper),
        _counts(comparison, paper),
        _unfinished(comparison, paper),
        paper.lines([(_HOW, "")]),
    ]
    lines = [line for block in blocks if block for line in (*block, "")]
    return paper.encodable("\n".join(lines[:-1]) + "\n")


class _Paper:
    """Wraps, measures and colours for one terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self.width = max(_NARROWEST, min(terminal.width, _WIDEST))
        self.colour = terminal.colour
        self.encoding = terminal.encoding

    def lines(self, runs: Sequence[Run], first: str = "", rest: str | None = None) -> list[str]:
        """A paragraph over as many lines as it takes.

        Args:
            runs: pieces of text, each with the code of its style or an empty one.
            first, rest: what stands before the first line and before the others.
        """
        text = "".join(run for run, _ in runs)
        prefix = first
        lines = []
        for line in _broken(text, self.width - width(first), self.width - width(rest or first)):
            lines.append((prefix + self._styled(runs, line)).rstrip())
            prefix = first if rest is None else rest
        return lines

    def heading(self, text: str) -> str:
        return self._styled([(text, _BOLD)], Span(0, len(text)))

    def _styled(self, runs: Sequence[Run], line: Span) -> str:
        written, at = [], 0
        for text, code in runs:
            piece = text[max(0, line.start - at) : max(0, line.end - at)]
            written.append(f"\x1b[{code}m{piece}\x1b[0m" if piece and code and self.colour else piece)
            at += len(text)
        return "".join(written)

    def encodable(self, text: str) -> str:
        """The text in what the terminal's encoding has; what it has not is written in another way."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            plain = re.sub("[≠≈⊂·“”’…–→\u2068\u2069]", lambda match: _PLAIN[match.group()], text)
            return plain.encode(self.encoding, "replace").decode(self.encoding)
        return text


def width(text: str) -> int:
    """How many columns a line takes in a terminal: ideographs take two, combining marks and isolates none."""
    return sum(
        0
        if unicodedata.combining(character) or unicodedata.category(character) == "Cf"
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def _broken(text: str, first: int, rest: int) -> Iterator[Span]:
    """Where the lines of a text begin and end; a word that is longer than a line is broken inside."""
    begin = end = used = 0
    room = first
    for match in re.finditer(r"\S+", text):
        for piece in _pieces(text, Span(*match.span()), rest):
            size = width(piece.of(text))
            gap = width(text[end : piece.start])
            if used and used + gap + size > room:
                yield Span(begin, end)
                begin, used, gap, room = piece.start, 0, 0, rest
            elif not used:
                begin, gap = piece.start, 0
            used, end = used + gap + size, piece.end
    yield Span(begin, end)


def _pieces(text: str, word: Span, room: int) -> Iterator[Span]:
    start, used = word.start, 0
    for at in range(word.start, word.end):
        size = width(text[at])
        if used + size > room:
            yield Span(start, at)
            start, used = at, 0
        used += size
    yield Span(start, word.end)


# ---- the parts of a summary


def _documents(comparison: Comparison, paper: _Paper) -> list[str]:
    documents = comparison.documents
    words = sum(count_words(document.text) for document in documents)
    counts = (_counted(len(documents), "document"), _counted(words, "word"))
    lines = [paper.heading(f"{', '.join(counts)}, {_counted(len(comparison.rows), 'topic')} in common")]
    spun = {verdict.document: verdict.band for verdict in comparison.spin.verdicts if verdict.band != "none"}
    for document in documents:
        known = (one_line(document.publisher), document.date, one_line(document.name))
        about = " · ".join(part for part in known if part)
        lines += paper.lines([(one_line(document.title), "")], f"  {document.id:<3}", " " * 5)
        lines += paper.lines([(about, _DIM)], " " * 5)
        if document.id in spun:
            said = f"spun text, {spun[document.id]} signs: its figures, names and quotations may have been altered"
            lines += paper.lines([(said, _GRAVE)], " " * 5)
    return lines


def _facts(comparison: Comparison, paper: _Paper) -> list[str]:
    shared = [fact for fact in comparison.facts if len({mention.document for mention in fact.mentions}) > 1]
    differing = [fact for fact in shared if fact.verdict != "same"]
    if not differing:
        told = f"{_counted(len(shared), 'figure')} in several documents, none of them in dispute"
        return [paper.heading(told if shared else "No figure stands in several documents")]
    lines = [paper.heading(f"Figures that differ: {len(differing)} of {len(shared)}")]
    for fact in differing[:_FACTS]:
        lines += _fact(comparison, fact, paper)
    return lines + _more(len(differing) - _FACTS)


def _fact(comparison: Comparison, fact: Fact, paper: _Paper) -> list[str]:
    said: dict[str, list[str]] = {}
    for mention in fact.mentions:
        words = one_line(mention.quantity.span.of(comparison.document[mention.document].text))
        spun = comparison.is_spun(Place(mention.document, mention.quantity.span))
        told = f"{mention.document} (spun)" if spun else mention.document
        if told not in said.setdefault(words, []):
            said[words].append(told)
    sign = (BADGES[fact.verdict], _GRAVE if fact.verdict == "contradiction" else _BOLD)
    label = one_line(fact.label)
    lines = paper.lines([sign, (f" {label[:1].upper()}{label[1:]}", _BOLD)], " ", " " * 3)
    for words, documents in said.items():
        lines += paper.lines([(f"{', '.join(documents)}: ", ""), (f"“{words}”", "")], " " * 5, " " * 7)
    why = next((pair.why for pair in fact.pairs if pair.verdict == fact.verdict and pair.why), "")
    return lines + (paper.lines([(one_line(why), _DIM)], " " * 5) if why else [])


def _quotations(comparison: Comparison, paper: _Paper) -> list[str]:
    """How many quotations there are and which of them cannot be trusted."""
    verdicts = Counter(quotation.verdict for quotation in comparison.quotations)
    if not verdicts:
        return []
    told = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.items())
    return [paper.heading(f"Quotations: {told}"), *_found(comparison, ("quotations",), paper)]


def _names(comparison: Comparison, paper: _Paper) -> list[str]:
    """How many names several documents give, and who stands in another's place or is misspelt."""
    several = sum(len(name.documents) > 1 for name in comparison.names)
    if not comparison.names:
        return []
    heading = f"Names: {_counted(len(comparison.names), 'name')}, {several} of them in several documents"
    return [paper.heading(heading), *_found(comparison, ("names",), paper)]


def _claims(comparison: Comparison, paper: _Paper) -> list[str]:
    """Where documents differ in how firmly they claim, and whose characters were tampered with."""
    lines = []
    for kind, title in (("certainty", "Claimed with unlike firmness"), ("characters", "Hidden characters")):
        found = _found(comparison, (kind,), paper)
        lines += [paper.heading(title), *found] if found else []
    return lines


def _found(comparison: Comparison, kinds: Sequence[str], paper: _Paper) -> list[str]:
    """The gravest findings of some kinds, each with its sentence."""
    lines = []
    found = [finding for finding in comparison.findings if finding.kind in kinds]
    for finding in found[:_CLAIMS]:
        lines += paper.lines([(one_line(finding.title), _BOLD)], " · ", " " * 3)
        lines += paper.lines([(one_line(finding.detail), "")], " " * 5)
    return lines + _more(len(found) - _CLAIMS)


def _wordings(comparison: Comparison, paper: _Paper) -> list[str]:
    by_link: dict[tuple[str, str], list[Edit]] = {}
    for edit in comparison.edits:
        by_link.setdefault((edit.a.passage, edit.b.passage), []).append(edit)
    score = {(link.a, link.b): link.score for link in comparison.links}

    def size(link: tuple[str, str]) -> float:
        changed = sum(
            len(edit.a.span) + len(edit.b.span) for edit in by_link[link] if edit.kind not in _SLIGHT
        )
        return changed * score.get(link, 0.0)

    lines = []
    seen: set[str] = set()
    for link in sorted(by_link, key=lambda link: (-size(link), link)):
        row = comparison.row_of.get(link[0])
        topic = row.id if row else link[0]
        if len(seen) == _WORDINGS or not size(link):
            break
        if topic in seen:
            continue
        seen.add(topic)
        lines += _wording(comparison, link, by_link[link], paper)
    return [paper.heading("Largest differences in wording"), *lines] if lines else []


def _wording(
    comparison: Comparison, link: tuple[str, str], edits: Sequence[Edit], paper: _Paper
) -> list[str]:
    lines = []
    telling = [edit for edit in edits if edit.kind not in _SLIGHT]
    sides = ([edit.a.span for edit in telling], [edit.b.span for edit in telling])
    for number, (passage_id, changed) in enumerate(zip(link, sides, strict=True)):
        document, passage = comparison.passage[passage_id]
        runs = _runs(document.text, passage.span, changed, paper.colour)
        lines += paper.lines(runs, f"  {'' if number else '·':<2}{document.id:<3}", " " * 7)
    return lines


def _runs(text: str, span: Span, changed: Iterable[Span], colour: bool) -> list[Run]:
    """A passage with its changed words in a style of their own, or in brackets where there is none."""
    runs: list[Run] = []
    at = span.start
    for change in _joined(text, changed):
        if change.start < at or change.end > span.end:
            continue
        runs.append((_flat(text[at : change.start]), ""))
        words = _flat(change.of(text))
        runs.append((words, _CHANGED) if colour else (f"[{words}]", ""))
        at = change.end
    runs.append((_flat(text[at : span.end]), ""))
    return runs


def _joined(text: str, changed: Iterable[Span]) -> list[Span]:
    """Changes with nothing but white space between them as one."""
    joined: list[Span] = []
    for change in sorted({change for change in changed if len(change)}):
        if joined and change.start >= joined[-1].end and not text[joined[-1].end : change.start].strip():
            joined[-1] = Span(joined[-1].start, change.end)
        else:
            joined.append(change)
    return joined


def _flat(text: str) -> str:
    """As plain_line, but white space at the ends stays: it stands between two runs."""
    inner = plain_line(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def _counts(comparison: Comparison, paper: _Paper) -> list[str]:
    counts = Counter(finding.kind for finding in comparison.findings)
    told = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    return paper.lines([("Findings: ", _BOLD), (told or "none", "")], "", "  ")


def _unfinished(comparison: Comparison, paper: _Paper) -> list[str]:
    if not comparison.unfinished:
        return []
    lines = [paper.heading("Not fully compared")]
    for reason in comparison.unfinished:
        lines += paper.lines([(one_line(reason), "")], "  ")
    return lines


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _more(number: int) -> list[str]:
    return [f"   and {number} more" + (" in a report" if number else "")] if number > 0 else []
