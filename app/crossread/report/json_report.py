"""A comparison as JSON, for other programs: everything the window shows, in an order that never changes."""

import json
import re
from fractions import Fraction
from typing import Any

from crossread.align.link import Link
from crossread.claims.certainty import Certainty, Superlative
from crossread.claims.character import CharacterNote
from crossread.claims.name import Name
from crossread.claims.quotation import Quotation
from crossread.comparison import Comparison, Finding, Place
from crossread.present.matrix import PairShares, matrix
from crossread.quantities.fact import Fact, Mention
from crossread.report.additions import NOTHING, Additions, Remark
from crossread.spin.batch import as_json
from crossread.text.document import Document
from crossread.text.span import Span
from crossread.wording.edit import Edit, EditSide

Json = dict[str, Any]
_WIDTH = 200  # most links, edits and findings stand on a line of their own then
_UNPAIRED = re.compile("[\ud800-\udfff]")


def to_dict(comparison: Comparison, added: Additions = NOTHING) -> Json:
    """A comparison as the JSON report's object; offsets are half-open, in code points of a text.

    Args:
        comparison: what is written.
        added: what people added; it stands under a key of its own where there is any of it.
    """
    return _compared(comparison) | ({"review": _review(added)} if added else {})


def _compared(comparison: Comparison) -> Json:
    return {
        "documents": [_document(document) for document in comparison.documents],
        "links": [_link(link) for link in comparison.links],
        "rows": [
            {"id": row.id, "passages": {document: list(ids) for document, ids in row.passages}}
            for row in comparison.rows
        ],
        "edits": [_edit(edit) for edit in comparison.edits],
        "quantities": [_quantity(comparison, mention) for mention in comparison.quantities],
        "facts": [_fact(comparison, fact) for fact in comparison.facts],
        "spin": _spin(comparison),
        "quotations": [_quotation(quotation) for quotation in comparison.quotations],
        "names": [_name(comparison, each) for each in comparison.names],
        "certainty": [_certainty(each) for each in comparison.certainty],
        "superlatives": [_superlative(each) for each in comparison.superlatives],
        "characters": [_character(note) for note in comparison.characters],
        "findings": [_finding(finding) for finding in comparison.findings],
        "matrix": [_shares(pair) for pair in matrix(comparison, [d.id for d in comparison.documents])],
        "unfinished": list(comparison.unfinished),
    }


def to_json(comparison: Comparison, added: Additions = NOTHING) -> str:
    """A comparison as the text of a JSON report.

    What fits on a line stands on one, so that two reports can be compared line by line.
    """
    written = _laid_out(to_dict(comparison, added), "")
    # Half a surrogate pair has no UTF-8; JSON has a way to write it.
    return _UNPAIRED.sub(lambda match: f"\\u{ord(match.group()):04x}", written) + "\n"


def _laid_out(value: object, indent: str) -> str:
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not value or not isinstance(value, dict | list) or (indent and len(indent) + len(flat) <= _WIDTH):
        return flat
    deeper = indent + "  "
    if isinstance(value, dict):
        keys = (json.dumps(key, ensure_ascii=False) for key in value)
        parts = [f"{key}: {_laid_out(item, deeper)}" for key, item in zip(keys, value.values(), strict=True)]
        opening, closing = "{", "}"
    else:
        parts = [_laid_out(item, deeper) for item in value]
        opening, closing = "[", "]"
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}{closing}"


def _document(document: Document) -> Json:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "date": document.date,
        "language": document.language,
        "digest": document.digest,
        "text": document.text,
        "passages": [
            {
                "id": passage.id,
                **_span(passage.span),
                "kind": passage.kind,
                "paragraph": passage.paragraph,
            }
            for passage in document.passages
        ],
    }


def _link(link: Link) -> Json:
    return {
        "a": link.a,
        "b": link.b,
        "score": link.score,
        "why": list(link.why),
        "moved": link.moved,
        "degree": link.degree,
        "equal": link.equal,
        "run": link.run,
        **({"pinned": True} if link.pinned else {}),
    }


