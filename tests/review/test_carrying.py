"""A review goes on holding when documents are replaced, added and pinned; what no longer fits is listed."""

from dataclasses import replace

from crossread.align.pin import Pin
from crossread.compare import compare
from crossread.comparison import Comparison, Finding
from crossread.read import read_text
from crossread.review.action import (
    Action,
    Decision,
    DocumentAdded,
    DocumentReplaced,
    FactCorrection,
    Note,
    Realigned,
    Tagged,
)
from crossread.review.carrying import Carrier, carried
from crossread.review.comparing import Reviewed, reviewed
from crossread.review.history import History
from crossread.review.matching import decided
from crossread.spin.choice import SpinChoice
from crossread.text.anchor import Anchor, quote
from crossread.text.choice import BoilerplateChoice
from crossread.text.document import Document
from crossread.text.span import Span

ONE_TEXT = """Fire at the harbour

A fire broke out at the harbour on Monday. Some 14 engines came. It burned for two days.

About 120 people were led away. Nobody was hurt. The mayor thanked the crews.
"""
TWO_TEXT = """Blaze at the docks

The fire at the harbour began on Monday. Some 40 engines came. It burned for three days.

About 120 people were led to safety. Nobody was hurt, the mayor said.
"""
THREE_TEXT = """Harbour fire

A fire at the harbour broke out on Monday. Some 14 engines came. It burned for nine days. Nobody was hurt.
"""


def document(letter: str, text: str) -> Document:
    return read_text(text, f"{letter}.txt", letter)


ONE, TWO, THREE = document("A", ONE_TEXT), document("B", TWO_TEXT), document("C", THREE_TEXT)
NEW = document(
    "A",
    ONE_TEXT.replace("Nobody was hurt.", "Two men were hurt.").replace(
        "A fire broke", "On the quay a fire broke"
    ),
)
TEXTS = {each.digest: each for each in (ONE, TWO, THREE, NEW)}


def place(document: Document, words: str) -> Anchor:
    start = document.text.index(words)
    return Anchor(document.digest, Span(start, start + len(words)))


def quoted(document: Document, words: str):
    return quote(document.text, document.digest, place(document, words).span)


def done(*actions: Action) -> History:
    history = History()
    for action in (DocumentAdded(ONE.digest, "A"), DocumentAdded(TWO.digest, "B"), *actions):
        history = history.with_(action, "Ada")
    return history


def review(*actions: Action, texts: dict[str, Document] = TEXTS) -> Reviewed:
    """What comes of these deeds on the two documents, compared."""
    state = done(*actions).review
    open_ones = [texts[each.digest].labelled(each.letter) for each in state.documents]
    return reviewed(open_ones, carried(state, texts))


def about(comparison: Comparison, words: str) -> Finding:
    """The finding on numbers that is seen at these words."""
    return next(
        finding
        for finding in comparison.findings
        if finding.kind == "numbers"
        and any(words in p.span.of(comparison.document[p.document].text) for p in finding.places)
    )


BEFORE = compare((ONE, TWO))


def on(words: str, **how: object) -> Decision:
    return decided(BEFORE, about(BEFORE, words), **{"state": "confirmed", **how})


def test_without_a_new_version_nothing_is_carried_over() -> None:
    state = done(Note("n", quoted(ONE, "Monday"), "x")).review
    assert carried(state, TEXTS).review is state
    assert carried(state, TEXTS).looks == ()


def test_notes_go_with_the_words_they_are_put_on() -> None:
    after = review(
        Note("n", quoted(ONE, "led away"), "where to?"),
        Note("m", quoted(ONE, "Nobody was hurt."), "says who?"),
        Note("o", quoted(TWO, "three days"), "two?"),
        DocumentReplaced(ONE.digest, NEW.digest),
    )
    notes = {key: kept.note.quoted for key, kept in after.review.notes.items()}
    assert notes["n"] == quoted(NEW, "led away")
    assert notes["o"] == quoted(TWO, "three days")
    assert notes["m"].exact == "Two men were hurt."
    (look,) = after.looks
    assert (look.why, look.action.text, look.by) == ("changed", "says who?", "Ada")
    assert look.places == (notes["m"].anchor,)


SHORT = document(
    "A", "Fire at the harbour\n\nA fire broke out at the harbour on Monday. Some 14 engines came.\n"
)
WITH_SHORT = {**TEXTS, SHORT.digest: SHORT}


def test_what_is_gone_is_listed_and_is_there_again_with_its_text() -> None:
    gone = Note("n", quoted(ONE, "The mayor thanked the crews."), "why?")
    history = done(gone, DocumentReplaced(ONE.digest, SHORT.digest))
    after = carried(history.review, WITH_SHORT)
    assert not after.review.notes
    assert [(look.why, look.action) for look in after.looks] == [("gone", gone)]
    back = history.with_(DocumentReplaced(SHORT.digest, ONE.digest), "Ada")
    assert set(carried(back.review, WITH_SHORT).review.notes) == {"n"}


