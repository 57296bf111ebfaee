"""What speaks for a document being spun, and what speaks against."""

from dataclasses import replace

from crossread.spin.evidence import Signs, Suspect, signs, vocabulary
from crossread.spin.flow import Flow
from crossread.spin.told import Told
from crossread.text.words import tokens
from spin.spun_samples import GENUINE, OTHER, SPUN, UNLISTED, documents


def found(text: str, *others: str) -> Signs:
    (one,) = documents(text)
    return signs(Told.of(one), [vocabulary(other) for other in documents(*others)])


def glaring(words: str) -> Signs:
    suspects = tuple(Suspect(token, (), 2.0, 2.0, False) for token in tokens(words))
    return Signs(suspects, (), (), len(suspects), Flow())


def test_a_word_that_returns_counts_less_each_time() -> None:
    assert 0 < glaring("urgency urgency urgency urgency").share < glaring("stream gale maze toil").share


def test_the_other_documents_add_to_a_verdict_and_never_make_a_genuine_one_suspicious() -> None:
    assert found(UNLISTED, GENUINE).oddity > found(UNLISTED).oddity
    assert found(GENUINE, OTHER, SPUN).score < 0.5


def test_one_old_word_is_no_excuse_and_several_are() -> None:
    here = found(UNLISTED)
    assert replace(here, old=1).score == here.score
    assert replace(here, old=3).score < here.score


def test_in_plain_prose_a_glaring_word_says_more() -> None:
    here = glaring("stream gale maze toil")
    plain = tuple(replace(suspect, usage=-6.0) for suspect in here.suspects)
    choice = tuple(replace(suspect, usage=-1.5) for suspect in here.suspects)
    assert (
        replace(here, suspects=here.suspects + plain * 2).measures[2]
        > replace(here, suspects=here.suspects + choice * 2).measures[2]
    )


def test_doubled_and_strange_words_weigh_only_so_much() -> None:
    here = found(GENUINE)
    doubled = replace(here, flow=Flow(words=100, doubled=5, open=50))
    assert doubled.oddity > here.oddity
    assert replace(here, flow=Flow(words=100, doubled=50, open=50)).oddity == doubled.oddity
    verse = replace(here, flow=Flow(words=100, doubled=50, open=50, strange=50, common=50, loose=5))
    assert verse.score < 0.97


def test_a_text_that_shows_next_to_nothing_plain_is_not_accused() -> None:
    nearly = glaring("stream")
    held = replace(nearly, flow=Flow(words=30, doubled=20, open=10, strange=9))
    assert held.score < 0.5
