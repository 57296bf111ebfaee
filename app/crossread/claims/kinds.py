"""What a name is: votes from its own words and from the words around it."""

import re
from collections import Counter
from functools import cache

from crossread.claims import lexicon
from crossread.claims.candidate import Candidate, is_possessive
from crossread.claims.gazetteer import known_at
from crossread.claims.inflection import inflected
from crossread.claims.name import NameKind

_KNOWN, _TITLED, _HEADED, _APPOSED, _BESIDE, _HINT = 40, 16, 12, 8, 4, 2
_WEIGHTS = {"headed": _HEADED, "apposed": _APPOSED, "beside": _BESIDE, "hint": _HINT}
_KINDS: tuple[NameKind, ...] = ("organisation", "person", "place", "product", "law")
_STOPS = frozenset(
    "of and or in on at to for from with by as is was are were has had have will would can could may might that which"
    " who when while after before the a an its their his her this said says".split()
)
_OWNERS = frozenset("its their his her the a an new my our".split())
_APPOSITION_ENDS = frozenset("who which that of and said in at for to against by".split())
_NOUN_ENDS = frozenset(
    "of at in for from who which that based and with on to behind against by , . )".split()
)
_ARTICLES = frozenset("a an the its his her".split())
_APPOSED_BY = frozenset((",", "(", "–", "—", "is", "was"))
_LONGEST_ACRONYM = 6
_DASHES = frozenset("-–—")
_LONGEST_APPOSITION = 8  # words


def settled(votes: Counter[str]) -> NameKind | None:
    """The kind with most votes; None for an event, which is no name of a kind that is kept."""
    best = max(_KINDS, key=lambda kind: votes[kind])
    return None if votes["event"] > votes[best] else best


def own_votes(candidate: Candidate) -> Counter[str]:
    """What a candidate's own words say it is; they vote once, however often it stands in a text."""
    votes: Counter[str] = Counter(organisation=1)
    words = candidate.words
    if candidate.known:
        votes[candidate.known.kind] += _KNOWN
    if len(words) > 1:
        headed = _heads(words, votes)
        _several_words(words, headed, votes)
    else:
        first = words[0]
        if first in lexicon.heads("event"):
            votes["event"] += _HEADED
        if first in lexicon.first_names():
            votes["person"] += _BESIDE
        if first.isupper() and 2 <= len(first.replace(".", "")) <= _LONGEST_ACRONYM:
            votes["organisation"] += _BESIDE
    if " ".join(words) in lexicon.towns():
        votes["place"] += _BESIDE - 1 if len(words) == 1 else _APPOSED + _HINT
    if any(letter.isdigit() for letter in "".join(words)) and not votes["law"]:
        votes["product"] += _APPOSED
    if words[0][0].islower():
        votes["product"] += _BESIDE
    return votes


def _heads(words: tuple[str, ...], votes: Counter[str]) -> bool:
    """Let nouns such as Bank, River and Act vote; whether there is one."""
    first, last, inner = words[0], words[-1], set(words[1:-1])
    headed = False
    for kind in ("organisation", "place", "law", "event"):
        if last in lexicon.heads(kind) or ("of" in inner and first in lexicon.heads(f"{kind} of")):
            votes[kind] += _HEADED + (kind in ("law", "event"))
            headed = True
    if "for" in inner and first in lexicon.heads("organisation for"):
        votes["organisation"] += _HEADED
    if words[-2] in lexicon.heads("law number") and last[0].isdigit():
        votes["law"] += _HEADED + _TITLED
    return headed


def _several_words(words: tuple[str, ...], headed: bool, votes: Counter[str]) -> None:
    if not headed:
        if words[0] in lexicon.heads("place first"):
            votes["place"] += _APPOSED
        if words[0] in lexicon.first_names():
            votes["person"] += _APPOSED
        if len(words) <= 4 and all(map(_may_name_a_person, words)):
            votes["person"] += _BESIDE
    if words[0] in lexicon.heads("product first"):
        votes["product"] += _HEADED
    if not headed and words[-1].endswith("s") and _is_place(words[:-1]):  # a team: "Turin Falcons"
        votes["organisation"] += _APPOSED + _HINT
    if words[-1] in ("AI", "News"):
        votes["organisation"] += _APPOSED
    if any(len(word) == 1 and word.isalpha() for word in words[1:-1]):
        votes["person"] += _APPOSED


def _is_place(words: tuple[str, ...]) -> bool:
    name = " ".join(words)
    return name in lexicon.towns() or name in _places()


_PERSONAL = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?:[^\W\d_a-z][^\W\d_A-Z]+)?")  # "Lee", "MacFarlane"


def _may_name_a_person(word: str) -> bool:
    unknown = bool(_PERSONAL.fullmatch(word)) and word.casefold() not in lexicon.common_words()
    return unknown or word in lexicon.first_names() or len(word) == 1


def vote(candidate: Candidate) -> None:
    """Let the neighbours of a candidate vote on what it is; the votes are added to it."""
    votes: Counter[str] = Counter()
    if candidate.titled:
        votes["person"] += _TITLED
    if _is_dateline(candidate):
        votes["place"] += _APPOSED
    _own_beginning(candidate, votes)
    _words_before(candidate, votes)
    _words_after(candidate, votes)
    candidate.votes = dict(votes)


def _is_dateline(candidate: Candidate) -> bool:
    """Whether it says where a report was written: "LEEDS The mayor", "LEEDS — The mayor"."""
    last, after = candidate.words[-1], _text(candidate, candidate.end)
    shouted = candidate.start == 0 and last.isupper() and len(last) > _LONGEST_ACRONYM - 2
    return shouted and (after in _DASHES or (after[:1].isupper() and not after.isupper()))


