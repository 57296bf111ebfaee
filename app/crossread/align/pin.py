"""What a person says of the alignment: these passages belong together, those do not."""

from dataclasses import dataclass
from typing import Literal

from crossread.text.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Pin:
    """One statement on the alignment; it holds in every new run.

    Attributes:
        kind: "together": the passages stand in one row, and of every document named nothing that is not pinned does.
            "apart": no passage stands in a row with one of ``others``; without others, with none of another document.
        passages: what is meant; every passage that a stretch touches is.
        others: for "apart" only.
        silent: for "together" only: digests of documents that have nothing in the row, so that it is just this. Of one
            passage alone it says that it stands in no row with theirs. A document that is added later may join.
    """

    kind: Literal["together", "apart"]
    passages: tuple[Anchor, ...]
    others: tuple[Anchor, ...] = ()
    silent: tuple[str, ...] = ()
