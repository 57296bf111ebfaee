"""The word lists under ``resources/claims``, read once and late."""

from collections.abc import Iterator
from functools import cache

from crossread.claims.inflection import inflected
from crossread.paths import resource


def lines(name: str) -> Iterator[str]:
    """The entries of a list, without comments and empty lines."""
    with resource("claims", name).open(encoding="utf-8") as file:
        for line in file:
            entry = line.rstrip("\n")
            if entry and not entry.startswith("#"):
                yield entry


@cache
def words(name: str) -> frozenset[str]:
    """A list of words parted by white space, as written."""
    text = resource("claims", name).read_text(encoding="utf-8")
    if "#" not in text:  # no comments: tens of thousands of words are parted at once
        return frozenset(text.split())
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def table(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A list of entries with a tab and further forms parted by semicolons: the entry, and all its forms."""
    entries = []
    for line in lines(name):
        entry, _, others = line.partition("\t")
        forms = (entry, *(other.strip() for other in others.split(";") if other.strip()))
        entries.append((entry, forms))
    return tuple(entries)


@cache
def heads(role: str) -> frozenset[str]:
    """The words of ``heads.tsv`` that play a role, such as ``organisation`` or ``law of``."""
    return frozenset(
        word for line in lines("heads.tsv") for kind, listed in [line.split("\t")] if kind == role
        for word in listed.split()
    )  # fmt: skip


@cache
def heads_of(*roles: str) -> frozenset[str]:
    """The words of ``heads.tsv`` that play one of these roles."""
    return frozenset().union(*map(heads, roles))


@cache
def common_words() -> frozenset[str]:
    """English words that are written with a small letter."""
    return words("common_words.txt")


@cache
def first_names() -> frozenset[str]:
    """Given names, as written."""
    return words("first_names.txt")


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and words for peoples, languages and faiths, as written."""
    return words("demonyms.txt")


@cache
def speech_forms() -> frozenset[str]:
    """The forms of verbs that introduce speech."""
    return frozenset(form for verb in words("speech_verbs.txt") for form in inflected(verb))


@cache
def is_demonym(word: str) -> bool:
    """Whether a word names people of a country or what is theirs: "Irish", "Englishman", "Somalian"."""
    for ending in ("man", "woman", "men", "women"):
        if word.endswith(ending) and word.removesuffix(ending) in demonyms():
            return True
    places = countries()
    stems = (word.removesuffix(ending) for ending in ("n", "ns", "an", "ans", "ian", "ians", "ese"))
    return word in demonyms() or any(stem != word and stem in places for stem in stems)


@cache
def countries() -> frozenset[str]:
    """Known places of one word, as written."""
    return frozenset(form for _, forms in table("places.tsv") for form in forms if " " not in form)


@cache
def is_person_noun(word: str) -> bool:
    """Whether a word, whatever its case and number, says what a person does: "climber", "Defendants"."""
    nouns = words("person_nouns.txt")
    small = word.casefold()
    return small in nouns or (small.endswith("s") and small[:-1] in nouns)


@cache
def towns() -> frozenset[str]:
    """Towns of some size all over the world: a hint that a name is a place, no more."""
    with resource("claims", "towns.txt").open(encoding="utf-8") as file:
        return frozenset(file.read().split("\n"))


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that name nobody and nothing."""
    return words("not_names.txt")


@cache
def titles() -> dict[tuple[str, ...], str]:
    """Titles and offices by their words in small letters without full stops; a form of address gives ''."""
    found = {}
    for line in lines("titles.txt"):
        address = line.startswith("~")
        forms = [form.strip() for form in line.lstrip("~ ").split(";")]
        for form in forms:
            found[tuple(title_words(form))] = "" if address else forms[0]
    return found


def title_words(form: str) -> list[str]:
    """The words of a title as they are looked up."""
    return form.casefold().replace(".", "").replace("-", " - ").split()
