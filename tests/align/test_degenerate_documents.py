"""Documents of kinds that nobody writes are aligned like others, in time that does not run away."""

import random
from collections.abc import Callable

import pytest

from crossread.compare import compare
from crossread.read import read_text
from crossread.text.document import letter

WORDS = [
    first + vowel + last for first in "bdfgklmnprst" for vowel in "aeiou" for last in ("ban", "den", "fin")
]
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 300)]
ARABIC = [a + b + c for a in "بتثجحخدرز" for b in "واي" for c in "لمنهك"]

KINDS: dict[str, Callable[[random.Random], str]] = {
    "one sentence over and over": lambda _: "The same sentence stands here again and again. " * 1_000,
    "no full stop": lambda dice: " ".join(dice.choices(WORDS, k=6_000)),
    "single letters": lambda dice: " ".join(dice.choices("abcdefghij", k=6_000)),
    "Chinese": lambda dice: "".join("".join(dice.choices(HAN, k=20)) + "。" for _ in range(150)),
    "Arabic": lambda dice: " ".join(" ".join(dice.choices(ARABIC, k=12)) + "؟" for _ in range(150)),
    "figures": lambda dice: " ".join(str(dice.randrange(10**6)) for _ in range(3_000)),
    "nothing but marks": lambda _: "!?… — " * 500,
    "one letter": lambda _: "x",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("equal", [True, False], ids=["equal", "of one kind"])
def test_documents_of_a_kind_nobody_writes_are_compared(kind: str, equal: bool) -> None:
    texts = [KINDS[kind](random.Random(0 if equal else seed)) for seed in (1, 2)]
    documents = [read_text(text, f"{n}.txt", letter(n)) for n, text in enumerate(texts)]
    comparison = compare(documents)
    linked = {(link.a, link.b) for link in comparison.links}
    rowed = [passage for row in comparison.rows for _, passages in row.passages for passage in passages]
    assert len(rowed) == len(set(rowed))
    assert all(a in documents[0].by_id and b in documents[1].by_id for a, b in linked)
    told = [p.id for p in documents[0].passages if p.kind != "boilerplate"]
    if equal and any(character.isalnum() for character in texts[0]) and told:
        assert [a for a, _ in sorted(linked, key=lambda pair: int(pair[0][1:]))] == told
        assert {link.degree for link in comparison.links} == {"verbatim"}
