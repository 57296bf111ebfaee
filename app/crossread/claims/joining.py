"""Joins the names of several documents: one group for each person, body, place, product or law."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from crossread.claims import lexicon
from crossread.claims.candidate import Candidate, bare, is_possessive
from crossread.claims.capitals import FUNCTION_WORDS, candidates, is_headline
from crossread.claims.gazetteer import key_word, key_words, known_at
from crossread.claims.kinds import own_votes, settled, vote
from crossread.claims.name import NameKind
from crossread.claims.roles import role_after, shared_roles
from crossread.claims.sentence import Sentence, sentences
from crossread.claims.spellings import Form, same_names
from crossread.progress import IsCancelled, check, never_cancelled, watched
from crossread.text.document import Document
from crossread.text.span import Span

Key = tuple[str, ...]
_AUXILIARIES = frozenset(
    "has had have is was were will would did does said says can could may might also".split()
)
_CORPORATE = frozenset("inc corp corporation ltd limited llc plc gmbh ag sa nv co".split())
_SENTENCES, _OCCURRENCES = 100, 500  # gone through between two times of asking whether to stop
_SHOUTED = 4  # letters of a common word in capitals, which is no abbreviation then
_MARKS = frozenset("' & - / .".split())


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name at one place, as written."""

    sentence: Sentence
    span: Span
    text: str
    candidate: Candidate


@dataclass(slots=True)
class Group:
    """All that names one person or thing.

    Attributes:
        label: its fullest common form.
        kind: what it is.
        mentions: in the order in which they were met.
        misspelt: forms that are likely slips.
        roles: offices and titles.
    """

    label: str
    kind: NameKind
    mentions: list[Occurrence] = field(default_factory=list)
    misspelt: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the documents that name it."""
        return frozenset(mention.sentence.document for mention in self.mentions)


def grouped(documents: Sequence[Document], cancelled: IsCancelled = never_cancelled) -> tuple[Group, ...]:
    """The names of all documents as groups, whatever the order of the documents; quick when asked again.

    Args:
        documents: any.
        cancelled: asked between some sentences.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    kept = _kept(tuple(documents))
    if not kept:
        kept.append(_grouped(documents, cancelled))
    return kept[0]


@lru_cache(maxsize=4)
def _kept(_documents: tuple[Document, ...]) -> list[tuple[Group, ...]]:
    """Where the groups of documents are kept once they are found."""
    return []


def _grouped(documents: Sequence[Document], cancelled: IsCancelled) -> tuple[Group, ...]:
    order = {document.id: number for number, document in enumerate(documents)}
    occurrences = [each for document in documents for each in _occurrences(document, cancelled)]
    check(cancelled)
    occurrences = _accepted(occurrences, cancelled)
    check(cancelled)
    occurrences = _without_epithets(occurrences, {document.id: document.text for document in documents})
    check(cancelled)
    forms: dict[Key, Form] = {}
    for each in watched(occurrences, cancelled, _OCCURRENCES):
        key = _key(each.candidate)
        if key not in forms:
            forms[key] = Form(key, votes=own_votes(each.candidate))
        form = forms[key]
        form.documents.add(each.sentence.document)
        form.count += 1
        form.votes.update(each.candidate.votes)
        form.titled |= each.candidate.titled
        form.known |= each.candidate.known is not None
    for form in forms.values():
        form.kind = settled(form.votes)
    check(cancelled)
    joined, slips = same_names(forms, _bracketed(occurrences))
    occurrences = sorted(
        (*occurrences, *_in_headlines(documents, forms, cancelled)),
        key=lambda each: (order[each.sentence.document], each.span),
    )
    check(cancelled)
    placed = _placed(occurrences, joined, forms)
    found = []
    for _, members in sorted(placed.items()):
        check(cancelled)
        found.append(_group(members, slips))
    return tuple(group for group in found if group is not None)


def _without_epithets(occurrences: Sequence[Occurrence], texts: Mapping[str, str]) -> list[Occurrence]:
    """The occurrences; a person's name that stands elsewhere too is freed of other words before it.

    Headlines and captions capitalise those too: "Skipper Ana Ruiz", "Ferry Sank: Ana Ruiz Tells".
    """
    people = {
        key
        for each in occurrences
        if (each.candidate.titled or each.candidate.words[0] in lexicon.first_names())
        and len(key := _key(each.candidate)) in (2, 3)
        and key[0] != "="
    }
    return [_freed(each, people, texts[each.sentence.document]) for each in occurrences]


def _freed(each: Occurrence, people: set[Key], document: str) -> Occurrence:
    candidate, key = each.candidate, _key(each.candidate)
    if key[0] == "=" or len(key) < 3 or key in people:
        return each
    tokens = candidate.sentence.tokens
    for start in range(candidate.start + 1, candidate.end - 1):
        shorter = Candidate(candidate.sentence, start, candidate.end)
        if tokens[start].kind == "word" and _key(shorter) in people:
            vote(shorter)
            span = Span(tokens[start].span.start, each.span.end)
            return Occurrence(each.sentence, span, span.line_of(document), shorter)
    return each


