"""Notes and decisions as Web Annotations (W3C Recommendation of 23 February 2017) in JSON-LD, for other programs."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from crossread import __version__
from crossread.comparison import Comparison, Finding, Place
from crossread.report.additions import Additions
from crossread.text.anchor import quote
from crossread.text.document import Document

Json = dict[str, Any]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(comparison: Comparison, added: Additions) -> str:
    """What was noted and decided as the text of a JSON-LD file: one AnnotationCollection with a single page.

    A document is named by the digest of its text (RFC 6920), so that whoever has the same text finds the places
    again, by their words (TextQuoteSelector) or by their offsets in code points (TextPositionSelector).

    Args:
        comparison: whose documents the notes stand on.
        added: what people added.
    """
    items = [*_notes(comparison, added), *_decisions(comparison, added)]
    collection = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": f"Review of {', '.join(document.name for document in comparison.documents)}",
        "total": len(items),
        "generator": {"type": "Software", "name": f"Crossread {__version__}"},
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    # Half a surrogate pair has no UTF-8; JSON's own escapes can hold it, so everything else is left as it is.
    written = json.dumps(collection, ensure_ascii=False, indent=2)
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in written) + "\n"


def source_of(document: Document) -> str:
    """A document as a named information identifier (RFC 6920) over the SHA-256 of its text."""
    return _source(document.digest)


def _source(digest: str) -> str:
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(digest)).rstrip(b'=').decode()}"


def _notes(comparison: Comparison, added: Additions) -> Iterator[Json]:
    for remark in added.remarks:
        source = (
            source_of(comparison.document[remark.document]) if remark.document else _source(remark.digest)
        )
        target: Json = {
            "source": source,
            "selector": [_quote(remark.quoted, remark.before, remark.after)],
        }
        if remark.span:
            target["selector"].append(_position(remark.span.start, remark.span.end))
        made = _annotation(f"note-{remark.id}", "commenting", remark.by, remark.at, remark.changed)
        yield made | {"body": _bodies(remark.text, "commenting", remark.tags), "target": target}


def _decisions(comparison: Comparison, added: Additions) -> Iterator[Json]:
    for finding in comparison.findings:
        judged = added.judged.get(finding.id)
        if judged:
            made = _annotation(f"decision-{finding.id}", "assessing", judged.by, judged.at, "")
            state = {
                "type": "TextualBody",
                "value": judged.state,
                "format": "text/plain",
                "purpose": "assessing",
            }
            bodies = [state, *_bodies(judged.text, "commenting", judged.tags)]
            yield made | {"label": _label(finding), "body": bodies, "target": _targets(comparison, finding)}


def _label(finding: Finding) -> str:
    return f"Finding {finding.number}: {finding.title}"


def _targets(comparison: Comparison, finding: Finding) -> list[Json]:
    return [_target(comparison, place) for place in finding.places]


def _target(comparison: Comparison, place: Place) -> Json:
    document = comparison.document[place.document]
    quoted = quote(document.text, document.digest, place.span)
    return {
        "source": source_of(document),
        "selector": [
            _quote(quoted.exact, quoted.before, quoted.after),
            _position(place.span.start, place.span.end),
        ],
    }


def _annotation(name: str, motivation: str, by: str, at: str, changed: str) -> Json:
    made: Json = {"type": "Annotation", "id": f"urn:crossread:{name}", "motivation": motivation}
    if by:
        made["creator"] = {"type": "Person", "name": by}
    if at:
        made["created"] = at
    if changed:
        made["modified"] = changed
    return made


def _bodies(text: str, purpose: str, tags: tuple[str, ...]) -> list[Json]:
    said = [(purpose, text)] if text else []
    return [
        {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": why}
        for why, value in (*said, *(("tagging", tag) for tag in tags))
    ]


def _quote(exact: str, before: str, after: str) -> Json:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}


def _position(start: int, end: int) -> Json:
    return {"type": "TextPositionSelector", "start": start, "end": end}
