"""Words of a document with where they come from, for a clipboard."""

from collections.abc import Sequence

from crossread.text.document import Document
from crossread.text.shown import plain_line
from crossread.text.span import Span


def cited(document: Document, spans: Sequence[Span]) -> str:
    """Stretches of a document in quotation marks, as it has them, and below them where they stand.

    Args:
        document: whose words, under the name that may be seen.
        spans: in the order of the text; what lies between them is left out.
    """
    words = " […] ".join(span.of(document.text).strip() for span in spans)
    origin = document.provenance
    known = (origin.author, document.title, document.publisher, document.date or "", origin.address)
    source = [plain_line(part) for part in known if part]
    if not origin.address and document.name != document.title:
        source.append(plain_line(document.name))
    return f"“{words}”\n— {', '.join(dict.fromkeys(source))}"
