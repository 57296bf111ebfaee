"""Names that are known beforehand, with every spelling under which they go."""

from dataclasses import dataclass
from functools import cache

from crossread.claims import lexicon
from crossread.claims.name import NameKind
from crossread.claims.sentence import Sentence

_LONGEST_ACRONYM = 5
_LISTS: tuple[tuple[str, NameKind], ...] = (
    ("places.tsv", "place"), ("bodies.tsv", "organisation"), ("media.tsv", "organisation"),
    ("laws.tsv", "law"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A known name.

    Attributes:
        label: the name under which all its spellings are joined.
        kind: what it is.
        medium: it is a newspaper, broadcaster or news agency.
        exact: the spelling, where only that very spelling counts ("WHO", "US"); otherwise empty.
    """

    label: str
    kind: NameKind
    medium: bool
    exact: str


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Known]]]:
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for name, kind in _LISTS:
        for label, forms in lexicon.table(name):
            for form in forms:
                words = tuple(key_words(form))
                acronym = form.replace(".", "").isupper() and len(form.replace(".", "")) <= _LONGEST_ACRONYM
                known = Known(label, kind, name == "media.tsv", form if acronym else "")
                found.setdefault(words[0], []).append((words, known))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1].label))
    return found


def key_words(form: str) -> list[str]:
    """The words under which a name is looked up: no full stops, hyphens or apostrophes of its own."""
    folded = form.casefold().replace("’", "'")
    return folded.replace(".", "").replace("-", " ").replace("&", " & ").replace(",", " ").split()


@cache
def key_word(text: str) -> str:
    """The form of one token that is looked up, its possessive ending left out."""
    folded = text.casefold().replace("’", "'").replace(".", "")
    return folded if folded in _by_first_word() else folded.removesuffix("'s")


def known_at(sentence: Sentence, start: int) -> tuple[int, Known] | None:
    """The longest known name that begins at a token, with the token after it."""
    tokens = sentence.tokens
    entries = _by_first_word().get(key_word(tokens[start].text))
    if entries is None or not tokens[start].text[:1].isalnum():
        return None
    for words, known in entries:
        end = _matched(sentence, start, words)
        if end and _is_written_as_name(sentence, start, end, known):
            return end, known
    return None


def _matched(sentence: Sentence, start: int, words: tuple[str, ...]) -> int:
    """The token after the last of ``words``, or 0; hyphens and commas between the words are passed over."""
    tokens, at = sentence.tokens, start
    for number, word in enumerate(words):
        while number and at < len(tokens) and tokens[at].text in "-‐‑," and word != tokens[at].text:
            at += 1
        if at >= len(tokens) or key_word(tokens[at].text) != word:
            return 0
        if number < len(words) - 1 and tokens[at].text.endswith(("'s", "’s")) and not word.endswith("'s"):
            return 0
        at += 1
    return at


def _is_written_as_name(sentence: Sentence, start: int, end: int, known: Known) -> bool:
    first = sentence.tokens[start].text
    if known.exact:
        return end == start + 1 and first.removesuffix("'s").removesuffix("’s").replace(".", "") == (
            known.exact.replace(".", "")
        )
    content = [
        token.text for token in sentence.tokens[start:end] if len(token.text) > 3 or token.text[0].isupper()
    ]
    return all(any(letter.isupper() for letter in word[:3]) for word in content) and bool(content)
