"""Which pieces of a web page are its article, and what the page says of itself."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.read.pieces import Piece
from crossread.text.blocks import ends_sentence
from crossread.text.boilerplate import is_furniture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LINK_SHARE = 0.6  # of a piece's characters; links in running text stay below, lists of links above
_FEWEST = 200  # characters; less found in a page that holds much more is no article
_GLUE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself: title, date (ISO 8601), author, site, address; empty or None where it does not."""

    title: str = ""
    date: str | None = None
    author: str = ""
    site: str = ""
    address: str = ""


def facts_of(tree: "HtmlElement", text: str) -> PageFacts:
    """What the page says of itself, in its meta elements, its linked data, its markup.

    Args:
        tree: of the page; it is left as it is.
        text: its source.
    """
    # Late: trafilatura takes a tenth of a second to import.
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(
            tree, date_config={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
        )
    except Exception:
        # A library that reads what strangers wrote may fail on it in any way: the text still counts.
        return PageFacts(title=" ".join((tree.findtext(".//title") or "").split()))
    date = found.date if found.date and _ISO_DAY.fullmatch(found.date) else None
    if date and not _says(text, date):
        date = None  # guessed of nothing that stands on the page
    return PageFacts(found.title or "", date, found.author or "", found.sitename or "", found.url or "")


def _says(text: str, date: str) -> bool:
    return date[:4] in text


def choose(pieces: list[Piece], tree: "HtmlElement", title: str) -> str:
    """Mark what is not the page's article as boilerplate.

    trafilatura says which paragraphs are the article; what stands among them in the same element is kept too, for it
    leaves out short ones. Where it finds next to nothing, what the elements say of themselves decides.

    Returns:
        the headline of the article, or ``title`` where none was found.
    """
    kept = _matched(pieces, _article_lines(tree))
    total = sum(len(piece.text) for piece in pieces)
    found = sum(len(pieces[n].text) for n in kept)
    if found < min(_FEWEST, total / 4):
        kept = {n for n, piece in enumerate(pieces) if not piece.furniture and not _is_links(piece)}
    headline = _headline(pieces, kept, title)
    if headline is not None:
        kept.add(headline)
        pieces[headline].kind, pieces[headline].level = "heading", pieces[headline].level or 1
    kept |= _among(pieces, kept, headline)
    for number, piece in enumerate(pieces):
        if number not in kept:
            piece.kind = "boilerplate"
    return pieces[headline].text if headline is not None else title


def _article_lines(tree: "HtmlElement") -> list[str]:
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, favor_recall=True,
        )  # fmt: skip
    except Exception:  # as above; what the elements say of themselves decides
        return []
    return (getattr(found, "text", "") or "").split("\n")


def _glued(text: str) -> str:
    return _GLUE.sub("", text)


def _matched(pieces: list[Piece], lines: list[str]) -> set[int]:
    """The pieces that stand in the article: long ones anywhere in it, short ones as lines of their own."""
    article = _glued("".join(lines))
    alone = {_glued(line) for line in lines}
    kept = set()
    for number, piece in enumerate(pieces):
        glued = _glued(piece.text)
        if len(glued) >= 40 and glued in article:
            kept.add(number)
    if not kept:
        return {n for n, piece in enumerate(pieces) if _glued(piece.text) in alone and not piece.furniture}
    first, last = min(kept), max(kept)
    for number in range(max(0, first - 3), min(len(pieces), last + 4)):
        piece = pieces[number]
        if _glued(piece.text) in alone and not _is_links(piece):
            kept.add(number)
    return kept


def _among(pieces: list[Piece], kept: set[int], headline: int | None) -> set[int]:
    """What stands between kept pieces, or behind them in the same element, and belongs to them.

    That is running text, captions, headings, rows and items; under the headline also the lines that lead into the text.
    """
    if not kept:
        return set()
    counts = Counter(pieces[n].parent for n in kept if pieces[n].kind == "text")
    last = max(kept)
    body = {parent for parent, count in counts.items() if count > 1}
    end = max((n for n, piece in enumerate(pieces) if piece.parent in body), default=last)
    first_text = min((n for n in kept if pieces[n].kind == "text"), default=last)
    found = set()
    for number in range(min(kept), max(last, end) + 1):
        piece = pieces[number]
        if number in kept or piece.furniture or _is_links(piece):
            continue
        runs_on = piece.parent in counts and (
            ends_sentence(piece.text) or piece.kind in ("heading", "list item")
        )
        leads = headline is not None and headline < number < first_text and _leads(piece, pieces[headline])
        placed = piece.kind in ("caption", "quotation") or bool(piece.cells and piece.parent)
        if runs_on or (number < last and (leads or placed)):
            found.add(number)
    return found


def _leads(piece: Piece, headline: Piece) -> bool:
    """Whether a line under the headline leads into the text, rather than to say who wrote it and when."""
    return (
        piece.parent == headline.parent
        and len(piece.text.split()) >= 4
        and not is_furniture(piece.text, "top")
    )


def _headline(pieces: list[Piece], kept: set[int], title: str) -> int | None:
    """The heading over the article: the nearest of the first level before its text, else what the title begins with."""
    first = next((n for n in sorted(kept) if pieces[n].kind != "heading"), len(pieces))
    above = [n for n in range(min(first + 1, len(pieces))) if pieces[n].kind in ("heading", "text")]
    own = [n for n in above if n in kept and pieces[n].kind == "heading" and pieces[n].level == 1]
    wanted = _glued(title).casefold()
    same = [
        n for n in above if len(pieces[n].text) > 10 and wanted.startswith(_glued(pieces[n].text).casefold())
    ]
    ones = [
        n for n in above if pieces[n].level == 1 and pieces[n].kind == "heading" and not pieces[n].furniture
    ]
    return next(reversed(own or ones or same), None)


def _is_links(piece: Piece) -> bool:
    return piece.linked > _LINK_SHARE * max(1, len(piece.text))
