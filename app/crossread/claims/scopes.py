"""What limits a superlative: "ever", "it has ever seen", "known", "in 40 years", "of its kind"."""

import re
from collections.abc import Iterator

from crossread.text.span import Span

_NUMBERS = (
    r"(?:\d[\d,.]*|an?|several|many|recent|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_PERIOD = r"(?:years?|decades?|generations?|centur(?:y|ies)|months?|weeks?|seasons?)"
_ABOUT = r"(?:more than |nearly |over |at least |almost |about |some |the (?:last|past) )*"
_REST = r"(?:[A-Z]\.(?:[A-Z]\.)+|[^,.;:()\n]){2,70}?"
_REST_END = r"(?=[,.;:()\n\"”]|$| (?:and|but|which|that|who|while|after|as|when|to|said|says) )"
_SEEN = r"(?:seen|recorded|known|faced|made|received|encountered|detected|observed|built)"
_PARTICIPLE = r"(?:\w+(?:ed|own|ade|een|uilt|ound|eld|old|aken|rawn|ought|it|ost|et)|to \w+)\b"
_FORMS = (
    r"\b(?:that |which )?(?:it|they|he|she|we|anyone|(?:the |any )?\w+)(?: has| have| had|'s|’s|'ve|’ve) ever \w+",
    rf"\b(?:it|they|he|she|we) (?:has|have|had) {_SEEN}\b",
    rf"\bever\b(?: {_PARTICIPLE})?(?: (?:against|in|by|on|for|at|from|to|within) {_REST}{_REST_END})?",
    r"\b(?:publicly |best[ -]|officially )?(?:known|recogni[sz]ed|recorded|documented|reported|confirmed|identified"
    r"|disclosed|publici[sz]ed)\b",
    r"\bto date\b|\bso far\b|\byet\b(?! (?:to|another|again))|\bon record\b|\bof all time\b|\ball[ -]time\b",
    r"\bin living memory\b|\bin (?:[\w.'’-]+ ){0,4}history\b",
    r"\bof (?:its|their|this|that|the) (?:kind|sort|type|size|nature)\b",
    r"\bsince (?:the |at least |records |late |early |mid-)?[\w’'-]+"
    r"(?: (?:of|in|\d{4}|began|War|crisis|ended)\b(?: \w+)?)?",
    rf"\bin {_ABOUT}{_NUMBERS}(?:-\w+)? {_PERIOD}\b|\bin {_PERIOD}\b|\bfor {_ABOUT}{_NUMBERS} {_PERIOD}\b",
    r"\bof the (?:\w+ )?(?:year|decade|century|season|war|month|week|quarter|past \w+ \w+)\b",
    r"\bthis (?:year|century|decade|season|month)\b|\bworldwide\b|\banywhere\b",
    r"\bin (?:the )?(?:entire |whole )?(?:world|country|nation|region|city|state|industry|universe|solar system"
    r"|field|sector)\b",
    r"\bin (?:the )?[A-Z][\w’-]*(?: (?:of )?[A-Z][\w’-]*)*|\bon (?:Earth|the planet|the continent)\b",
    r"\bof any \w+(?: \w+)?|\bamong (?:\w+ ){0,3}\w+|\boutside (?:of )?[A-Z]\w+",
)
_SCOPE = re.compile("|".join(_FORMS))
_OWNER = re.compile(
    r"(?P<owner>(?:\b(?:the\s+)?(?:world|country|nation|city|state|continent|region|industry)|[A-Z][\w.]+)['’]s?)\s+(?:\w+[\s-]+)?$"
)
_SENTENCE_END = re.compile(r"[.;?!](?=\s+[A-Z\"“]|\s*$)|\n|\b(?:and|but) (?:the|its|their|his|her) ")
_NEEDS_NEARNESS = re.compile(
    r"(?:in|of|since|for|among|outside|this|on)\b"
)  # else it belongs to another clause
_PARTICIPLES = frozenset(
    "known recognized recognised recorded documented reported confirmed identified disclosed publicized "
    "publicised".split()
)
_NEAR = 7  # words
_REACH = 170  # characters behind a superlative in which its scope may stand
_OWNER_REACH = 40


def scopes_behind(text: str, start: int, end: int) -> Iterator[Span]:
    """The scopes between the end of a superlative and the end of its clause.

    Args:
        text: the document's text, single-spaced.
        start: offset behind the superlative.
        end: end of the passage.
    """
    limit = min(start + _REACH, end)
    stop = _SENTENCE_END.search(text, start, limit)
    region = text[start : stop.start() if stop else limit]
    for found in _SCOPE.finditer(region):
        before = region[: found.start()]
        if found.group() in _PARTICIPLES and "," in before:
            continue  # "the worst storm, Reuters reported"
        if _NEEDS_NEARNESS.match(found.group()) and ("," in before or len(before.split()) > _NEAR):
            continue
        yield Span(start + found.start(), start + found.end())


def scope_before(text: str, start: int, passage_start: int) -> Span | None:
    """The owner before a superlative, in single-spaced text: "the world's" largest."""
    before = text[max(passage_start, start - _OWNER_REACH) : start]
    owner = _OWNER.search(before)
    if owner is None:
        return None
    offset = start - len(before)
    return Span(offset + owner.start("owner"), offset + owner.end("owner"))
