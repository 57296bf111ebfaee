"""A few plain words for what a fact is about."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.quantities.context import Place
from crossread.text.document import Document
from crossread.text.words import fold, stem, words_as_written

_ASKED = {
    "duration": "how long",
    "date": "when",
    "share": "share",
    "multiple": "how many times",
    "age": "age",
}


def labels(
    groups: Sequence[Sequence[Place]], texts: dict[str, Document], cancelled: IsCancelled = never_cancelled
) -> list[str]:
    """One label for each group of places; facts about the same noun are told apart by what stands around them.

    Args:
        groups: the places of each fact.
        texts: the documents, by their ids.
        cancelled: asked between documents and groups.

    Raises:
        Cancelled: ``cancelled`` answered True.
    """
    written = _as_written(texts, cancelled)
    found = []
    for group in groups:
        check(cancelled)
        found.append(_label(group, texts, written))
    by_noun: dict[str, list[int]] = {}
    for i, label in enumerate(found):
        by_noun.setdefault(stem(label.split(" ")[-1].casefold()), []).append(i)
    told = {
        i: _told_apart(found[i], groups[i], everywhere, written)
        for same in by_noun.values()
        if len(same) > 1
        for everywhere in (Counter(word for j in same for place in groups[j] for word in place.words),)
        for i in same
    }
    largest = {
        same[0]: max(same, key=lambda i: (_weight(groups[i]), -i))
        for same in by_noun.values()
        if len(same) > 1
    }
    for same in by_noun.values():
        for i in same:
            if len(same) > 1 and i != largest[same[0]]:
                found[i] = told[i]
    return found


def _weight(group: Sequence[Place]) -> int:
    return 100 * len({place.mention.document for place in group}) + len(group)


def _label(group: Sequence[Place], texts: dict[str, Document], forms: dict[str, str]) -> str:
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    for place in group:
        span = place.mention.quantity.counted
        if span is not None:
            words = span.line_of(texts[place.mention.document].text)
            counted[words.casefold()] += 1
            written[words.casefold()] = min(words, written.get(words.casefold(), words))
    scale = group[0].span.scale
    asked = _ASKED.get(scale.split(" per ")[0])
    if counted and scale not in ("duration", "share", "multiple"):
        return written[
            min(
                counted,
                key=lambda words: (
                    -counted[words],
                    -len(words.split()) if len(words.split()) <= 3 else 0,
                    words,
                ),
            )
        ]
    topic = _topic(group, forms)
    if asked is None:
        asked = "amount" if scale.startswith("money") else scale
    return f"{asked}: {topic}" if topic else asked


def _topic(group: Sequence[Place], written: dict[str, str]) -> str:
    """The two words that most of the mentions have nearest to them."""
    score: dict[str, float] = defaultdict(float)
    for place in group:
        for word in place.near:
            score[word] += 1 + place.words.get(word, 0.0) / 20
    best = sorted(score, key=lambda word: (-score[word], word))[:2]
    return " ".join(written.get(word, word) for word in best)


def _told_apart(label: str, group: Sequence[Place], everywhere: Counter[str], written: dict[str, str]) -> str:
    """The label with the words that stand around this fact only; ``everywhere`` counts those of this one too."""
    here = Counter(word for place in group for word in place.words)
    score: dict[str, float] = defaultdict(float)
    for place in group:
        for word, weight in place.words.items():
            if everywhere[word] == here[word]:
                score[word] += weight * (1.5 if word in place.names else 1)
    best = sorted(score, key=lambda word: (-score[word], word))[:2]
    return f"{label} ({', '.join(written.get(word, word) for word in best)})" if best else label


def _as_written(texts: dict[str, Document], cancelled: IsCancelled) -> dict[str, str]:
    """For each stem the commonest form in which the texts write it."""
    forms: dict[str, Counter[str]] = {}
    for document in texts.values():
        check(cancelled)
        for text, times in Counter(words_as_written(document.text)).items():
            forms.setdefault(stem(fold(text)), Counter())[text.removesuffix("'s").removesuffix("’s")] += times
    return {root: min(counts, key=lambda form: (-counts[form], form)) for root, counts in forms.items()}
