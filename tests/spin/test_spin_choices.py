"""What a person says of spun text holds, whatever is found."""

from crossread.choices import Choices
from crossread.compare import compare
from crossread.spin import judge
from crossread.spin.choice import SpinChoice
from spin.spun_samples import GENUINE, OTHER, SPUN, documents

TEXTS = documents(GENUINE, SPUN, OTHER)
GENUINE_ONE, SPUN_ONE, OTHER_ONE = (document.digest for document in TEXTS)


def verdicts(*choices: SpinChoice) -> dict[str, tuple[str, str]]:
    return {v.document: (v.band, v.original) for v in judge(TEXTS, choices=choices).verdicts}


def test_without_a_word_the_copy_is_found() -> None:
    assert verdicts() == {"A": ("none", ""), "B": ("strong", "A"), "C": ("none", "")}


def test_what_is_said_not_to_be_spun_has_no_marks_and_no_swaps() -> None:
    found = judge(TEXTS, choices=[SpinChoice("not spun", SPUN_ONE)])
    assert [v.band for v in found.verdicts] == ["none"] * 3
    assert found.spans == () and found.swaps == ()
    assert found.verdicts[1].evidence == ("A person said that it is not spun.",)


def test_the_named_original_holds_against_the_likelier_one() -> None:
    found = judge(TEXTS, choices=[SpinChoice("original", SPUN_ONE, OTHER_ONE)])
    assert found.verdicts[1].original == "C"
    assert found.verdicts[1].evidence[0] == "A person named document C as its original."
    assert {swap.other for swap in found.swaps} <= {"C"}


def test_a_text_that_is_not_suspicious_is_a_copy_if_a_person_says_so() -> None:
    found = judge(
        TEXTS, choices=[SpinChoice("not spun", SPUN_ONE), SpinChoice("original", GENUINE_ONE, SPUN_ONE)]
    )
    assert (found.verdicts[0].band, found.verdicts[0].original) == ("some", "B")
    assert found.swaps and {(swap.document, swap.other) for swap in found.swaps} == {("A", "B")}


def test_the_last_word_holds_and_what_is_not_at_hand_is_passed_over() -> None:
    back = [SpinChoice("not spun", SPUN_ONE), SpinChoice("as found", SPUN_ONE)]
    assert verdicts(*back) == verdicts()
    gone = "0" * 64
    assert verdicts(SpinChoice("not spun", gone), SpinChoice("original", SPUN_ONE, gone)) == verdicts()
    assert verdicts(SpinChoice("original", SPUN_ONE, SPUN_ONE)) == verdicts()


def test_the_comparison_respects_it() -> None:
    comparison = compare(TEXTS, choices=Choices(spin=(SpinChoice("not spun", SPUN_ONE),)))
    assert all(finding.kind != "spun" for finding in comparison.findings)
    assert comparison == compare(TEXTS, choices=Choices(spin=(SpinChoice("not spun", SPUN_ONE),)))
