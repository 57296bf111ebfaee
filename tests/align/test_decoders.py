from crossread import align
from crossread.text.document import Document, Passage, letter
from crossread.text.span import Span

STORY = (
    "The ferry Aurora left Turku at dawn with ninety passengers.",
    "Off Kotka a boiler burst and two stokers were scalded.",
    "The captain, Elina Salo, ordered the lifeboats swung out.",
    "A tug from Hamina took the ferry in tow before noon.",
    "Inspectors sealed the engine room and began to question the crew.",
    "The owners promised refunds and a replacement sailing on Friday.",
    "Unions demanded that boilers of that age be taken out of service.",
    "Parliament will debate the inspection rules in the autumn session.",
)


def documents(*texts: tuple[str, ...]) -> list[Document]:
    made = []
    for number, sentences in enumerate(texts):
        name, at, passages = letter(number), 0, []
        for place, sentence in enumerate(sentences, 1):
            passages.append(Passage(f"{name}{place}", Span(at, at + len(sentence)), "sentence", place))
            at += len(sentence) + 1
        made.append(Document(name, name, "", "", None, "en", "\n".join(sentences), tuple(passages)))
    return made


def pairs(*texts: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(link.a, link.b) for link in align.link(documents(*texts)).links}


def test_a_split_sentence_is_linked_to_both_its_parts() -> None:
    split = (*STORY[:1], "Off Kotka a boiler burst.", "Two stokers were scalded.", *STORY[2:])
    straight = {("A1", "B1")} | {(f"A{number}", f"B{number + 1}") for number in range(3, 9)}
    assert pairs(STORY, split) == straight | {("A2", "B2"), ("A2", "B3")}


def test_near_copies_say_that_they_run_in_one_order() -> None:
    linked = align.link(documents(STORY, STORY))
    assert {(link.a, link.b) for link in linked.links} == {(f"A{n}", f"B{n}") for n in range(1, 9)}
    assert all(any("follow one another" in reason for reason in link.why) for link in linked.links)
    assert not any(link.moved for link in linked.links)


def test_a_sentence_in_another_place_has_moved() -> None:
    turned = (*STORY[1:], STORY[0])
    moved = {(link.a, link.b) for link in align.link(documents(STORY, turned)).links if link.moved}
    assert moved == {("A1", "B8")}


def test_a_short_heading_is_not_linked_on_one_word() -> None:
    assert ("A9", "B3") not in pairs((*STORY, "Parliament matters"), ("Refunds", "Inspectors", STORY[7]))


def test_a_heading_is_linked_on_two_words() -> None:
    assert ("A9", "B3") in pairs(
        (*STORY[:7], "Refunds", "Inspection rules in parliament"), ("Tow", "Crew", STORY[7])
    )


def test_a_sentence_said_twice_is_linked_in_order() -> None:
    twice = (STORY[3], *STORY[:2], STORY[3])
    assert {("A1", "B1"), ("A4", "B4")} <= pairs(twice, twice)


def test_two_reports_in_words_of_their_own_are_linked() -> None:
    # Two documents alone have no third that speaks for a pair or against it.
    retold = (
        "Ninety people were aboard when the ferry Aurora sailed from Turku in the early morning.",
        "Two stokers suffered burns after a boiler exploded near Kotka.",
        "Lawmakers plan a debate on the rules for inspections this autumn.",
    )
    assert pairs(STORY, retold[::-1]) == {("A1", "B3"), ("A2", "B2"), ("A8", "B1")}


def test_a_long_sentence_is_linked_with_all_that_it_sums_up() -> None:
    summary = (
        "The ferry Aurora left Turku with ninety passengers, off Kotka a boiler burst and scalded two stokers, the"
        " captain Elina Salo ordered the lifeboats swung out, and a tug from Hamina took the ferry in tow before noon.",
        "Unions and parliament want other rules for boilers.",
    )
    linked = pairs(summary[::-1], STORY)
    assert {("A2", "B1"), ("A2", "B2"), ("A2", "B3"), ("A2", "B4")} <= linked


def test_a_few_sentences_in_one_order_are_no_near_copy_in_other_words() -> None:
    retold = (
        "It was early morning when ninety people sailed from Turku aboard the Aurora, bound for the east.",
        "Burns were what two of the stokers suffered after an explosion on board near the town of Kotka.",
        "For this autumn lawmakers plan to talk about how ships are inspected, and by what rules.",
    )
    linked = align.link(documents(STORY, retold))
    assert {("A1", "B1"), ("A2", "B2")} <= {(link.a, link.b) for link in linked.links}
    assert not any("follow one another" in reason for link in linked.links for reason in link.why)
