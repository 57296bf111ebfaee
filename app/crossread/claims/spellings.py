"""Decides which written forms are one name: endings left off, acronyms, initials, nicknames, accents and slips."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from crossread.claims import lexicon
from crossread.claims.name import NameKind

Key = tuple[str, ...]
_GENERIC_ENDINGS = frozenset(
    "ai group labs lab holdings holding company technologies technology platforms international news "
    "corporation incorporated  "
    "software systems bank university party airlines airways motors pharmaceuticals electronics partners "
    "therapeutics inc pharma biotech motors foods energy oil steel mining telecom semiconductor robotics aerospace "
    "stores hotels studios games publishing records insurance capital ventures investments securities logistics "
    "shipping railways rail water gas power electric "
    "industries entertainment energy solutions networks agency foundation institute online media app".split()
)
_OF_PLACES = frozenset(
    "university bank party airport agency".split()
)  # what is left without them may be a town
_TURNED = frozenset("university ministry department".split())
_SMALL = frozenset("of the and for on in at to &".split())
_SHORTEST_SLIP = 5  # letters; below that a letter more or less makes another word
_LONG = 10  # letters, from which on two letters may differ


@dataclass(slots=True)
class Form:
    """One written form of a name over all documents.

    Attributes:
        key: its words as they are looked up.
        documents: ids of those that write it.
        count: how often they do, together.
        votes: how much speaks for each kind of name.
        titled: somewhere a title stands before it, so that it is a person.
        known: it stands in the lists of known names.
        kind: what the votes settled; None before they are counted.
    """

    key: Key
    documents: set[str] = field(default_factory=set)
    count: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    titled: bool = False
    known: bool = False
    kind: NameKind | None = None


class _Joined:
    """Disjoint sets of keys; the smallest key stands for its set, so that the order of joining does not matter."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: Key) -> Key:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: Key, b: Key) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low


def same_names(
    forms: dict[Key, Form], bracketed: Iterable[tuple[Key, Key]] = ()
) -> tuple[dict[Key, Key], dict[Key, Key]]:
    """Which forms are one name.

    Args:
        forms: by their keys.
        bracketed: names with the abbreviations that the text itself gives in brackets.

    Returns:
        For each form the form that stands for its name; and each likely slip with the form it misspells.
    """
    joined = _Joined(forms)
    for a, b in (
        *_shortened(forms), *_acronyms(forms), *_same_person(forms), *_without_accents(forms),
        *_endings(forms), *_plurals(forms), *_turned(forms),
        *((a, b) for a, b in bracketed if forms[a].kind != "person" and forms[b].kind != "person"),
    ):  # fmt: skip
        joined.join(a, b)
    slips = {}
    for wrong, right in _slips(forms):
        joined.join(wrong, right)
        slips[wrong] = right
    return {key: joined.root(key) for key in forms}, slips


def _plain(key: Key) -> Key:
    """The words of a key; those of its label where the name is known."""
    return tuple(key[1].casefold().replace("the ", "").split()) if key[0] == "=" else key


