"""Links and rows are the same whatever the order of documents, the hash seed and the number of threads."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import align
from crossread.text.document import Document, Passage, letter
from crossread.text.span import Span

ROOT = Path(__file__).parents[2]
WORDS = [
    "Oder",
    "flood",
    "dam",
    "mayor",
    "Wroclaw",
    "4.2",
    "million",
    "zloty",
    "river",
    "bridge",
    "rose",
    "opened",
    "the",
    "of",
    "on",
    "was",
    "by",
    "said",
]


def written(name: str, sentences: list[str]) -> Document:
    passages, at = [], 0
    for number, sentence in enumerate(sentences, 1):
        passages.append(Passage(f"{name}{number}", Span(at, at + len(sentence)), "sentence", number))
        at += len(sentence) + 1
    return Document(name, name, "", "", None, "en", "\n".join(sentences), tuple(passages))


def told(documents: list[Document]) -> tuple[set[object], set[object]]:
    """Links and rows by their texts, without letters."""
    place = {p.id: (d.digest, p.span) for d in documents for p in d.passages}
    linked = align.link(documents)
    links = {(frozenset((place[x.a], place[x.b])), x.score, x.moved, x.equal) for x in linked.links}
    rows = {
        (row.id, frozenset(place[p] for _, passages in row.passages for p in passages))
        for row in align.rows(documents, linked.links)
    }
    return links, rows


texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4, unique_by=tuple), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(contents, random) -> None:
    documents = [written(letter(at), sentences) for at, sentences in enumerate(contents)]
    random.shuffle(contents)
    turned = [written(letter(at), sentences) for at, sentences in enumerate(contents)]
    assert told(documents) == told(turned)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4))
def test_links_join_passages_of_two_documents_and_rows_hold_each_once(contents) -> None:
    documents = [written(letter(at), sentences) for at, sentences in enumerate(contents)]
    owner = {p.id: d.id for d in documents for p in d.passages}
    linked = align.link(documents)
    assert all(owner[x.a] < owner[x.b] and 0 <= x.score <= 1 and x.why for x in linked.links)
    members = [
        p for row in align.rows(documents, linked.links) for _, passages in row.passages for p in passages
    ]
    assert len(members) == len(set(members))


SCRIPT = """
import json, pathlib, sys
from crossread import align, wording
from crossread.read import read_file
from crossread.text.document import letter
paths = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
documents = [read_file(path).labelled(letter(at)) for at, path in enumerate(paths)]
linked = align.link(documents)
edited = wording.edits(documents, linked.links)
print(json.dumps([repr(linked), repr(align.rows(documents, linked.links)), repr(edited)]))
"""


def test_hash_seed_and_threads_change_nothing() -> None:
    def run(seed: str, threads: str) -> object:
        environment = {
            **os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads,
            "PYTHONPATH": str(ROOT / "app"),
        }  # fmt: skip
        command = [sys.executable, "-c", SCRIPT, str(ROOT / "seeds")]
        return json.loads(
            subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout
        )

    assert run("0", "1") == run("12345", "2")
