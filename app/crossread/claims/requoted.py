"""What two quotations are to each other: exact, punctuation, shortened, altered, or two different ones."""

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA, LCSseq

from crossread.claims.capitals import FUNCTION_WORDS
from crossread.claims.quotation import QuotationMention, QuotationVerdict
from crossread.text.document import Document
from crossread.text.token import Token
from crossread.text.words import stem, tokens

GRAVITY: dict[QuotationVerdict, int] = {"exact": 0, "punctuation": 1, "shortened": 2, "altered": 3}
_EDGES = " \t\n.,;:!?…-–—\"'“”‘’«»„‹›()[]"
_ALIKE, _ALIKE_OTHER_SPEAKER = 0.62, 0.8
_ALIKE_EITHER, _ALIKE_BOTH = (
    0.48,
    0.3,
)  # where passages are linked or one speaker is named for both; where both
_FEWEST_WORDS = 3  # below this a quotation is the same or it is another one
_CONTAINED = 0.7  # so much of a shortened quotation must be found in the longer one, in order
_FEWEST_CONTAINED = 6
_LONGEST_COMPARED = 3_000  # words
_SHORTEST_SLIP = 5  # letters of a surname; below that a letter more or less makes another one


@dataclass(frozen=True)
class Said:
    """A quotation with its words made ready for comparing.

    Attributes:
        mention: where and how it is quoted.
        document: whose mention it is.
        passages: ids of the passages that it stands in.
    """

    mention: QuotationMention
    document: Document
    passages: frozenset[str]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks of all parts."""
        return tuple(token for part in self.mention.parts for token in tokens(self.document.text, part))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The compared forms of the words; what an editor put in square brackets is left out."""
        found, bracket = [], 0
        for token in self.tokens:
            bracket += (token.text == "[") - (token.text == "]" and bracket > 0)
            if token.kind != "mark" and not bracket:
                found.append(token.normal)
        return tuple(found[:_LONGEST_COMPARED])

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words."""
        return tuple(stem(word) for word in self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that carry meaning; of all words where none does."""
        meaning = frozenset(stem(word) for word in self.words if word not in FUNCTION_WORDS)
        return meaning or frozenset(self.stems)

    @cached_property
    def written(self) -> str:
        """The text as written, with plain marks and without those at its edges."""
        text = " ".join(part.of(self.document.text) for part in self.mention.parts)
        plain = re.sub('[“”„«»‟"]', '"', re.sub("[‘’‚‛‹›]", "'", text)).replace("…", "...")
        plain = re.sub(r"\s*[–—]\s*|\s+-+\s+|--+", " - ", plain)
        return " ".join(re.sub(r"[\u00ad\u200b-\u200d\u2060\ufeff]", "", plain).split()).strip(_EDGES)


def relation(a: Said, b: Said, linked: bool) -> QuotationVerdict | None:
    """What one quotation is to another; None where they are two.

    Args:
        a, b: quotations, of one document or two.
        linked: their passages were found to say the same thing.
    """
    if a.words == b.words:
        if not a.words:
            return None
        return "exact" if a.written == b.written or _only_edges(a, b) else "punctuation"
    short, long = sorted((a, b), key=lambda said: (len(said.words), said.words))
    if len(short.words) < 2:
        return None
    shared = LCSseq.similarity(short.stems, long.stems)
    same_speaker = may_be_one(a.mention.speaker, b.mention.speaker)
    if shared == len(short.stems) and _is_cut_from(short, long, same_speaker):
        return "shortened" if _in_order(short.words, long.words) else "altered"
    if len(short.words) < _FEWEST_WORDS or not short.content & long.content:
        return None
    likeness = 2 * shared / (len(short.stems) + len(long.stems))
    named = bool(same_speaker and a.mention.speaker and b.mention.speaker)
    needed = _ALIKE_OTHER_SPEAKER
    if same_speaker:
        needed = _ALIKE_BOTH if linked and named else _ALIKE_EITHER if linked or named else _ALIKE
    if likeness >= needed:
        return "altered"
    shared_content = len(short.content & long.content)
    if (
        same_speaker
        and len(short.words) >= _FEWEST_CONTAINED
        and shared >= _CONTAINED * len(short.stems)
        and shared_content > 2
    ):
        return "altered"
    return None


def _only_edges(a: Said, b: Said) -> bool:
    """Whether nothing but the comma before "he said" differs: the marks inside each part are alike."""
    if len(a.mention.parts) == len(b.mention.parts):
        return False
    inner = [re.sub(r"[^\w\s']", " ", said.written).split() for said in (a, b)]
    return inner[0] == inner[1]


def may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two speakers may be one person or body: nobody is named, or the last names are alike but for a slip."""
    one, other = _surname(a or ""), _surname(b or "")
    return not one or not other or one == other or (
        min(len(one), len(other)) >= _SHORTEST_SLIP and OSA.distance(one, other) == 1
    )  # fmt: skip


def _surname(speaker: str) -> str:
    return speaker.casefold().split()[-1] if speaker.split() else ""


def _is_cut_from(short: Said, long: Said, same_speaker: bool) -> bool:
    """Whether the words of one can have been cut from the other, and are not just any few words of it."""
    meaning = [word for word in short.words if word not in FUNCTION_WORDS]
    if not meaning or (len(meaning) < 2 and len(short.words) < 3 and len(long.words) > 6) or not same_speaker:
        return False
    contiguous = any(
        long.stems[at : at + len(short.stems)] == short.stems
        for at in range(len(long.stems) - len(short.stems) + 1)
    )
    return contiguous or (len(short.words) >= 4 and 2 * len(short.words) >= len(long.words)) or (
        len(short.words) >= _FEWEST_CONTAINED
    )  # fmt: skip


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    at = iter(long)
    return all(word in at for word in short)
