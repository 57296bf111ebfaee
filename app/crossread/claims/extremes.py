"""Superlatives and what limits them: "the largest ever seen" is another claim than "its largest known"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.align.link import Link, Row
from crossread.claims import lexicon
from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.certainty import Superlative
from crossread.claims.scopes import scope_before, scopes_behind
from crossread.claims.sentence import Sentence, sentences
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.words import stem

_RECORD = re.compile(
    r"[- ]?(?:high|low|number|breaking|setting|profit|loss|level|sum|amount|fine|temperature|crowd|turnout|rainfall"
    r"|heat|sales|\d)"
)
_FIRST = re.compile(
    r"\bever\b|in (?:\w+ ){0,3}history|of its kind|since \d{4}|in (?:\w+ ){1,3}(?:years|decades)"
)
_DETERMINERS = frozenset(
    "the its his her their our my your this that second third fourth fifth yet single world's".split()
)
_ADJECTIVAL = (
    "ful",
    "ous",
    "ive",
    "ent",
    "ant",
    "ble",
    "ing",
    "ed",
    "al",
    "ic",
    "ate",
    "ar",
    "ern",
    "ly",
    "ex",
    "ound",
)
_ORDINALS = frozenset("second third fourth fifth sixth seventh".split())
_NO_CLAIM = frozenset("recent likely current different probable".split())  # "most recent" is a date
_LY_ADJECTIVES = frozenset(
    "deadly costly likely friendly elderly lovely lonely unlikely orderly ugly northerly southerly easterly "
    "westerly".split()
)
_NEEDS_SCOPE = frozenset("least most earliest hardest best closest nearest newest".split())
_HEAD_WORDS = 7
_LIKE = 3  # content words that two passages share when their superlatives stand for one another


@cache
def _scales() -> dict[str, str]:
    return {
        word: line.split("\t")[0]
        for line in lexicon.lines("superlatives.tsv")
        for word in line.split("\t")[1].split()
    }


def superlatives(
    documents: Sequence[Document],
    rows: Sequence[Row] = (),
    links: Sequence[Link] = (),
    cancelled: IsCancelled = never_cancelled,
) -> tuple[Superlative, ...]:
    """Superlatives with their scopes, in the order of documents and text.

    Args:
        documents: on one event.
        rows: superlatives of one scale within one row form a group.
        links: so do those in linked passages, and those whose passages share several words.
        cancelled: asked between some sentences.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    found: list[Superlative] = []
    content: list[frozenset[str]] = []
    heads: list[frozenset[str]] = []
    for document in documents:
        for sentence in watched(sentences(document), cancelled, 200):
            here = list(_in_sentence(document, sentence))
            if here:
                words = frozenset(
                    stem(token.normal)
                    for token in sentence.tokens
                    if token.kind == "word" and token.normal not in FUNCTION_WORDS
                )
                found.extend(each for each, _ in here)
                heads.extend(head for _, head in here)
                content.extend([words] * len(here))
    check(cancelled)
    return _with_groups(found, content, heads, rows, links)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[tuple[Superlative, frozenset[str]]]:
    """The superlatives of a sentence, each with the stems of what is said to be the most."""
    tokens, scales = sentence.tokens, _scales()
    at = 0
    while at < len(tokens):
        word, end = _word_at(sentence, at)
        if _is_no_claim(sentence, end):
            word = ""
        scale = scales.get(word) or (word if word.startswith(("most-", "least-")) else "")
        if scale:
            made = _superlative(document, sentence, at, end, word, scale)
            if made is not None:
                yield made, _head(sentence, end)
        at = end


def _is_no_claim(sentence: Sentence, end: int) -> bool:
    """Whether what follows makes it part of another word ("lowest-paid") or of a turn ("the worst is over")."""
    following = [token.normal for token in sentence.tokens[end : end + 1]]
    return following in (["-"], ["is"], ["was"])


def _word_at(sentence: Sentence, at: int) -> tuple[str, int]:
    """The superlative that begins at a token, "most valuable" as "most-valuable", and the token after it."""
    tokens = sentence.tokens
    word, end = tokens[at].normal, at + 1
    following = [token.normal for token in tokens[end : end + 2]]
    if word == "first" and following == ["-", "ever"]:
        return "first-ever", end + 2
    if word not in ("most", "least") or not following:
        return word, end
    adverb = following[0].endswith("ly") and f"{word}-{following[0]}" not in _scales()
    if following[0] in _NO_CLAIM or (adverb and following[0] not in _LY_ADJECTIVES):
        # "most commercially valuable" is a claim, "most recently" is none
        valuable = adverb and len(following) > 1 and _is_adjective(following[1])
        return (f"{word}-{following[1]}", end + 2) if valuable else ("", end)
    determined = at > 0 and tokens[at - 1].normal in _DETERMINERS
    if f"{word}-{following[0]}" in _scales() or (determined and _is_adjective(following[0])):
        return f"{word}-{following[0]}", end + 1
    return word, end


