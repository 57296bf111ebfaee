"""What a person said of the alignment holds in every run, and changes nothing far from it."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparisons import documents
from crossread import align
from crossread.align.link import Link
from crossread.align.pin import Pin
from crossread.align.pins import Pins
from crossread.choices import Choices
from crossread.compare import compare
from crossread.memory import Memory
from crossread.paths import seeds
from crossread.read import read_all
from crossread.text.anchor import Anchor
from crossread.text.document import Document
from crossread.text.span import Span
from fire_texts import A, B, C

FIRE = documents(A, B, C)
SEEDS = read_all([seeds()]).documents


def at(texts: tuple[Document, ...], passage: str) -> Anchor:
    document = next(d for d in texts if passage in d.by_id)
    return Anchor(document.digest, document.by_id[passage].span)


def together(texts: tuple[Document, ...], *passages: str) -> Pin:
    return Pin("together", tuple(at(texts, passage) for passage in passages))


def apart(texts: tuple[Document, ...], passages: str, others: str = "") -> Pin:
    return Pin(
        "apart", tuple(at(texts, p) for p in passages.split()), tuple(at(texts, p) for p in others.split())
    )


def aligned(texts: tuple[Document, ...], *pins: Pin) -> tuple[tuple[Link, ...], dict[str, frozenset[str]]]:
    """The links, and the row of each passage."""
    links = align.link(texts, pins=pins).links
    rows = align.rows(texts, links, pins)
    row = {
        p: frozenset(q for _, qs in row.passages for q in qs)
        for row in rows
        for _, ps in row.passages
        for p in ps
    }
    return links, row


def test_what_is_pinned_together_is_a_row_and_says_so() -> None:
    links, row = aligned(FIRE, together(FIRE, "A2", "B4"))
    link = next(link for link in links if (link.a, link.b) == ("A2", "B4"))
    assert (link.score, link.pinned, link.why[0]) == (1.0, True, "a person aligned them")
    assert "B4" in row["A2"]
    assert {p for p in row["A2"] if p[0] in "AB"} == {"A2", "B4"}
    assert not [link for link in links if "A2" in (link.a, link.b) and link.b[0] == "B" and link.b != "B4"]


def test_passages_that_share_nothing_are_aligned_for_no_other_reason_than_that() -> None:
    texts = documents(["Nothing here."], ["Something else there."])
    assert [link.why for link in aligned(texts, together(texts, "A1", "B1"))[0]] == [
        ("a person aligned them",)
    ]


def test_what_is_told_apart_stands_in_no_common_row() -> None:
    _, row = aligned(FIRE)
    pair = next((p, q) for p in row for q in row[p] if p[0] == "A" and q[0] == "B")
    links, row = aligned(FIRE, apart(FIRE, " ".join(pair)))
    assert pair[1] not in row.get(pair[0], ())
    assert pair not in {(link.a, link.b) for link in links}


def test_the_newest_pin_holds_whole_and_an_older_one_as_far_as_it_can() -> None:
    pins = [together(FIRE, "A2", "B2", "C2"), apart(FIRE, "A2", "B2"), together(FIRE, "A3", "C2")]
    settled = Pins(FIRE, pins)
    assert settled.overruled == [0]
    assert settled.group("C2") == {"A3", "C2", "B2"}
    _, row = aligned(FIRE, *pins)
    assert {"A3", "C2", "B2"} <= row["C2"] and "A2" not in row["C2"]


def test_pins_of_a_passage_with_two_of_one_document_make_them_one_row() -> None:
    _, row = aligned(FIRE, together(FIRE, "A2", "B2", "B3"))
    assert {p for p in row["A2"] if p[0] in "AB"} == {"A2", "B2", "B3"}


def test_a_stretch_pins_every_passage_it_touches_and_texts_not_at_hand_do_nothing() -> None:
    first, second = (passage.span for passage in FIRE[1].passages[1:3])
    reach = Anchor(FIRE[1].digest, Span(first.end - 2, second.start + 1))
    assert Pins(FIRE, [Pin("together", (at(FIRE, "A2"), reach))]).group("A2") == {"A2", "B2", "B3"}
    assert not Pins(FIRE, [Pin("together", (Anchor("0" * 64, reach.span), at(FIRE, "A2")))]).groups


def test_boilerplate_that_is_pinned_becomes_part_of_the_article() -> None:
    texts = documents(["# One", "Some words here.", "~ Share this."], ["# Two", "Other words there."])
    pin = together(texts, "A3", "B2")
    found = compare(texts, choices=Choices(pins=(pin,)))
    assert found.documents[0].passages[2].kind == "sentence"
    assert any({"A3", "B2"} <= {p for _, ps in row.passages for p in ps} for row in found.rows)


ANY = [p.id for d in FIRE for p in d.passages if p.kind != "boilerplate"]
some = st.lists(st.sampled_from(ANY), min_size=1, max_size=4, unique=True)
fire_pins = st.lists(
    st.one_of(
        some.map(lambda names: together(FIRE, *names)),
        st.tuples(some, some).map(lambda two: apart(FIRE, " ".join(two[0]), " ".join(two[1]))),
        some.map(lambda names: apart(FIRE, " ".join(names))),
    ),
    max_size=6,
)


def holds(
    pin: Pin,
    row: dict[str, frozenset[str]],
    links: set[frozenset[str]],
    pinned: Callable[[str], frozenset[str]],
) -> bool:
    of = {d.digest: d for d in FIRE}
    mine, theirs = (
        [of[a.digest].passage_at(a.span.start).id for a in some] for some in (pin.passages, pin.others)
    )
    if pin.kind == "together":
        pairs = [(p, q) for p, q in combinations(mine, 2) if p[0] != q[0]]
        named = {p[0] for p in mine}
        complete = not pairs or {p for p in row[mine[0]] if p[0] in named} <= set(pinned(mine[0]))
        return complete and all(q in row[p] and frozenset((p, q)) in links for p, q in pairs)
    pairs = [(p, q) for p in mine for q in theirs if p != q] if theirs else combinations(mine, 2)
    return all(
        q not in row.get(p, ()) and frozenset((p, q)) not in links for p, q in pairs if theirs or p[0] != q[0]
    )


@given(fire_pins)
@settings(max_examples=60)
def test_pins_always_hold_but_those_that_a_newer_one_contradicts(pins: list[Pin]) -> None:
    links, row = aligned(FIRE, *pins)
    made = {frozenset((link.a, link.b)) for link in links}
    settled = Pins(FIRE, pins)
    overruled = settled.overruled
    for number, pin in enumerate(pins):
        if number not in overruled:
            assert holds(pin, row, made, settled.group), pin
    assert len(made) == len(links)
    assert all(passage in members for passage, members in row.items())
    assert not pins or len(pins) - 1 not in overruled or set(pins[-1].passages) & set(pins[-1].others)


@given(fire_pins, st.permutations(range(3)))
@settings(max_examples=25)
def test_the_order_of_documents_does_not_matter_to_pins(pins: list[Pin], order: list[int]) -> None:
    texts = tuple(FIRE[number] for number in order)
    assert set(aligned(texts, *pins)[1].values()) == set(aligned(FIRE, *pins)[1].values())


@given(fire_pins)
@settings(max_examples=20)
def test_with_a_memory_the_same_comes_out_and_undo_gives_it_again(pins: list[Pin]) -> None:
    memory = Memory()
    steps = [Choices(pins=tuple(pins[:number])) for number in range(len(pins) + 1)]
    found = [compare(FIRE, choices=choices, memory=memory) for choices in steps]
    assert found[-1] == compare(FIRE, choices=steps[-1])
    for choices, before in zip(reversed(steps), reversed(found), strict=True):
        assert compare(FIRE, choices=choices, memory=memory) == before


def test_pins_on_the_seeds_hold_in_everything_that_rests_on_the_alignment() -> None:
    pins = (together(SEEDS, SEEDS[0].passages[5].id, SEEDS[3].passages[9].id),)
    memory = Memory()
    plain = compare(SEEDS, memory=memory)
    pinned = compare(SEEDS, choices=Choices(pins=pins), memory=memory)
    assert pinned == compare(SEEDS, choices=Choices(pins=pins))
    assert compare(SEEDS, memory=memory) == plain
    assert pinned.row_of[SEEDS[0].passages[5].id] is pinned.row_of[SEEDS[3].passages[9].id]


STORY = [
    "The river Oder rose by four metres.",
    "Old Wroclaw stood under water on Tuesday.",
    "Engineers opened the Nysa dam.",
    "The mayor thanked the firemen.",
    "Insurers counted the damage.",
    "Trains to Opole were cancelled.",
    "Schools stayed shut for a week.",
    "Volunteers filled sandbags at night.",
    "Farmers lost their harvest of maize.",
    "The bridge at Brzeg was closed.",
    "Hospitals moved patients upstairs.",
    "A museum saved its paintings.",
]


def copies() -> tuple[Document, ...]:
    return documents(STORY, [line.replace("the ", "that ") for line in STORY])


@pytest.mark.parametrize(("one", "other"), [(3, 4), (6, 5), (2, 3)])
def test_between_near_copies_a_pin_changes_only_what_lies_around_it(one: int, other: int) -> None:
    texts = copies()
    before, _ = aligned(texts)
    after, _ = aligned(texts, together(texts, f"A{one}", f"B{other}"))
    near = {f"{side}{n}" for side in "AB" for n in range(min(one, other) - 1, max(one, other) + 2)}
    far = [link for link in before if not {link.a, link.b} & near]
    assert len(far) >= 6
    assert set(far) <= set(after)


def test_a_passage_pinned_to_a_far_place_is_moved_and_leaves_the_order_alone() -> None:
    texts = copies()
    before, _ = aligned(texts)
    after, row = aligned(texts, together(texts, "A2", "B11"))
    assert "B11" in row["A2"]
    kept = {(link.a, link.b) for link in after}
    assert {(link.a, link.b) for link in before if link.a != "A2" and link.b != "B11"} <= kept
