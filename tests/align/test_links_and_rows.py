import pytest

from crossread import align
from crossread.align.link import Link
from crossread.align.reasons import borne_out
from crossread.text.document import Document, Passage, PassageKind, letter
from crossread.text.span import Span


def document(name: str, *sentences: str, **kinds: PassageKind) -> Document:
    """A document of these sentences, a line each; ``s1="heading"`` says what the first of them is."""
    passages, at = [], 0
    for number, sentence in enumerate(sentences, 1):
        kind = kinds.get(f"s{number}", "sentence")
        passages.append(Passage(f"{name}{number}", Span(at, at + len(sentence)), kind, number - 1))
        at += len(sentence) + 1
    return Document(name, name, sentences[0], "", None, "en", "\n".join(sentences), tuple(passages))


FLOOD = "The river Oder rose by 4.2 metres and flooded the old town of Wroclaw on Tuesday."
DAM = "Engineers opened the sluices of the Nysa dam, the mayor said."
COST = "Insurers put the damage at 28.8 million zloty."
REPORTS = (
    document("A", FLOOD, DAM, COST),
    document(
        "B",
        "Damage of about 29 million zloty, insurers estimate.",
        "Wroclaw's old town was flooded by the Oder.",
    ),
    document(
        "C", "Sluices at the Nysa dam had been opened by engineers.", "Children played football in Lisbon."
    ),
)


def pairs(linked: align.Linked) -> set[tuple[str, str]]:
    return {(link.a, link.b) for link in linked.links}


def test_reports_in_another_order_are_linked_topic_by_topic() -> None:
    assert pairs(align.link(REPORTS)) == {("A1", "B2"), ("A2", "C1"), ("A3", "B1")}


def test_boilerplate_is_not_linked() -> None:
    notice = "Read more stories like this one on our channel"
    documents = (
        document("A", FLOOD, notice, s2="boilerplate"),
        document("B", notice, FLOOD, s1="boilerplate"),
    )
    assert pairs(align.link(documents)) == {("A1", "B2")}


def test_equal_passages_are_verbatim_and_say_so() -> None:
    (link,) = align.link((document("A", FLOOD), document("B", FLOOD))).links
    assert (link.equal, link.level, link.degree) == (1.0, 4, "verbatim")
    assert link.why[0] == "the same words throughout"


def test_a_link_names_the_numbers_and_names_both_have() -> None:
    link = next(link for link in align.link(REPORTS).links if link.a == "A1")
    assert {"Oder", "Wroclaw"} <= set(link.shared)
    assert any("Oder" in reason for reason in link.why)


def test_a_number_is_named_with_its_scale_only_where_both_have_it() -> None:
    cost = "Insurers put the damage to the old town at 28 million zloty."
    for other, said in (("28 million zloty of damage to the old town, insurers say.", "28 million"),
                        ("28 houses of the old town, 2 million zloty of damage, insurers say.", "28")):  # fmt: skip
        (link,) = align.link((document("A", cost), document("B", other))).links
        assert f"both mention {said}" in link.why


def test_rows_hold_a_passage_once() -> None:
    linked = align.link(REPORTS)
    rows = align.rows(REPORTS, linked.links)
    members = [passage for row in rows for _, passages in row.passages for passage in passages]
    assert sorted(members) == sorted(set(members)) == ["A1", "A2", "A3", "B1", "B2", "C1"]


def test_many_documents_that_bear_a_link_out_are_counted() -> None:
    links = [Link("A1", "B1", 0.9, ("",))]
    links += [Link(a, f"{c}1", 0.9, ("",)) for c in "CDEFG" for a in ("A1", "B1")]
    place = {f"{document}1": (document, 1) for document in "ABCDEFG"}
    assert next(iter(borne_out(links, place))).why[1:] == (
        "5 other documents have passages aligned with both",
    )


def test_a_heading_is_linked_on_two_words_only_and_a_sentence_on_one_where_all_around_speaks_for_it() -> None:
    before, behind = "Ministers of four countries met in Prague on flood relief.", DAM
    said, other = (
        "Critics call these waterworks a grave danger.",
        "Old waterworks like that need costly repair.",
    )
    texts = (before, said, behind), (before, other, behind)
    assert ("A2", "B2") in pairs(
        align.link([document(name, *text) for name, text in zip("AB", texts, strict=True)])
    )
    headed = [document(name, *text, s2="heading") for name, text in zip("AB", texts, strict=True)]
    assert ("A2", "B2") not in pairs(align.link(headed))


