"""One quotation in several documents: told apart, followed when garbled, shown word by word."""

from pathlib import Path

from claims.sentence_sets import document
from crossread import claims
from crossread.claims.quotation import Quotation
from crossread.read import read_all

FULL = "“The water came over the wall in minutes and nobody had warned us,” said Ana Ruiz, a baker."


def joined(*texts: str, spun: frozenset[str] = frozenset()) -> tuple[Quotation, ...]:
    return claims.quotations([document(text, "ABCDE"[number]) for number, text in enumerate(texts)], (), spun)


def test_an_altered_quotation_is_shown_word_by_word() -> None:
    (quotation,) = joined(
        FULL, "“The water came over the barrier in minutes and no one had warned us,” said Ana Ruiz."
    )
    assert quotation.verdict == "altered"
    texts = {
        "A": FULL,
        "B": "“The water came over the barrier in minutes and no one had warned us,” said Ana Ruiz.",
    }
    words = {(edit.a_span.of(texts["A"]), edit.b_span.of(texts["B"])) for edit in quotation.edits}
    assert ("wall", "barrier") in words


def test_marks_and_an_edge_comma_alter_nothing() -> None:
    (quotation,) = joined(
        FULL, 'Ana Ruiz said: "The water came over the wall in minutes and nobody had warned us".'
    )
    assert quotation.verdict == "exact"
    assert quotation.edits == ()


def test_the_gravest_pair_of_documents_decides() -> None:
    short = "Ana Ruiz said that “nobody had warned us”."
    (quotation,) = joined(FULL, FULL.replace("wall", "wall"), short)
    assert quotation.verdict == "shortened"
    assert quotation.documents == ("A", "B", "C")


def test_spun_text_is_flagged_even_where_no_other_source_has_it() -> None:
    (quotation,) = joined(FULL, "Nobody was quoted here.", spun=frozenset({"A"}))
    assert quotation.verdict == "one source"
    assert quotation.in_spun_text
    (untouched,) = joined(FULL, "Nobody was quoted here.", spun=frozenset({"B"}))
    assert not untouched.in_spun_text


def test_a_passage_found_to_be_spun_is_enough() -> None:
    (quotation,) = joined(FULL, "Nobody was quoted here.", spun=frozenset({"A1"}))
    assert quotation.in_spun_text


def test_indirect_speech_of_the_same_statement_is_linked() -> None:
    texts = (
        FULL,
        "Ana Ruiz said the water had come over the wall within minutes and nobody had warned them.",
    )
    (quotation,) = joined(*texts)
    assert [(mention.document, mention.kind) for mention in quotation.mentions] == [
        ("A", "speech"),
        ("B", "indirect"),
    ]
    assert quotation.verdict == "one source"


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = (
        "Ana Ruiz, a baker, saw it all.\n\n“The wall gave way at noon,” she said.\n\n"
        "“We lost every oven we had in the flood.”\n"
    )
    found = joined(text)
    assert [quotation.speaker for quotation in found] == ["Ana Ruiz", "Ana Ruiz"]


def test_a_block_quotation_takes_its_speaker_from_the_paragraph_behind(tmp_path: Path) -> None:
    path = tmp_path / "trial.md"
    path.write_text(
        "# Trial\n\n> We acted at once. No one is in danger.\n\nProfessor Ana Ruiz, who leads it, wrote in a letter.",
        encoding="utf-8",
    )
    (quotation,) = claims.quotations(read_all([path]).documents)
    assert quotation.speaker == "Ana Ruiz"
