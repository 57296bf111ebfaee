"""A stretch of a sentence that may be a name."""

from dataclasses import dataclass, field

from crossread.claims.gazetteer import Known
from crossread.claims.sentence import Sentence


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name, and what speaks for it.

    Attributes:
        sentence: where it stands.
        start, end: its tokens, half-open, without a title.
        known: its entry in the lists of known names.
        titled: a title or office stands before it, so that it is a person.
        role: the office, empty for a mere form of address.
        weak: only its place at the head of a sentence explains its capital letter.
        votes: how much speaks for each kind of name.
    """

    sentence: Sentence
    start: int
    end: int
    known: Known | None = None
    titled: bool = False
    role: str = ""
    weak: bool = False
    votes: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as written, the last one without a possessive ending, and without marks."""
        found = [token.text for token in self.sentence.tokens[self.start : self.end] if token.kind != "mark"]
        if found:
            found[-1] = bare(found[-1])
        return tuple(found)


def bare(word: str) -> str:
    """A word without a possessive ending."""
    for ending in ("'s", "’s", "'S", "’S", "ʼs"):
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def is_possessive(word: str) -> bool:
    """Whether a word has a possessive ending."""
    return bare(word) != word
