"""Superlatives and what limits them: "the largest ever seen" is another claim than "its largest known"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.align.link import Link, Row
from crossread.claims import lexicon
from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.certainty import Superlative
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.text.words import stem

_REACH = 170  # characters behind a superlative in which its scope may stand
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty".replace(" ", "|")
_PERIOD = r"(?:years?|decades?|generations?|centur(?:y|ies)|months?|weeks?|seasons?)"
_REST = r"(?:[A-Z]\.(?:[A-Z]\.)+|[^,.;:()\n]){2,70}?"
_SCOPE = re.compile(
    rf"""
    \b(?:that\ |which\ )?(?:it|they|he|she|we|anyone|(?:the\ |any\ )?\w+)\ (?:has|have|had|'s|’ve)\ (?:ever\ )(?:\w+)
    |\b(?:it|they|he|she|we)\ (?:has|have|had)\ (?:seen|recorded|known|faced|made|recorded|received|encountered|detected|observed|built)\b
    |\bever\b(?:[ ](?:\w+(?:ed|own|ade|een|uilt|ound|eld|old|aken|rawn|ought|un|it|ost|et)|to[ ]\w+)\b)?
        (?:[ ](?:against|in|by|on|for|at|from|to|within)[ ]{_REST}(?=[,.;:()\n"”]|$|\ (?:and|but|which|that|who|while|after|as|when|to)\ ))?
    |\b(?:publicly\ |best[ -]|officially\ )?(?:known|recogni[sz]ed|recorded|documented|reported|confirmed|identified|disclosed|publicised|publicized)\b
    |\bto\ date\b|\bso\ far\b|\byet\b(?!\ (?:to|another|again))|\bon\ record\b|\bof\ all\ time\b|\ball[ -]time\b|\bin\ living\ memory\b
    |\bin\ (?:(?!the\ world)[\w.'’-]+\ ){{0,4}}history\b|\bof\ (?:its|their|this|that|the)\ (?:kind|sort|type|size|nature)\b
    |\bsince\ (?:the\ |at\ least\ |records\ |late\ |early\ |mid-)?[\w’'-]+(?:\ (?:of|in|\d{{4}}|began|War|crisis|ended)\b(?:\ [\w]+)?)?
    |\bin\ (?:more\ than\ |nearly\ |over\ |at\ least\ |almost\ |about\ |some\ |the\ (?:last|past)\ )*
        (?:\d[\d,.]*|a|{_NUMBERS}|several|many|recent)(?:-\w+)?\ {_PERIOD}\b|\bin\ {_PERIOD}\b
    |\bof\ the\ (?:\w+\ )?(?:year|decade|century|season|war|month|week|quarter|past\ \w+\ \w+)\b|\bthis\ (?:year|century|decade|season|month)\b
    |\bin\ (?:the\ )?(?:entire\ |whole\ )?(?:world|country|nation|region|city|state|industry|universe|solar\ system|field|sector)\b|\bworldwide\b
    |\bin\ (?:the\ )?[A-Z][\w’.-]*(?:\ (?:of\ )?[A-Z][\w’.-]*)*(?<!\.)|\bon\ (?:Earth|the\ planet|the\ continent)\b|\banywhere\b
    |\bof\ any\ \w+(?:\ \w+)?|\bfor\ (?:more\ than\ |nearly\ |over\ |at\ least\ |almost\ )?(?:\d+|a|{_NUMBERS})\ {_PERIOD}\b
    |\bamong\ (?:\w+\ ){{0,3}}\w+|\boutside\ (?:of\ )?[A-Z]\w+
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.;?!](?=\s+[A-Z\"“]|\s*$)|\n")
_WORLD = re.compile(r"(?:\b(?:the\s+)?(?:world|country|nation|city|state|continent|region|industry)|[A-Z][\w.]+)['’]s?\s+(?:\w+\s+)?$")
_DETERMINERS = frozenset("the its his her their our my your this that second third fourth fifth yet single world's".split())
_ADJECTIVAL = ("ful", "ous", "ive", "ent", "ant", "ble", "ing", "ed", "al", "ic", "ate", "ar", "ern", "ly", "ex", "ound")
_NEEDS_SCOPE = frozenset(("first", "first-ever", "record", "least", "most", "earliest", "hardest", "best", "closest", "nearest", "newest"))
_LIKE = 3  # content words that two passages share when their superlatives stand for one another


@cache
def _scales() -> dict[str, str]:
    return {word: line.split("\t")[0] for line in lexicon.lines("superlatives.tsv") for word in line.split("\t")[1].split()}


def superlatives(
    documents: Sequence[Document], rows: Sequence[Row] = (), links: Sequence[Link] = ()
) -> tuple[Superlative, ...]:
    """Superlatives with their scopes, in the order of documents and text.

    Args:
        documents: on one event.
        rows: superlatives of one scale within one row form a group.
        links: so do those in linked passages, and those whose passages share several words.
    """
    found: list[Superlative] = []
    content: list[frozenset[str]] = []
    for document in documents:
        for sentence in sentences(document):
            here = list(_in_sentence(document, sentence))
            if here:
                words = frozenset(
                    stem(token.normal) for token in sentence.tokens if token.kind == "word" and token.normal not in FUNCTION_WORDS
                )
                found.extend(here)
                content.extend([words] * len(here))
    return _with_groups(found, content, rows, links)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Superlative]:
    tokens, scales = sentence.tokens, _scales()
    at = 0
    while at < len(tokens):
        end, word = at + 1, tokens[at].normal
        if word in ("most", "least") and end < len(tokens):
            joined = f"{word}-{tokens[end].normal}"
            adjective = tokens[end].normal.endswith(_ADJECTIVAL) and tokens[end].normal not in FUNCTION_WORDS
            if joined in scales or (adjective and at and tokens[at - 1].normal in _DETERMINERS):
                word, end = joined, end + 1
        if word == "first" and tokens[end : end + 2] and tokens[end].text == "-" and tokens[end + 1].normal == "ever":
            word, end = "first-ever", end + 2
        scale = scales.get(word) or (word if "-" in word and word.startswith(("most-", "least-")) else "")
        if scale:
            made = _superlative(document, sentence, at, end, word, scale)
            if made is not None:
                yield made
        at = end


def _superlative(
    document: Document, sentence: Sentence, at: int, end: int, word: str, scale: str
) -> Superlative | None:
    tokens = sentence.tokens
    start, after = tokens[at].span.start, tokens[end - 1].span.end
    limit = min(after + _REACH, sentence.passage.span.end)
    stop = _SENTENCE_END.search(document.text, after, limit)
    region = document.text[after : stop.start() if stop else limit]
    scopes = [Span(after + each.start(), after + each.end()) for each in _SCOPE.finditer(region)]
    before = document.text[max(sentence.passage.span.start, start - 40) : start]
    owner = _WORLD.search(before)
    if owner:
        begin = start - len(before) + owner.start()
        scopes.insert(0, Span(begin, start - (len(before) - len(before.rstrip()))))
    previous = tokens[at - 1].normal if at else ""
    earlier = tokens[at - 2].normal if at > 1 else ""
    if previous in ("at", "last", "but") or (word in _NEEDS_SCOPE and not _is_bounded(word, tokens, at, end, bool(scopes), region)):
        return None
    determined = previous in _DETERMINERS or previous.endswith("'s") or earlier in _DETERMINERS or previous in ("-", "'")
    if not determined and not scopes and at:
        return None
    among = "one of" in before[-30:].casefold() or "among" in before[-30:].casefold() or "some of" in before[-30:].casefold()
    ends = [scope.end for scope in scopes]
    first = min([start, *(scope.start for scope in scopes)])
    return Superlative(
        document.id, sentence.passage.id, Span(first, max([after, *ends])), word.replace("most-", "most "), scale,
        tuple(scopes), among,
    )  # fmt: skip


def _is_bounded(word: str, tokens: Sequence[object], at: int, end: int, scoped: bool, region: str) -> bool:
    """Whether a word that is often no superlative is one here."""
    if word == "record":
        return bool(re.match(r"[- ]?(?:high|low|number|breaking|setting|profit|loss|level|sum|amount|fine|temperature|crowd|turnout|"
                             r"rainfall|heat|sales|\d)", region.lstrip()))  # fmt: skip
    if word in ("first", "first-ever"):
        return word == "first-ever" or bool(re.search(r"\bever\b|in (?:\w+ ){0,3}history|of its kind|since \d{4}|in (?:\w+ ){1,3}(?:years|decades)", region[:80]))
    return scoped


def _with_groups(
    found: list[Superlative], content: list[frozenset[str]], rows: Sequence[Row], links: Sequence[Link]
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
                if one.document == other.document:
                    continue
                together = row_of.get(one.passage, one.passage) == row_of.get(other.passage, other.passage)
                if together or frozenset((one.passage, other.passage)) in linked or len(content[a] & content[b]) >= _LIKE:
                    parent[max(root(a), root(b))] = min(root(a), root(b))
    sizes: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(found)):
        sizes[root(at)].append(at)
    return tuple(_grouped(each, sizes[root(at)], found) for at, each in enumerate(found))


def _grouped(each: Superlative, members: list[int], found: list[Superlative]) -> Superlative:
    if len(members) < 2:
        return each
    name = min(f"{found[at].passage}:{found[at].scale}" for at in members)
    return Superlative(each.document, each.passage, each.span, each.word, each.scale, each.scopes, each.among, name)
