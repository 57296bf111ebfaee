"""What the window remembers between two runs: a JSON file in the platform's folder for configuration."""

import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from crossread.errors import CrossreadError
from crossread.read.limits import Limits, limits_of

ThemeChoice = Literal["system", "light", "dark", "contrast"]
MAX_RECENT = 10
ZOOM_RANGE = (50, 400)


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences and the shape of the window.

    Attributes:
        theme: the look, or "system" to follow the desktop.
        zoom: size of the documents' letters in percent.
        geometry: the window's place and size, as Qt packs it, in base 64; empty before the first run.
        columns: widths in pixels of documents panel, page and findings panel; empty for the default.
        bands: heights in pixels of the page and the readings; empty for the default.
        fact_bands: heights in pixels of the fact table and the timeline; empty for the default.
        view: the view that was shown last, "grid", "ribbon", "reading", "facts", "names" or
            "quotations".
        closed_panels: which of "documents", "findings" and "readings" are closed.
        hidden_kinds: kinds of findings that are switched off.
        only_findings: show only rows in which something was found.
        three_or_more: show only rows in which three or more documents speak.
        boilerplate: show what is not part of the article, in grey.
        recent: sets of files that were opened together, newest first.
        limits: what reading refuses.
        reviewer: the person's name, as it stands beside decisions and notes; empty until it was asked.
    """

    theme: ThemeChoice = "system"
    zoom: int = 100
    geometry: str = ""
    columns: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()
    fact_bands: tuple[int, ...] = ()
    view: str = "grid"
    closed_panels: tuple[str, ...] = ()
    hidden_kinds: tuple[str, ...] = ()
    only_findings: bool = False
    three_or_more: bool = False
    boilerplate: bool = True
    recent: tuple[tuple[str, ...], ...] = ()
    limits: Limits = field(default_factory=Limits)
    reviewer: str = ""

    def with_recent(self, paths: tuple[str, ...]) -> "Settings":
        """The same settings with this set of files in front of the recent ones."""
        others = tuple(known for known in self.recent if known != paths)
        return replace(self, recent=((paths, *others) if paths else others)[:MAX_RECENT])

    def without_newest(self) -> "Settings":
        """The same settings without the newest of the recent sets."""
        return replace(self, recent=self.recent[1:])


def config_folder() -> Path:
    """Where programs keep their configuration on this platform; it need not exist yet."""
    # Three lines of our own: platformdirs would be one more package to vet for offline machines.
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "crossread"


def settings_file() -> Path:
    """The file in which the settings are kept."""
    return config_folder() / "settings.json"


def load(file: Path | None = None) -> Settings:
    """The settings as saved; what is missing or damaged takes its default, entry by entry.

    A window must open whatever happened to its settings, so this raises nothing.
    """
    try:
        stored = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {name: read(stored[name]) for name, read in _READERS.items() if name in stored}
    return replace(Settings(), **{name: value for name, value in known.items() if value is not None})


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings; a crash at any moment leaves either the old or the new file, never half of one.

    Raises:
        CrossreadError: the folder cannot be written to.
    """
    file = file or settings_file()
    text = json.dumps(asdict(settings), indent=1) + "\n"  # in ASCII: names of files need not be valid Unicode
    temporary = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".settings-", suffix=".json", dir=file.parent)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(file)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise CrossreadError(
            f"The settings could not be kept in {file.parent} ({error.strerror}); make that folder writable."
        ) from error


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _theme(value: Any) -> Any:
    return value if isinstance(value, str) and value in get_args(ThemeChoice) else None


def _view(value: Any) -> str | None:
    return value if value in ("grid", "ribbon", "facts", "names", "quotations") else None


def _zoom(value: Any) -> int | None:
    low, high = ZOOM_RANGE
    return min(high, max(low, value)) if isinstance(value, int) and not isinstance(value, bool) else None


def _sizes(value: Any) -> tuple[int, ...] | None:
    if not isinstance(value, list) or not all(type(size) is int and 0 <= size < 100_000 for size in value):
        return None
    return tuple(value)


def _texts(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        return None
    return tuple(value)


def _recent(value: Any) -> tuple[tuple[str, ...], ...] | None:
    if not isinstance(value, list):
        return None
    sets = (_texts(paths) for paths in value)
    return tuple(paths for paths in sets if paths)[:MAX_RECENT]


_READERS = {
    "theme": _theme, "zoom": _zoom, "geometry": _text, "columns": _sizes, "bands": _sizes,
    "fact_bands": _sizes, "view": _view,
    "closed_panels": _texts, "hidden_kinds": _texts, "only_findings": _flag, "three_or_more": _flag,
    "boilerplate": _flag, "recent": _recent, "limits": limits_of, "reviewer": _text,
}  # fmt: skip
assert set(_READERS) == {field.name for field in fields(Settings)}
