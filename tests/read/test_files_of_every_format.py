"""Small files of every format, made by the programs people use, each with the text expected of it beside it.

``make_files.py`` made them. With CROSSREAD_REWRITE_EXPECTED set, what is read now is kept as expected; read the
difference before you commit it.
"""

import csv
import json
import os
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.errors import ReadError
from crossread.read import Isolation, Reading, ReadOptions, read_documents, read_file
from crossread.read.original import has_pages, page_of, page_picture, source_text
from crossread.text.document import Document, letter
from read.described import described

FILES = Path(__file__).parent / "files"
SEEDS = Path(__file__).parents[2] / "seeds"
REFUSED = ("report.doc", "locked.pdf", "scan.pdf")
NAMES = sorted(
    path.name
    for path in FILES.iterdir()
    if path.is_file() and path.suffix != ".txt" and path.name not in REFUSED
)


@pytest.fixture(scope="module")
def reading() -> Iterator[Reading]:
    with Isolation() as isolation:
        yield Reading(isolation=isolation)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read(name: str, reading: Reading) -> None:
    found = read_documents(FILES / name, 0, reading)
    text = "\n".join([*map(described, found.documents), *found.notes])
    expected = FILES / f"{name}.expected.txt"
    if os.environ.get("CROSSREAD_REWRITE_EXPECTED"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("report.doc", "save it as DOCX or ODT"),
        ("locked.pdf", "is protected by a password"),
        ("scan.pdf", "is a scan"),
    ],
)
def test_what_is_refused(name: str, told: str, reading: Reading) -> None:
    with pytest.raises(ReadError, match=told):
        read_documents(FILES / name, 0, reading)


def test_the_whole_page_on_demand() -> None:
    found = read_file(FILES / "article.html", options=ReadOptions(whole_page=True))
    kinds = {found.of(passage): passage.kind for passage in found.passages}
    assert kinds["• Who pays for the sand?"] == "list item"
    assert kinds["3. School begins on Monday."] == "list item"


def test_another_column_on_demand() -> None:
    found = read_file(FILES / "posts.csv", options=ReadOptions(column="author"))
    assert found.text.split("\n\n")[0] == "mill_watch"
    with pytest.raises(ReadError, match="has no column “nothing”; choose one of id, author, post"):
        read_file(FILES / "posts.csv", options=ReadOptions(column="nothing"))


def test_pages_are_shown_with_the_passage_framed(reading: Reading) -> None:
    document = read_documents(FILES / "columns.pdf", 0, reading).documents[0]
    assert has_pages(document)
    start = document.text.index("No measurement had to be taken back.")
    passage = document.passage_at(start)
    assert passage is not None
    assert page_of(document, passage.span) == 0
    picture = page_picture(document, 0, passage.span, 72, reading)
    assert len(picture.pixels) == 3 * picture.width * picture.height
    assert (picture.page, picture.pages) == (0, 2)
    assert len(picture.boxes) == 2  # it is broken once
    for box in picture.boxes:
        inside = [
            picture.pixels[3 * (row * picture.width + column)]
            for row in range(int(box.top), int(box.bottom))
            for column in range(int(box.left), int(box.right))
        ]
        assert min(inside) < 100  # letters
        assert max(inside) > 250  # on paper
    assert page_picture(document, 1, passage.span, 72, reading).boxes == ()


@pytest.mark.parametrize("name", ["article.html", "article.mhtml", "report.docx", "report.odt", "report.rtf",
                                  "report.epub", "mail.eml", "speech.srt", "articles.json", "bundle.zip"])  # fmt: skip
def test_sources_are_shown_with_the_passage_found(name: str, reading: Reading) -> None:
    document = read_documents(FILES / name, 0, reading).documents[0]
    passage = max((p for p in document.passages if p.kind == "sentence"), key=lambda p: len(p.span))
    shown = source_text(document, passage.span, reading)
    assert not has_pages(document)
    assert shown.span is not None
    found = shown.span.of(shown.text)
    words = document.of(passage).split()
    assert words[0] in found
    assert words[4].rstrip(",.") in found


