"""Words that plainly stand for a name: "the company" where only one is spoken of."""

from collections import defaultdict
from collections.abc import Sequence

from crossread.claims.joining import Group, Occurrence
from crossread.claims.name import NameMention
from crossread.claims.sentence import Sentence, sentences
from crossread.text.document import Document
from crossread.text.span import Span

_NOUNS = frozenset(
    "company firm group startup start-up bank carmaker automaker chipmaker drugmaker retailer airline "
    "lender manufacturer  "
    "agency ministry university conglomerate broadcaster newspaper charity union nonprofit insurer "
    "operator developer".split()
)
_BINDS = frozenset("of that which whose called named behind".split())


def stand_ins(documents: Sequence[Document], groups: Sequence[Group]) -> dict[int, list[NameMention]]:
    """The stand-ins of each group, by its number: only where the last two sentences name one organisation alone."""
    spoken_of: defaultdict[str, list[tuple[int, Occurrence]]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group.kind == "organisation":
            for mention in group.mentions:
                spoken_of[mention.sentence.passage.id].append((number, mention))
    found: defaultdict[int, list[NameMention]] = defaultdict(list)
    for document in documents:
        before: set[int] = set()
        for sentence in sentences(document):
            here = spoken_of.get(sentence.passage.id, [])
            for start, end in _stand_ins(sentence):
                span = Span(sentence.tokens[start].span.start, sentence.tokens[end - 1].span.end)
                candidates = before | {number for number, named in here if named.span.end <= span.start}
                if len(candidates) == 1:
                    text = span.line_of(document.text)
                    stand_in = NameMention(document.id, sentence.passage.id, span, text, refers=True)
                    found[candidates.pop()].append(stand_in)
            before = {number for number, _ in here} or before
            if sentence.passage.kind == "heading":
                before = set()
    return found


def _stand_ins(sentence: Sentence) -> list[tuple[int, int]]:
    """Where "the company" or "the Hangzhou-based group" stand, as tokens."""
    tokens, found = sentence.tokens, []
    for at, token in enumerate(tokens[:-1]):
        if token.normal != "the":
            continue
        end = at + 1
        if end + 3 < len(tokens) and tokens[end + 1].text in "-‐‑" and tokens[end + 2].text == "based":
            end += 3
        word = tokens[end].text.removesuffix("'s").removesuffix("’s")
        following = tokens[end + 1].normal if end + 1 < len(tokens) else ""
        if word in _NOUNS and following not in _BINDS and following != "-":
            found.append((at, end + 1))
    return found
