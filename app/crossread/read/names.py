"""Names of files as they can be shown."""

from pathlib import Path

from crossread.text.shown import one_line, plain_line

_LONGEST = 80


def shown_name(path: Path | str) -> str:
    """The last part of a path as a plain line.

    Bytes that are no text become �, a long name is cut in its middle. Only for showing: the file is opened under
    its own name.
    """
    name = Path(path).name or str(path)
    name = name.encode("utf-8", "replace" if _is_plain(name) else "surrogateescape").decode(
        "utf-8", "replace"
    )
    kept = plain_line(name)
    if len(kept) > _LONGEST:
        kept = f"{kept[: _LONGEST * 2 // 3]}…{kept[-_LONGEST // 4 :]}"
    return kept or "(no name)"


def quoted(path: Path | str) -> str:
    """The shown name in quotation marks, for a sentence."""
    return f"“{one_line(shown_name(path))}”"


def _is_plain(name: str) -> bool:
    """Whether no byte of the name was kept as a lone surrogate because it is no UTF-8."""
    return not any("\udc80" <= c <= "\udcff" for c in name)
