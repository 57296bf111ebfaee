"""Finds stretches that may be names, by capital letters and by the words that tie them together."""

from collections.abc import Iterator

from crossread.claims import lexicon
from crossread.claims.candidate import Candidate, bare, is_possessive
from crossread.claims.gazetteer import known_at
from crossread.claims.sentence import Sentence
from crossread.text.token import Token

_PARTICLES = frozenset(
    "de la van von der den del della da di dos das du bin ibn al el le ter zu af av y ben".split()
)
_ABBREVIATED = frozenset(
    "st inc corp ltd co jr sr mt ft no dr mr mrs ms prof sen rep gov gen col capt lt sgt".split()
)
_OPENS_SENTENCE = frozenset("\"'“”‘«»„([:;?!.—–•·|>*…")
_HYPHENS = frozenset("-‐‑")
_DOMAINS = frozenset("com org net io ai co uk tv".split())
_ACRONYM = 5  # letters; longer words in capitals are shouted
_TITLE_CASE = 0.6  # so large a share of capitalised long words makes a line a headline
_ENDS_NAMES = frozenset(  # words that alone are no names but may end one: "Moonshot AI", "Elizabeth II"
    "AI News North South East West Central II III IV V VI VII VIII IX XI XIV XVI Web Earth ID HR PC".split()
)
_BEGINS_ANEW = frozenset(
    "The A An In On At It He She We They But And This That These Those When As If For With From By After".split()
)
_LONGEST_CONNECTED = 12  # tokens; a name is never longer
FUNCTION_WORDS = frozenset(
    "the a an this that these those and or but nor so yet if when while where as at by for from in into "
    "of on onto out over  "
    "to up with within without about above after against along amid among around because before behind "
    "below beneath  "
    "beside besides between beyond despite down during except inside like near off outside past per since "
    "than through  "
    "throughout till toward towards under underneath unlike until unless upon versus via although though "
    "whereas whether  "
    "both either neither each every all any some many most much few several such no not only even also "
    "just still already  "
    "again too very more less here there now then once ever never always often sometimes soon later "
    "earlier today tomorrow  "
    "yesterday tonight he she it they we you i his her its their our your my who whom whose which what "
    "why how is are was  "
    "were be been being has have had do does did can could may might must shall should will would let one "
    "two three four  "
    "five six seven eight nine ten another other others same last next first second third former latter "
    "according meanwhile  "
    "however moreover furthermore therefore thus hence instead indeed rather perhaps maybe yes no not "
    "amidst plus minus  "
    "critics experts officials lawmakers investigators analysts researchers police residents authorities".split()
)


def is_headline(sentence: Sentence) -> bool:
    """Whether capital letters say nothing here, as in a title in capitals."""
    longer = [token for token in sentence.tokens[1:] if token.kind == "word" and len(token.text) >= 4]
    if len(longer) < 2 or (sentence.passage.kind not in ("heading", "caption", "list item") and (
        sentence.tokens[-1].text in ".!?”\""
    )):  # fmt: skip
        shouting = sum(token.text.isupper() for token in longer)
        return len(longer) > 3 and shouting >= _TITLE_CASE * len(longer)
    return sum(token.text[0].isupper() for token in longer) >= _TITLE_CASE * len(longer)


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """Stretches that may be names, in the order of the text; in a headline only names known beforehand."""
    headline = is_headline(sentence)
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        if not _is_capital(tokens[at]):
            at += 1
            continue
        if headline:
            known = known_at(sentence, at)
            if known:
                yield Candidate(sentence, at, known[0], known[1])
            at = known[0] if known else at + 1
            continue
        end = _end_of_run(sentence, at)
        yield from _parted(sentence, at, end)
        at = end


def _is_capital(token: Token) -> bool:
    text = token.text
    return token.kind == "word" and (
        text[0].isupper() or (len(text) > 2 and any(map(str.isupper, text[1:3])))
    )


def _beside(tokens: tuple[Token, ...], at: int) -> int:
    """Whether white space parts a token from the one before it: 1, or 0 where they touch."""
    return int(tokens[at].span.start > tokens[at - 1].span.end)


