"""Cells as blocks: every character keeps its place."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.text.document import Document, Passage
from crossread.text.span import Span
from crossread.ui.grid.blocks import LONGEST_BLOCK, blocks
from ui.grid_samples import document


def shown(source: Document, *passages: str) -> list[str]:
    return [block.shown(source.text)[0] for block in blocks(source, passages or ids(source))]


def ids(source: Document) -> list[str]:
    return [passage.id for passage in source.passages]


def test_sentences_of_a_paragraph_share_a_block() -> None:
    source = document("A", "One is here. Two is there.", "Three stands apart.")
    assert shown(source) == ["One is here. Two is there.", "Three stands apart."]
    assert [block.apart for block in blocks(source, ids(source))] == [False, True]


def test_sentences_with_another_between_do_not() -> None:
    source = document("A", "One is here. Two is there. Three is gone.")
    assert shown(source, "A1", "A3") == ["One is here.", "Three is gone."]


def test_white_space_and_control_characters_keep_their_places() -> None:
    source = document("A", "One\tis \n  here.")
    (text,) = shown(source)
    assert text == "One is \u200b\u200b\u200bhere."
    assert len(text) == len(source.passages[0].span)


def test_a_list_item_hangs_on_its_bullet() -> None:
    source = document("A", "- first thing", "12) second thing", kinds=["list item", "list item"])
    first, second = blocks(source, ids(source))
    assert first.shown(source.text) == ("• first thing", 2)
    assert second.shown(source.text) == ("12) second thing", 4)


def test_the_hashes_of_a_heading_take_no_room() -> None:
    source = document("A", "## Scale", kinds=["heading"])
    assert shown(source) == ["\u200b\u200b\u200bScale"]


@given(st.integers(1, 3 * LONGEST_BLOCK), st.integers(1, 400))
def test_a_long_paragraph_is_cut_without_loss(length: int, word: int) -> None:
    text = "".join(" " if i % word == word - 1 else "x" for i in range(length))
    source = Document("A", "", "", "", None, None, text, (Passage("A1", Span(0, length), "sentence", 0),))
    found = blocks(source, ["A1"])
    assert [block.span.start for block in found[1:]] == [block.span.end for block in found[:-1]]
    assert (found[0].span.start, found[-1].span.end) == (0, length)
    assert max(len(block.span) for block in found) <= LONGEST_BLOCK