def test_a_heading_stands_in_no_row_with_the_text_below_it() -> None:
    head = "The river Oder flooded the old town of Wroclaw"
    reports = (document("A", head, FLOOD, DAM, s1="heading"), document("B", head, FLOOD, COST, s1="heading"))
    linked = align.link(reports)
    assert {("A1", "B1"), ("A2", "B2")} <= pairs(linked)
    every = [*linked.links, *(Link(a, b, 0.99, ("",)) for a, b in (("A1", "B2"), ("A2", "B1")))]
    rows = [row.passages for row in align.rows(reports, every)]
    assert (("A", ("A1",)), ("B", ("B1",))) in rows
    assert (("A", ("A2",)), ("B", ("B2",))) in rows


def test_a_heading_does_not_keep_its_text_out_of_a_row() -> None:
    reports = (document("A", FLOOD), document("B", "What flooded Wroclaw?", FLOOD, s1="heading"))
    links = [Link("A1", "B1", 0.9, ("",)), Link("A1", "B2", 0.8, ("",))]  # the heading is the nearer one
    assert [row.passages for row in align.rows(reports, links)] == [(("A", ("A1",)), ("B", ("B2",)))]


def test_the_order_and_letters_of_documents_change_nothing() -> None:
    turned = tuple(one.labelled(letter(at)) for at, one in enumerate(REPORTS[::-1]))

    def told(documents: tuple[Document, ...]) -> tuple[set[object], set[str]]:
        place = {p.id: (d.digest, p.span) for d in documents for p in d.passages}
        linked = align.link(documents)
        links = {(frozenset((place[link.a], place[link.b])), link.score, link.equal) for link in linked.links}
        return links, {row.id for row in align.rows(documents, linked.links)}

    assert told(REPORTS) == told(turned)


def test_nothing_to_link() -> None:
    assert align.link(()).links == ()
    assert align.link((document("A", FLOOD), document("B", "—"))).links == ()


@pytest.mark.parametrize(
    ("equal", "run", "share", "degree"),
    [
        (1.0, 20, 1.0, "verbatim"),
        (1.0, 2, 0.1, "reworded"),  # the same words in another order
        (0.97, 15, 0.3, "verbatim"),  # a long passage with a few words changed
        (0.8, 9, 0.15, "nearly verbatim"),
        (0.35, 10, 1.0, "nearly verbatim"),  # the whole of a short passage stands in a long one
        (0.35, 9, 0.6, "reworded"),
        (0.35, 4, 1.0, "loosely reworded"),  # four words are soon equal
        (0.1, 1, 0.1, "on the topic"),
    ],
)
def test_the_degree_goes_by_equal_words_and_by_the_longest_run(
    equal: float, run: int, share: float, degree: str
) -> None:
    assert Link("A1", "B1", 1.0, (), equal=equal, run=run, run_share=share).degree == degree


def test_a_link_says_how_it_was_found() -> None:
    links = align.link(REPORTS).links
    assert any("whatever the order" in reason for link in links for reason in link.why)


def test_a_link_names_words_near_in_meaning_where_little_is_shared() -> None:
    why = align.link(
        (
            document("A", "The government raised the restrictions on grain.", DAM),
            document("B", "The administration tightened its controls on grain.", DAM),
        )
    ).links[0].why  # fmt: skip
    assert any(
        "near in meaning" in reason and "“government” and “administration”" in reason for reason in why
    )


def test_no_word_is_named_that_tells_nothing() -> None:
    for link in align.link(REPORTS).links:
        assert not {"the", "The", "by", "of", "was", "been"} & set(link.shared)


def test_a_link_says_which_documents_and_neighbours_bear_it_out() -> None:
    links = [
        Link(a, b, 0.9, ("",))
        for a, b in (("A1", "B1"), ("A2", "B2"), ("A1", "C5"), ("B1", "C5"), ("A9", "B1"))
    ]
    place = {passage: (passage[0], int(passage[1:])) for link in links for passage in (link.a, link.b)}
    said = {(link.a, link.b): link.why[1:] for link in borne_out(links, place)}
    assert said == {
        ("A1", "B1"): ("C has a passage aligned with both", "passages beside them are aligned, too"),
        ("A2", "B2"): ("passages beside them are aligned, too",),
        ("A1", "C5"): ("B has a passage aligned with both",),
        ("B1", "C5"): ("A has a passage aligned with both",),
        ("A9", "B1"): (),
    }
