"""Sentences of our own with what must be found in them and, as nothing else may be, what must not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread import claims
from crossread.read import read_text
from crossread.text.document import Document

SETS = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence with what was found in it and what should have been."""

    text: str
    found: Counter[str]
    expected: Counter[str]

    @property
    def right(self) -> bool:
        return self.found == self.expected


def document(text: str, letter: str = "A") -> Document:
    """A document of one or more paragraphs under a letter."""
    return read_text(text, f"{letter}.txt", letter)


def _lines(name: str) -> Iterator[list[str]]:
    for line in (SETS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def names() -> Iterator[Outcome]:
    for text, listed in _lines("names.tsv"):
        found = Counter(
            f"{name.kind}:{mention.text}"
            for name in claims.names([document(text)])
            for mention in name.mentions
            if not mention.refers
        )
        yield Outcome(text, found, Counter(entry for entry in listed.split("; ") if entry))


def quotations() -> Iterator[Outcome]:
    for text, listed in _lines("quotations.tsv"):
        read = document(text.replace("\\n", "\n"))
        found: Counter[str] = Counter()
        for quotation in claims.quotations([read]):
            for mention in quotation.mentions:
                words = "…".join(part.of(read.text).strip() for part in mention.parts)
                found[f"{words} => {mention.speaker}" if mention.speaker else words] += 1
        yield Outcome(text, found, Counter(entry.strip() for entry in listed.split("||") if entry.strip()))


def quotation_pairs() -> Iterator[Outcome]:
    for one, other, verdict in _lines("quotation_pairs.tsv"):
        found = claims.quotations([document(one), document(other, "B")])
        shared = [quotation for quotation in found if len(quotation.documents) > 1]
        yield Outcome(
            f"{one} / {other}", Counter([shared[0].verdict if shared else "two"]), Counter([verdict])
        )


def certainty() -> Iterator[Outcome]:
    for text, step, source, superlatives in _lines("certainty.tsv"):
        read = document(text)
        judged = claims.certainties([read])[0]
        who = "-" if judged.source_kind == "itself" else judged.source
        found = Counter([judged.step])
        if source == "?":
            found["?" if judged.source_kind in ("unnamed", "medium") else who] += 1
        else:
            found[who] += 1
        for each in claims.superlatives([read]):
            found[f"{each.word}@{'+'.join(scope.of(read.text) for scope in each.scopes)}"] += 1
        yield Outcome(
            text, found, Counter([step, source, *(entry for entry in superlatives.split(";") if entry)])
        )


def characters() -> Iterator[Outcome]:
    for text, tampering, harmless in _lines("characters.tsv"):
        read = document(text.encode("ascii").decode("unicode_escape"))
        found: Counter[str] = Counter()
        for note in claims.characters([read]):
            for codepoint in note.codepoint.split():
                found[f"{codepoint} {'tampering' if note.tampering else 'harmless'}"] += 1
        expected = [f"{each} tampering" for each in tampering.split()] + [
            f"{each} harmless" for each in harmless.split()
        ]
        yield Outcome(text, found, Counter(expected))


ALL = {
    "quotations": quotations,
    "quotation pairs": quotation_pairs,
    "names": names,
    "certainty": certainty,
    "characters": characters,
}