def test_a_decision_stays_with_its_finding_by_its_id() -> None:
    after = review(on("40", note="they counted twice"))
    finding = about(after.comparison, "40")
    assert after.review.state(finding.id) == "confirmed"
    assert after.looks == ()


def test_a_decision_stays_in_a_new_version_where_the_text_is_the_same() -> None:
    decision = on("40")
    after = review(decision, Tagged(decision.finding, ("check",)), DocumentReplaced(ONE.digest, NEW.digest))
    finding = about(after.comparison, "40")
    assert finding.id != decision.finding
    entry = after.review.decisions[finding.id]
    assert (entry.action.state, entry.action.finding, entry.by) == ("confirmed", finding.id, "Ada")
    assert after.review.tags_of(finding.id) == ("check",)
    assert after.looks == ()


def test_tags_alone_are_carried_over_too() -> None:
    spoken = on("40")
    tagged = Tagged(spoken.finding, ("check",), kind="numbers", places=spoken.places)
    after = review(tagged, DocumentReplaced(ONE.digest, NEW.digest))
    assert after.review.tags_of(about(after.comparison, "40").id) == ("check",)
    assert after.looks == ()


def test_the_word_on_a_finding_as_it_is_now_holds_against_an_earlier_one() -> None:
    now = compare((NEW, TWO))
    later = decided(now, about(now, "40"), state="dismissed")
    after = review(on("40"), DocumentReplaced(ONE.digest, NEW.digest), later)
    assert after.review.state(about(after.comparison, "40").id) == "dismissed"
    assert after.looks == ()


def test_a_decision_on_words_that_changed_is_listed_for_another_look() -> None:
    new = document("B", TWO_TEXT.replace("Some 40", "Some 41"))
    after = review(on("40"), DocumentReplaced(TWO.digest, new.digest), texts={**TEXTS, new.digest: new})
    finding = about(after.comparison, "41")
    assert after.review.state(finding.id) == "confirmed"
    assert [(look.why, look.finding) for look in after.looks] == [("changed", finding.id)]


def test_a_decision_on_what_is_no_finding_any_more_is_listed_as_gone() -> None:
    new = document("B", TWO_TEXT.replace("Some 40 engines came. ", ""))
    decision = on("40")
    after = review(decision, DocumentReplaced(TWO.digest, new.digest), texts={**TEXTS, new.digest: new})
    assert not after.review.decisions
    assert [(look.why, look.action.finding) for look in after.looks] == [("gone", decision.finding)]


def test_a_decision_stands_when_a_document_is_added_but_has_to_be_looked_at() -> None:
    after = review(on("40"), DocumentAdded(THREE.digest, "C"))
    finding = about(after.comparison, "40")
    assert {place.document for place in finding.places} == {"A", "B", "C"}
    assert after.review.state(finding.id) == "confirmed"
    assert [(look.why, look.finding) for look in after.looks] == [("other places", finding.id)]


def test_pins_facts_boilerplate_and_spin_go_along() -> None:
    one, two = (
        place(d, words) for d, words in ((ONE, "It burned for two days."), (TWO, "It burned for three days."))
    )
    pin = Pin("together", (one, two))
    value = FactCorrection("value", (place(ONE, "Some 14"),), "40")
    after = review(
        Realigned("align", (pin,)),
        value,
        BoilerplateChoice(place(ONE, "The mayor thanked the crews."), False),
        SpinChoice("not spun", ONE.digest),
        DocumentReplaced(ONE.digest, NEW.digest),
    )
    assert after.review.choices.pins == (Pin("together", (place(NEW, "It burned for two days."), two)),)
    assert after.review.fact_corrections == (replace(value, mentions=(place(NEW, "Some 14"),)),)
    assert after.review.choices.boilerplate == (
        BoilerplateChoice(place(NEW, "The mayor thanked the crews."), False),
    )
    assert after.review.choices.spin == (SpinChoice("not spun", NEW.digest),)
    assert after.looks == ()
    assert after.comparison.documents[0].passages[-1].kind == "boilerplate"
    assert any(link.pinned for link in after.comparison.links)


def test_a_pin_on_what_is_gone_has_no_effect_and_is_listed() -> None:
    pin = Pin("together", (place(ONE, "The mayor thanked the crews."), place(TWO, "Nobody was hurt")))
    pinned = Realigned("align", (pin,))
    after = carried(done(pinned, DocumentReplaced(ONE.digest, SHORT.digest)).review, WITH_SHORT)
    assert after.review.choices.pins == ()
    assert [(look.why, look.action) for look in after.looks] == [("gone", pinned)]


def test_a_carrier_remembers_and_finds_the_same() -> None:
    state = done(Note("n", quoted(ONE, "led away"), "?"), DocumentReplaced(ONE.digest, NEW.digest)).review
    carrier = Carrier(TEXTS)
    assert carrier.carried(state) == carrier.carried(state) == carried(state, TEXTS)


def test_versions_of_a_document_are_compared_with_each_other() -> None:
    found = compare((ONE, NEW.labelled("B")))
    changed = [finding for finding in found.findings if finding.kind in ("numbers", "wording")]
    assert changed
    assert sum(link.degree == "verbatim" for link in found.links) >= 4
