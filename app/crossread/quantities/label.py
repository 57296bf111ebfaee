"""A few plain words for what a fact is about."""

from collections import Counter
from collections.abc import Sequence

from crossread.quantities.context import Place
from crossread.text.document import Document
from crossread.text.words import stem, tokens

_ASKED = {"duration": "how long", "date": "when", "share": "share", "multiple": "how many times", "age": "age"}


def labels(groups: Sequence[Sequence[Place]], texts: dict[str, Document]) -> list[str]:
    """One label for each group of places; two facts never have the same if their contexts differ."""
    first = [_label(group, texts) for group in groups]
    written = _as_written(texts)
    for label, number in Counter(first).items():
        if number > 1:
            same = [i for i, other in enumerate(first) if other == label]
            for i in same:
                others = [groups[j] for j in same if j != i]
                first[i] = _told_apart(label, groups[i], others, written)
    return first


def _label(group: Sequence[Place], texts: dict[str, Document]) -> str:
    counted: Counter[str] = Counter()
    for place in group:
        span = place.mention.quantity.counted
        if span is not None:
            counted[" ".join(span.of(texts[place.mention.document].text).split()).lower()] += 1
    scale = group[0].span.scale
    asked = _ASKED.get(scale.split(" per ")[0])
    if counted and scale not in ("duration", "share", "multiple"):
        return min(counted, key=lambda words: (-counted[words], -len(words.split()) if len(words.split()) <= 3 else 0, words))
    topic = _topic(group, texts)
    if asked is None:
        asked = "amount" if scale.startswith("money") else scale
    return f"{asked}: {topic}" if topic else asked


def _topic(group: Sequence[Place], texts: dict[str, Document]) -> str:
    """The two words that most of the mentions have nearest to them."""
    score: Counter[str] = Counter()
    for place in group:
        for word in place.near:
            score[word] += 1 + place.words.get(word, 0.0) / 20
    written = _as_written({place.mention.document: texts[place.mention.document] for place in group})
    best = sorted(score, key=lambda word: (-score[word], word))[:2]
    return " ".join(written.get(word, word) for word in best)


def _told_apart(label: str, group: Sequence[Place], others: Sequence[Sequence[Place]], written: dict[str, str]) -> str:
    elsewhere = Counter(word for other in others for place in other for word in place.words)
    score: Counter[str] = Counter()
    for place in group:
        for word, weight in place.words.items():
            if not elsewhere[word]:
                score[word] += weight * (1.5 if word in place.names else 1)
    best = sorted(score, key=lambda word: (-score[word], word))[:2]
    return f"{label} ({', '.join(written.get(word, word) for word in best)})" if best else label


def _as_written(texts: dict[str, Document]) -> dict[str, str]:
    """For each stem the commonest form in which the texts write it."""
    forms: dict[str, Counter[str]] = {}
    for document in texts.values():
        for token in tokens(document.text):
            if token.kind == "word":
                forms.setdefault(stem(token.normal), Counter())[token.text.removesuffix("'s").removesuffix("’s")] += 1
    return {root: min(counts, key=lambda form: (-counts[form], form)) for root, counts in forms.items()}