def _bracketed(occurrences: Sequence[Occurrence]) -> Iterable[tuple[Key, Key]]:
    """Names and the abbreviations that stand in brackets right behind them: "Harrow Rail Union (HRU)"."""
    for name, short in pairwise(occurrences):
        tokens, start = name.sentence.tokens, short.candidate.start
        beside = (
            name.sentence is short.sentence
            and name.candidate.end + 1 == start
            and tokens[start - 1].text == "("
        )
        if beside and len(short.candidate.words) == 1 and short.candidate.known is None:
            letters = iter("".join(name.candidate.words).casefold())
            if all(letter in letters for letter in short.candidate.words[0].casefold()):
                yield _key(name.candidate), _key(short.candidate)


def _occurrences(document: Document, cancelled: IsCancelled) -> Iterable[Occurrence]:
    for number, sentence in enumerate(sentences(document)):
        if number % _SENTENCES == 0:
            check(cancelled)
        for candidate in shared_roles(list(candidates(sentence))):
            if not candidate.words:
                continue
            vote(candidate)
            yield _occurrence(document, candidate)


_LONGEST_NAME = 6  # words of a name that are looked for in a headline


def _in_headlines(
    documents: Sequence[Document], forms: dict[Key, Form], cancelled: IsCancelled
) -> Iterable[Occurrence]:
    """Names in headlines whose every word is capitalised: those that the text below names too."""
    firsts = {key[0] for key in forms}
    for document in documents:
        check(cancelled)
        for sentence in sentences(document):
            if not is_headline(sentence):
                continue
            tokens, at = sentence.tokens, 0
            while at < len(tokens):
                found = None
                if key_word(tokens[at].text) in firsts and known_at(sentence, at) is None:
                    for end in range(min(at + _LONGEST_NAME, len(tokens)), at, -1):
                        candidate = Candidate(sentence, at, end)
                        if forms.get(_key(candidate)) is not None and _key(candidate)[-1] == key_word(
                            tokens[end - 1].text
                        ):
                            found = candidate
                            break
                if found is not None:
                    yield _occurrence(document, found)
                at = found.end if found else at + 1


def _occurrence(document: Document, candidate: Candidate) -> Occurrence:
    first, last = candidate.sentence.tokens[candidate.start], candidate.sentence.tokens[candidate.end - 1]
    end = last.span.end
    if is_possessive(last.text) and not (candidate.known and "'" in candidate.known.label):
        end -= len(last.text) - len(bare(last.text))
    span = Span(first.span.start, max(end, first.span.start))
    return Occurrence(candidate.sentence, span, span.line_of(document.text), candidate)


def _key(candidate: Candidate) -> Key:
    if candidate.known:
        return ("=", candidate.known.label)
    words = [word for word in key_words(" ".join(candidate.words)) if word not in _MARKS]
    while len(words) > 1 and words[-1] in _CORPORATE:
        words.pop()
    return tuple(words) or ("?",)


def _accepted(occurrences: Sequence[Occurrence], cancelled: IsCancelled) -> list[Occurrence]:
    """Those that are names: a capital letter that the head of a sentence explains needs a second witness."""
    strong = {
        _key(each.candidate)
        for each in watched(occurrences, cancelled, _OCCURRENCES)
        if not each.candidate.weak and not _is_generic(each.candidate)
    }
    surnames = {key[-1] for key in strong if len(key) > 1 and key[0] != "="}
    of_people = {
        _key(each.candidate)[-1]
        for each in watched(occurrences, cancelled, _OCCURRENCES)
        if each.candidate.known is None
        and len(words := each.candidate.words) > 1
        and (each.candidate.titled or words[0] in lexicon.first_names())
    }
    kept = []
    for each in watched(occurrences, cancelled, _OCCURRENCES):
        candidate = each.candidate
        last = _key(candidate)[-1]
        team = last in surnames and last.endswith("s") and len(candidate.words) == 1  # "the Falcons" of Turin
        if _is_generic(candidate) and not ((team or last in of_people) and not candidate.weak):
            continue
        surname = last in surnames and _acts(candidate)
        if candidate.weak and _key(candidate) not in strong and not surname and not _stands_alone(candidate):
            continue
        kept.append(each)
    return kept


def _acts(candidate: Candidate) -> bool:
    """Whether what follows a word shows that it names somebody: "Hale's", "Hale, the owner", "Hale said"."""
    tokens = candidate.sentence.tokens
    following = tokens[candidate.end : candidate.end + 1]
    after = following[0].normal if following else ""
    said = after in _AUXILIARIES or after in lexicon.speech_forms() or after == ","
    return is_possessive(tokens[candidate.end - 1].text) or said


def _stands_alone(candidate: Candidate) -> bool:
    """Whether a known name at the head of a sentence is one, though the word is also a common one."""
    if candidate.known is None:
        return False
    following = candidate.sentence.tokens[candidate.end : candidate.end + 1]
    acts = is_possessive(candidate.sentence.tokens[candidate.end - 1].text) or (
        bool(following) and following[0].text in _AUXILIARIES
    )
    return acts or (
        candidate.known.kind == "place" and candidate.known.label not in ("Nice", "Queens", "Man")
    )


