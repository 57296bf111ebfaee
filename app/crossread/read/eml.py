"""E-mail as it travels (EML)."""

from crossread.errors import ReadError
from crossread.read.extract import Extract
from crossread.read.kinds import Source
from crossread.read.mail import Letter, extract_of_letter
from crossread.read.mail_parts import attached_name, day, field, is_attached, message_of, parts, text


def read(source: Source) -> tuple[Extract, ...]:
    """The text of a message.

    Raises:
        ReadError: it is encrypted, or has too many parts.
    """
    message = message_of(source.data)
    if message.get_content_type() == "multipart/encrypted" or "pkcs7-mime" in message.get_content_type():
        raise ReadError("is encrypted; open it in your mail program, save its text and open that")
    html, plain, attached, encoding = "", "", [], ""
    for part in parts(message, source.limits):
        if is_attached(part):
            attached.append(attached_name(part))
        elif part.get_content_type() == "text/html" and not html:
            html, encoding = text(part, source.options.encoding), part.get_content_charset("") or encoding
        elif part.get_content_type() == "text/plain" and not plain:
            plain, encoding = (
                text(part, source.options.encoding),
                encoding or part.get_content_charset("") or "",
            )
    letter = Letter(
        "E-mail", field(message, "Subject"), field(message, "From"), field(message, "To"), day(message), html, plain,
        attached, encoding,
    )  # fmt: skip
    return (extract_of_letter(letter, source),)
