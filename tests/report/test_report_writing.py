import json
import os
import stat
import sys
from pathlib import Path

import pytest

from crossread.report.writing import Options, WriteError, write
from worked_comparison import worked


def left_behind(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["out.json", "out.html", "OUT.HTM", "quo'te \" ünï.json"])
def test_the_suffix_decides(tmp_path, name):
    write(worked(), tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert json.loads(text)["documents"] if name.endswith("json") else text.startswith("<!doctype html>")
    assert left_behind(tmp_path) == [name]


def test_base_reaches_the_page(tmp_path):
    write(worked(), tmp_path / "a.html")
    write(worked(), tmp_path / "b.html", Options("B"))
    assert (tmp_path / "a.html").read_bytes() != (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "out.odt",
            r"“.*out\.odt” is no kind of report: give a name that ends in \.html, \.pdf, .* or \.jsonld\.",
        ),
        ("out", r"ends in \.html, \.pdf, \.docx, \.md, \.csv, \.json or \.jsonld"),
        ("missing/out.json", r"There is no folder “.*missing”: make it first, or choose another one\."),
        ("folder.json", r"“.*folder\.json” is a folder: give the name of a file\."),
        ("taken.json", r"“.*taken\.json” exists already: choose another name, or replace it with --force\."),
        ("dangling.json", r"exists already"),
    ],
)
def test_what_stands_in_the_way_is_said_in_one_sentence(tmp_path, name, sentence):
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "taken.json").write_text("mine", encoding="utf-8")
    (tmp_path / "dangling.json").symlink_to(tmp_path / "nowhere")
    before = left_behind(tmp_path)
    with pytest.raises(WriteError, match=sentence) as caught:
        write(worked(), tmp_path / name)
    assert "\n" not in str(caught.value)
    assert left_behind(tmp_path) == before
    assert (tmp_path / "taken.json").read_text(encoding="utf-8") == "mine"


def test_force_replaces_the_file_and_keeps_who_may_read_it(tmp_path):
    taken = tmp_path / "taken.json"
    taken.write_text("old", encoding="utf-8")
    taken.chmod(0o640)
    write(worked(), taken, force=True)
    assert json.loads(taken.read_text(encoding="utf-8"))["documents"]
    assert stat.S_IMODE(taken.stat().st_mode) == 0o640
    assert left_behind(tmp_path) == ["taken.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_a_new_file_can_be_read_like_any_other(tmp_path):
    before = os.umask(0o022)
    try:
        write(worked(), tmp_path / "new.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o644


def test_force_writes_through_a_link(tmp_path):
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    write(worked(), tmp_path / "link.json", force=True)
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_nothing_is_left(tmp_path, monkeypatch):
    taken = tmp_path / "taken.json"
    taken.write_text("old", encoding="utf-8")
    # The part file is made as a link to the device that refuses every byte.
    monkeypatch.setattr("secrets.token_hex", lambda _n: "full")
    real_open = type(taken).open

    def open_full(self, *args, **kwargs):
        if self.name.endswith(".part"):
            self.symlink_to("/dev/full")
            args = ("wb", *args[1:])
        return real_open(self, *args, **kwargs)

    monkeypatch.setattr(type(taken), "open", open_full)
    with pytest.raises(WriteError, match=r"could not be written: no space left on device\."):
        write(worked(), taken, force=True)
    assert left_behind(tmp_path) == ["taken.json"]
    assert taken.read_text(encoding="utf-8") == "old"