def test_an_original_that_is_gone_or_changed(tmp_path: Path, reading: Reading) -> None:
    path = tmp_path / "a.html"
    path.write_bytes((FILES / "article.html").read_bytes())
    document = read_documents(path, 0, reading).documents[0]
    path.write_text("<p>Something else altogether, and long enough to be read.</p>")
    with pytest.raises(ReadError, match="has changed since it was read"):
        source_text(document)
    path.unlink()
    with pytest.raises(ReadError, match="does not exist"):
        source_text(document)


# ---- the five seeds


def essence(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each passage of the article."""
    return [
        (passage.kind, " ".join(document.of(passage).split()))
        for passage in document.passages
        if passage.kind != "boilerplate"
    ]


def found_in(comparison: Comparison) -> tuple[list[list[str]], list[str]]:
    """The rows and the facts of a comparison, as words: offsets differ from format to format."""
    documents = {document.id: document for document in comparison.documents}

    def words(passage_id: str) -> str:
        document = documents[passage_id.rstrip("0123456789")]
        return f"{document.id} {' '.join(document.of(document.by_id[passage_id]).split())}"

    rows = [sorted(words(p) for _, ids in row.passages for p in ids) for row in comparison.rows]
    facts = [
        f"{fact.verdict} {fact.label}: "
        + ", ".join(
            f"{mention.document} {' '.join(mention.quantity.span.of(documents[mention.document].text).split())}"
            for mention in fact.mentions
        )
        for fact in comparison.facts
    ]
    return sorted(rows), sorted(facts)


@pytest.fixture(scope="module")
def plain_seeds() -> list[Document]:
    return [read_file(path, letter(n)) for n, path in enumerate(sorted(SEEDS.glob("*.txt")))]


def as_markdown(document: Document) -> str:
    """A document as a person would write it in Markdown."""
    paragraphs = []
    for _, group in groupby(document.passages, key=lambda passage: passage.paragraph):
        passages = list(group)
        words = document.text[passages[0].span.start : passages[-1].span.end]
        mark = {"heading": "## ", "list item": "- "}.get(passages[0].kind, "")
        paragraphs.append(mark + (words.lstrip("• ") if mark == "- " else words))
    return "\n\n".join(paragraphs)


def written(document: Document, suffix: str, folder: Path) -> Path:
    """The document in this format: made by the programs people use, or here where a few lines make the same file."""
    path = FILES / "seeds" / f"{document.name[:3]}.{suffix}"
    if path.exists():
        return path
    path = folder / path.name
    if suffix == "md":
        path.write_text(as_markdown(document), encoding="utf-8")
    elif suffix == "json":
        path.write_text(json.dumps([{"id": 1, "text": document.text}]), encoding="utf-8")
    elif suffix == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((["id", "text"], [1, document.text]))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(document.name, document.text)
    return path


@pytest.mark.parametrize(
    "suffix", ["docx", "odt", "rtf", "epub", "pdf", "html", "mhtml", "md", "json", "csv", "zip"]
)
def test_seeds_in_every_format_hold_the_same_passages(
    suffix: str, plain_seeds: list[Document], reading: Reading, tmp_path: Path
) -> None:
    for number, plain in enumerate(plain_seeds):
        path = written(plain, suffix, tmp_path)
        (document,) = read_documents(path, number, reading).documents
        assert essence(document) == essence(plain)
        assert document.title == plain.title
        assert document.date == plain.date
        assert document.language == plain.language


@pytest.mark.parametrize(
    "suffixes",
    ["docx pdf html rtf epub", "odt mhtml docx pdf html", "pdf epub rtf odt mhtml", "md json csv zip docx"],
)
def test_seeds_in_every_format_compare_like_the_text_files(
    suffixes: str, plain_seeds: list[Document], reading: Reading, tmp_path: Path
) -> None:
    documents = [
        read_documents(written(plain, suffix, tmp_path), number, reading).documents[0]
        for number, (plain, suffix) in enumerate(zip(plain_seeds, suffixes.split(), strict=True))
    ]
    assert found_in(compare(documents)) == found_in(compare(plain_seeds))
