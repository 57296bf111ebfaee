"""The same letters in composed and decomposed form compare as equal, and the text stays as it came."""

import unicodedata

from crossread.compare import compare
from crossread.read import read_text
from crossread.text.words import fold, tokens

STORY = (
    "Jana Horáková said in Plzeň on Monday that 1,200 people had left the Mlýn valley. “Nobody was hurt,” Petr Dvořák "
    "added.\n\nThe café at the bridge was flooded to a height of 1.4 metres, said the owner, Zoë Müller.\n\n"
    "Việt Nguyễn, who lives there, carried sand to the doors for three hours.\n"
)


def test_words_are_the_same_in_both_forms() -> None:
    composed, decomposed = (unicodedata.normalize(form, STORY) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert [token.normal for token in tokens(composed)] == [token.normal for token in tokens(decomposed)]
    assert fold("e\u0301") == fold("\u00e9")


def test_documents_in_both_forms_differ_in_nothing() -> None:
    composed, decomposed = (
        read_text(unicodedata.normalize(form, STORY), form, letter)
        for form, letter in (("NFC", "A"), ("NFD", "B"))
    )
    assert decomposed.text == unicodedata.normalize("NFD", STORY)
    comparison = compare((composed, decomposed))
    assert comparison.edits == ()
    assert len(comparison.rows) == len(composed.passages)
    assert all("agree" in finding.detail for finding in comparison.findings)
    assert {fact.verdict for fact in comparison.facts} == {"same"}
