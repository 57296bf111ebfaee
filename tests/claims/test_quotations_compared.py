"""One quotation in several documents: told apart, followed when garbled, shown word by word."""

from claims.sentence_sets import document
from crossread import align, claims
from crossread.claims.quotation import Quotation
from crossread.text.document import Document

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


def test_a_block_quotation_is_one() -> None:
    read = document("> The wall gave way at noon.\n> We lost every oven.\n")
    block = Document(
        "A", "a", "t", "", None, "en", read.text,
        tuple(type(p)(p.id, p.span, "quotation", 0) for p in read.passages),
    )  # fmt: skip
    (quotation,) = claims.quotations([block])
    assert quotation.mentions[0].kind == "speech"


def test_the_order_of_documents_changes_nothing_but_the_order() -> None:
    texts = (
        FULL,
        "“The water came over the barrier in minutes and no one warned us,” said Ana Ruiz.",
        "“No,” he said.",
    )
    documents = [document(text, "ABC"[number]) for number, text in enumerate(texts)]
    links = align.link(documents).links
    one = {quotation.id: quotation.verdict for quotation in claims.quotations(documents, links)}
    other = {quotation.id: quotation.verdict for quotation in claims.quotations(documents[::-1], links)}
    assert one == other


def test_another_persons_like_words_are_no_report_of_a_quotation() -> None:
    (quotation,) = joined(
        "“The old crane fell on the harbour wall at dawn,” said Ana Ruiz.",
        "Tom Brandt said that an old crane stands on the harbour wall.",
    )
    assert quotation.documents == ("A",)


def test_lines_broken_anew_do_not_part_a_quotation() -> None:
    read = document(
        "Harrow Bank wrote:\n\n“We regret the error.\n\nNobody lost money.\n\nWe will do better.”\n\nIt rained."
    )
    (quotation,) = claims.quotations([read])
    assert len(quotation.mentions[0].parts) == 3


def test_what_stands_between_two_parts_is_no_quoted_word() -> None:
    parted = (
        "“The water came over the wall,” said Ana Ruiz, a baker from Lund. “Nobody had warned us about it.”"
    )
    (quotation,) = joined(parted, "“The water came over the barrier,” said Ana Ruiz.")
    words = [edit.a_span.of(parted) for edit in quotation.edits]
    assert "wall" in words
    assert not any("baker" in each for each in words)


def test_which_document_is_spun_is_told_mention_by_mention() -> None:
    (quotation,) = joined(FULL, FULL.replace("wall", "barrier"), spun=frozenset({"B"}))
    assert [mention.in_spun_text for mention in quotation.mentions] == [False, True]
    assert quotation.in_spun_text
