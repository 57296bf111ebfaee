"""What a name is: votes from its own words and from the words around it."""

from collections import Counter
from functools import cache

from crossread.claims import lexicon
from crossread.claims.candidate import Candidate, is_possessive
from crossread.claims.inflection import inflected
from crossread.claims.name import NameKind

_PLACE_NOUNS = frozenset(
    "city town village capital province region river county district island suburb port state country nation territory "
    "municipality lake mountain neighbourhood neighborhood peninsula coast airport commune prefecture hamlet resort".split()
)
_BELONGS_TO_BODY = frozenset(
    "shares stock board ceo chief profits profit revenue revenues headquarters customers spokesman spokeswoman spokesperson "
    "employees subsidiary lawyers users executives investors shareholders market factories factory sales website founder "
    "chairman stores products quarterly lab unit staff owner acquisition listing bonds results campus".split()
)
_BELONGS_TO_PERSON = frozenset(
    "wife husband son daughter mother father brother sister family lawyer attorney death birthday resignation widow "
    "book memoir novel campaign presidency girlfriend boyfriend parents home career trial conviction body".split()
)
_ROLES_OF_BODIES = frozenset(
    "ceo chief executive founder co-founder director head chairman chairwoman president spokesman spokeswoman spokesperson "
    "employee member analyst economist professor lecturer researcher shares partner counsel vice-president officer editor".split()
)
_LAW_KINDS: tuple[NameKind, ...] = ("organisation", "person", "place", "product", "law")
_STOPS = frozenset(
    "of and or in on at to for from with by as is was are were has had have will would can could may that which who when "
    "while after before the a an its their his her this said says".split()
)
_APPOSITION_ENDS = frozenset("who which that of and said in at for to against by".split())
_IN = frozenset("in near across outside inside around throughout toward towards".split())
_TITLED, _GIVEN_NAME, _HEADED, _APPOSED, _BESIDE, _HINT = 8.0, 4.0, 6.0, 4.0, 2.0, 1.0


def vote(candidate: Candidate) -> None:
    """Let the neighbours of a candidate vote on what it is; the votes are added to it."""
    votes: Counter[str] = Counter()
    if candidate.titled:
        votes["person"] += _TITLED
    _words_before(candidate, votes)
    _words_after(candidate, votes)
    candidate.votes = dict(votes)


def own_votes(candidate: Candidate) -> Counter[str]:
    """What a candidate's own words say it is; they vote once, however often it stands in a text."""
    votes: Counter[str] = Counter()
    words = candidate.words
    if candidate.known:
        votes[candidate.known.kind] += 20
    first, last = words[0], words[-1]
    headed = False
    inner = set(words[1:-1])
    for kind in ("organisation", "place", "law", "event"):
        if (last in lexicon.heads(kind) and len(words) > 1) or (
            {"of"} & inner and first in lexicon.heads(f"{kind} of")
        ):  # fmt: skip
            votes[kind] += _HEADED + (kind in ("law", "event"))
            headed = True
    if len(words) > 1 and inner & {"for"} and first in lexicon.heads("organisation for"):
        votes["organisation"] += _HEADED
    if len(words) > 1 and first in lexicon.heads("place first") and not headed:
        votes["place"] += _GIVEN_NAME
    if len(words) > 1 and words[-2] in lexicon.heads("law number") and last[0].isdigit():
        votes["law"] += _HEADED + _TITLED
    if first in lexicon.first_names() and not headed:
        votes["person"] += _GIVEN_NAME if len(words) > 1 else _BESIDE
    if last in ("AI", "News") and len(words) > 1:
        votes["organisation"] += _GIVEN_NAME
    common = lexicon.common_words()
    if 2 <= len(words) <= 4 and not headed and all(
        word.isalpha() and word[1:].islower() and word.casefold() not in common or word in lexicon.first_names() or len(word) == 1
        for word in words
    ):  # fmt: skip
        votes["person"] += _BESIDE
    if any(len(word) == 1 and word.isalpha() for word in words[1:-1]):
        votes["person"] += _GIVEN_NAME
    if any(letter.isdigit() for letter in "".join(words)) and not votes["law"]:
        votes["product"] += _GIVEN_NAME
    if len(words) == 1 and first.isupper() and 2 <= len(first.replace(".", "")) <= 6:
        votes["organisation"] += _BESIDE
    if first[0].islower():
        votes["product"] += _BESIDE
    votes["organisation"] += 0.5
    return votes


def _text(candidate: Candidate, at: int) -> str:
    tokens = candidate.sentence.tokens
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _words_before(candidate: Candidate, votes: Counter[str]) -> None:
    start = candidate.start
    before, earlier = _text(candidate, start - 1), _text(candidate, start - 2)
    if before in _IN:
        votes["place"] += _BESIDE
    elif before == "at":
        votes["organisation"] += _HINT
    if before in ("of", "at", "with", "for"):
        if earlier.casefold() in _ROLES_OF_BODIES:
            votes["organisation"] += _APPOSED
        elif before == "of" and (
            earlier.casefold() in _PLACE_NOUNS
            or earlier in ("mayor", "governor", "outskirts", "north", "south", "east", "west")
        ):
            votes["place"] += _APPOSED
    if before in lexicon.words("person_nouns.txt"):
        votes["person"] += _APPOSED
    elif before in lexicon.heads("product"):
        votes["product"] += _APPOSED
    elif before in lexicon.words("group_nouns.txt"):
        votes["organisation"] += _APPOSED
    elif before in _PLACE_NOUNS:
        votes["place"] += _HINT
    after_comma = before == "," and earlier[:1].isupper()
    if before == "," and earlier in lexicon.heads("product"):
        votes["product"] += _APPOSED
    if after_comma and lexicon_place(earlier):
        votes["place"] += _HINT
    if before in ("left", "reached", "visited", "toured", "invaded", "hit", "struck", "fled", "entered"):
        votes["place"] += _HINT
    if before == "of" and earlier in ("residents", "people", "inhabitants", "citizens", "streets", "parts", "region"):
        votes["place"] += _APPOSED
    if before in ("named", "called") and earlier in lexicon.words("person_nouns.txt"):
        votes["person"] += _BESIDE


