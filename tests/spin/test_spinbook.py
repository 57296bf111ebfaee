"""The rules: each is tested by its own two sentences, and a rule without them does not load."""

import pytest

from crossread.paths import resource
from crossread.spin.spinbook import Rule, SpinbookError, parse, spinbook
from crossread.text.words import tokens

RULES = spinbook().rules


def test_there_are_enough_rules_that_name_their_context() -> None:
    telling = [rule for rule in RULES if rule.strength != "weak"]
    assert len(telling) >= 400
    assert sum(len(rule.pattern) > 1 for rule in telling) >= 400


def test_every_rule_fires_in_its_own_sentence_with_an_original_and_not_in_its_clean_one() -> None:
    """Alone and in company: no other rule may take the place of a telling one."""
    for rule in RULES:
        hits = spinbook().hits(tokens(rule.fires))
        if rule.strength != "weak":
            assert hits, rule.fires
        own = list(parse_alone(rule).hits(tokens(rule.fires)))
        assert own and all(hit.originals and all(hit.originals) for hit in own), rule.fires
        assert not any("$" in original for hit in own for original in hit.originals), rule.fires
        assert not parse_alone(rule).hits(tokens(rule.clean)), rule.clean


def test_the_rules_that_ship_pass_the_proof_that_loading_spares() -> None:
    assert parse(resource("lexicons", "spinbook.txt").read_text("utf-8")).rules == RULES


def parse_alone(rule: Rule) -> "object":
    from crossread.spin.spinbook import Spinbook

    return Spinbook((rule,))


def test_no_two_rules_have_the_same_pattern() -> None:
    patterns = [(rule.pattern, rule.first, rule.last) for rule in RULES]
    doubled = [rule.line for rule in RULES if patterns.count((rule.pattern, rule.first, rule.last)) > 1]
    assert not doubled


def test_the_clean_sentences_set_off_no_telling_rule() -> None:
    alarms = {
        (rule.clean, hit.rule.line)
        for rule in RULES
        for hit in spinbook().hits(tokens(rule.clean))
        if hit.rule.strength == "strong"
    }
    assert not alarms


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("with out -> without", "a rule is"),
        ("with out -> without | They left with out a word. |", "a rule is"),
        ("with out -> without | They left. | They left.", "does not fire"),
        (
            "with out -> without | They left with out him. | They went with out pay.",
            "fires in its clean sentence",
        ),
        ("{with} <nonsense> -> x | a | b", "no class <nonsense>"),
        ("<noun> -> x | a | b", "no fixed word"),
        ("for W:R = one, two:three", "a family is"),
    ],
)
def test_a_rule_that_does_not_show_what_it_does_is_refused_with_its_line(line: str, problem: str) -> None:
    with pytest.raises(SpinbookError) as told:
        parse(f"[strong]\n# a comment\n{line}\n")
    assert "Line 3 of the spinbook" in str(told.value) and problem in str(told.value)


def test_alternatives_choose_their_originals_and_capitals_are_kept() -> None:
    book = parse("the {mannequin/mannequins} -> model/models | See the mannequins. | See the models.")
    (hit,) = book.hits(tokens("The Mannequins were trained."))
    assert hit.originals == ("Models",)


def test_a_family_makes_a_rule_of_each_pair() -> None:
    book = parse(
        "for W:R = hearth:fire, demise:death\n$W toll -> $R toll | The $W toll rose. | The $R toll rose."
    )
    assert [rule.originals for rule in book.rules] == [("fire toll",), ("death toll",)]


def test_overlapping_hits_keep_the_strongest() -> None:
    book = parse("[weak]\nrising -> growing | It is rising. | It is growing.\n[strong]\n"
                 "rising checklist -> growing list | A rising checklist came. | A growing list came.")  # fmt: skip
    (hit,) = book.hits(tokens("It joins a rising checklist."))
    assert hit.originals == ("growing list",)


def test_a_book_says_which_words_it_puts_in_the_place_of_one() -> None:
    book = parse(
        "gross {revenue} -> sales | They had gross revenue. | They had revenue.\n"
        "{lengthy/brief} run -> long/short | It pays in the lengthy run. | It was lengthy.\n"
        "coronary heart disease -> heart disease | It is a coronary heart disease. | It is a heart disease.\n"
        "fashion mannequin -> fashion model | She was a fashion mannequin. | She wore fashion.\n"
        "{<noun>} of course -> $1 | A man of course. | Of course.\n"
    )
    assert book.restored == {
        "revenue": {"sales"},
        "lengthy": {"long"},
        "brief": {"short"},
        "mannequin": {"model"},
    }


def test_a_phrase_in_like_company_is_nearly_a_hit() -> None:
    book = parse("{one other} man/dog !s -> another | I saw one other dog. | I saw one dog.\n")
    (hit,) = book.near_hits(tokens("One other cat came."))
    assert hit.originals == ("Another",)
    assert not book.near_hits(tokens("One other dog came.")), "a hit is not nearly one"
    assert not book.near_hits(tokens("One other cat s came.")), "what must not follow must not follow"
    assert not book.near_hits(tokens("One other is here.")), "a little word is not like a noun"
    assert not book.near_hits(tokens("There is one other"))
    alone = parse("{dog} house -> hound | A dog house. | A dog.\n")
    assert not alone.near_hits(tokens("A dog kennel.")), "one word says nothing"
