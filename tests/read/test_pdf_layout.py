"""PDF: the order in which lines are read, and how they become paragraphs."""

from itertools import chain, zip_longest

from crossread.read.extract import Extract
from crossread.read.kinds import PDF, Source, reader_of
from read.pdf_file import Drawn, drawn

LEFT = [
    "The river rose in the night to Thursday and",
    "nobody in the valley slept before the morn-",
    "ing came. It rose by the height of a child,",
    "and then by that of a man, and it carried",
    "doors and barrels and a boat with it when",
    "it fell at noon.",
]
RIGHT = [
    "They went down to the bridge which stood,",
    "and over it to the mill that did not stand",
    "any longer, and called until it was dark in",
    "the valley and the well-known dog of the",
    "miller came out of the wood by itself, and",
    "all went home.",
]


def read(*pages: list[Drawn]) -> Extract:
    return reader_of(PDF).read(Source(drawn(pages)))[0]


def blocks(extract: Extract) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(extract.text)) for block in extract.blocks or ()]


def column(lines: list[str], x: float, top: float = 700) -> list[Drawn]:
    return [(x, top - 14 * row, 10, text) for row, text in enumerate(lines)]


def paragraph(lines: list[str]) -> str:
    return " ".join(lines).replace("morn- ing", "morning")


def test_columns_are_read_one_after_the_other_however_they_were_drawn() -> None:
    left, right = column(LEFT, 60), column(RIGHT, 310)
    in_rows = [line for pair in zip_longest(left, right) for line in pair if line]
    for lines in (left + right, right + left, in_rows, sorted(in_rows)):
        assert [text for _, text in blocks(read(lines))] == [paragraph(LEFT), paragraph(RIGHT)]


def test_what_runs_across_the_columns_parts_them() -> None:
    head: Drawn = (60, 760, 20, "A headline that runs across both of the columns")
    middle: Drawn = (
        60,
        590,
        10,
        "A line in the middle of the page that runs from its left side to its right.",
    )
    lines = [
        head, *column(RIGHT, 310), *column(LEFT, 60), middle, *column(RIGHT[:4], 310, 560), *column(LEFT[:4], 60, 560),
    ]  # fmt: skip
    found = [text for _, text in blocks(read(lines))]
    assert found[0] == head[3]
    assert found[1:3] == [paragraph(LEFT), paragraph(RIGHT)]
    assert found[3] == middle[3]
    assert found[4].startswith("The river rose")


def test_three_columns() -> None:
    narrow = [[line[:26] for line in lines] for lines in (LEFT, RIGHT, map(str.upper, LEFT))]
    lines = list(
        chain.from_iterable(column(lines, x) for lines, x in zip(narrow, (60, 230, 400), strict=True))
    )
    found = " ".join(text for _, text in blocks(read(lines)))
    places = [found.index(lines[0][:20]) for lines in narrow]
    assert places == sorted(places)


def test_a_table_is_read_in_rows() -> None:
    rows = [
        ("Place", "Wednesday", "Thursday"),
        ("Mill", "0.9 m", "2.3 m"),
        ("Bridge", "", "2.4 m"),
        ("Lake", "1 m", "2 m"),
    ]
    cells = [
        (x, 500 - 16 * number, 10, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((60, 220, 380), row, strict=True)
        if cell
    ]
    extract = read([*column(LEFT, 60), *sorted(cells)])
    assert [tuple(cell.of(extract.text) for cell in row) for row in extract.form.tables[0].rows] == rows


def test_a_paragraph_goes_on_over_pages_and_heads_and_feet_are_told() -> None:
    pages = []
    for number, lines in enumerate((LEFT[:4], LEFT[4:] + RIGHT[:3], RIGHT[3:])):
        pages.append([
            (60, 800, 8, "The Valley Review"), *column(lines, 60), (290, 40, 8, f"Page {number + 1} of 3"),
        ])  # fmt: skip
    extract = read(*pages)
    assert [text for kind, text in blocks(extract) if kind == "text"] == [paragraph(LEFT), paragraph(RIGHT)]
    furniture = [text for kind, text in blocks(extract) if kind == "boilerplate"]
    assert sorted(furniture) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3", *["The Valley Review"] * 3]
    assert [page.label for page in extract.form.pages] == ["1", "2", "3"]
    assert extract.form.pages[1].span.of(extract.text).startswith("doors and barrels")
    assert {place.page for place in extract.form.places} == {0, 1, 2}


def test_hyphens_of_compounds_stay() -> None:
    lines = [
        "It is well-known that the priest was a well-",
        "known man, and that the town of Anglo-",
        "Saxons lay up",
    ]
    assert blocks(read(column(lines, 60)))[0][1] == (
        "It is well-known that the priest was a well-known man, and that the town of Anglo-Saxons lay up"
    )


def test_notes_and_powers_are_told_from_numbers() -> None:
    lines: list[Drawn] = [
        (60, 700, 10, "About 25,000"), (121, 704, 6, "12"), (60, 680, 10, "The lake holds 3 x 10"), (161, 684, 6, "6"),
    ]  # fmt: skip
    found = " ".join(text for _, text in blocks(read(lines)))
    assert "25,00012" not in found
    assert "106" not in found
