"""What the verdict teaches of the words of a spun document."""

import pytest

from crossread.errors import Cancelled
from crossread.spin.evidence import Signs, signs
from crossread.spin.rereading import FOND, reread
from crossread.spin.spinbook import spinbook
from crossread.spin.told import Told
from spin.spun_samples import GENUINE, SPUN, UNLISTED, documents

ELSEWHERE = "\nThey played in style between friends.\n"  # the book knows the phrase before other words


def told(text: str) -> Told:
    (document,) = documents(text)
    return Told.of(document)


def both(text: str) -> tuple[Signs, Signs]:
    first = signs(told(text), ())
    return first, reread(told(text), first, ())


def near(text: str) -> set[str]:
    """What is marked by phrases of the book in other company."""
    first, again = both(text)
    assert set(first.hits) <= set(again.hits)
    hits = set(again.hits) - set(first.hits)
    assert {hit.rule.strength for hit in hits} <= {"weak"}
    return {hit.span.of(text) for hit in hits}


def test_a_phrase_of_the_book_counts_in_like_company_where_its_rules_fire_often() -> None:
    assert both(SPUN)[0].rate >= FOND
    assert not spinbook().hits(told(ELSEWHERE).sentences[0])
    assert near(SPUN + ELSEWHERE) - near(SPUN) == {"in style"}


def test_it_does_not_count_where_they_do_not() -> None:
    assert both(UNLISTED + ELSEWHERE)[0].rate < FOND
    assert not near(UNLISTED + ELSEWHERE)


def test_common_phrases_of_the_book_are_left_alone() -> None:
    common = "\nThey have been warned yesterday.\n"
    assert spinbook().near_hits(told(common).sentences[0])
    assert near(SPUN + common) == near(SPUN)


def test_words_that_the_book_replaces_elsewhere_gain_where_its_rules_fire_often() -> None:
    first, again = both(SPUN)
    before = {suspect.token: suspect.log_odds for suspect in first.suspects}
    gains = [
        suspect.log_odds - before[suspect.token]
        for suspect in again.suspects
        if suspect.token.normal in spinbook().restored
    ]
    assert gains and sorted(gains)[len(gains) // 2] > 1


def test_what_a_rule_restores_is_context_and_no_suspect() -> None:
    first, again = both(SPUN)
    read = {token for sentence in told(SPUN).sentences for token in sentence}
    assert {suspect.token for suspect in again.suspects} < read
    restored = [hit.span for hit in first.hits if hit.rule.strength != "weak"]
    assert not any(span.contains(suspect.token.span) for span in restored for suspect in again.suspects)


def test_the_verdict_is_not_touched() -> None:
    text = UNLISTED + GENUINE
    first = signs(told(text), ())
    score = first.score
    reread(told(text), first, ())
    assert first.score == score


def test_it_stops_when_asked() -> None:
    first = signs(told(SPUN), ())
    with pytest.raises(Cancelled):
        reread(told(SPUN), first, (), lambda: True)