def _own_beginning(candidate: Candidate, votes: Counter[str]) -> None:
    """A known body's name with another word behind it is what the body makes: "Harrow Motors Comet"."""
    known = known_at(candidate.sentence, candidate.start)
    words = candidate.words
    if (
        candidate.known
        or candidate.titled
        or known is None
        or known[1].kind != "organisation"
        or known[1].medium
    ):
        return
    rest = [_text(candidate, at) for at in range(known[0], candidate.end)]
    heads = lexicon.heads("organisation") | lexicon.heads("place") | lexicon.heads("event")
    if rest and words[-1] not in heads and rest[0] not in lexicon.first_names():
        votes["product"] += _APPOSED


def _text(candidate: Candidate, at: int) -> str:
    tokens = candidate.sentence.tokens
    return tokens[at].text if 0 <= at < len(tokens) else ""


@cache
def _neighbours() -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
    for line in lexicon.lines("neighbours.tsv"):
        position, kind, weight, words = line.split("\t")
        for word in words.split():
            found[position, word] = (*found.get((position, word), ()), (kind, _WEIGHTS[weight]))
    return found


def _near(position: str, word: str, votes: Counter[str]) -> None:
    for kind, weight in _neighbours().get((position, word.casefold()), ()):
        votes[kind] += weight


@cache
def _nouns() -> dict[str, NameKind]:
    """Nouns that stand beside a name and say what it is."""
    kinds: tuple[tuple[frozenset[str], NameKind], ...] = (
        (lexicon.heads("product"), "product"),
        (lexicon.words("place_nouns.txt"), "place"),
        (lexicon.words("group_nouns.txt"), "organisation"),
        (lexicon.words("person_nouns.txt"), "person"),
    )
    return {noun: kind for nouns, kind in kinds for noun in nouns}


def _words_before(candidate: Candidate, votes: Counter[str]) -> None:
    start = candidate.start
    before, earlier = _text(candidate, start - 1), _text(candidate, start - 2)
    _near("before", before, votes)
    if before == "of":
        _near("before of", earlier, votes)
    if before == "in":
        _near("before in", earlier, votes)
    if before.casefold() == "the" and len(candidate.words) > 1 and not candidate.titled:
        votes["person"] -= _HEADED  # nobody's name stands behind an article
        _near("before the", earlier, votes)
    if before in ("of", "at", "with", "for"):
        _near("before at", earlier, votes)
    if before in _nouns():
        votes[_nouns()[before]] += _HINT if _nouns()[before] == "place" else _APPOSED
    if before == "," and _nouns().get(earlier) == "product":
        votes["product"] += _APPOSED
    if before == "," and earlier in _places():
        votes["place"] += _HINT


@cache
def _places() -> frozenset[str]:
    return frozenset(form for _, forms in lexicon.table("places.tsv") for form in forms)


@cache
def _speaking() -> frozenset[str]:
    """Forms of verbs that only people and bodies are the subject of."""
    verbs = {form for verb in lexicon.words("speech_verbs.txt") for form in inflected(verb)}
    return frozenset(verbs | {"accused", "accuses", "sued", "sues", "urged", "urges", "asked"})


def _words_after(candidate: Candidate, votes: Counter[str]) -> None:
    start, end = candidate.start, candidate.end
    after, later, last = _text(candidate, end), _text(candidate, end + 1), _text(candidate, end - 1)
    before = _text(candidate, start - 1)
    possessive = is_possessive(last) or after in ("'", "’")
    if possessive:
        _near("after 's", after if is_possessive(last) else later, votes)
    elif noun := _noun_after(candidate):
        owned = before.casefold() in _OWNERS or is_possessive(before) or noun != after
        votes["product"] += _APPOSED if owned else _BESIDE
    else:
        _near("after", after, votes)
    if after in ("-", "‐", "‑"):
        _near("after -", later, votes)
    if before in ("its", "their") and len(candidate.words) > 1 and not possessive:
        votes["product"] += _HINT
    if after in _speaking():
        votes["organisation"] += _HINT
        votes["person"] += _HINT - 1
    if after == ",":
        _near("after comma", later, votes)
        if later in _places():
            votes["place"] += _APPOSED
        if later.isdigit() and _text(candidate, end + 2) == ",":
            votes["person"] += _HEADED
    if after in _APPOSED_BY:
        _apposition(candidate, end + 1, votes)


def _noun_after(candidate: Candidate) -> str:
    """The product's noun a name stands before, over up to two words: "its Claude language models"."""
    for ahead in range(candidate.end, candidate.end + 3):
        word = _text(candidate, ahead)
        if word in lexicon.heads("product"):
            return word
        if not word.isalpha() or not word.islower() or word in _STOPS:
            return ""
    return ""


def _apposition(candidate: Candidate, at: int, votes: Counter[str]) -> None:
    """What follows a name between commas: ", a maker of lenses," or ", chief executive of Acme,"."""
    nouns = _nouns()
    with_article = _text(candidate, at) in _ARTICLES or nouns.get(_text(candidate, at)) == "person"
    for ahead in range(at, at + _LONGEST_APPOSITION):
        word = _text(candidate, ahead)
        if not word or word in ".,;:)" or word in _APPOSITION_ENDS:
            return
        kind = nouns.get(word.casefold())
        ends = with_article and _text(candidate, ahead + 1) in _NOUN_ENDS
        if kind and (ends or (ahead == at and kind == "person")):
            votes[kind] += _APPOSED
            return
