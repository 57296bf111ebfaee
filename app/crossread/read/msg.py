"""Messages as Outlook saves them (MSG)."""

import io
from typing import TYPE_CHECKING

from crossread.errors import ReadError
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.mail import Letter, extract_of_letter
from crossread.read.rtf import plain_text

if TYPE_CHECKING:
    from oxmsg import Message as OutlookMessage

_PACKED_RTF = 0x1009  # the number of the property that holds the text as packed RTF


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a message.

    Raises:
        ReadError: it is damaged.
    """
    from oxmsg import Message

    try:
        message = Message.load(io.BytesIO(source.data))
        plain, html = message.body or "", message.html_body or ""
        if not (plain.strip() or html.strip()):
            plain = _packed(message)
        sent = message.sent_date
        letter = Letter(
            "Outlook message",
            message.subject or "",
            message.sender or "",
            ", ".join(filter(None, (f"{r.name} <{r.email_address}>".strip() for r in message.recipients))),
            sent.date().isoformat() if sent else None,
            html,
            plain,
            [attachment.file_name or "(no name)" for attachment in message.attachments],
        )
    except (OSError, LookupError, AttributeError, TypeError, ValueError, OverflowError) as error:
        raise ReadError("is damaged or cut off; open it in Outlook, save it anew and open that") from error
    return (extract_of_letter(letter, source),)


def _packed(message: "OutlookMessage") -> str:
    """What was written, where it is there only as RTF packed in Outlook's own way."""
    from compressed_rtf import decompress

    packed = message.properties.binary_prop_value(_PACKED_RTF)
    if not packed:
        return ""
    try:
        return plain_text(decompress(packed))
    except Exception as error:  # its library names none of its own
        raise ReadError(
            "holds its text in a damaged form; open it in Outlook, save it anew and open that"
        ) from error
