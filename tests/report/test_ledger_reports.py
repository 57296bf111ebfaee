"""The ledger as a file and as a section of the report."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

import comparisons
from crossread.comparison import Comparison
from crossread.present.ledger import LEDGER_COLUMNS
from crossread.report.html_report import to_html
from crossread.report.ledger_csv import write_ledger
from crossread.report.spin_section import spin_section
from crossread.report.writing import WriteError
from crossread.spin.verdict import Spin, SpinVerdict, SpunSpan
from crossread.text.span import Span

TEXT = ("=1+1 was the answer.", "<b>Bold</b> & shiny, he said.", "Twice: shiny.", "And gleaming.")


def made() -> Comparison:
    genuine, copy = comparisons.documents(("Nothing to see.",), TEXT)
    words = [
        ("=1+1", "+2", False),
        ("shiny", "bright", True),
        ("shiny", "bright", False),
        ("gleaming", "bright", False),
    ]
    spans, at = [], 0
    for word, original, quoted in words:
        at = copy.text.index(word, at)
        span = Span(at, at + len(word))
        spans.append(SpunSpan("B", span, word, (original,), "rule", 0.98, quoted))
        at += 1
    verdicts = (
        SpinVerdict("A", 0.01, "none", (), ()),
        SpinVerdict("B", 0.99, "strong", (), ("4 common expressions are <broken>.",)),
    )
    return Comparison((genuine, copy), spin=Spin(verdicts, tuple(spans)))


def test_the_file_has_a_line_for_each_swap_with_all_its_places(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    write_ledger(made(), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbforiginal,")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert tuple(rows[0]) == (*LEDGER_COLUMNS, "places")
    line = dict(zip(rows[0], rows[1], strict=True))
    assert (line["original"], line["written"], line["count"]) == ("bright", "shiny", "2")
    text = made().document["B"].text
    places = [place.split()[1].split("-") for place in line["places"].split("; ")]
    assert [text[int(start) : int(end)] for start, end in places] == ["shiny", "shiny"]


def test_no_cell_is_taken_for_a_formula(tmp_path: Path) -> None:
    write_ledger(made(), tmp_path / "ledger.csv")
    rows = list(csv.reader((tmp_path / "ledger.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert ["'+2", "'=1+1"] in [row[:2] for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="no folder"):
        write_ledger(made(), tmp_path / "none" / "ledger.csv")
    (tmp_path / "ledger.csv").write_text("kept")
    with pytest.raises(WriteError, match="exists already"):
        write_ledger(made(), tmp_path / "ledger.csv")
    assert (tmp_path / "ledger.csv").read_text() == "kept"


def test_the_section_shows_evidence_and_ledger_and_escapes_what_stands_in_them() -> None:
    html = spin_section(made())
    assert "spun: strong" in html
    assert "&lt;broken&gt;" in html
    assert "3 different swaps in 4 places." in html
    assert "inside quotation marks" in html
    assert "67 % (else gleaming)" in html
    assert "Nothing to see" not in html


def test_a_report_without_spun_text_has_no_such_section() -> None:
    genuine = replace(made(), spin=Spin(made().spin.verdicts[:1]))
    assert spin_section(genuine) == ""
    assert "Spun copies" not in to_html(genuine)
    assert "Spun copies" in to_html(made())