def _end_of_run(sentence: Sentence, start: int) -> int:
    """The token after the longest stretch from ``start`` that may be one name with its titles."""
    tokens = sentence.tokens
    known = known_at(sentence, start)
    at = known[0] if known else start + 1
    while at < len(tokens) and at - start < _LONGEST_CONNECTED:
        if tokens[at].text in "'’" and _beside(tokens, at) == 0:
            break
        if is_possessive(tokens[at - 1].text) and not _owned_in_name(tokens, start, at):
            break
        step = _joined(sentence, start, at)
        if not step:
            break
        known = known_at(sentence, at)
        at = max(at + step, known[0] if known and step == 1 else 0)
    return at


def _owned_in_name(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether a possessive belongs to a body's own name: "King's College", "St Mary's Hospital", "Children's Fund"."""
    owner, owned = bare(tokens[at - 1].text), bare(tokens[at].text)
    named = owned in lexicon.heads("owned") and _is_capital(tokens[at]) and _beside(tokens, at) == 1
    saint = at - 2 >= start and tokens[at - 2].text in ("St", "Saint", ".")
    plain = owner in lexicon.first_names() or owner.casefold() in lexicon.common_words()
    return named and (saint or plain)


def _joined(sentence: Sentence, start: int, at: int) -> int:
    """How many tokens from ``at`` belong to the run that began at ``start``; 0 ends it."""
    tokens = sentence.tokens
    token, gap = tokens[at], _beside(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "word" and _is_capital(token):
        if _begins_anew(tokens, at):
            return 0
        return 1 if gap == 1 or (gap == 0 and tokens[at - 1].text in "-‐‑.&/") else 0
    if following is None:
        return 0
    touching = _beside(tokens, at + 1) == 0
    capital_follows = _is_capital(following)
    if token.text == "." and gap == 0 and capital_follows and not touching:
        before = tokens[at - 1].text
        return 2 if (len(before) == 1 and before.isupper()) or before.casefold() in _ABBREVIATED else 0
    if token.text == "." and gap == 0 and touching and following.text in _DOMAINS:
        return 2
    if token.text in _HYPHENS and gap == 0 and touching:
        return 2 if capital_follows or following.kind == "number" else 0
    if token.text == "&" and capital_follows and gap <= 1:
        return 2
    if token.kind == "number" and gap == 1:
        return 1 if bare(tokens[at - 1].text) in lexicon.heads("law number") else 0
    if gap != 1 or token.kind != "word":
        return 0
    return _connected(sentence, start, at)


def _begins_anew(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a small word with a capital begins something else: "LEEDS The mayor", "FIRED IN PHILLY"."""
    text = tokens[at].text
    shouted = text.isupper() and len(text) > 1 and text.casefold() in FUNCTION_WORDS
    if text == "A" and at + 1 < len(tokens) and tokens[at + 1].text == ".":
        return False  # an initial
    return text in _BEGINS_ANEW or (shouted and tokens[at - 1].text.isupper())


def _connected(sentence: Sentence, start: int, at: int) -> int:
    """How many tokens a small word ties to the run: "of", "for", "and" inside a body's name, "van" in a surname."""
    tokens, word = sentence.tokens, sentence.tokens[at].text
    after = at + 1
    if word in _PARTICLES:
        while after < len(tokens) and tokens[after].text in _PARTICLES and after - at < 3:
            after += 1
        return after - at + 1 if after < len(tokens) and _is_capital(tokens[after]) else 0
    if after < len(tokens) and tokens[after].text == "the":
        after += 1
    if after >= len(tokens) or not _is_capital(tokens[after]):
        return 0
    before = bare(tokens[at - 1].text)
    opened = {token.text for token in tokens[start:at]}
    if word == "of":
        openers = lexicon.heads_of("organisation of", "place of", "law of", "organisation")
        return after - at + 1 if before in openers else 0
    if word in ("for", "on", "against") and known_at(sentence, after) is None:
        return after - at + 1 if opened & lexicon.heads("organisation for") and len(opened) < 6 else 0
    if word == "and" and after == at + 1 and _is_one_body(tokens, start, at):
        return 2
    return 0


def _is_one_body(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether "and" at ``at`` stands inside one body's name: "Food and Drug Administration"."""
    common = lexicon.common_words()
    end = at + 1
    while end < len(tokens) and _is_capital(tokens[end]) and end - at <= 4:
        end += 1
    left = [token.text for token in tokens[start:at]]
    right = [token.text for token in tokens[at + 1 : end]]
    if not all(bare(word).casefold() in common for word in (left[-1], *right)):
        return False
    if {"of", "for"} & set(left):
        return True
    return len(right) > 1 and bare(right[-1]) in lexicon.heads("organisation") and (
        left[-1] not in lexicon.heads("organisation")
    )  # fmt: skip


def _title_at(sentence: Sentence, start: int, end: int) -> tuple[int, str] | None:
    """The longest title that begins at a token and ends before ``end``: the token after it, and the office."""
    texts = [token.text for token in sentence.tokens[start : min(end, start + 6)]]
    for length in range(len(texts), 0, -1):
        words = [word.casefold().replace(".", "") for word in texts[:length] if word != "."]
        if not words:
            continue
        found = lexicon.titles().get(tuple(words))
        if (
            found is None
            and length == 1
            and words[0] in lexicon.words("person_nouns.txt")
            and end - start > 1
        ):
            found = ""
        if found is not None:
            after = start + length
            if after < end and sentence.tokens[after].text == ".":
                after += 1
            return after, found
    return None


_NEVER_TITLES = frozenset(  # alone before a head noun they belong to it: "General Motors"
    "general major private father count king queen prince chief head justice cardinal duke sir".split()
)


def _parted(sentence: Sentence, start: int, end: int) -> Iterator[Candidate]:
    """A run parted at titles: "Apple CEO Tim Cook" is a body, an office and a person."""
    all_heads = lexicon.heads_of("organisation", "place", "law")
    last = bare(sentence.tokens[end - 1].text)
    at = start
    while at < end:
        found = _title_at(sentence, at, end)
        if found is None or not sentence.tokens[at].text[0].isupper():
            at += 1
            continue
        after, office = found
        lone = sentence.tokens[at].text.casefold() in _NEVER_TITLES and after == at + 1
        if after < end and last in all_heads and (end - after < 2 or lone):
            at = after
            continue
        if after >= end and (at > start or not lone):
            yield from _single(sentence, start, at)
            return
        if after < end:
            for owner in _single(sentence, start, at):
                owner.weak = False
                yield owner
            yield from _single(sentence, after, end, titled=True, role=office)
            return
        at = after
    yield from _single(sentence, start, end)


def _single(
    sentence: Sentence, start: int, end: int, titled: bool = False, role: str = ""
) -> Iterator[Candidate]:
    """One candidate, stripped of what only stands beside the name."""
    start, end = _stripped(sentence, start, end, titled)
    if start >= end:
        return
    known = known_at(sentence, start)
    tokens = sentence.tokens
    if known and known[0] < end and not titled and not _one_name(sentence, known[0], end):
        yield Candidate(sentence, start, known[0], known[1])
        yield from _single(sentence, known[0], end)
        return
    if not titled and not known:
        titled, role = _title_before(sentence, start)
    entry = known[1] if known and known[0] >= end else None
    if known and entry:
        end = known[0]
    found = Candidate(sentence, start, end, entry, titled, role)
    if not titled and _opens(tokens, start):
        found.weak = _is_common(tokens, start, end) and not (entry and entry.exact)
    yield found


def _one_name(sentence: Sentence, middle: int, end: int) -> bool:
    """Whether a known name and the words after it are one longer name ("Moscow State University")."""
    words = [bare(token.text) for token in sentence.tokens[middle:end]]
    if words[0] in lexicon.first_names() and len(words) > 1:
        return False
    return words[0] not in "-/‐‑" and not is_possessive(sentence.tokens[middle - 1].text)


_BEGINS_NAMES = frozenset({"North", "South", "East", "West", "Central", "National"})
_NEVER_IN_NAMES = frozenset({"Former", "Then", "Acting", "Senior", "Interim", "Late", "Ex", "The"})


def _is_skipped(word: str) -> bool:
    return word in _NEVER_IN_NAMES or word in lexicon.not_names()


def _stripped(sentence: Sentence, start: int, end: int, titled: bool) -> tuple[int, int]:
    """The tokens without those at either end that are no part of a name."""
    start = _without_head(sentence, start, end, titled)
    return start, _without_tail(sentence, start, end)


def _without_head(sentence: Sentence, start: int, end: int, titled: bool) -> int:
    tokens = sentence.tokens
    heads = lexicon.heads_of("organisation", "place", "law")
    while start < end:
        word = bare(tokens[start].text)
        rest = [bare(token.text) for token in tokens[start + 1 : end]]
        headed = bool(rest) and rest[-1] in heads
        keep = (
            headed
            and word not in FUNCTION_WORDS
            and word.casefold() not in FUNCTION_WORDS
            and (word in _BEGINS_NAMES or word in lexicon.demonyms())
        )
        opening = (
            (_opens(tokens, start) or (word.isupper() and len(word) > 1))
            and not (word.isupper() and len(word) > 1 and not (rest and rest[0].isupper()))
            and word.casefold().replace("’", "'").partition("'")[0] in FUNCTION_WORDS
        )
        article = word in ("The", "A", "An") and not known_at(sentence, start)
        given = word in lexicon.first_names() and len(rest) > 0
        drop = (
            (_is_skipped(word) and not given)
            or lexicon.is_demonym(word.title() if word.isupper() and len(word) > _ACRONYM else word)
            or (_opens(tokens, start) and bool(rest) and lexicon.is_person_noun(word) and not headed)
            or (_opens(tokens, start) and _is_epithet(word, rest))
            or opening
            or article
            or word in _HYPHENS
            or word in ".&/"
        )
        if (
            not drop
            or keep
            or (known_at(sentence, start) and not opening)
            or (titled and not _is_skipped(word))
        ):
            break
        known = known_at(sentence, start)
        if known and known[0] > start + 1:
            break
        start += 1
    return start


def _without_tail(sentence: Sentence, start: int, end: int) -> int:
    tokens = sentence.tokens
    while end > start and (known_at(sentence, start) or (0,))[0] < end:
        word = bare(tokens[end - 1].text)
        joins = end - start > 1 and word in _ENDS_NAMES
        known = known_at(sentence, start)
        joins = joins and not (known and known[0] == end - 1 and known[1].kind == "place")
        if (word in lexicon.not_names() or tokens[end - 1].kind == "mark") and not joins:
            end -= 1
        else:
            break
    return end


def _is_epithet(word: str, rest: list[str]) -> bool:
    """Whether a common word stands before a person's name only because it opens the sentence: "Skipper Ana Ruiz"."""
    named = len(rest) > 1 and rest[0] in lexicon.first_names() and rest[1][:1].isupper()
    return named and word not in lexicon.first_names() and word.casefold() in lexicon.common_words()


def _title_before(sentence: Sentence, start: int) -> tuple[bool, str]:
    """A title in small letters right before a name: "senators Tim Scott", "chief executive Tim Cook"."""
    for length in (4, 3, 2, 1):
        if start - length < 0:
            continue
        found = _title_at(sentence, start - length, start)
        if found and found[0] == start:
            plain = sentence.tokens[start - 1]
            return (
                (_beside(sentence.tokens, start) == 1 and plain.kind == "word") or plain.text == "."
            ), found[1]
    return False, ""


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token may be capitalised only because a sentence or a quotation begins with it."""
    return at == 0 or tokens[at - 1].text in _OPENS_SENTENCE


def _is_common(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    word = bare(tokens[start].text)
    if end - start > 1 or (word.isupper() and len(word) > 1) or not word[1:].islower():
        return False
    return word.casefold() in lexicon.common_words() or word.casefold() in FUNCTION_WORDS
