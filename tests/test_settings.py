import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import CrossreadError
from crossread.settings import MAX_RECENT, Settings, config_folder, load, save

CHOSEN = Settings(
    theme="dark", zoom=125, geometry="AdnQ", columns=(200, 700, 300), bands=(500, 200),
    closed_panels=("readings",), hidden_kinds=("moved", "wording"),
    only_findings=True, three_or_more=True, boilerplate=False,
    recent=(("/a/one.txt", "/a/zwei\nöß \udcff.txt"), ("/b",)),
)  # fmt: skip


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "settings.json"
    save(CHOSEN, file)
    assert load(file) == CHOSEN
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_a_damaged_file_means_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load(file) == Settings()


_SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)


@given(
    st.dictionaries(
        st.sampled_from(sorted(Settings.__dataclass_fields__)),
        _SIMPLE | st.lists(_SIMPLE, max_size=3) | st.lists(st.lists(_SIMPLE, max_size=2), max_size=2),
        max_size=4,
    )
)
def test_damaged_entries_take_their_defaults_one_by_one(stored: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.json"
        file.write_text(json.dumps({**stored, "boilerplate": False}), encoding="utf-8")
        loaded = load(file)
        assert loaded.boilerplate is False
        assert loaded.theme in ("system", "light", "dark", "contrast")
        assert 50 <= loaded.zoom <= 400
        save(loaded, file)
        assert load(file) == loaded


def test_a_folder_that_cannot_be_written_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CrossreadError, match="make that folder writable"):
        save(Settings(), tmp_path / "file" / "settings.json")


def test_recent_sets_are_newest_first_and_few() -> None:
    settings = Settings()
    for number in range(MAX_RECENT + 3):
        settings = settings.with_recent((f"/{number}",))
    settings = settings.with_recent(("/5",))
    assert settings.recent[:2] == (("/5",), ("/12",))
    assert len(settings.recent) == MAX_RECENT
    assert len(set(settings.recent)) == MAX_RECENT


def test_the_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_folder() == tmp_path / "crossread"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert config_folder() == tmp_path / "Roaming" / "crossread"
    monkeypatch.setattr("sys.platform", "darwin")
    assert config_folder().parts[-2:] == ("Application Support", "crossread")
