"""Files of every encoding, good and bad, become documents or one plain sentence."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import Cancelled, ReadError
from crossread.paths import seeds
from crossread.read import gather, read, read_all, read_file, read_text
from crossread.read.decode import decode
from crossread.read.names import shown_name
from crossread.text.shown import one_line
from patience import processor_seconds

STORY = (
    "The company said on Monday that it had found out about the matter in the spring.\n\n"
    "Nobody was hurt — “not one of us,” she said.\n"
)
GERMAN = (
    "Die Behörde erklärte am Montag, sie habe die Fälle über Monate geprüft. Größere Schäden gebe es nicht. "
    * 5
)
RUSSIAN = "Компания заявила в понедельник, что узнала об этом прошлой весной. Никто не пострадал. " * 5
CHINESE = "公司周一表示，它去年春天就发现了这件事。没有人受伤。" * 10


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_file(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", [STORY, GERMAN, RUSSIAN, CHINESE, "😀 astral 𝔘 and plain text\n"])
def test_unicode_encodings_round_trip(encoding: str, text: str) -> None:
    if text is CHINESE and encoding in ("utf-16-le", "utf-16-be"):
        text = "\n".join(text[start : start + 10] + " " for start in range(0, len(text), 10))
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5hkscs"),
        ("会社は月曜日にそのことを知っていたと述べた。けが人はいなかった。" * 10, "shift_jis"),
    ],
)
def test_encodings_that_do_not_say_what_they_are(text: str, encoding: str) -> None:
    if encoding == "big5hkscs":
        text = "公司週一表示，它去年春天就發現了這件事。沒有人受傷。" * 10
    assert decode(text.encode(encoding)) == text


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_utf_8_is_kept(text: str) -> None:
    assert decode(("x" + text).encode()) == "x" + text


def test_line_ends_and_controls() -> None:
    assert decode(b"a\r\nb\rc\nd\xc2\x85e") == "a\nb\nc\nd\ne"
    assert decode(b"one\x00two" + b" and more words" * 20).startswith("one two")


def test_a_broken_byte_is_replaced_and_the_rest_kept() -> None:
    assert decode(RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()) == f"{RUSSIAN}\ufffd{RUSSIAN}"


def test_a_character_cut_off_at_the_end() -> None:
    assert decode((GERMAN + "ä").encode()[:-1]).startswith(GERMAN)


def test_seeds() -> None:
    found = read(seeds())
    assert [document.id for document in found] == ["A", "B", "C", "D", "E"]
    assert found[1].date == "2026-06-25"
    assert found[0].text == (seeds() / found[0].name).read_text(encoding="utf-8")


def test_every_refusal_is_one_plain_sentence(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "missing.txt")
    assert "is empty" in refusal(write(tmp_path, "empty.txt", ""))
    assert "holds no words" in refusal(write(tmp_path, "blank.txt", " \n\t…\n"))
    assert "not a text file" in refusal(write(tmp_path, "binary.txt", bytes(range(256)) * 20))
    assert "damaged" in refusal(write(tmp_path, "paper.txt", b"%PDF-1.7 text text"))
    assert "is a folder" in refusal(tmp_path)
    assert "does not exist" in refusal(tmp_path / "empty.txt" / "below.txt")
    assert "cannot be read" in refusal(tmp_path / ("long" * 100))
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    assert "20 MB" in refusal(large)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe" in refusal(tmp_path / "pipe.txt")
    assert "holds no documents" in gather([tmp_path]).problems[0]


def test_a_file_that_may_not_be_read() -> None:
    with TemporaryDirectory() as folder:  # pytest's own folder is closed to other users
        Path(folder).chmod(0o755)
        path = write(Path(folder), "secret.txt", STORY)
        path.chmod(0)
        user = os.geteuid()
        if user == 0:  # root may read everything
            os.seteuid(65534)
        try:
            assert "may not be read" in refusal(path)
        finally:
            os.seteuid(user)


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    path = write(tmp_path, "line.txt", "word after word " * 650_000)
    with processor_seconds(30):
        document = read_file(path)
    assert max(len(passage.span) for passage in document.passages) <= 4000
    assert sum(len(passage.span) for passage in document.passages) > 10_000_000


def test_bad_files_leave_the_others_open(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", STORY)
    copy = write(tmp_path, "copy.txt", STORY.replace("\n", "\r\n"))
    other = write(tmp_path, "other.txt", GERMAN)
    seen: list[float] = []
    result = read_all(
        [good, tmp_path / "missing.txt", copy, other, good], progress=lambda _, share: seen.append(share)
    )
    assert [(document.id, document.name) for document in result.documents] == [
        ("A", "good.txt"),
        ("B", "other.txt"),
    ]
    assert [problem.split("”")[0] for problem in result.problems] == [
        "“missing.txt",
        "“copy.txt",
        "“good.txt",
    ]
    assert "the same text as “good.txt”" in result.problems[1]
    assert seen == sorted(seen)
    with pytest.raises(ReadError, match="missing"):
        read(good, tmp_path / "missing.txt")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read_all([write(tmp_path, "a.txt", STORY)], cancelled=lambda: True)


def test_folders_are_gathered_in_natural_order(tmp_path: Path) -> None:
    for name in ("b10.txt", "b2.md", "A1.txt", ".hidden.txt", "picture.png"):
        write(tmp_path, name, name)
    (tmp_path / "deeper").mkdir()
    write(tmp_path / "deeper", "c", "c")
    (tmp_path / "deeper" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    found = gather([tmp_path])
    assert [path.name for path in found.files] == ["A1.txt", "b2.md", "b10.txt", "c"]
    assert found.problems == ()
    assert "1 file" in found.notes[0]
    assert read_all([tmp_path]).problems == found.notes
    assert len(read(tmp_path)) == 4


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    (problem,) = gather([tmp_path]).problems
    assert "holds no documents" in problem
    assert read_all([tmp_path]).problems == (problem,)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines 'and' \"quotes\".txt", "two lines 'and' \"quotes\".txt"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("שלום.txt", "שלום.txt"),
        (os.fsdecode(b"caf\xe9.txt"), "caf�.txt"),
        ("  spaces  .txt", "spaces .txt"),
    ],
)
def test_odd_names_are_opened_and_shown_safely(tmp_path: Path, name: str, shown: str) -> None:
    path = write(tmp_path, name, STORY)
    assert shown_name(path) == shown
    assert read_file(path).name == shown
    path.write_bytes(b"")
    assert f"“{one_line(shown)}”" in refusal(path)


def test_long_names_are_cut_in_the_middle() -> None:
    shown = shown_name(Path("x" * 200 + ".txt"))
    assert len(shown) <= 80
    assert shown.endswith(".txt")
    assert "…" in shown


def test_a_text_at_hand_with_a_lone_surrogate() -> None:
    document = read_text("One \ud800 two.\r\nThree.", "pasted", "C")
    assert document.text == "One ? two.\nThree."
    assert document.digest
