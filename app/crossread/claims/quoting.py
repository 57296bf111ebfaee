"""The quotations of several documents, found again though garbled, shortened or parted."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from crossread.align.link import Link
from crossread.claims.indirect import indirect_speech
from crossread.claims.persons import WhoIsWhere, who_is_where
from crossread.claims.quotation import (
    Quotation,
    QuotationKind,
    QuotationMention,
    QuotationVerdict,
    QuotedEdit,
)
from crossread.claims.quoted import Stretch, stretches
from crossread.claims.requoted import GRAVITY, Said, relation
from crossread.claims.speaker import Speakers, parts_are_one
from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.wording.edits import differences

_FEW_WORDS = 4  # as many quoted words are speech even where nobody is named
_TOO_COMMON = 60  # a word in so many quotations tells none of them apart
_LISTED = re.compile(
    r"\s*(?:[,;]\s*(?:and|or|but|nor)?|and|or|but|nor)(?:\s+\w+)?\s*"
)  # what parts "minor" and "contained"
_LONG_WORD, _TITLE_CASE = 4, 0.75  # letters; share of such words with a capital letter in a title
_FAR = 2  # paragraphs over which a quotation that goes on keeps its speaker


def quotations(
    documents: Sequence[Document],
    links: Sequence[Link] = (),
    spun: frozenset[str] = frozenset(),
    cancelled: IsCancelled = never_cancelled,
) -> tuple[Quotation, ...]:
    """The quotations of documents, the same ones joined and judged.

    Args:
        documents: in any order; the outcome is the same.
        links: between passages; quotations in linked passages are joined on less likeness.
        spun: ids of documents or passages found to be spun.
        cancelled: asked between some sentences and quotations.

    Returns:
        In the order of their first mention, document by document.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    who = who_is_where(documents, cancelled)
    said = []
    for document in documents:
        for each in _said(document, who, spun):
            check(cancelled)
            said.append(each)
    linked = {frozenset((link.a, link.b)) for link in links}
    related = dict(_related(said, linked))
    groups = _groups(len(said), related)
    asides = indirect_speech(
        documents, [[said[at] for at in group] for group in groups], linked, who, cancelled
    )
    order = {document.id: number for number, document in enumerate(documents)}
    found = []
    for group, indirect in zip(groups, asides, strict=True):
        mentions = sorted(
            (*(said[at].mention for at in group), *indirect),
            key=lambda mention: (order[mention.document], mention.span),
        )
        verdict = _verdict(group, said, related)
        edits = _edits(group, said, related, mentions) if verdict == "altered" else ()
        found.append(Quotation(_stable_id([said[at] for at in group]), tuple(mentions), verdict, edits))
    found.sort(key=lambda quotation: (order[quotation.mentions[0].document], quotation.mentions[0].span))
    return tuple(found)


def _said(document: Document, who: WhoIsWhere, spun: frozenset[str]) -> Iterator[Said]:
    """The quotations of one document with their speakers; what only "he said" parts is one."""
    found = stretches(document)
    speakers = Speakers(document, who, found)
    turns = _Turns(document, speakers)
    for run in _runs(document, found, speakers):
        parts = tuple(part for stretch in run for part in stretch.parts)
        words = sum(len(part.of(document.text).split()) for part in parts)
        speaker = turns.speaker(run, words)
        kind: QuotationKind = "speech" if words >= _FEW_WORDS or (speaker and words > 2) else "words"
        if speaker is None and _is_title(document.text, parts):
            kind = "words"
        at = (document.passage_at(part.start) for part in parts)
        passages = frozenset(passage.id for passage in at if passage)
        flagged = bool({document.id, *passages} & spun)
        mention = QuotationMention(document.id, _spanning(parts), parts, speaker, kind, flagged)
        yield Said(mention, document, passages)


class _Turns:
    """Whose turn it is: who is quoted where the text beside a quotation names nobody."""

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self._document, self._speakers = document, speakers
        self._before: int | None = None  # where the quotation before ended
        self._listed: str | None = None  # its speaker
        self._last: str | None = None  # the speaker of the last whole sentence
        self._last_paragraph = -_FAR

    def speaker(self, run: Sequence[Stretch], words: int) -> str | None:
        """Who is quoted in a run of stretches; to be asked for each in the order of the text."""
        named = next((source for source in map(self._speakers.of, run) if source.text), None)
        found = (named.label or named.text) if named and named.kind != "itself" else None
        text, start = self._document.text, run[0].outer.start
        if found is None and self._before is not None and _LISTED.fullmatch(text, self._before, start):
            found = self._listed
        if run[0].depth:
            return found
        near = run[0].paragraph - self._last_paragraph < _FAR
        # Quotations with nothing between them are turns of a dialogue: somebody else speaks.
        answers = self._before is not None and not text[self._before : start].strip() and "\n" not in (
            text[self._before : start]
        )  # fmt: skip
        goes_on = words >= _FEW_WORDS and _opens(self._document, run[0]) and not answers
        if found is None and near and (goes_on or any(map(self._speakers.is_by_pronoun, run))):
            found = self._last
        self._before, self._listed = run[-1].outer.end, found
        if words >= _FEW_WORDS:
            self._last, self._last_paragraph = found, run[-1].last_paragraph
        return found


def _is_title(text: str, parts: Sequence[Span]) -> bool:
    """Whether quoted words are the title of a work: nearly all that are long begin with a capital letter."""
    longer = [word for part in parts for word in part.of(text).split() if len(word) >= _LONG_WORD]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer)


def _spanning(parts: Sequence[Span]) -> Span:
    return Span(parts[0].start, parts[-1].end)


