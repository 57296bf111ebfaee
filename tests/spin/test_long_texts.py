"""Long texts: judged by a sample, and by all of it only where that is suspicious."""

import random

from crossread.read import read_text
from crossread.spin import judge
from crossread.spin.judging import sample
from crossread.spin.told import telling
from spin.spun_samples import GENUINE, SPUN, documents


def long_text(source: str, words: int, one_paragraph: bool = False) -> str:
    """The paragraphs of a text over and over, in any order."""
    dice = random.Random(1)
    paragraphs = [" ".join(part.split()) for part in source.split("\n\n")[1:]]
    wanted = words * len(paragraphs) // len(" ".join(paragraphs).split())
    return (" " if one_paragraph else "\n\n").join(dice.choice(paragraphs) for _ in range(wanted))


def test_a_short_text_is_read_whole() -> None:
    (document,) = documents(GENUINE)
    assert sample(document) == telling(document)
    assert judge([document]).verdicts[0].evidence == ()


def test_a_long_genuine_text_is_judged_by_an_even_sample_and_says_so() -> None:
    document = read_text(long_text(GENUINE, 30_000), "long.txt", "A")
    (verdict,) = judge([document]).verdicts
    assert verdict.band == "none" and "even sample" in verdict.evidence[0]
    starts = [passage.span.start / len(document.text) for passage in sample(document)]
    quarters = [sum(low <= start < low + 0.25 for start in starts) for low in (0, 0.25, 0.5, 0.75)]
    assert min(quarters) > 0.8 * max(quarters)
    told = sum(len(document.of(passage).split()) for passage in sample(document))
    assert 5_500 < told < 6_500
    judged = {paragraph.number for paragraph in verdict.paragraphs}
    every = {passage.paragraph for passage in telling(document)}
    assert judged == {passage.paragraph for passage in sample(document)} and judged < every


def test_one_endless_paragraph_is_sampled_too_and_no_verdict_given_on_the_part_not_read() -> None:
    document = read_text(long_text(GENUINE, 30_000, one_paragraph=True), "long.txt", "A")
    assert len(sample(document)) < len(telling(document)) / 3
    assert judge([document]).verdicts[0].paragraphs == ()


def test_a_long_spun_text_is_judged_and_marked_whole() -> None:
    document = read_text(long_text(SPUN, 12_000), "long.txt", "A")
    spin = judge([document])
    assert spin.verdicts[0].band == "strong" and "sample" not in " ".join(spin.verdicts[0].evidence)
    assert len(spin.verdicts[0].paragraphs) == len({passage.paragraph for passage in telling(document)})
    assert document.text.count("troublesome") == sum(mark.text == "troublesome" for mark in spin.spans)
