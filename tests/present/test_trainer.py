"""A spun copy made ready to be shown."""

from hypothesis import given
from hypothesis import strategies as st

import comparisons
from crossread import compare
from crossread.present.trainer import BLANK, Swap, arranged, lesson, lessons, rewritten
from crossread.text.document import Document
from crossread.text.span import Span
from spin import spun_samples

COPY = (
    "# Tremendous gale hits seaside city",
    "The tremendous gale struck the seaside city on Monday.",
    "“We by no means noticed such a gale,” the mayor stated.",
    "Nobody was harm.",
)
SOURCE = (
    "# Great storm hits coastal town",
    "The great storm struck the coastal town on Monday.",
    "“We never saw such a storm,” the mayor said.",
    "Nobody was hurt.",
)
PAIRS = (
    ("gale", "storm"),
    ("seaside city", "coastal town"),
    ("by no means noticed", "never saw"),
    ("harm", "hurt"),
)


def spun(copy: Document, original: Document | None = None) -> list[Swap]:
    found = []
    for swap, source in PAIRS:
        start, there = copy.text.find(swap), original.text.find(source) if original else -1
        while start >= 0:
            place = Span(there, there + len(source)) if original else None
            span = Span(start, start + len(swap))
            found.append(
                Swap(span, (source, "other"), f"“{swap}” stands for “{source}”.", "rules", original=place)
            )
            start = copy.text.find(swap, start + 1)
            there = original.text.find(source, there + 1) if original else -1
    return found


def copy() -> Document:
    return comparisons.document(2, COPY)


def test_the_ledger_groups_equal_swaps_in_the_order_of_the_text() -> None:
    made = lesson(copy(), spun(copy()))
    assert [(entry.original, entry.swap, entry.times) for entry in made.entries] == [
        ("storm", "gale", 3),
        ("coastal town", "seaside city", 2),
        ("never saw", "by no means noticed", 1),
        ("hurt", "harm", 1),
    ]
    assert made.sources == "rules"
    assert [made.entry_of[number] for number in made.entries[0].swaps] == [0, 0, 0]


def test_the_repaired_copy_has_the_same_passages_with_the_originals_put_in() -> None:
    made = lesson(copy(), spun(copy()))
    sheet = made.sheet()
    left = sheet.left
    assert [left.of(passage) for passage in left.passages] == [
        "Tremendous storm hits coastal town",
        "The tremendous storm struck the coastal town on Monday.",
        "“We never saw such a storm,” the mayor stated.",
        "Nobody was hurt.",
    ]
    assert [span.of(left.text) for span in sheet.spans] == [
        made.swaps[number].originals[0] for number in range(len(made.swaps))
    ]
    assert len(sheet.ties) == len(made.swaps)
    assert len(sheet.anchors) == len(left.passages)
    assert {mark.kind for mark in sheet.marks["C"]} == {"spun"}


def test_what_is_hidden_is_a_blank_of_even_width_and_says_nothing() -> None:
    made = lesson(copy(), spun(copy()))
    hidden = frozenset(made.entries[0].swaps)
    sheet = made.sheet(hidden)
    assert {sheet.spans[number].of(sheet.left.text) for number in hidden} == {BLANK}
    assert "storm" not in sheet.left.text
    assert all("storm" not in mark.note for marks in sheet.marks.values() for mark in marks)
    read = made.read_back(0, hidden)
    assert read is not None
    assert read[0].text == "Tremendous gale hits seaside city"
    assert read[1].text == f"Tremendous {BLANK} hits coastal town"
    assert read[1].hidden == {0}


def test_with_the_original_at_hand_it_stands_at_the_left_unchanged() -> None:
    original = comparisons.document(0, SOURCE)
    made = lesson(copy(), spun(copy(), original), original)
    sheet = made.sheet()
    assert sheet.left is original
    assert made.sources == "the original itself"
    assert [span.of(original.text) for span in sheet.spans] == [swap.originals[0] for swap in made.swaps]
    guess = made.sheet(frozenset(range(len(made.swaps))))
    assert guess.left.text.count(BLANK) == len(made.swaps)
    assert "storm" not in guess.left.text


def test_what_overlaps_or_crosses_a_passage_is_left_out() -> None:
    document = copy()
    crossing = Span(document.passages[0].span.end - 4, document.passages[1].span.start + 3)
    within = spun(document)
    smaller = Swap(Span(within[0].span.start, within[0].span.start + 2), ("xx",))
    nameless = Swap(document.passages[3].span, ())
    made = lesson(document, [*within, smaller, Swap(crossing, ("x",)), nameless])
    assert made.swaps == lesson(document, within).swaps


def test_the_ledger_is_sorted_and_searched_but_does_not_tell_what_is_hidden() -> None:
    entries = lesson(copy(), spun(copy())).entries
    assert arranged(entries) == (0, 1, 2, 3)
    assert arranged(entries, "times") == (0, 1, 2, 3)
    assert arranged(entries, "swap") == (2, 0, 3, 1)
    assert arranged(entries, "original") == (1, 3, 2, 0)
    assert arranged(entries, words="STORM") == (0,)
    assert arranged(entries, words="storm", hidden=frozenset({0})) == ()
    assert arranged(entries, words="gale", hidden=frozenset({0})) == (0,)


def test_a_capital_stays_a_capital() -> None:
    document = comparisons.document(2, ("Harm was done.",))
    made = lesson(document, [Swap(Span(0, 4), ("damage",))])
    assert made.sheet().left.text.startswith("Damage was done.")


@given(st.data())
def test_rewriting_keeps_every_passage_and_what_stands_between_puts(data: st.DataObject) -> None:
    document = copy()
    puts: list[tuple[Span, str]] = []
    for passage in document.passages:
        start = data.draw(st.integers(passage.span.start, passage.span.end - 1))
        end = data.draw(st.integers(start + 1, passage.span.end))
        puts.append((Span(start, end), data.draw(st.text("ab ", min_size=1, max_size=9))))
    other, places = rewritten(document, puts)
    assert [place.of(other.text) for place in places] == [words for _, words in puts]
    for (span, words), before, after in zip(puts, document.passages, other.passages, strict=True):
        text = document.of(before)
        cut = span.start - before.span.start
        assert other.of(after) == text[:cut] + words + text[cut + len(span) :]


def test_what_other_copies_made_of_the_same_words_is_pooled() -> None:
    texts = [spun_samples.GENUINE, spun_samples.SPUN, spun_samples.SPUN.replace("troublesome", "arduous")]
    comparison = compare(spun_samples.documents(*texts))
    one, other = lessons(comparison)
    assert (one.band, other.band) == ("strong", "strong")
    (entry,) = [entry for entry in one.entries if entry.swap == "troublesome"]
    assert one.elsewhere(entry) == (f"“arduous” ({other.copy.id})",)
    (city,) = [entry for entry in one.entries if (entry.original, entry.swap) == ("city", "town")]
    assert f"“town” ({other.copy.id})" not in one.elsewhere(city)
