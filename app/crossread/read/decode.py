"""Bytes into text, whatever the encoding."""

import codecs
import re
from dataclasses import dataclass

from crossread.errors import ReadError
from crossread.text.language import guess_language
from crossread.text.shown import one_line

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 40_000  # bytes in which the encoding is looked for; the whole of a large file would take seconds
_LATIN = frozenset(
    "cp1250 cp1254 cp1257 cp1258 iso8859_2 iso8859_9 iso8859_13 iso8859_16 mac_latin2 cp850 cp858".split()
)
_WESTERN = frozenset(("fr", "es", "it", "nl", "pt"))
_LINE_END = re.compile("\r\n?|\x85")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # share of the characters; texts have none, binary files a tenth and more
_SIGNATURES = (
    *(b"%PDF-", b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"SQLite format 3"),
    *(
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"OggS",
        b"ID3\x02",
        b"ID3\x03",
        b"ID3\x04",
        b"\x7fELF",
        b"MZ\x90",
    ),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was found.

    Attributes:
        text: line ends made ``\\n``, control characters spaces.
        encoding: its standard name ("utf-8", "windows-1252").
        notes: what did not go smoothly, each one plain sentence.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> str:
    """The text in these bytes: ``decoded`` without how it was found."""
    return decoded(data).text


def decoded(data: bytes, encoding: str = "") -> Decoded:
    r"""The text in these bytes, its line ends made ``\n``; control characters become spaces, one for one.

    A byte order mark decides; then UTF-8 is tried, then UTF-16 and UTF-32 by their zero bytes, then what
    charset-normalizer finds likeliest. Lines of another encoding among lines of UTF-8, as where files were joined,
    are decoded by themselves.

    Args:
        data: the bytes.
        encoding: of the text, where it is known; found by default.

    Raises:
        ReadError: the bytes are no text, or there is no such encoding. The message is a predicate without its
            subject ("is no text file ...").
    """
    if data.startswith(_SIGNATURES):
        raise ReadError("is not a text file; save it as plain text or Markdown and open that")
    found, name, mixed = _as_told(data, encoding) if encoding else _decoded(data)
    text = with_plain_line_ends(found)
    controls = len(_CONTROL.findall(text[:100_000]))
    if controls > _MOST_CONTROLS * len(text[:100_000]) + 2:
        raise ReadError("is not a text file; save it as plain text or Markdown and open that")
    notes = []
    if mixed:
        notes.append(f"Some lines are not in {name} like the others; they were read as {mixed}.")
    if lost := text.count("\ufffd") - data.count(b"\xef\xbf\xbd"):
        some = "1 character" if lost == 1 else f"{lost} characters"
        if lost > 0:
            notes.append(
                f"{some} could not be read in {name} and became \ufffd; choose its encoding if you know it."
            )
    return Decoded(_CONTROL.sub(" ", text), name, tuple(notes))


def with_plain_line_ends(text: str) -> str:
    r"""``text`` with all ends of lines made ``\n``."""
    return _LINE_END.sub("\n", text)


def _as_told(data: bytes, encoding: str) -> tuple[str, str, str]:
    try:
        name = codecs.lookup(encoding).name
        for mark, _ in _BOMS:
            if name.replace("-", "").startswith("utf") and data.startswith(mark):
                data = data[len(mark) :]
                break
        return data.decode(name, "replace"), standard_name(name), ""
    except (LookupError, UnicodeError) as error:  # also codecs that make no text of bytes, such as base64
        raise ReadError(
            f"cannot be read in the encoding “{one_line(encoding)}”, which is not known; choose another"
        ) from error


def _decoded(data: bytes) -> tuple[str, str, str]:
    """The text, the name of its encoding, and that of the lines in another one, if there are any."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), standard_name(encoding), ""
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), standard_name(wide), ""
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        # A few broken bytes, or a last character cut off, do not make it another encoding: letters of other
        # encodings hardly ever form the sequences that UTF-8 asks for.
        broken = text.count("\ufffd")
        good = sum(not c.isascii() for c in text) - broken
        if good and (by_line := _by_lines(data)):
            return by_line
        if good > 4 * broken:
            return text, "utf-8", ""
    likeliest = _likeliest(data)
    return data.decode(likeliest, "replace"), standard_name(likeliest), ""


def _by_lines(data: bytes) -> tuple[str, str, str] | None:
    """A text some lines of which are UTF-8 and some of another encoding; None where no line is wholly of either.

    A line counts as of another encoding where it holds high bytes and not one of them is part of a sequence of
    UTF-8: in a line with both the high bytes are damage.
    """
    lines = data.splitlines(keepends=True)
    good = bad = 0
    others = set()
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        text = line.decode("utf-8", "replace")
        if "\ufffd" not in text:
            good += 1
        elif any(not c.isascii() and c != "\ufffd" for c in text):
            bad += 1
        else:
            others.add(number)
    if not good or not others or bad > good:
        return None
    encoding = _likeliest(b"".join(lines[number] for number in sorted(others)))
    found = [
        line.decode(encoding if number in others else "utf-8", "replace") for number, line in enumerate(lines)
    ]
    return "".join(found), "utf-8", standard_name(encoding)


def standard_name(encoding: str) -> str:
    """The name by which an encoding is registered ("windows-1252" for Python's "cp1252")."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    if name.startswith("cp125"):
        return f"windows-{name[2:]}"
    return {"iso8859-1": "iso-8859-1", "mac-roman": "macintosh", "ascii": "us-ascii"}.get(name, name)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where zero bytes stand; None where it is neither."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 8 or 0 not in sample:
        return None
    zeros = [sample[place::4].count(0) / (len(sample) / 4) for place in range(4)]
    if zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.2:
        return "utf-32-le"
    if zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.2:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    # Any text holds spaces and line ends, so even Chinese in UTF-16 has some zeros, all on one side.
    if odd > 0.02 and even < 0.1 * odd:
        return "utf-16-le" if _is_text(sample, "utf-16-le") else None
    if even > 0.02 and odd < 0.1 * even:
        return "utf-16-be" if _is_text(sample, "utf-16-be") else None
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    return text.count("\ufffd") <= 2 and sum(c.isprintable() or c.isspace() for c in text) > 0.98 * len(text)


def _likeliest(data: bytes) -> str:
    # Late: it takes 26 ms to import, and nearly every file is UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(_telling(data)).best()
    if best is None:
        return "cp1252"
    # By letters alone, French "près" and Czech "prčs" are as likely; by its words a text is French.
    latin = data[:_SAMPLE].decode("cp1252", "replace")
    return "cp1252" if best.encoding in _LATIN and guess_language(latin) in _WESTERN else best.encoding


def _telling(data: bytes) -> bytes:
    """A sample with the bytes in it that decide: whole lines that are not plain ASCII, before others."""
    if len(data) <= _SAMPLE:
        return data
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(lines[-1])
            if size > _SAMPLE:
                break
    return b"".join(lines)[:_SAMPLE] or data[:_SAMPLE]
