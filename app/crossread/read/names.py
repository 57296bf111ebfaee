"""Names of files as they can be shown."""

import unicodedata
from pathlib import Path

_LONGEST = 80


def shown_name(path: Path | str) -> str:
    """The last part of a path, safe to set in a sentence.

    Line breaks and control characters become spaces, characters that turn the direction of writing or
    cannot be seen are taken out, bytes that are no text become �, a long name is cut in its middle. Only
    for showing: the file is opened under its own name.
    """
    name = Path(path).name or str(path)
    name = name.encode("utf-8", "replace" if _is_plain(name) else "surrogateescape").decode(
        "utf-8", "replace"
    )
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in name)
    kept = " ".join("".join(c for c in kept if unicodedata.category(c) != "Cf").split())
    if len(kept) > _LONGEST:
        kept = f"{kept[: _LONGEST * 2 // 3]}…{kept[-_LONGEST // 4 :]}"
    return kept or "(no name)"


def quoted(path: Path | str) -> str:
    """The shown name in quotation marks."""
    return f"“{shown_name(path)}”"


def _is_plain(name: str) -> bool:
    """Whether no byte of the name was kept as a lone surrogate because it is no UTF-8."""
    return not any("\udc80" <= c <= "\udcff" for c in name)