def _is_generic(candidate: Candidate) -> bool:
    """Whether a lone capitalised word names no one in particular: "the House", "the President"."""
    words = candidate.words
    if candidate.known or candidate.titled:
        return False
    if (
        len(words) == 2
        and len(words[0]) == 1
        and candidate.sentence.tokens[candidate.start + 1].text in "-‐‑"
    ):
        return True  # a party and a state: "R-Ohio"
    if len(words) != 1:
        return False
    word, common = words[0], lexicon.common_words()
    if len(word) < 2 or word.casefold() in FUNCTION_WORDS:
        return True
    if word[1:].islower() and word.endswith("s") and lexicon.is_person_noun(word):
        return True
    if word.isupper() and len(word) >= _SHOUTED and word.casefold() in common:
        return True
    if (word.casefold(),) in lexicon.titles() and word.casefold() in common:
        return True
    before = candidate.sentence.tokens[candidate.start - 1].text if candidate.start else ""
    lone = word.casefold() in common
    heads = (
        lexicon.heads("organisation") | lexicon.heads("place") | lexicon.heads("law") | lexicon.heads("event")
    )
    return lone and (before.casefold() in ("the", "a", "an", "this", "that", "our", "its") or word in heads)


def _placed(
    occurrences: Sequence[Occurrence], joined: dict[Key, Key], forms: dict[Key, Form]
) -> dict[Key, list[Occurrence]]:
    """The occurrences by the name they belong to; a lone surname goes to the person named last before it."""
    by_surname: defaultdict[str, set[Key]] = defaultdict(set)
    by_given_name: defaultdict[str, set[Key]] = defaultdict(set)
    for key, form in forms.items():
        if form.kind == "person" and len(key) > 1 and key[0] != "=":
            by_surname[key[-1]].add(joined[key])
            by_given_name[key[0]].add(joined[key])
    latest: dict[tuple[str, str], Key] = {}
    placed: defaultdict[Key, list[Occurrence]] = defaultdict(list)
    for each in occurrences:
        key = _key(each.candidate)
        root = joined[key]
        document = each.sentence.document
        if len(key) == 1 and (_may_be_surname(forms[key]) or (document, key[0]) in latest):
            root = latest.get((document, key[0])) or _likeliest(by_surname[key[0]], forms, joined) or root
            if root == joined[key]:
                root = latest.get((document, "given " + key[0])) or _only(by_given_name[key[0]]) or root
        elif forms[key].kind == "person" and key[0] != "=":
            latest[document, key[-1]] = root
            latest[document, "given " + key[0]] = root
        elif key[0] == "=" and each.candidate.titled and (document, key[1].casefold()) in latest:
            root = latest[document, key[1].casefold()]
        placed[root].append(each)
    return placed


def _may_be_surname(form: Form) -> bool:
    return form.kind in ("person", "organisation") or (form.kind == "place" and not form.known)


def _only(keys: set[Key]) -> Key | None:
    return next(iter(keys)) if len(keys) == 1 else None


def _likeliest(keys: set[Key], forms: dict[Key, Form], joined: dict[Key, Key]) -> Key | None:
    """The only name of a surname, or the one that more documents give than any other."""
    if len(keys) < 2:
        return _only(keys)
    documents: defaultdict[Key, set[str]] = defaultdict(set)
    for key, root in joined.items():
        if root in keys:
            documents[root] |= forms[key].documents
    first, second, *_ = sorted(keys, key=lambda key: (-len(documents[key]), key))
    return first if len(documents[first]) > len(documents[second]) else None


def _group(members: list[Occurrence], slips: dict[Key, Key]) -> Group | None:
    votes: Counter[str] = Counter()
    for own in {_key(each.candidate): own_votes(each.candidate) for each in members}.values():
        votes.update(own)
    for each in members:
        votes.update(each.candidate.votes)
    kind = settled(votes)
    if kind is None:
        return None
    known = [each.candidate.known.label for each in members if each.candidate.known]
    wrong = {each.text for each in members if _key(each.candidate) in slips}
    right = [each for each in members if each.text not in wrong] or members  # a slip is nobody's name
    counted = Counter(" ".join(each.text.split()) for each in right)
    if known:
        label = min(Counter(known).items(), key=lambda entry: (-entry[1], entry[0]))[0]
    elif kind == "person":
        label = min(counted, key=lambda form: (-len(form.split()), -counted[form], form))
    else:  # an abbreviation is its name only where no document writes it out
        label = min(counted, key=lambda form: (form.isupper(), -counted[form], -len(form), form))
    named = members if kind == "person" else []
    roles = {role for each in named for role in (each.candidate.role, role_after(each.candidate)) if role}
    return Group(label, kind, members, tuple(sorted(wrong)), tuple(sorted(roles)))
