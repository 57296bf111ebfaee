"""The parts of mail-like files (EML, MHTML) as the standard library reads them."""

import contextlib
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parsedate_to_datetime

from crossread.errors import ReadError
from crossread.read.decode import decoded
from crossread.read.limits import Limits


def message_of(data: bytes) -> Message:
    """The message in these bytes."""
    # The older policy: the newer one fails on fields that are not made as the standard asks.
    return BytesParser(policy=compat32).parsebytes(data)


def field(message: Message, name: str) -> str:
    """A field of a message as it is meant, on one line; empty where it is not there."""
    value = message.get(name)
    if value is None:
        return ""
    written = str(value)
    with contextlib.suppress(ValueError, LookupError, UnicodeError):  # not coded as asked for: as it stands
        written = str(make_header(decode_header(value)))
    return " ".join(written.encode("utf-8", "replace").decode("utf-8").split())[:2_000]


def day(message: Message) -> str | None:
    """The day on which a message was sent, where its sender was, ISO 8601."""
    with contextlib.suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    return None


def parts(message: Message, limits: Limits) -> Iterator[Message]:
    """All parts of a message that are no containers; messages inside it are parts, and not looked into.

    Raises:
        ReadError: there are more than the limits allow; the message is a predicate.
    """
    waiting = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > limits.parts:
            raise ReadError(
                f"has more than {limits.parts:,} parts, which no message needs; open what is to be compared"
            )
        if part.get_content_type() != "message/rfc822" and part.is_multipart():
            inner = part.get_payload()
            assert isinstance(inner, list), "what has parts is a list of them"
            waiting += [each for each in reversed(inner) if isinstance(each, Message)]
        else:
            yield part


def body(part: Message) -> bytes:
    """The bytes of a part, unpacked from their transport coding."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        found = None
    return found if isinstance(found, bytes) else b""


def text(part: Message, encoding: str = "") -> str:
    """The text of a part.

    Raises:
        ReadError: it is no text.
    """
    data = body(part)
    said = part.get_content_charset("") or ""
    for name in (encoding, said, ""):
        with contextlib.suppress(ReadError):
            return decoded(data, name).text
    raise ReadError("holds a text that cannot be read; save it anew and open that")


def is_attached(part: Message) -> bool:
    """Whether a part was attached rather than written."""
    if part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822":
        return True
    return part.get_content_maintype() not in ("text", "multipart") and bool(part.get_filename())


def attached_name(part: Message) -> str:
    """What an attachment is called."""
    name = part.get_filename() or ""
    with contextlib.suppress(ValueError, LookupError, UnicodeError):
        name = str(make_header(decode_header(name)))
    return " ".join(name.split())[:100] or part.get_content_type()