def _shares(pair: PairShares) -> Json:
    return {
        "a": pair.a,
        "b": pair.b,
        "linked": round(pair.linked, 4),
        "copied": round(pair.copied, 4),
        "reworded": round(pair.reworded, 4),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _side(side: EditSide) -> Json:
    return {"passage": side.passage, **_span(side.span)}


def _edit(edit: Edit) -> Json:
    return {"a": _side(edit.a), "b": _side(edit.b), "kind": edit.kind}


def number(value: Fraction | None) -> int | float | None:
    """An exact number as JSON has it: whole where it is whole, else the nearest float."""
    if value is None:
        return None
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return round(value)


def _quantity(comparison: Comparison, mention: Mention) -> Json:
    quantity, text = mention.quantity, comparison.document[mention.document].text
    counted = quantity.counted
    return {
        "doc": mention.document,
        **_span(quantity.span),
        "core_start": quantity.core.start,
        "core_end": quantity.core.end,
        "kind": quantity.kind,
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "approx": quantity.approx,
        "counted": counted.of(text) if counted else None,
        "counted_start": counted.start if counted else None,
        "counted_end": counted.end if counted else None,
        "seconds": number(quantity.seconds),
        "timex": quantity.timex,
        "start_date": quantity.start_date.isoformat() if quantity.start_date else None,
        "end_date": quantity.end_date.isoformat() if quantity.end_date else None,
        "relative": quantity.relative,
        "in_spun_text": comparison.is_spun(Place(mention.document, quantity.span)),
    }


def _fact(comparison: Comparison, fact: Fact) -> Json:
    return {
        "label": fact.label,
        "kind": fact.kind,
        "mentions": [
            {
                "doc": mention.document,
                **_span(mention.quantity.span),
                "in_spun_text": comparison.is_spun(Place(mention.document, mention.quantity.span)),
            }
            for mention in fact.mentions
        ],
        "verdict": fact.verdict,
        "pairs": [
            {"a": pair.a, "b": pair.b, "verdict": pair.verdict, "why": pair.why} for pair in fact.pairs
        ],
    }


def _spin(comparison: Comparison) -> Json:
    """As the batch interface has it, with the documents' ids in place of their numbers."""
    found: Json = as_json(comparison.spin, list(comparison.documents))
    for entries in found.values():
        for entry in entries:
            for key in ("doc", "other"):
                if key in entry:
                    entry[key] = comparison.documents[entry[key]].id
    return found


def _quotation(quotation: Quotation) -> Json:
    return {
        "id": quotation.id,
        "mentions": [
            {
                "doc": mention.document,
                **_span(mention.span),
                "speaker": mention.speaker,
                "kind": mention.kind,
                "parts": [_span(part) for part in mention.parts],
                "in_spun_text": mention.in_spun_text,
            }
            for mention in quotation.mentions
        ],
        "verdict": quotation.verdict,
        "in_spun_text": quotation.in_spun_text,
        "edits": [
            {"a": edit.a, "b": edit.b, "a_span": _span(edit.a_span), "b_span": _span(edit.b_span)}
            for edit in quotation.edits
        ],
    }


def _name(comparison: Comparison, name: Name) -> Json:
    return {
        "id": name.id,
        "label": name.label,
        "kind": name.kind,
        "mentions": [
            {
                "doc": mention.document,
                **_span(mention.span),
                "text": mention.text,
                "passage": mention.passage,
                "refers": mention.refers,
                "in_spun_text": comparison.is_spun(Place(mention.document, mention.span)),
            }
            for mention in name.mentions
        ],
        "verdict": name.verdict,
        "forms": list(name.forms),
        "misspelt": list(name.misspelt),
        "roles": list(name.roles),
        "others": list(name.others),
    }


def _certainty(certainty: Certainty) -> Json:
    return {
        "doc": certainty.document,
        "passage": certainty.passage,
        "step": certainty.step,
        "source": certainty.source,
        "source_kind": certainty.source_kind,
        "governs": certainty.governs,
        "cues": [_span(cue) for cue in certainty.cues],
    }


def _superlative(superlative: Superlative) -> Json:
    return {
        "doc": superlative.document,
        "passage": superlative.passage,
        **_span(superlative.span),
        "word": superlative.word,
        "scale": superlative.scale,
        "scopes": [_span(scope) for scope in superlative.scopes],
        "among": superlative.among,
        "group": superlative.group,
    }


def _character(note: CharacterNote) -> Json:
    return {
        "doc": note.document,
        **_span(note.span),
        "codepoint": note.codepoint,
        "name": note.name,
        "tampering": note.tampering,
        "kind": note.kind,
        "why": note.why,
    }


def _finding(finding: Finding) -> Json:
    return {
        "number": finding.number,
        "id": finding.id,
        "kind": finding.kind,
        "severity": finding.severity,
        "documents": list(finding.documents),
        "spans": [{"doc": place.document, **_span(place.span)} for place in finding.places],
        "title": finding.title,
        "detail": finding.detail,
        "badge": finding.badge,
        "row": finding.row,
        "in_spun_text": finding.in_spun_text,
    }


def _review(added: Additions) -> Json:
    return {
        "decisions": [
            {
                "finding": judged.finding,
                "state": judged.state,
                "note": judged.text,
                "by": judged.by,
                "at": judged.at,
                "tags": list(judged.tags),
            }
            for judged in added.judged.values()
        ],
        "tags": {finding: list(tags) for finding, tags in added.tags.items()},
        "notes": [_note(remark) for remark in added.remarks],
        "set_right": list(added.set_right),
        "again": list(added.again),
    }


def _note(remark: Remark) -> Json:
    return {
        "number": remark.number,
        "id": remark.id,
        "doc": remark.document or None,
        "digest": remark.digest,
        "start": remark.span.start if remark.span else None,
        "end": remark.span.end if remark.span else None,
        "quoted": remark.quoted,
        "text": remark.text,
        "by": remark.by,
        "at": remark.at,
        "changed": remark.changed or None,
        "tags": list(remark.tags),
        "private": remark.private,
    }
