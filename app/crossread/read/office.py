"""What office documents say of themselves, and how what was left out of them is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crossread.read.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

Role = Literal["", "title", "caption", "quotation"]
"""What the name of a style says that its paragraphs are; nothing for most."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Facts:
    """Author and day of making, as the file says; empty or None where it does not."""

    author: str = ""
    date: str | None = None
    title: str = ""


def facts_of(root: "_Element") -> Facts:
    """What the elements that Word, OpenDocument and e-books share (Dublin Core) say."""
    said: dict[str, str] = {}
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if text:
            said.setdefault(local(element), text)
    written = next(
        (said[name] for name in ("created", "creation-date", "date", "modified") if name in said), ""
    )
    day = _DAY.match(written)
    author = said.get("creator") or said.get("initial-creator") or ""
    return Facts(author[:500], day.group() if day else None, said.get("title", "")[:1_000])


def counted(left_out: Mapping[str, int]) -> tuple[str, ...]:
    """A sentence for each kind of thing that was left out."""
    return tuple(
        f"1 {name} was left out." if count == 1 else f"{count:,} {name}s were left out."
        for name, count in left_out.items()
        if count
    )
