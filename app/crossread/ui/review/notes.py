"""The notes of a review in the order of the texts, for the Notes tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.comparison import Finding, Place
from crossread.review.review import KeptNote, Review
from crossread.text.document import Document


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as it is listed.

    Attributes:
        id: of the note, or of the finding it is on.
        on_finding: it is on a finding, not on selected text.
        letter: of the document it is on; empty on a finding, and where the document is not open.
        on: the words, or the finding, that it is on.
        text: what it says.
        by, at: who wrote it and when; of a changed one who changed it.
        tags: as given.
        private: for its writer only.
        place: where it stands in an open document; None elsewhere.
    """

    id: str
    on_finding: bool
    letter: str
    on: str
    text: str
    by: str
    at: str
    tags: tuple[str, ...]
    private: bool
    place: Place | None


def lines(
    review: Review, documents: Sequence[Document], findings: Mapping[str, Finding]
) -> tuple[NoteLine, ...]:
    """All notes: those on text by document and place, then those on findings, then those that have lost their text.

    Args:
        review: what is in force.
        documents: that are open, in the order of their columns.
        findings: of the comparison, by their ids.
    """
    rank = {document.digest: (place, document) for place, document in enumerate(documents)}
    placed: list[tuple[tuple[int, int], NoteLine]] = []
    lost: list[NoteLine] = []
    for kept in review.notes.values():
        anchor = kept.note.quoted.anchor
        if anchor.digest in rank:
            place, document = rank[anchor.digest]
            line = _of_note(kept, document.id, Place(document.id, anchor.span))
            placed.append(((place, anchor.span.start), line))
        else:
            lost.append(_of_note(kept, "", None))
    placed.sort(key=lambda entry: entry[0])
    on_findings = [
        NoteLine(
            entry.action.finding, True, "", entry.action.title, entry.action.note, entry.by, entry.at,
            review.tags_of(entry.action.finding), entry.action.private, None,
        )
        for entry in review.decisions.values()
        if entry.action.note
    ]  # fmt: skip
    on_findings.sort(key=lambda line: findings[line.id].number if line.id in findings else 10**9)
    return (*(line for _, line in placed), *on_findings, *lost)


def _of_note(kept: KeptNote, letter: str, place: Place | None) -> NoteLine:
    note = kept.note
    return NoteLine(
        note.id, False, letter, note.quoted.exact, note.text, kept.edited_by or kept.by,
        kept.edited_at or kept.at, note.tags, note.private, place,
    )  # fmt: skip
