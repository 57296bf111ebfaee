"""Files made to do harm: each costs itself and one plain sentence, and nothing else."""

import io
import os
import re
import struct
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import (
    Isolation,
    Limits,
    Reading,
    gather,
    read_all,
    read_bytes,
    read_clipboard,
    read_documents,
)
from crossread.text.document import Document
from read.articles import ARTICLE, WORDS
from read.compound_file import compound_file
from read.pdf_file import pdf_file

FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="module")
def reading() -> Iterator[Reading]:
    with Isolation() as isolation:
        yield Reading(isolation=isolation, limits=Limits(seconds=20))


def document(data: bytes, name: str, reading: Reading) -> Document:
    return read_bytes(data, name, 0, reading).documents[0]


def refusal(data: bytes, name: str, reading: Reading) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, 0, reading)
    message = str(caught.value)
    assert "\n" not in message
    assert "Traceback" not in message
    assert message.endswith(".")
    return message


def zipped(parts: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def repacked(name: str, **changes: bytes | None) -> bytes:
    """A file of ours with some of the files in it changed or left out."""
    with zipfile.ZipFile(FILES / name) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for part, data in changes.items():
        place = next(known for known in parts if re.sub(r"\W", "_", known) == part)
        if data is None:
            del parts[place]
        else:
            parts[place] = data
    return zipped(parts)


# ---- packed files


def test_a_zip_bomb(reading: Reading) -> None:
    bomb = zipped({"a.txt": b"0 " * 30_000_000})
    assert len(bomb) < 200_000
    assert "unpacks to far more than its size" in refusal(bomb, "a.zip", reading)
    assert "unpacks to far more" in refusal(
        repacked("report.docx", word_document_xml=b" " * 50_000_000), "a.docx", reading
    )


def test_a_claim_of_a_gigabyte_in_a_header(reading: Reading) -> None:
    data = bytearray(zipped({"a.txt": WORDS}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1_000_000_000)
    assert "unpacks to far more than its size" in refusal(bytes(data), "a.zip", reading)
    assert "The river" in document(b"{\\rtf1 The river.\\bin1000000000 x}", "a.rtf", reading).text
    pdf = b"%PDF-1.4\n1 0 obj<</Length 1000000000>>stream\nx"
    assert "is damaged" in refusal(pdf, "a.pdf", reading)
    message = bytearray((FILES / "mail.msg").read_bytes())
    message[44:48] = struct.pack("<I", 1_000_000_000)  # sectors of its table
    assert "The river" in document(bytes(message), "a.msg", reading).text


def test_zip_files_in_zip_files(reading: Reading) -> None:
    data = WORDS.encode()
    for level in range(3):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    assert document(data, "a.zip", reading).provenance.part == "2.zip/1.zip/a.txt"
    for level in range(3, 40):
        data = zipped({f"{level}.zip": data})
    assert "each in another" in refusal(data, "a.zip", reading)


def test_many_files_in_a_zip_file(reading: Reading) -> None:
    many = zipped({f"{number}.txt": b"" for number in range(5_001)})
    assert "more than the 5,000" in refusal(many, "a.zip", reading)


def test_names_that_lead_out_of_the_folder(
    tmp_path: Path, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    data = zipped({"../out.txt": WORDS, "/tmp/absolute.txt": WORDS + "x", "C:\\windows.txt": WORDS + "y"})
    found = read_bytes(data, "a.zip", 0, reading)
    assert len(found.documents) == 3
    assert [path.name for path in tmp_path.rglob("*")] == ["inside"]


def test_one_bad_file_in_a_zip_file_leaves_the_others(reading: Reading) -> None:
    found = read_bytes(
        zipped({"good.txt": WORDS, "bad.pdf": b"%PDF-1.4 nothing", "x.exe": b"MZ"}), "a.zip", 0, reading
    )
    assert [document.name for document in found.documents] == ["good.txt"]
    assert "“bad.pdf” in “a.zip” is damaged" in found.notes[0]
    assert found.notes[1] == "1 file was left out of “a.zip”, of no kind that is read."


# ---- XML and HTML

BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><x>&d;</x>"""
SECRET = "Words of a file that is nobody's business"


def test_an_entity_bomb(reading: Reading) -> None:
    for name, part in (("report.docx", "word_document_xml"), ("report.odt", "content_xml")):
        assert "entities" in refusal(repacked(name, **{part: BOMB}), name, reading)
    assert refusal(BOMB.replace(b"<x>", b"<x xmlns:o='office:document'>"), "a.fodt", reading)


def test_an_external_entity(tmp_path: Path, reading: Reading) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    entity = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    for name, part, body in (
        ("report.docx", "word_document_xml", b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/"
         b"2006/main'><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"),
        ("report.odt", "content_xml", b"<body><text>&e;</text></body>"),
    ):  # fmt: skip
        assert "entities" in refusal(repacked(name, **{part: entity + body}), name, reading)
    page = entity + f"<html><body><p>&e; {WORDS}</p></body></html>".encode()
    assert SECRET not in document(page, "a.xhtml", reading).text


def test_a_page_with_scripts_and_what_it_would_fetch(reading: Reading) -> None:
    page = ARTICLE.replace(
        "<p>",
        "<script>document.body.innerHTML = 'scripted'</script><img src='https://evil.example/x.png' "
        "onerror='alert(1)'><img src='data:image/png;base64," + "A" * 2_000_000 + "'>"
        "<iframe src='https://evil.example/'></iframe><link rel=stylesheet href='//evil.example/x.css'>"
        "<object data='file:///etc/passwd'></object><p>",
        1,
    )
    found = document(page.encode(), "a.html", reading)
    assert WORDS.strip() in found.text
    assert "scripted" not in found.text
    assert "evil" not in found.text
    assert len(found.text) < 1_000


def test_a_page_that_is_nothing_without_its_scripts(reading: Reading) -> None:
    page = b"<!DOCTYPE html><html><body><div id=app></div><script src=app.js></script></body></html>"
    assert "by scripts, which are never run" in refusal(page, "a.html", reading)


def test_a_hundred_thousand_nested_tags(reading: Reading) -> None:
    for tag in ("div", "b", "table><tr><td", "ul><li", "blockquote", "font"):
        page = f"<html><body><p>{WORDS}</p>{f'<{tag}>' * 100_000}deep"
        try:
            found = read_bytes(page.encode(), "a.html", 0, reading)
        except ReadError as error:
            assert "nested" in str(error)  # and not that it took too long
        else:
            assert "The river" in found.documents[0].text
    assert refusal(b"[" * 100_000 + b"]" * 100_000, "a.json", reading)
    assert "nested" in refusal(b"{\\rtf1" + b"{" * 100_000 + b"x", "a.rtf", reading)


def test_a_page_of_attributes_and_of_one_line(reading: Reading) -> None:
    attributes = " ".join(f"a{n}='x'" for n in range(5_000))
    assert (
        "The river"
        in document(ARTICLE.replace("<p>", f"<p {attributes}>", 1).encode(), "a.html", reading).text
    )
    classes = "nav " * 50_000
    assert (
        "The river"
        in document(ARTICLE.replace("<h1>", f"<h1 class='{classes}'>").encode(), "a.html", reading).text
    )


def test_a_title_with_control_characters_is_shown_on_one_line(reading: Reading) -> None:
    page = ARTICLE.replace("River</title>", "A\x1b[2J\u202e\n" + "title " * 500 + "</title>")
    found = document(page.encode(), "a.html", reading)
    assert found.title.isprintable()
    assert len(found.title) < 600


# ---- PDF


def test_a_pdf_with_loops(reading: Reading) -> None:
    loop = pdf_file(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000/Parent 2 0 R>>"
    )
    assert refusal(loop, "a.pdf", reading)
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\n"
        "endstream"
    )
    drawn = pdf_file(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>>>>>", form,
    )  # fmt: skip
    assert "no text" in refusal(drawn, "a.pdf", reading)


def test_a_pdf_with_more_pages_than_are_read() -> None:
    found = read_documents(FILES / "columns.pdf", 0, Reading(limits=Limits(pages=1))).documents[0]
    assert "Only the first 1 of 2 pages were read." in found.provenance.left_out


# ---- damaged and encrypted


@pytest.mark.parametrize("name", sorted(
    path.name for path in FILES.iterdir() if path.is_file() and path.suffix not in (".txt", ".srt", ".vtt", ".csv")
))  # fmt: skip
def test_damaged_files_of_every_kind(name: str, reading: Reading) -> None:
    data = (FILES / name).read_bytes()
    for broken in (
        data[: len(data) // 2],
        data[:200],
        data[:8],
        data[: len(data) // 3] + bytes(len(data) // 3),
    ):
        try:
            found = read_bytes(broken, name, 0, reading)
        except ReadError as error:
            assert str(error).endswith(".")
        else:
            assert found.documents


def test_encrypted_files_of_every_kind(reading: Reading) -> None:
    locked = "is protected by a password"
    assert locked in refusal((FILES / "locked.pdf").read_bytes(), "a.pdf", reading)
    word = compound_file({"EncryptedPackage": b"x" * 5_000, "EncryptionInfo": b"y" * 200})
    assert locked in refusal(word, "a.docx", reading)
    manifest = b"<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>"
    assert locked in refusal(repacked("report.odt", META_INF_manifest_xml=manifest), "a.odt", reading)
    archive = bytearray(zipped({"a.txt": WORDS}))
    archive[6] |= 1
    archive[archive.rindex(b"PK\x01\x02") + 8] |= 1
    assert locked in refusal(bytes(archive), "a.zip", reading)
    book = repacked("report.epub")
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        parts = {part: opened.read(part) for part in opened.namelist()}
    chapter = next(part for part in parts if "section" in part and part.endswith("html"))
    parts["META-INF/encryption.xml"] = (
        f"<e><EncryptedData><EncryptionMethod Algorithm='aes'/><CipherReference URI='{chapter}'/></EncryptedData></e>"
    ).encode()
    assert "protected against copying" in refusal(zipped(parts), "a.epub", reading)
    mail = b"From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/encrypted\n\nx"
    assert "is encrypted" in refusal(mail, "a.eml", reading)


# ---- the file system


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "outer").symlink_to(tmp_path, target_is_directory=True)
    assert gather([tmp_path]).files == ()
    assert "cannot be read" in read_all([tmp_path / "a.txt"]).problems[0]


def test_pipes_of_every_name_are_not_waited_for(tmp_path: Path) -> None:
    for suffix in (".pdf", ".docx", ".html", ".zip"):
        os.mkfifo(tmp_path / f"pipe{suffix}")
    result = read_all(sorted(tmp_path.iterdir()))
    assert all("a pipe" in problem for problem in result.problems)
    assert len(result.problems) == 4


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(WORDS)
    stop = threading.Event()

    def grow() -> None:
        with path.open("a") as stream:
            while not stop.is_set():
                stream.write(WORDS * 50)
                stream.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        limits = Limits(text_file=3_000_000)
        told: set[str] = set()
        for _ in range(400):
            try:
                found = read_documents(path, 0, Reading(limits=limits)).documents[0]
                told |= set(found.provenance.left_out)
            except ReadError as error:
                told.add(str(error))
                break
    finally:
        stop.set()
        writer.join()
    assert any("grew past 3 MB" in sentence or "more than the 3 MB" in sentence for sentence in told)


def test_names_with_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\n\u202egpj.html"
    path.write_text(ARTICLE)
    (found,) = read_all([path]).documents
    assert found.name == "a [2J gpj.html"
    path.write_bytes(b"%PDF-1.4 nothing")
    (problem,) = read_all([path]).problems
    assert problem.isprintable()


def test_hostile_clipboards() -> None:
    assert read_clipboard(html=ARTICLE, plain="x").provenance.reader == "Clipboard, web page"
    assert read_clipboard(plain=WORDS, html="<div></div>", title=" Two\nlines ").name == "Two lines"
    with pytest.raises(ReadError, match="holds no words"):
        read_clipboard(plain=" \n", html="<img src=x>")
    with pytest.raises(ReadError, match="more than the 1 MB"):
        read_clipboard(plain="word " * 300_000, reading=Reading(limits=Limits(text_file=1_000_000)))
