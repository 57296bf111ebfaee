"""Whatever stands in documents and reviews comes out of every export as words, and as nothing else."""

import csv
import io
import json
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

import hostile
from crossread.report.tables_csv import CSV_TABLES
from crossread.report.writing import Options, write

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export of the hostile comparison that needs no window, private notes among them."""
    folder = tmp_path_factory.mktemp("hostile")
    found = hostile.comparison()
    review = hostile.review(found)
    for name in ("out.html", "out.docx", "out.md", "out.json", "out.jsonld"):
        write(found, folder / name, Options(review=review, private=True))
    for table in CSV_TABLES:
        write(found, folder / f"{table}.csv", Options(review=review, table=table))
    return folder


def test_the_page_has_no_element_or_attribute_of_an_attack(exported):
    page = html.fromstring((exported / "out.html").read_bytes())
    assert len(page.findall(".//script")) == 1
    for tag in ("img", "iframe", "link", "base", "object", "embed", "form", "details"):
        assert not page.findall(f".//{tag}"), tag
    for element in page.iter(etree.Element):
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.get("href", "#").startswith("#")
    assert "window.pwned=1" in page.text_content()


def test_the_page_holds_no_control_character(exported):
    text = (exported / "out.html").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\uffff]", text)


def test_word_files_have_no_fields_links_or_parts_of_an_attack(exported):
    with zipfile.ZipFile(exported / "out.docx") as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, data in parts.items():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in data, name
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    fields = [node.text.strip() for data in parts.values() for node in _of(data, "instrText")]
    assert sorted(fields) == ["NUMPAGES", "PAGE"]
    assert not [
        node
        for data in parts.values()
        for tag in ("hyperlink", "object", "altChunk")
        for node in _of(data, tag)
    ]
    assert not any("vba" in name.lower() for name in parts)


def _of(data: bytes, tag: str) -> list[etree._Element]:
    return list(etree.fromstring(data).iter(f"{W}{tag}")) if data.startswith(b"<?xml") else []


def test_word_files_say_what_stood_there(exported):
    word = docx.Document(str(exported / "out.docx"))
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    text = "\n".join(paragraph.text for cell in cells for paragraph in cell.paragraphs)
    assert "<script>window.pwned=1;alert(1)</script>" in text
    assert "{ DDEAUTO" in text
    assert [comment.author[:8] for comment in word.comments] == [hostile.HTML[:8]]


@pytest.mark.parametrize("table", CSV_TABLES)
def test_no_cell_of_a_table_is_a_formula(exported, table):
    text = (exported / f"{table}.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows[1:] for cell in row if cell]
    assert not [cell for cell in cells if cell.lstrip(" \u2068").startswith(FORMULA)]
    assert table == "facts" or any(cell.startswith("'=") for cell in cells)


def test_markdown_shows_attacks_as_words(exported):
    text = (exported / "out.md").read_text(encoding="utf-8")
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [inner for token in reader.parse(text) for inner in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    assert (
        not {"html_inline", "html_block", "link_open", "image", "s_open", "fence", "blockquote_open"} & kinds
    )
    assert not re.search(r"https?://|(?<!\\)www\.|\w@\w", re.sub(r"`[^`]*`", "", text))
    headings = [inline.content for opening, inline in pairwise(tokens) if opening.type == "heading_open"]
    assert "Findings" in headings and len(headings) < 30


@pytest.mark.parametrize("name", ["out.json", "out.jsonld"])
def test_data_holds_the_attacks_as_they_are(exported, name):
    raw = (exported / name).read_bytes()
    assert b"\x00" not in raw
    found = json.loads(raw.decode("utf-8"))
    assert hostile.HTML in json.dumps(found, ensure_ascii=False).replace('\\"', '"')
