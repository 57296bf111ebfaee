"""The names of sources inside the texts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.present.masking import MASK, masked_text, source_names
from crossread.read import read_text
from crossread.text.document import Document
from crossread.text.provenance import Provenance
from crossread.ui.names import masked


def source(name: str, publisher: str = "", author: str = "", site: str = "") -> Document:
    document = read_text("Said.", name, "A")
    return replace(document, publisher=publisher, provenance=Provenance(author=author, site=site))


def test_publishers_authors_sites_and_files_tell_a_source() -> None:
    names = source_names(
        [source("harbour_daily-7.txt", "The Harbour Daily", "Ann Hill", "www.harbourdaily.com")]
    )
    assert {"The Harbour Daily", "Harbour Daily", "Ann Hill", "harbourdaily", "harbour_daily-7"} <= set(names)
    assert list(names) == sorted(names, key=lambda name: (-len(name), name))


def test_numbers_and_plain_words_tell_none() -> None:
    assert source_names([source("000.txt"), source("draft.txt"), source("ab.txt")]) == ()


def test_a_mask_covers_the_name_and_nothing_else() -> None:
    text = "Ann Hill told HARBOUR DAILY that Independent voices are independent; harbour daily said so."
    covered = masked_text(text, ("Harbour Daily", "Independent", "Ann Hill"))
    said = covered.replace(MASK, "").split()
    assert said == ["told", "that", "voices", "are", "independent;", "said", "so."]
    assert len(covered) == len(text)


def test_a_name_inside_a_word_or_over_a_line_end() -> None:
    assert masked_text("Timeshare", ("Times",)) == "Timeshare"
    assert masked_text("the AI\nNews.", ("AI News",)) == f"the {MASK * 2}\n{MASK * 4}."


@given(st.text(), st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_every_place_stays_where_it_is(text: str, names: list[str]) -> None:
    covered = masked_text(text, names)
    assert len(covered) == len(text)
    assert all(a == b for a, b in zip(text, covered, strict=True) if a.isspace() or b != MASK)


def test_a_masked_document_is_found_by_the_same_digest() -> None:
    document = read_text("As Harbour Daily reported, it rained.", "a.txt", "B")
    made = masked(document, ("Harbour Daily",))
    assert made.name == "Document 2" and "Harbour" not in made.text
    assert made.digest == document.digest and made.passages == document.passages
