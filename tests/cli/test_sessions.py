"""Sessions on the command line: reported, summed up, merged; never touched."""

from pathlib import Path

import pytest

from crossread.cli import main
from crossread.review.action import Decision
from crossread.review.session import ReviewSession
from review.sessions import started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    started(tmp_path / "case.crossread").close()
    return tmp_path / "case.crossread"


def copied(path: Path, name: str, *decisions: Decision) -> Path:
    """A copy of a session in which more was decided."""
    session = ReviewSession.open(path)
    session.save_as(path.with_name(f"{name}.crossread"))
    for decision in decisions:
        session.do(decision, name)
    session.close()
    return path.with_name(f"{name}.crossread")


def test_a_report_and_a_summary_leave_the_session_alone(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    holding = ReviewSession.open(path, "Ada")
    assert main(["report", str(path), "-o", str(path.with_name("out.json"))]) == 0
    holding.close()
    content, when = path.read_bytes(), path.stat().st_mtime_ns
    assert main(["report", str(path), "-o", str(path.with_name("out.md"))]) == 0
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([str(path)]) == 0
    assert "The fire" in capsys.readouterr().out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, when)


def test_two_copies_are_merged_and_disagreements_told_side_by_side(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = copied(path, "Ada", Decision("f0", "disputed", "no", number=1, title="How many"))
    bob = copied(
        path, "Bob", Decision("f0", "dismissed", number=1, title="How many"), Decision("g", "confirmed")
    )
    out = path.with_name("both.crossread")
    assert main(["merge", str(ada), str(bob), "-o", str(out)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "1 step was taken of the other session, 0 things were done alike, 1 is disagreed on.",
        "1. Ada disputed finding 1: How many (“no”) (holds)",
        "   Bob dismissed finding 1: How many",
    ]
    both = ReviewSession.open(out, reading=True)
    assert (both.review.state("f0"), both.review.state("g")) == ("disputed", "confirmed")
    assert len(both.documents) == 2

    assert main(["merge", str(ada), str(bob), "-o", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["merge", str(path), str(ada), "-o", str(out), "--force"]) == 0
    assert ReviewSession.open(out, reading=True).review.state("f0") == "disputed"


def test_what_is_no_session_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = path.with_name("other.crossread")
    other.write_text("Dear diary", encoding="utf-8")
    assert main(["merge", str(path), str(other), "-o", str(path.with_name("out.crossread"))]) == 1
    assert "is no session of Crossread" in capsys.readouterr().err
    assert not path.with_name("out.crossread").exists()


def test_reading_keeps_nobody_from_a_session(path: Path) -> None:
    reader = ReviewSession.open(path, reading=True)
    assert reader.read_only == "The session was opened for reading only."
    writer = ReviewSession.open(path, "Ada")
    assert writer.read_only == ""
    writer.close()
    assert [each.name for each in path.parent.iterdir()] == ["case.crossread"]