@cache
def _speaking() -> frozenset[str]:
    """Forms of verbs that only people and bodies are the subject of."""
    verbs = {form for verb in lexicon.words("speech_verbs.txt") for form in inflected(verb)}
    return frozenset(verbs | {"accused", "accuses", "sued", "sues", "urged", "urges", "asked"})


def lexicon_place(word: str) -> bool:
    """Whether a word alone names a known place."""
    return any(word in forms for _, forms in lexicon.table("places.tsv"))


def _words_after(candidate: Candidate, votes: Counter[str]) -> None:  # noqa: C901 - one sign a branch
    end = candidate.end
    after, later, last = _text(candidate, end), _text(candidate, end + 1), _text(candidate, end - 1)
    if is_possessive(last) or after in ("'", "’"):
        thing = (after if is_possessive(last) else later).casefold()
        if thing in _BELONGS_TO_BODY:
            votes["organisation"] += _APPOSED
        elif thing in _BELONGS_TO_PERSON:
            votes["person"] += _BESIDE
        elif thing in _PLACE_NOUNS or thing in ("population", "streets", "border", "coast", "capital", "government", "economy"):
            votes["place"] += _BESIDE
    elif (noun := _noun_after(candidate)) in lexicon.heads("product"):
        own = _text(candidate, candidate.start - 1).casefold() in ("its", "their", "his", "her", "the", "a", "an", "new", "my", "our")
        owner = is_possessive(_text(candidate, candidate.start - 1))
        votes["product"] += _APPOSED if own or owner or noun != after else _BESIDE
    elif after in ("shares", "stock", "CEO", "spokesman", "spokeswoman", "spokesperson", "executives", "employees", "customers"):
        votes["organisation"] += _APPOSED
    elif after in ("-", "‐", "‑"):
        if later == "based":
            votes["place"] += _HEADED
        elif later in ("linked", "owned", "backed", "led", "made", "funded", "affiliated"):
            votes["organisation"] += _BESIDE
    if after in ("lab", "unit", "division", "subsidiary", "arm", "executives", "officials"):
        votes["organisation"] += _BESIDE
    elif _text(candidate, candidate.start - 1) in ("its", "their") and len(candidate.words) > 1:
        votes["product"] += _HINT
    if after in _speaking():
        votes["organisation"] += _HINT
        votes["person"] += 0.8 * _HINT
    if after == "," and later.isdigit() and _text(candidate, end + 2) == ",":
        votes["person"] += _HEADED
    if (after == "," and later == "who") or after == "who":
        votes["person"] += _APPOSED
    if (after == "," and later == "which") or after == "which":
        votes["organisation"] += _HINT
    if after in (",", "(", "–", "—", "is", "was"):
        _apposition(candidate, end + 1, votes)


def _noun_after(candidate: Candidate) -> str:
    """The noun a name stands before, over up to two words between: "its Claude language models"."""
    for ahead in range(candidate.end, candidate.end + 3):
        word = _text(candidate, ahead)
        if word in lexicon.heads("product"):
            return word
        if not word.isalpha() or not word.islower() or word in _STOPS:
            return ""
    return ""


def _apposition(candidate: Candidate, at: int, votes: Counter[str]) -> None:
    """What follows a name between commas: ", a maker of lenses," or ", chief executive of Acme,"."""
    strong = _text(candidate, at) in ("a", "an", "the", "its", "his", "her") or _text(candidate, at) in (
        lexicon.words("person_nouns.txt")
    )
    for ahead in range(at, at + 8):
        word = _text(candidate, ahead)
        if not word or word in ".,;:)" or word in _APPOSITION_ENDS:
            break
        last = _text(candidate, ahead + 1) in ("of", "at", "in", "for", "from", "who", "which", "that", "based", ",", ".", ")", "and", "with", "on", "to", "behind", "that", "against", "by")
        if not (strong and last) and not (ahead == at and word in lexicon.words("person_nouns.txt")):
            continue
        noun = word.casefold()
        if noun in lexicon.words("person_nouns.txt"):
            votes["person"] += _APPOSED
        elif noun in lexicon.words("group_nouns.txt"):
            votes["organisation"] += _APPOSED
        elif noun in _PLACE_NOUNS:
            votes["place"] += _APPOSED
        elif noun in lexicon.heads("product"):
            votes["product"] += _APPOSED
        else:
            continue
        return


def settled(votes: Counter[str]) -> NameKind | None:
    """The kind with most votes; None for an event, which is no name of a kind that is kept."""
    best = max((*_LAW_KINDS, "event"), key=lambda kind: votes[kind])
    return None if best == "event" else best  # type: ignore[return-value]
