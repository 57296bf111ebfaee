import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossread import cli
from crossread.cli.report import TABLES
from crossread.cli.window import has_display
from crossread.compare import compare
from crossread.read import read_all
from crossread.report.tables_csv import CSV_TABLES
from crossread.review.session import ReviewSession
from patience import PATIENCE
from reviews import SECRET, decided, note_on

ONE = "The ferry Aurora ran aground on Monday with 312 people aboard.\n\nNobody was hurt, it was said.\n"
TWO = "On Monday the ferry Aurora ran aground with 340 people aboard.\n\nNobody was injured, they said.\n"
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR")


@pytest.fixture
def reports(tmp_path, monkeypatch) -> Path:
    """A folder with two reports of one event, as the current one, on a machine without a display."""
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in NO_DISPLAY:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def sentences(captured: str) -> list[str]:
    lines = captured.splitlines()
    assert all(line.startswith("crossread") and line.endswith(".") for line in lines), lines
    return lines


def test_without_a_display_a_summary_is_printed(reports, capsys):
    assert cli.main(["one.txt", "two.txt"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("2 documents, ")
    assert "“312”" in said.out and "“340”" in said.out
    assert "crossread report FILES... -o report.html" in said.out
    assert said.err == "" and "\x1b" not in said.out


@pytest.mark.parametrize(
    ("variables", "platform", "answer"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_found_where_there_is_one(reports, monkeypatch, variables, platform, answer):
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert has_display() is answer


@pytest.mark.parametrize("name", ["out.json", "out.html"])
def test_report_writes_one_file_and_says_nothing(reports, capsys, name):
    assert cli.main(["report", "one.txt", "two.txt", "-o", name]) == 0
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in reports.iterdir()) == sorted(["one.txt", "two.txt", name])


def test_a_folder_is_read_and_the_report_is_the_same_again(reports):
    assert cli.main(["report", ".", "-o", "a.json"]) == 0
    assert cli.main(["report", ".", "-o", "b.html"]) in (0, 1)
    assert cli.main(["report", "one.txt", "two.txt", "-o", "c.json"]) == 0
    assert (reports / "a.json").read_bytes() == (reports / "c.json").read_bytes()


BEGINS = {"pdf": b"%PDF-", "docx": b"PK", "md": b"# ", "csv": b"\xef\xbb\xbf", "jsonld": b"{"}


@pytest.mark.parametrize("suffix", ["docx", "md", "csv", "jsonld"])
def test_the_suffix_says_what_is_written(reports, capsys, suffix):
    assert cli.main(["report", "one.txt", "two.txt", "-o", f"out.{suffix}"]) == 0
    assert capsys.readouterr() == ("", "")
    assert (reports / f"out.{suffix}").read_bytes().startswith(BEGINS[suffix])


def test_a_pdf_needs_no_display(reports):
    """In a process of its own: it makes a Qt application, and this process may have another."""
    command = [sys.executable, "-m", "crossread", "report", "one.txt", "two.txt", "-o", "out.pdf"]
    done = subprocess.run(command, capture_output=True, cwd=reports, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (reports / "out.pdf").read_bytes().startswith(BEGINS["pdf"])


@pytest.mark.parametrize("table", TABLES)
def test_a_table_can_be_chosen(reports, table):
    assert TABLES == CSV_TABLES
    assert cli.main(["report", "one.txt", "two.txt", "-o", "out.csv", "--table", table]) == 0
    head = (reports / "out.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert {"facts": "Verdict", "swaps": "consistency", "decisions": "decision", "notes": "quoted"}[
        table
    ] in head


def test_without_qt_a_pdf_is_refused_before_any_work(reports, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "crossread.ui.printing", None)
    assert cli.main(["report", "one.txt", "two.txt", "-o", "out.pdf"]) == 1
    (sentence,) = sentences(capsys.readouterr().err)
    assert "A PDF needs Qt" in sentence and "write an HTML report" in sentence
    assert not (reports / "out.pdf").exists()


@pytest.fixture
def session(reports) -> Path:
    """A session of the two reports with a decision, and a note that is private."""
    path = reports / "case.crossread"
    documents = read_all([reports / "one.txt", reports / "two.txt"]).documents
    found = compare(documents)
    with contextlib.closing(ReviewSession.create(path, "Ada")) as kept:
        for document in found.documents:
            kept.add(document, "Ada")
        kept.do(decided(found, 1, "disputed", "who counted?"), "Ada")
        kept.do(note_on(found, found.documents[0].id, "Monday", SECRET, private=True), "Ada")
    return path


def test_a_session_is_reported_with_its_review(session, capsys):
    assert cli.main(["report", str(session), "-o", "out.md"]) == 0
    assert capsys.readouterr() == ("", "")
    said = Path("out.md").read_text(encoding="utf-8")
    assert "✗ disputed" in said and "who counted?" in said and SECRET not in said
    assert cli.main(["report", str(session), "-o", "out.md", "--force", "--private"]) == 0
    assert SECRET in Path("out.md").read_text(encoding="utf-8")


def test_a_session_is_left_as_it_was(session):
    before = session.read_bytes()
    assert cli.main(["report", str(session), "-o", "out.json"]) == 0
    assert session.read_bytes() == before
    assert {path.name for path in session.parent.iterdir()} == {
        "case.crossread", "one.txt", "out.json", "two.txt",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "sentence"),
    [(["one.txt"], "A session is reported by itself"), ([], "fewer than two documents")],
)
def test_what_is_no_report_of_a_session_is_told(reports, capsys, more, sentence):
    ReviewSession.create(reports / "empty.crossread").close()
    assert cli.main(["report", "empty.crossread", *more, "-o", "out.html"]) == 1
    assert sentence in sentences(capsys.readouterr().err)[0]


def test_an_existing_file_is_replaced_only_when_asked(reports, capsys):
    (reports / "out.json").write_text("mine", encoding="utf-8")
    assert cli.main(["report", "one.txt", "two.txt", "-o", "out.json"]) == 1
    assert "--force" in sentences(capsys.readouterr().err)[0]
    assert (reports / "out.json").read_text(encoding="utf-8") == "mine"
    assert cli.main(["report", "one.txt", "two.txt", "-o", "out.json", "--force"]) == 0
    assert json.loads((reports / "out.json").read_text(encoding="utf-8"))["documents"]


def test_what_cannot_be_read_is_told_and_the_others_are_compared(reports, capsys):
    (reports / "empty.txt").write_text("", encoding="utf-8")
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 8)
    names = ["gone.txt", "one.txt", "empty.txt", "binary.txt", "two.txt"]
    assert cli.main(["report", *names, "-o", "out.json"]) == 1
    told = sentences(capsys.readouterr().err)
    assert [next(name for name in names if name in line) for line in told] == [
        "gone.txt", "empty.txt", "binary.txt"
    ]  # fmt: skip
    assert len(json.loads((reports / "out.json").read_text(encoding="utf-8"))["documents"]) == 2


def test_files_of_other_kinds_in_a_folder_are_no_failure(reports, capsys):
    (reports / "photo.png").write_bytes(b"\x89PNG")
    assert cli.main(["report", ".", "-o", "out.json"]) == 0
    assert len(sentences(capsys.readouterr().err)) == 1


@pytest.mark.parametrize("arguments", [["one.txt"], ["gone.txt"], ["report", "one.txt", "-o", "out.html"]])
def test_fewer_than_two_documents_are_no_comparison(reports, capsys, arguments):
    assert cli.main(arguments) == 1
    assert sentences(capsys.readouterr().err)[-1].endswith(
        "a comparison needs at least two: name more files."
    )
    assert not (reports / "out.html").exists()


def test_nothing_to_show_and_nowhere_to_show_it(reports, capsys):
    assert cli.main([]) == 1
    assert "display" in sentences(capsys.readouterr().err)[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["report", "one.txt"],
        ["report", "one.txt", "-o"],
        ["batch"],
        ["batch", "nonsense"],
        ["--nonsense"],
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(reports, capsys, arguments):
    assert cli.main(arguments) == 2
    assert "--help" in sentences(capsys.readouterr().err)[0]


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"], ["batch", "--help"]])
def test_help_names_the_exit_codes_and_fits_a_terminal(capsys, arguments):
    assert cli.main(arguments) == 0
    text = capsys.readouterr().out
    assert "exit codes:" in text and "130" in text
    assert all(len(line) < 80 for line in text.splitlines())
    text.encode("ascii")


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert re.fullmatch(r"Crossread \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_a_file_called_like_a_command_can_be_opened(reports, capsys):
    (reports / "report").write_text(ONE, encoding="utf-8")
    for arguments in (["./report", "two.txt"], ["--", "report", "two.txt"]):
        assert cli.main(arguments) == 0
        assert capsys.readouterr().out.startswith("2 documents, ")


def test_the_base_is_a_letter_or_a_name(reports, capsys):
    pages = []
    for number, base in enumerate(("A", "b", "two.txt")):
        assert cli.main(["report", "one.txt", "two.txt", "-o", f"{number}.html", "--base", base]) == 0
        pages.append((reports / f"{number}.html").read_bytes())
    assert pages[1] == pages[2] != pages[0]
    assert cli.main(["report", "one.txt", "two.txt", "-o", "x.html", "--base", "Z\x1b[2J"]) == 1
    told = sentences(capsys.readouterr().err)[0]
    assert "--base takes A, B" in told and "\x1b" not in told
    assert not (reports / "x.html").exists()


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given to files on Windows")
@pytest.mark.parametrize("name", ['it\'s "one".txt', "two\nlines.txt", "\u202etxt.eno", "<b>&.txt", "-o.txt"])
def test_odd_names_are_read_and_shown_on_one_line(reports, capsys, name):
    (reports / name).write_text(ONE, encoding="utf-8")
    assert cli.main(["report", f"./{name}", "two.txt", "-o", "out.html"]) == 0
    page = (reports / "out.html").read_text(encoding="utf-8")
    assert "\u202e" not in page and "<b>&" not in page
    assert cli.main([f"./{name}", "two.txt"]) == 0
    assert cli.main([f"./{name}", "gone\n\u202e.txt"]) == 1
    assert "\u202e" not in capsys.readouterr().err


def test_a_name_from_right_to_left_does_not_turn_the_sentence(reports, capsys):
    assert cli.main(["two.txt", "ש1.txt"]) == 1
    assert "\u2068ש1.txt\u2069" in capsys.readouterr().err


# ---- the process as a shell sees it


def crossread(*arguments, **how) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    command = [sys.executable, "-m", "crossread", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)


@pytest.mark.skipif(os.name == "nt", reason="needs pipes that break and signals")
def test_a_reader_who_stops_is_no_error(reports):
    read, write = os.pipe()
    os.close(read)
    environment = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    command = [sys.executable, "-m", "crossread", "one.txt", "two.txt"]
    done = subprocess.run(command, env=environment, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_ctrl_c_is_quiet(reports):
    # Started in the background, these tests may have been told to ignore it, and so would what they start.
    heed = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    program = crossread("batch", "words", stdin=subprocess.PIPE, **heed)
    program.stdin.write(b'{"id": 1, "a": ["x"], "b": ["x"]}\n')
    program.stdin.flush()
    assert json.loads(program.stdout.readline())["id"] == 1  # it runs, and waits for more
    program.send_signal(signal.SIGINT)
    _, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, errors) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo terminals")
def test_progress_is_shown_on_a_terminal_and_wiped(reports):
    import pty

    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    environment["TERM"] = "xterm"
    command = [sys.executable, "-m", "crossread", "report", "one.txt", "two.txt", "-o", "out.json"]
    done = subprocess.run(command, env=environment, stderr=theirs, stdout=subprocess.DEVNULL, check=False)
    os.close(theirs)
    shown = b""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert done.returncode == 0
    assert b"Reading" in shown and shown.endswith(b"\r\x1b[K")


def test_files_are_read_as_the_options_say(tmp_path, capsys) -> None:
    (tmp_path / "a.csv").write_text("id;post;note\n1;The river rose.;x\n2;It fell again.;y\n3;Rain.;z\n")
    (tmp_path / "b.txt").write_text("The river rose, says the cafÃ©.\n", encoding="utf-8")
    out = tmp_path / "report" / "out.json"
    out.parent.mkdir()
    files = [str(tmp_path / "a.csv"), str(tmp_path / "b.txt")]
    assert cli.main(["report", *files, "-o", str(out), "--column", "note", "--repair-encoding"]) == 0
    texts = [document["text"] for document in json.loads(out.read_text(encoding="utf-8"))["documents"]]
    assert texts == ["x\n\ny\n\nz\n", "The river rose, says the café.\n"]
    assert cli.main(["report", *files, "-o", str(out), "--force"]) == 0
    assert "looks once decoded wrongly; --repair-encoding sets that right" in capsys.readouterr().err
