"""The ledger, the repaired text, and the ledger as a table."""

from crossread.present.ledger import matching, ordered
from crossread.spin import judge
from crossread.spin.ledger import LedgerEntry, ledger
from crossread.spin.repair import repaired
from spin.spun_samples import GENUINE, OTHER, SPUN, documents

HELD = documents(GENUINE, SPUN, OTHER)
SPIN = judge(HELD)
ENTRIES = ledger(SPIN, HELD)


def entry(original: str, written: str) -> LedgerEntry:
    return next(one for one in ENTRIES if (one.original, one.written) == (original, written))


def test_the_same_swap_is_counted_with_its_places() -> None:
    found = entry("said", "mentioned")
    assert found.count == SPUN.count("mentioned") == 2
    assert [place.span.of(SPUN) for place in found.places] == ["mentioned", "mentioned"]
    assert [place.other_span.of(GENUINE) for place in found.places if place.other_span] == ["said", "said"]
    assert found.documents == ("B",) and found.label == "synonym" and found.source == "original"


def test_consistency_tells_whether_an_original_always_became_the_same() -> None:
    assert entry("found", "discovered").consistency == 1
    divided = [one for one in ENTRIES if one.variants]
    assert divided and all(0 < one.consistency < 1 for one in divided)


def test_several_copies_are_pooled() -> None:
    second = SPUN.replace("metal", "alloy").replace("Anna Lindqvist", "Anna  Lindqvist")
    held = documents(GENUINE, SPUN, second)
    pooled = {(one.original, one.written): one for one in ledger(judge(held), held)}
    assert pooled["steel", "metal"].variants == ("alloy",)
    assert pooled["said", "mentioned"].documents == ("B", "C")


def test_without_the_original_the_ledger_rests_on_the_likely_ones() -> None:
    held = documents(SPUN)
    found = {(one.original, one.written): one for one in ledger(judge(held), held)}
    assert found["without", "with out"].source == "rule" and found["without", "with out"].label == ""


def test_ids_stay_when_the_order_changes() -> None:
    held = documents(OTHER, SPUN, GENUINE)
    assert {one.id for one in ledger(judge(held), held)} == {one.id for one in ENTRIES}


def test_the_text_read_back_has_the_originals_in_their_places() -> None:
    repair = repaired(HELD[1], SPIN)
    assert "the mayor, Anna Lindqvist" in repair.text and "difficult this year" in repair.text
    assert len(repair.places) == len([mark for mark in SPIN.spans if mark.original])
    originals = {mark.span: mark.original[0] for mark in SPIN.spans}
    assert all(there.of(repair.text) == originals[here] for here, there in repair.places)
    assert repaired(HELD[0], SPIN).text == GENUINE and repaired(HELD[0], SPIN).places == ()


def test_a_stretch_is_read_back_alone() -> None:
    passage = HELD[1].passages[1].span
    assert (
        repaired(HELD[1], SPIN, passage).text
        == repaired(HELD[1], SPIN).text[
            passage.start : passage.start + len(repaired(HELD[1], SPIN, passage).text)
        ]
    )


def test_columns_sort_and_rows_are_searched() -> None:
    by_word = [one.written for one in ordered(ENTRIES, "written")]
    assert by_word == sorted(by_word)
    counts = [one.count for one in ordered(ENTRIES, "count")]
    assert counts == sorted(counts, reverse=True)
    assert {one.original for one in matching(ENTRIES, "SAID mention")} == {"said"}
    assert matching(ENTRIES, "no such words") == ()
