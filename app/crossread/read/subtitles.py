"""Subtitles (SRT, WebVTT): what is said as running text, and when it is shown."""

import io
import re
from html import unescape

from crossread.errors import ReadError
from crossread.read.builder import PLAIN, Run, TextBuilder
from crossread.read.decode import decoded
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.repair import Repair
from crossread.text.blocks import ends_sentence
from crossread.text.form import Style
from crossread.text.span import Span

_SPEAKER = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?(i|b|u|em|strong)\b[^>]{0,80}>|<[^>]{0,200}>|\{\\[^}]{0,200}\}", re.IGNORECASE)
_SOUND = re.compile(r"[\[(♪#].*[\])♪#]", re.DOTALL)
_STYLES: dict[str, Style] = {
    "i": "emphasis",
    "em": "emphasis",
    "b": "strong",
    "strong": "strong",
    "u": "underline",
}
_PAUSE = (
    4_000  # milliseconds without a word, after which a sentence that ended is followed by a new paragraph
)
_LONGEST = 600  # characters of a paragraph: speech without pauses is parted at the next end of a sentence


def read(source: Source) -> tuple[Extract, ...]:
    """What is said in subtitles.

    Cues that go on in the middle of a sentence are put together; what stands in brackets or between notes (sounds,
    music) is told apart.

    Raises:
        ReadError: they are damaged.
    """
    found = decoded(source.data, source.options.encoding)
    repair = Repair(wanted=source.options.repair_encoding)
    builder = TextBuilder(source.limits.text, repair)
    paragraph = _Paragraph(builder)
    for begins, ends, text in _cues(found.text):
        paragraph.take(begins, ends, text)
    paragraph.close()
    return (
        Extract(
            "Subtitles", builder.text(), tuple(builder.blocks), builder.form(), encoding=found.encoding,
            left_out=found.notes, mojibake=repair.met,
        ),
    )  # fmt: skip


def _cues(text: str) -> list[tuple[int, int, str]]:
    """When each cue is shown, in milliseconds, and its text with its marks."""
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    form = "vtt" if text.lstrip("\ufeff \n\t").startswith("WEBVTT") else "srt"
    try:
        captions = WebVTT.from_buffer(io.StringIO(text.lstrip("\ufeff \n\t")), format=form).captions
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError) as error:
        raise ReadError(
            "is not made as subtitles are (SRT, WebVTT), or is damaged; save it anew and open that"
        ) from error
    return [
        (_milliseconds(caption.start), _milliseconds(caption.end), "\n".join(caption.lines))
        for caption in captions
    ]


def _milliseconds(time: str) -> int:
    """A time such as "00:01:02.345"."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return round(1000 * total)


class _Paragraph:
    """Cues put together until a sentence ends and a pause follows, or another person speaks."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._runs: list[Run] = []
        self._cues: list[tuple[int, int, int]] = []  # the number of runs before each, begins, ends
        self._speaker = ""

    def take(self, begins: int, ends: int, text: str) -> None:
        """Add a cue."""
        speaker = _SPEAKER.search(text)
        runs = _runs(text)
        plain = " ".join("".join(written for written, _ in runs).split())
        if not plain:
            return
        sound = bool(_SOUND.fullmatch(plain))
        before = "".join(written for written, _ in self._runs).rstrip()
        turned = bool(speaker and speaker[1] != self._speaker) or plain.startswith(("- ", "– ", "— ", ">>"))
        paused = bool(self._cues) and ends_sentence(before) and (
            begins - self._cues[-1][2] > _PAUSE or len(before) > _LONGEST
        )  # fmt: skip
        if sound or turned or paused:
            self.close()
        if speaker and speaker[1] != self._speaker:
            self._speaker = speaker[1]
            runs.insert(0, (f"{self._speaker}: ", PLAIN))
        self._cues.append((len(self._runs), begins, ends))
        self._runs += [*runs, (" ", PLAIN)]
        if sound:
            self.close(boilerplate=True)

    def close(self, *, boilerplate: bool = False) -> None:
        """Write what was put together."""
        runs, cues = self._runs, self._cues
        self._runs, self._cues = [], []
        span = self._builder.add(runs, "boilerplate" if boilerplate else "text")
        if span is None:
            return
        tidy = [" ".join("".join(written for written, _ in runs[: cue[0]]).split()) for cue in cues]
        starts = [min(span.start + (len(text) + 1 if text else 0), span.end) for text in tidy]
        for start, end, (_, begins, ends) in zip(starts, [*starts[1:], span.end + 1], cues, strict=True):
            self._builder.cue(Span(start, max(start, end - 1)), max(0, begins), max(0, ends))


def _runs(text: str) -> list[Run]:
    runs: list[Run] = []
    open_styles: list[Style] = []
    at = 0
    for tag in _TAG.finditer(text):
        runs.append((text[at : tag.start()], frozenset(open_styles)))
        at = tag.end()
        style = _STYLES.get((tag[1] or "").lower())
        if style and not tag.group().startswith("</"):
            open_styles.append(style)
        elif style and style in open_styles:
            open_styles.remove(style)
    runs.append((text[at:], frozenset(open_styles)))
    return [(unescape(written), styles) for written, styles in runs if written]