def _shortened(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """ "Moonshot" and "Moonshot AI"."""
    by_words = {_plain(key): key for key in sorted(forms)}
    longer: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        words = _plain(key)
        while len(words) > 1 and words[-1] in _GENERIC_ENDINGS:
            if len(words) == 2 and words[-1] in _OF_PLACES:
                break
            words = words[:-1]
            if words in by_words and by_words[words] != key:
                longer[by_words[words]].append(key)
    for key, candidates in longer.items():
        place = forms[key].kind == "place"
        if forms[key].kind == "person" or place or (key[0] == "=" and candidates[0][0] == "="):
            continue
        for other in candidates:
            if forms[other].kind not in ("person", "place"):
                yield key, other


def _endings(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """ "Falcons" and "Turin Falcons", "Consumer Bureau" and "Federal Consumer Bureau": the end of one longer name."""
    heads = frozenset(
        head.casefold() for kind in ("organisation", "place", "law", "event") for head in lexicon.heads(kind)
    )
    longer: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        if key[0] == "=" or forms[key].kind in ("person", "law", None):
            continue
        for cut in range(1, len(key)):
            if key[cut:] in forms and key[cut - 1] not in _SMALL and key[cut] not in _SMALL:
                longer[key[cut:]].append(key)
    for short, candidates in longer.items():
        lone = len(short) == 1 and (short[0] in heads or not _opens_with_name(candidates[0], forms))
        if len(candidates) == 1 and not lone and forms[short].kind not in ("person", "law", None):
            yield short, candidates[0]


def _opens_with_name(key: Key, forms: dict[Key, Form]) -> bool:
    """Whether all but the last word of a name are one themselves: a town or body before what is of it."""
    before = key[:-1]
    return (
        before in forms
        or ("=", " ".join(before).title()) in forms
        or " ".join(before).title() in lexicon.towns()
    )


def _acronyms(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """ "WFO" and "World Fencing Organisation"."""
    by_initials: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        words = [word for word in key if word not in _SMALL]
        if len(words) > 1 and key[0] != "=" and forms[key].kind != "person":
            by_initials["".join(word[0] for word in words)].append(key)
            if len(words) < len(key):
                by_initials["".join(word[0] for word in key if word != "the")].append(key)
    for key in sorted(forms):
        if len(key) == 1 and 2 <= len(key[0]) <= 8 and len(by_initials.get(key[0], ())) == 1:
            yield key, by_initials[key[0]][0]


@cache
def _nickname_groups() -> dict[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lexicon.lines("nicknames.tsv")):
        for name in line.casefold().split():
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _plurals(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """ "Academy of Science" and "Academy of Sciences"."""
    seen: dict[Key, Key] = {}
    for key in sorted(forms):
        if len(key) > 1 and key[0] != "=" and forms[key].kind not in ("person", None):
            bare = tuple(word.removesuffix("s") for word in key)
            if bare in seen:
                yield seen[bare], key
            seen.setdefault(bare, key)


def _turned(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """ "Harlow University" and "University of Harlow", "Ministry of Health" and "Health Ministry"."""
    for key in sorted(forms):
        if len(key) > 2 and key[0] in _TURNED and key[1] == "of":
            rest = key[3:] if key[2] == "the" else key[2:]
            if (*rest, key[0]) in forms:
                yield key, (*rest, key[0])


def _same_person(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    by_surname: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        if forms[key].kind == "person" and len(key) > 1 and key[0] != "=":
            by_surname[key[-1]].append(key)
    for keys in by_surname.values():
        full = [key for key in keys if len(key[0]) > 1]
        for number, a in enumerate(full):
            for b in full[number + 1 : number + 50]:
                if a[0] == b[0] or _nickname_groups().get(a[0], frozenset()) & _nickname_groups().get(
                    b[0], frozenset()
                ):
                    yield a, b
        for initial in (key for key in keys if len(key[0]) == 1):
            matching = [key for key in full if key[0].startswith(initial[0])]
            if len({key[0] for key in matching}) == 1:
                yield initial, matching[0]


def _bared(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )


_WHOLE = {"st": "saint", "mt": "mount", "ft": "fort"}
_ABBREVIATED = re.compile(r"^(st|mt|ft)(?:\.\s?| )")


def _without_accents(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    seen: dict[str, Key] = {}
    for key in sorted(forms):
        plain = (
            _bared(" ".join(_plain(key)))
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("'", "")
        )
        plain = _ABBREVIATED.sub(lambda found: _WHOLE[found.group(1)] + " ", plain)
        if plain in seen:
            yield seen[plain], key
        seen.setdefault(plain, key)


def _slips(forms: dict[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """Pairs of which the first likely misspells the second, found by what is left when one letter is taken out."""
    near: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        text = " ".join(_plain(key))
        if _SHORTEST_SLIP <= len(text) <= 60 and text.replace(" ", "").isalpha():
            for left in {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}:
                near[left].append(key)
    pairs = {(a, b) for keys in near.values() if 1 < len(keys) < 50 for a in keys for b in keys if a < b}
    for a, b in sorted(pairs):
        if _is_slip(forms[a], forms[b]):
            wrong, right = sorted(
                (forms[a], forms[b]), key=lambda form: (form.known, len(form.documents), form.count, form.key)
            )
            yield wrong.key, right.key


def _other_spelling(word: str) -> str:
    """A word without accents and as it is spelt in America: neither is a slip."""
    plain = _bared(word)
    for british, american in (
        ("our", "or"),
        ("isa", "iza"),
        ("ise", "ize"),
        ("centre", "center"),
        ("ence", "ense"),
    ):
        plain = plain.replace(british, american)
    return plain


def _is_slip(a: Form, b: Form) -> bool:
    if (a.known and b.known) or (
        a.kind != b.kind and "person" in (a.kind, b.kind) and not (a.titled and b.titled)
    ):
        return False
    one, other = _plain(a.key), _plain(b.key)
    if len(one) != len(other):
        return False
    differing = [(left, right) for left, right in zip(one, other, strict=True) if left != right]
    if len(differing) != 1:
        return False
    left, right = differing[0]
    if (
        OSA.distance(left, right) > (2 if min(len(left), len(right)) >= _LONG else 1)
        or min(len(left), len(right)) < 3
    ):
        return False
    if _other_spelling(left) == _other_spelling(right):
        return False
    if (
        left.rstrip("s") == right.rstrip("s")
        or left.rstrip("n") == right.rstrip("n")
        or (len(one) == 1 and min(len(left), len(right)) < _SHORTEST_SLIP)
    ):
        return False
    common, given = (
        lexicon.common_words(),
        {name.casefold() for name in (left.title(), right.title()) if name in lexicon.first_names()},
    )
    both_words = left in common and right in common
    return not both_words and len(given) < 2
