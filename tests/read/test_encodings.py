"""Encodings: told by the file or the person, mixed, wrong once and set right on demand."""

from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.read import ReadOptions, read_file
from crossread.read.decode import decoded
from crossread.read.repair import repaired

STORY = "Die Behörde in Plzeň erklärte, der Fluß sei um 1,4 Meter gestiegen. Größere Schäden gebe es nicht.\n"
FRENCH = "Le café près du pont a été inondé, a déclaré la propriétaire à la presse hier soir.\n"


def test_the_name_of_the_encoding_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding, name in (
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "windows-1252"),
    ):
        path.write_bytes((FRENCH * 5).encode(encoding))
        found = read_file(path)
        assert found.text == FRENCH * 5
        assert found.provenance.encoding.startswith(name)


def test_a_person_may_say_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Он сказал".encode("cp866"))
    assert read_file(path, options=ReadOptions(encoding="cp866")).text == "Он сказал"
    for wrong in ("nonsense", "base64", "rot13"):
        with pytest.raises(ReadError, match="is not known; choose another"):
            read_file(path, options=ReadOptions(encoding=wrong))


def test_lines_of_another_encoding_are_read_by_themselves() -> None:
    data = FRENCH.encode() * 3 + FRENCH.encode("cp1252") * 3 + FRENCH.encode() * 3
    found = decoded(data)
    assert found.text == FRENCH * 9
    assert found.encoding == "utf-8"
    assert "Some lines are not in utf-8 like the others" in found.notes[0]


def test_what_could_not_be_read_is_counted() -> None:
    found = decoded((STORY * 3).encode()[:-2] + b"\xff" + (STORY * 3).encode())
    assert "\ufffd" in found.text
    assert found.notes[0].startswith("1 character could not be read in utf-8")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-5"?>', "iso-8859-5"),
        (b'<meta charset="utf-8">', "cp1251"),  # it lies
        (b"", "cp1251"),
    ],
)
def test_pages_say_their_encoding(head: bytes, encoding: str, tmp_path: Path) -> None:
    text = "Компания заявила в понедельник, что узнала об этом прошлой весной. Никто не пострадал. " * 6
    path = tmp_path / "a.html"
    path.write_bytes(head + b"<html><body><p>" + text.encode(encoding) + b"</p></body></html>")
    assert text.strip() in read_file(path).text


def test_text_once_decoded_wrongly_is_told_and_set_right_on_demand(tmp_path: Path) -> None:
    wrong = FRENCH.encode().decode("cp1252")
    path = tmp_path / "a.txt"
    path.write_text(wrong + "And “a sound line” — café.\n", encoding="utf-8")
    found = read_file(path)
    assert found.text.startswith("Le cafÃ©")
    assert found.provenance.mojibake == "suspected"
    mended = read_file(path, options=ReadOptions(repair_encoding=True))
    assert mended.text == FRENCH + "And “a sound line” — café.\n"
    assert mended.provenance.mojibake == "repaired"
    page = tmp_path / "a.html"
    page.write_text(f"<meta charset=utf-8><p>{wrong}</p><p><b>{wrong}</b> and so on.</p>", encoding="utf-8")
    assert "cafÃ©" not in read_file(page, options=ReadOptions(repair_encoding=True)).text


@pytest.mark.parametrize(
    "text", [STORY, FRENCH, "São Paulo – Ângela é letrada. Ação!", "Что «РС» значит?", "Ã, â und Ñ."]
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repaired(text, wanted=False) == (text, "")
    assert repaired(text, wanted=True)[0] == text