def _is_adjective(word: str) -> bool:
    return word.endswith(_ADJECTIVAL) and word not in _NO_CLAIM and word not in FUNCTION_WORDS


def _head(sentence: Sentence, end: int) -> frozenset[str]:
    """The stems of the words behind a superlative up to the next small word: what is the most."""
    found: list[str] = []
    for token in sentence.tokens[end : end + _HEAD_WORDS]:
        if token.normal in FUNCTION_WORDS and found:
            break
        if token.kind == "word" and token.normal not in FUNCTION_WORDS:
            found.append(stem(token.normal))
    return frozenset(found)


def _superlative(
    document: Document, sentence: Sentence, at: int, end: int, word: str, scale: str
) -> Superlative | None:
    tokens, passage, flat = sentence.tokens, sentence.passage.span, document.single_spaced
    start, after = flat.offset(tokens[at].span.start), flat.offset(tokens[end - 1].span.end)
    begins, ends = flat.offset(passage.start), flat.offset(passage.end)
    scopes = list(scopes_behind(flat.text, after, ends))
    owner = scope_before(flat.text, start, begins)
    if owner is not None:
        scopes.insert(0, owner)
    previous = tokens[at - 1].normal if at else ""
    earlier = tokens[at - 2].normal if at > 1 else ""
    if previous in ("at", "last", "but") or not _is_bounded(
        word, bool(scopes), flat.text[after : after + 80]
    ):
        return None
    near = {previous, earlier}
    determined = bool(near & _DETERMINERS) or previous.endswith("'s") or previous in ("-", "'")
    if not determined and not scopes and at:
        return None
    before = flat.text[max(begins, start - 30) : start].casefold()
    among = any(words in before for words in ("one of", "among", "some of"))
    first = min([start, *(scope.start for scope in scopes)])
    last = max([after, *(scope.end for scope in scopes)])
    ordinal = next((name for name in (previous, earlier if previous == "-" else "") if name in _ORDINALS), "")
    shown = (f"{ordinal}-" if ordinal else "") + word.replace("most-", "most ")
    return Superlative(
        document.id,
        sentence.passage.id,
        flat.span(Span(first, last)),
        shown,
        scale,
        tuple(map(flat.span, scopes)),
        among,
    )


def _is_bounded(word: str, scoped: bool, behind: str) -> bool:
    """Whether a word that is often no superlative is one here."""
    if word == "record":
        return bool(_RECORD.match(behind.lstrip()))
    if word == "first":
        return bool(_FIRST.search(behind))
    return scoped or word not in _NEEDS_SCOPE


def _with_groups(
    found: list[Superlative],
    content: list[frozenset[str]],
    heads: list[frozenset[str]],
    rows: Sequence[Row],
    links: Sequence[Link],
) -> tuple[Superlative, ...]:
    row_of = {passage: row.id for row in rows for _, passages in row.passages for passage in passages}
    linked = {frozenset((link.a, link.b)) for link in links}
    parent = list(range(len(found)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    by_scale: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        by_scale[each.scale].append(at)
    for same in by_scale.values():
        for position, a in enumerate(same):
            for b in same[position + 1 : position + 200]:
                one, other = found[a], found[b]
                of_one_thing = not heads[a] or not heads[b] or bool(heads[a] & heads[b])
                if one.document == other.document or not of_one_thing:
                    continue
                together = row_of.get(one.passage, one.passage) == row_of.get(other.passage, other.passage)
                if (
                    together
                    or frozenset((one.passage, other.passage)) in linked
                    or len(content[a] & content[b]) >= _LIKE
                ):
                    parent[max(root(a), root(b))] = min(root(a), root(b))
    sizes: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(found)):
        sizes[root(at)].append(at)
    return tuple(_grouped(each, sizes[root(at)], found) for at, each in enumerate(found))


def _grouped(each: Superlative, members: list[int], found: list[Superlative]) -> Superlative:
    if len(members) < 2:
        return each
    name = min(f"{found[at].passage}:{found[at].scale}" for at in members)
    return Superlative(
        each.document, each.passage, each.span, each.word, each.scale, each.scopes, each.among, name
    )
