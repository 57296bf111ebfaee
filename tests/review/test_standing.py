"""How far a review has come, and what comes next."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.comparison import Finding
from crossread.review.action import Decision, DecisionState
from crossread.review.history import History
from crossread.review.review import Review
from crossread.review.standing import STATES, next_unreviewed, standing

FINDINGS = [Finding(n, f"f{n}", "numbers", "high", f"T{n}", "", "", "", ()) for n in range(1, 7)]


def review(**states: DecisionState) -> Review:
    history = History()
    for name, state in states.items():
        history = history.with_(Decision(name, state), "Ada")
    return history.review


SOME = review(f1="confirmed", f2="put off", f3="open", f4="disputed", f5="dismissed")


def test_progress_counts_what_was_decided_and_not_what_was_put_off() -> None:
    found = standing(SOME, FINDINGS)
    assert str(found) == "3 of 6 reviewed"
    assert dict(found.counts) == {"open": 2, "confirmed": 1, "disputed": 1, "dismissed": 1, "put off": 1}
    assert str(standing(Review(), ())) == "0 of 0 reviewed"


def test_the_next_unreviewed_is_found_round_the_end_and_then_what_was_put_off() -> None:
    def after(name: str, by: int = 1, state: Review = SOME) -> str:
        found = next_unreviewed(state, FINDINGS, name, by)
        return found.id if found else ""

    assert [after(name) for name in ("", "f1", "f3", "f6")] == ["f3", "f3", "f6", "f3"]
    assert [after(name, -1) for name in ("", "f6", "f3")] == ["f6", "f3", "f6"]
    rest = review(f1="confirmed", f2="put off", f3="confirmed", f4="disputed", f5="dismissed", f6="confirmed")
    assert after("f4", state=rest) == "f2"
    assert after("f2", state=rest) == ""
    assert next_unreviewed(SOME, ()) is None


@given(
    st.lists(st.sampled_from(STATES), min_size=6, max_size=6),
    st.sampled_from(["", *(f.id for f in FINDINGS)]),
)
def test_stepping_reaches_every_finding_that_is_open(states: list[DecisionState], start: str) -> None:
    state = review(**{finding.id: state for finding, state in zip(FINDINGS, states, strict=True)})
    wanted = {finding.id for finding in FINDINGS if state.state(finding.id) == "open"}
    seen, here = set(), start
    for _ in range(len(wanted) + 1):
        found = next_unreviewed(state, FINDINGS, here)
        if found is None or state.state(found.id) != "open":
            break
        here = found.id
        seen.add(here)
    assert seen | ({start} & wanted) == wanted
