from crossread.comparison import Finding, FindingKind, Place
from crossread.text.span import Span
from crossread.ui.findings.stepping import FindingIndex


def finding(number: int, kind: FindingKind, documents: str) -> Finding:
    places = tuple(Place(name, Span(number, number + 1)) for name in documents)
    return Finding(number, f"id{number}", kind, "high", f"title {number}", "Detail.", "", "", places)


FINDINGS = (
    finding(1, "numbers", "AB"),
    finding(2, "numbers", "BC"),
    finding(3, "wording", "AC"),
    finding(4, "missing", "A"),
)


def index() -> FindingIndex:
    made = FindingIndex()
    made.set_findings(FINDINGS)
    return made


def test_steps_through_all_and_round() -> None:
    findings = index()
    forward = [findings.step(1) for _ in range(5)]
    assert forward == [*FINDINGS, FINDINGS[0]]
    assert findings.step(-1) == FINDINGS[3]


def test_a_hidden_document_takes_its_findings_along() -> None:
    findings = index()
    findings.show("AC")
    assert findings.shown == (FINDINGS[2], FINDINGS[3])


def test_a_hidden_kind_is_counted_but_not_stepped_through() -> None:
    findings = index()
    findings.go("id2")
    findings.show("ABC", {"numbers"})
    assert findings.current is None
    assert findings.count("numbers") == 2
    assert findings.of("numbers") == ()
    assert findings.step(1) == FINDINGS[2]


def test_numbers_count_within_a_kind_whatever_is_hidden() -> None:
    findings = index()
    findings.show("BC")
    assert findings.number(FINDINGS[1]) == 2
    assert findings.number(FINDINGS[3]) == 1


def test_the_current_finding_stays_current_in_another_comparison() -> None:
    findings = index()
    findings.go("id3")
    findings.set_findings(FINDINGS[2:])
    assert findings.current == FINDINGS[2]
    findings.set_findings(FINDINGS[:1])
    assert findings.current is None


def test_nothing_to_step_through() -> None:
    findings = FindingIndex()
    assert findings.step(1) is None
    assert findings.go("id1") is None