def _opens(document: Document, stretch: Stretch) -> bool:
    """Whether a quotation is a sentence or paragraph of its own, so that it goes on from the one before."""
    before = document.text[: stretch.outer.start][-2:].rstrip(" ")
    return not before or before[-1] in '.?!\n”"' or document.text[stretch.outer.start - 1] == "\n"


def _runs(document: Document, found: Sequence[Stretch], speakers: Speakers) -> Iterator[list[Stretch]]:
    """The stretches that only "he said" parts, together; another speaker behind the second begins another one."""
    run: list[Stretch] = []
    for stretch in found:
        if stretch.depth:
            yield [stretch]
        elif run and parts_are_one(document.text, run[-1], stretch) and not _answers(speakers, run, stretch):
            run.append(stretch)
        else:
            if run:
                yield run
            run = [stretch]
    if run:
        yield run


def _answers(speakers: Speakers, run: Sequence[Stretch], stretch: Stretch) -> bool:
    first, second = speakers.of(run[0]), speakers.behind(stretch)
    named = second is not None and second.kind == "named"
    return named and second is not None and second.label != (first.label or first.text)


def _related(
    said: Sequence[Said], linked: set[frozenset[str]]
) -> Iterator[tuple[tuple[int, int], QuotationVerdict]]:
    """Pairs that are one quotation, found over the words they share."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(said):
        for word in each.content:
            by_word[word].append(at)
    pairs: set[tuple[int, int]] = set()
    for sharing in by_word.values():
        if len(sharing) <= _TOO_COMMON:
            pairs.update(combinations(sharing, 2))
    by_text: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(said):
        by_text[each.words].append(at)
    for same in by_text.values():
        pairs.update(pairwise(same))
    for a, b in sorted(pairs):
        one, other = said[a], said[b]
        together = any(frozenset((p, q)) in linked for p in one.passages for q in other.passages)
        found = relation(one, other, together)
        if found and (one.document.id != other.document.id or found in ("exact", "punctuation", "shortened")):
            if one.document.id == other.document.id and _overlap(one, other):
                continue
            yield (a, b), found


def _overlap(a: Said, b: Said) -> bool:
    return a.mention.span.overlaps(b.mention.span)


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    parent = list(range(count))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(count):
        members[root(at)].append(at)
    return list(members.values())


def _between_documents(
    group: Sequence[int], said: Sequence[Said], related: dict[tuple[int, int], QuotationVerdict]
) -> dict[frozenset[str], tuple[QuotationVerdict, tuple[int, int]]]:
    """For each pair of documents the best likeness between their mentions, and the mentions."""
    best: dict[frozenset[str], tuple[QuotationVerdict, tuple[int, int]]] = {}
    for pair in combinations(sorted(group), 2):
        verdict = related.get(pair)
        documents = frozenset(said[at].document.id for at in pair)
        if verdict is None or len(documents) == 1:
            continue
        if documents not in best or GRAVITY[verdict] < GRAVITY[best[documents][0]]:
            best[documents] = (verdict, pair)
    return best


def _verdict(
    group: Sequence[int], said: Sequence[Said], related: dict[tuple[int, int], QuotationVerdict]
) -> QuotationVerdict:
    best = _between_documents(group, said, related)
    return max((verdict for verdict, _ in best.values()), key=GRAVITY.__getitem__, default="one source")


def _edits(
    group: Sequence[int],
    said: Sequence[Said],
    related: dict[tuple[int, int], QuotationVerdict],
    mentions: Sequence[QuotationMention],
) -> tuple[QuotedEdit, ...]:
    found: list[QuotedEdit] = []
    for verdict, (one, other) in _between_documents(group, said, related).values():
        if verdict != "altered":
            continue
        a, b = sorted((said[one], said[other]), key=lambda each: mentions.index(each.mention))
        first, second = mentions.index(a.mention), mentions.index(b.mention)
        for edit in differences(_passage(a), a.tokens, _passage(b), b.tokens):
            if edit.kind != "punctuation":
                found += _in_parts(first, a, edit.a.span, second, b, edit.b.span)
    return tuple(sorted(found, key=lambda edit: (edit.a, edit.b, edit.a_span, edit.b_span)))


def _in_parts(first: int, a: Said, a_span: Span, second: int, b: Said, b_span: Span) -> Iterator[QuotedEdit]:
    """An edit, cut to the quoted parts: what stands between them nobody quotes."""
    mine, theirs = _pieces(a, a_span), _pieces(b, b_span)
    for number in range(max(len(mine), len(theirs))):
        one = mine[number] if number < len(mine) else Span(mine[-1].end, mine[-1].end)
        other = theirs[number] if number < len(theirs) else Span(theirs[-1].end, theirs[-1].end)
        if _worded(a, one) or _worded(b, other):
            yield QuotedEdit(first, second, one, other)


def _pieces(said: Said, span: Span) -> list[Span]:
    pieces = [
        Span(max(span.start, part.start), min(span.end, part.end))
        for part in said.mention.parts
        if part.overlaps(span)
    ]
    return pieces or [Span(span.start, span.start)]


def _worded(said: Said, span: Span) -> bool:
    return any(character.isalnum() for character in span.of(said.document.text))


def _passage(said: Said) -> Passage:
    return Passage(said.document.id, said.mention.span, "quotation", 0)


def _stable_id(members: Sequence[Said]) -> str:
    words = "\n".join(sorted({f"{each.written}" for each in members}))
    places = "\n".join(sorted(f"{each.document.digest} {each.mention.span.start}" for each in members))
    return "q" + hashlib.sha256(f"{words}\n{places}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
