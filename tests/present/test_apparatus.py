"""A document with what the others read in its margin, and where the cards of that find room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crossread.comparison import Comparison
from crossread.present.apparatus import Card, apparatus, room
from crossread.present.arrangement import arrange
from worked_comparison import worked


def cards(comparison: Comparison, base: str, *kinds: str) -> tuple[Card, ...]:
    """The cards beside a document; with kinds only of such findings."""
    order = [document.id for document in comparison.documents]
    shown = [finding for finding in comparison.findings if not kinds or finding.kind in kinds]
    rows = arrange(comparison, order, base)
    return apparatus(comparison, rows, base, shown, lambda finding: finding.number)


def told(card: Card) -> tuple[object, ...]:
    """What a card says, in short."""
    entries = [(entry.finding.kind, entry.text, entry.readings) for entry in card.entries]
    return card.rows, card.level, [name for name, _ in card.readings], entries


def test_each_passage_that_others_speak_of_has_a_card_with_what_they_read() -> None:
    found = cards(worked(), "A", "numbers")
    assert [told(card) for card in found] == [
        (("r-storm",), 0, ["C"], []),
        (
            ("r-aground",),
            2,
            ["B", "C"],
            [("numbers", "People aboard", ((("B",), "“Some 300 people”"), (("C",), "“312 people”")))],
        ),
        (("C3",), 0, ["C"], []),
        (("r-hull",), 3, ["B"], [("numbers", "Hull torn open", ((("B",), "“Half a metre”"),))]),
        (("r-hurt",), 0, ["B"], []),
    ]
    assert [card.number for card in found] == [1, 2, 3, 4, 5]
    assert [card.silent for card in found] == [False, False, True, False, False]


def test_cards_stand_in_the_order_of_the_text_and_each_finding_on_one_of_them() -> None:
    comparison = worked()
    for base in "ABC":
        found = cards(comparison, base)
        assert all(one.at <= other.at for one, other in pairwise(found))
        entries = [entry.finding.id for card in found for entry in card.entries]
        assert sorted(entries) == sorted({finding.id for finding in comparison.findings})
        document = comparison.document[base]
        for card in found:
            assert all(document.passage_at(span.start) for span in card.spans)
            assert base not in [name for name, _ in card.readings]


def test_what_the_base_does_not_say_stands_on_one_card_in_its_gap() -> None:
    comparison = worked()
    gap = [card for card in cards(comparison, "B") if card.silent]
    assert len({card.at for card in gap}) == len(gap)
    (first,) = [card for card in gap if "r-storm" in card.rows]
    assert dict(first.readings)["A"] and dict(first.readings)["C"]


def test_differences_among_the_others_do_not_darken_the_base() -> None:
    card = next(card for card in cards(worked(), "C", "numbers", "wording") if "r-hull" in card.rows)
    assert card.silent and card.level == 1


HEIGHTS = st.lists(st.lists(st.integers(5, 80), min_size=1, max_size=4).map(sorted), max_size=12)


@given(HEIGHTS, st.data())
def test_cards_never_lie_on_one_another_and_the_chosen_one_stands_at_its_line(
    heights: list[list[int]], data: st.DataObject
) -> None:
    wanted = sorted(data.draw(st.lists(st.integers(0, 900), min_size=len(heights), max_size=len(heights))))
    first = data.draw(st.none() | st.integers(0, len(heights) - 1)) if heights else None
    placed = room(wanted, heights, 6, first)
    assert len(placed) == len(heights)
    edges = [(top, top + heights[number][size]) for number, (top, size) in enumerate(placed)]
    assert all(one[1] + 6 <= other[0] for one, other in pairwise(edges))
    assert all(top >= 0 for top, _ in edges)
    if first is not None:
        above = sum(heights[number][placed[number][1]] + 6 for number in range(first))
        assert placed[first][0] == max(wanted[first], above)
        assert placed[first][1] == len(heights[first]) - 1


def test_a_card_shows_as_much_as_has_room_before_the_next() -> None:
    heights = [[20, 40, 60], [20, 40, 60]]
    assert room([0, 50], heights, 5) == ((0, 1), (50, 2))
    assert room([0, 10], heights, 5) == ((0, 0), (25, 2))
    assert room([0, 100], heights, 5) == ((0, 2), (100, 2))
    assert room([30, 40], heights, 5, 1) == ((15, 0), (40, 2))
