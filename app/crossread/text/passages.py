"""A text becomes passages that tile it, with its title, publisher, date and language."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.progress import IsCancelled, check, never_cancelled
from crossread.text.blocks import Block, BlockKind, plain_blocks
from crossread.text.document import Passage, PassageKind
from crossread.text.language import guess_language
from crossread.text.layout import lay_out
from crossread.text.sentences import sentences
from crossread.text.span import Span

_TITLE_LENGTH = 80  # characters of the opening words, where a text has no title


@dataclass(frozen=True, slots=True)
class Passages:
    """What was found in a text; the fields are those of Document."""

    title: str
    publisher: str
    date: str | None
    language: str | None
    passages: tuple[Passage, ...]


def passages(
    text: str,
    document_id: str,
    blocks: Sequence[Block] | None = None,
    cancelled: IsCancelled = never_cancelled,
) -> Passages:
    """Part a text into passages. Every character that is not white space belongs to exactly one.

    Args:
        text: line ends made ``\\n``.
        document_id: what the ids of the passages begin with.
        blocks: what the format of the file says of headings, lists and quotations, in the order of the
        text and
            covering all but its white space; found in the text itself by default.
        cancelled: asked now and then.

    Raises:
        Cancelled: ``cancelled()`` answered True.
    """
    if blocks is None:
        blocks = plain_blocks(text)
    check(cancelled)
    layout = lay_out(text, blocks)
    language = guess_language(
        "\n".join(
            block.span.of(text)[:4000]
            for block, kind in zip(blocks[:400], layout.kinds[:400], strict=True)
            if kind != "boilerplate"
        )
    )
    found: list[Passage] = []
    for paragraph, (block, kind) in enumerate(zip(blocks, layout.kinds, strict=True)):
        if paragraph % 200 == 0:
            check(cancelled)
        for span in _spans(text, block.span, kind, language):
            found.append(Passage(f"{document_id}{len(found) + 1}", span, _passage_kind(kind), paragraph))
    title = blocks[layout.title].span.of(text) if layout.title is not None else _opening(text, found)
    return Passages(" ".join(title.split()), layout.publisher, layout.date, language, tuple(found))


def _passage_kind(kind: BlockKind) -> PassageKind:
    return "sentence" if kind == "text" else kind


def _spans(text: str, span: Span, kind: BlockKind, language: str | None) -> tuple[Span, ...]:
    if kind in ("text", "list item", "quotation") or len(span) > 1000:
        return sentences(text, span, language)
    return (span,)


def _opening(text: str, found: list[Passage]) -> str:
    """The opening words, for a text without a title."""
    first = next((passage for passage in found if passage.kind != "boilerplate"), None)
    if first is None:
        return ""
    words = " ".join(first.span.of(text)[: 10 * _TITLE_LENGTH].split())
    if len(words) <= _TITLE_LENGTH:
        return words
    cut = words.rfind(" ", _TITLE_LENGTH // 2, _TITLE_LENGTH)
    return words[: cut if cut > 0 else _TITLE_LENGTH - 1].rstrip(" ,;:–—-") + "…"
