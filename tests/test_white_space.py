"""What is found hangs on the words of the texts alone: not on what parts them, nor on the format they came in."""

import io
import json
import random
import re
import textwrap
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.paths import seeds
from crossread.read import read_bytes
from crossread.report.json_report import to_json
from crossread.text.document import Document

# Three reports with what every stage looks for: figures, names, quotations, certainty, superlatives, an odd wording.
REPORTS = (
    ("Ferry runs aground off Port Ellis",
     "The ferry Marta Lind ran aground off Port Ellis on 4 May 2026 with about 120 people on board.",
     "It was the largest rescue ever seen on the coast, the harbour master Ana Ruiz said.",
     "“We heard a loud bang and then the lights went out,” said Tom Becker, a passenger.",
     "The Harrow Rail Union (HRU) allegedly warned of the pier in March. Nobody was hurt.",
     "The pier stayed closed for two days after the accident."),
    ("120 rescued from ferry",
     "More than 110 people were taken off a ferry that ran aground near Port Ellis on Monday.",
     "Ana Ruiz, who runs the harbour, called it the biggest rescue in 40 years.",
     "Tom Becker said: “We heard a loud bang and the lights went out.”",
     "The Harow Rail Union had warned of the pier, it is said. Two people were hurt.",
     "The pier was closed for 48 hours after the accident."),
    ("A ferry on the rocks",
     "On 4 May the Marta Lind ran aground off Port Ellis; 120 people were on board.",
     "Nobody was hurt, the harbour master said. The pier stayed closed for two days.",
     "It may have been the largest rescue on that coast, according to Elizabeth Warren.",
     "One passenger paid $250 for a taxi, and 3.5 percent of the cargo was lost."),
)  # fmt: skip
PARTED = ("\n\n", "\n\n\n", "\n \n", "\r\n\r\n", "\n\t\n  ", "  \n\n")
SPACES = (" ", "  ", "\t", " \t ", "   ")
BETWEEN_WORDS = re.compile(r"(?<=[^\d\s]) (?=[^\d\s])")  # between figures it is part of them
OFFSETS = ("start", "end", "core_start", "core_end", "counted_start", "counted_end")
PLACELESS = (
    "id",
    "counted",
    "row",
    "text",
    "digest",
    "name",
    "provenance",
    "form",
)  # of the letters, or of the very text


def documents(texts: Sequence[str]) -> list[Document]:
    return [read_bytes(text.encode(), f"{at}.txt", at).documents[0] for at, text in enumerate(texts)]


def told(comparison: Comparison) -> dict[str, Any]:
    """All that a report tells, with places counted in the words."""
    report = json.loads(to_json(comparison))
    return {key: _placed(part, comparison.document, "") for key, part in report.items()}


def _placed(part: Any, by_id: dict[str, Document], document: str) -> Any:
    if isinstance(part, list):
        return [_placed(each, by_id, document) for each in part]
    if not isinstance(part, dict):
        return part
    own = part.get("doc", part["id"] if "passages" in part and part.get("id") in by_id else document)
    own = own or part.get("passage", "").rstrip("0123456789")
    kept = {}
    for key, value in part.items():
        if key in OFFSETS and value is not None:
            kept[key] = by_id[own].single_spaced.offset(value)
        elif key in ("other_start", "other_end"):
            kept[key] = by_id[part["other"]].single_spaced.offset(value)
        elif key not in PLACELESS:
            kept[key] = _placed(value, by_id, own)
    return kept


PLAIN = told(compare(documents(["\n\n".join(report) for report in REPORTS])))


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.lists(st.booleans(), min_size=3, max_size=3))
def test_white_space_changes_nothing(chance: random.Random, loose: list[bool]) -> None:
    texts = []
    for report, spaced in zip(REPORTS, loose, strict=True):
        paragraphs = [
            BETWEEN_WORDS.sub(lambda _: chance.choice(SPACES), line) if spaced else line for line in report
        ]
        texts.append("".join(paragraph + chance.choice(PARTED) for paragraph in paragraphs))
    assert told(compare(documents(texts))) == PLAIN


@pytest.mark.parametrize("width", [40, 52, 60, 72, 80])
def test_lines_broken_to_fit_a_page_change_nothing(width: int) -> None:
    whole, broken = [], []
    for title, *paragraphs in REPORTS:
        paragraph = " ".join(paragraphs)
        whole.append(f"{title}\n\n{paragraph}")
        broken.append(f"{title}\n\n{textwrap.fill(paragraph, width, break_on_hyphens=False)}")
    assert told(compare(documents(broken))) == told(compare(documents(whole)))


def test_it_looks_at_what_each_stage_finds() -> None:
    assert all(PLAIN[key] for key in ("links", "rows", "quantities", "facts", "quotations", "names"))
    assert all(PLAIN[key] for key in ("certainty", "superlatives", "findings"))


def test_a_word_file_is_compared_as_its_text_is() -> None:
    import docx

    plain, word = [], []
    for at, path in enumerate(sorted(seeds().glob("*.txt"))):
        paragraphs = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        file, written = io.BytesIO(), docx.Document()
        for paragraph in paragraphs:
            written.add_paragraph(paragraph)
        written.save(file)
        word.append(read_bytes(file.getvalue(), f"{at}.docx", at).documents[0])
        plain.append("\n\n".join(paragraphs))
    assert told(compare(word)) == told(compare(documents(plain)))


def test_the_same_words_in_another_format_are_no_other_document_to_spun_text() -> None:
    text, other = (path.read_text(encoding="utf-8") for path in sorted(seeds().glob("*.txt"))[:2])
    twin = re.sub(r"\n\s*", "\n \n", text)
    once, again = (compare(documents([text, other, second])) for second in (text, twin))
    assert told(again)["spin"] == told(once)["spin"]
