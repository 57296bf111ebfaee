"""The kind of a file is told by its content; its name decides only where that says nothing."""

import shutil
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import FILE_FILTERS, Isolation, Reading, columns, gather, read_bytes, read_documents
from crossread.read.kinds import KINDS, SUFFIXES, is_trusted, kind_of

FILES = Path(__file__).parent / "files"
LABELS = {
    "article.html": "Web page", "article.mhtml": "Web archive", "columns.pdf": "PDF", "report.docx": "Word",
    "report.odt": "OpenDocument", "report.fodt": "OpenDocument", "report.rtf": "Rich text", "report.epub": "E-book",
    "mail.eml": "E-mail", "mail.msg": "Outlook message", "speech.srt": "Subtitles", "speech.vtt": "Subtitles",
    "articles.json": "JSON", "posts.csv": "Table", "bundle.zip": "ZIP",
}  # fmt: skip
PROSE = "The river rose, in one night, by 1.4 metres.\nNobody was hurt, he said, nobody was missed.\nIt fell again.\n"


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("suffix", ["", ".bin", ".pdf", ".docx"])
def test_the_content_tells_the_kind(name: str, suffix: str) -> None:
    assert kind_of((FILES / name).read_bytes(), f"file{suffix}").label == LABELS[name]


@pytest.mark.parametrize("name", LABELS)
def test_a_name_of_plain_text_hides_no_kind_but_a_table(name: str) -> None:
    found = kind_of((FILES / name).read_bytes(), "file.txt").label
    assert found == ("Plain text" if name == "posts.csv" else LABELS[name])


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (PROSE, "a.txt", "Plain text"),
        (PROSE, "a", "Plain text"),
        (PROSE, "a.md", "Markdown"),
        (PROSE, "a.pdf", "Plain text"),
        ("# One\n\nText with [a link](https://example.org).\n", "a.txt", "Plain text"),
        ("# One\n\nText with [a link](https://example.org).\n", "a", "Markdown"),
        ("# One\n\nText with [a link](https://example.org).\n", "a.page", "Markdown"),
        ("Subject: to change\n\nThat is what the note said.\n", "a.txt", "Plain text"),
        ("<3 is a heart, and 1 < 2 is true.\n", "a.txt", "Plain text"),
        ("[Music] Nobody knew.\n", "a.txt", "Plain text"),
        ("{not JSON at all}\n", "a.json", "Plain text"),
        ("a,b\n1,2\n3,4\n", "a.csv", "Table"),
        ("a,b\n1,2\n3,4\n", "a.dat", "Table"),
        (PROSE, "a.dat", "Plain text"),
        ('{"text": "one"}\n{"text": "two"}\n', "a", "JSON"),
        ("<p>One</p><p>Two</p>", "a", "Web page"),
        ("\ufeff<!DOCTYPE html><p>One", "a.txt", "Web page"),
    ],
)
def test_texts_of_many_kinds(text: str, name: str, label: str) -> None:
    assert kind_of(text.encode(), name).label == label


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture"), (b"Rar!\x1a\x07", "is packed in a way"),
        (b"ID3\x04", "is sound or film"), (b"\x7fELF", "is a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "as CSV"),
    ],
)  # fmt: skip
def test_other_kinds_are_named_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        kind_of(data, "a.txt")


def test_only_text_is_read_in_this_process() -> None:
    assert is_trusted(PROSE.encode(), "a.txt")
    assert is_trusted(b"# One\n", "a.md")
    for name in LABELS:
        assert not is_trusted((FILES / name).read_bytes(), name)


def test_dialogs_offer_every_kind_by_its_suffixes() -> None:
    assert [label for label, _ in FILE_FILTERS] == [kind.label for kind in KINDS]
    assert {suffix for _, suffixes in FILE_FILTERS for suffix in suffixes} < SUFFIXES


def test_folders_give_all_kinds_but_what_belongs_to_saved_pages(tmp_path: Path) -> None:
    for name in LABELS:
        shutil.copy(FILES / name, tmp_path)
    for folder in ("article_files", "article-Dateien", "notes_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text("<p>An advertisement</p>")
    (tmp_path / "gauge.png").write_bytes(b"\x89PNG")
    found = gather([tmp_path])
    assert {path.name for path in found.files} == {*LABELS, "frame.html"}
    assert [path.parent.name for path in found.files if path.name == "frame.html"] == ["notes_files"]
    assert "1 file that is of no kind that is read" in found.notes[0]


def test_the_columns_that_can_be_chosen() -> None:
    with Isolation() as isolation:
        reading = Reading(isolation=isolation)
        assert [column.name for column in columns(FILES / "posts.csv", reading)] == ["id", "author", "post"]
        assert "content.body" in [column.name for column in columns(FILES / "articles.json", reading)]
        assert columns(FILES / "article.html", reading) == ()


def test_records_together_or_each_by_itself() -> None:
    from crossread.read import ReadOptions

    with Isolation() as isolation:
        for records, count in (("auto", 2), ("one", 1), ("each", 2)):
            reading = Reading(options=ReadOptions(records=records), isolation=isolation)
            assert len(read_documents(FILES / "articles.json", 0, reading).documents) == count


def test_small_tables_records_and_subtitles() -> None:
    texts = {
        "a.csv": b"The river rose, it fell.\n",
        "a.json": b'{"title": "River", "body": "It rose.", "date": "2026-06-01", "author": "Ann"}',
        "a.vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nHi &amp; bye, she said.\n",
    }
    with Isolation() as isolation:
        found = {
            name: read_bytes(data, name, 0, Reading(isolation=isolation)).documents[0]
            for name, data in texts.items()
        }
    assert found["a.csv"].text == "The river rose\n"
    record = found["a.json"]
    assert (record.title, record.date, record.provenance.author) == ("River", "2026-06-01", "Ann")
    assert record.provenance.part == ""
    assert found["a.vtt"].text == "Hi & bye, she said.\n"
