"""Where documents differ in whom they quote and name and how firmly they claim; hidden characters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crossread import claims
from crossread.claims.certainty import STEPS, Certainty, CertaintyDifference, Superlative
from crossread.claims.character import CharacterNote
from crossread.claims.name import Name, NameMention
from crossread.claims.quotation import Quotation, QuotationMention, QuotedEdit
from crossread.comparison import Comparison, Place, Severity
from crossread.findings.draft import Draft, listed, opening, row_of_most, words_at

_MOST_EDITS = 3  # differences of one quotation that its sentence tells
_MOST_PLACES = 200  # of one sort of hidden character; a text full of them shows no more

# ---------------------------------------------------------------------------------------------- quotations


def quotations(comparison: Comparison) -> Iterator[Draft]:
    """Quotations whose words cannot be trusted: altered, given to another speaker, cut short, or spun."""
    speakers = {form: name.id for name in comparison.names for form in (*name.forms, name.label)}
    for quotation in comparison.quotations:
        quoted = [mention for mention in quotation.mentions if mention.kind != "indirect"]
        if not quoted:
            continue
        told = list(_told_of(comparison, quotation, quoted, speakers))
        if told:
            severity, sentences = told[0][0], " ".join(sentence for _, sentence in told)
            places = tuple(Place(mention.document, mention.span) for mention in quotation.mentions)
            first = Place(quoted[0].document, quoted[0].span)
            row = row_of_most(comparison, places)
            yield Draft(
                "quotations", severity, f"“{opening(comparison, first, 6)}”", sentences, places, "", row
            )


def _told_of(
    comparison: Comparison,
    quotation: Quotation,
    quoted: Sequence[QuotationMention],
    speakers: dict[str, str],
) -> Iterator[tuple[Severity, str]]:
    """What speaks against a quotation, gravest first, each one sentence."""
    who = quotation.speaker or "somebody"
    if quotation.verdict == "altered":
        yield (
            "high",
            f"{_listed_documents(quoted)} quote {who} in different words{_words(comparison, quotation)}.",
        )
    said = {speakers[m.speaker]: m for m in quoted if m.speaker and m.speaker in speakers}
    if len(said) > 1 and len({mention.document for mention in said.values()}) > 1:
        named = "; ".join(f"{mention.document} {mention.speaker}" for mention in said.values())
        yield "high", f"Different speakers are named: {named}."
    if quotation.in_spun_text:
        speech = any(mention.kind == "speech" for mention in quoted)
        only = " No other document has this quotation." if quotation.verdict == "one source" else ""
        spun = [mention for mention in quoted if mention.in_spun_text]
        quotes = "quotes" if len({mention.document for mention in spun}) == 1 else "quote"
        yield (
            "high" if speech else "medium",
            f"{_listed_documents(spun)} {quotes} {who} inside text that was spun, so these are hardly the words "
            f"that were said.{only}",
        )
    if quotation.verdict == "shortened" and any(mention.kind == "speech" for mention in quoted):
        longest = max(quoted, key=lambda mention: _length(comparison, mention))
        yield "low", f"{longest.document} quotes {who} at greater length than the others."


def _length(comparison: Comparison, mention: QuotationMention) -> int:
    """How many characters are quoted, whatever white space parts the words."""
    return sum(len(part.line_of(comparison.document[mention.document].text)) for part in mention.parts)


def _listed_documents(mentions: Iterable[QuotationMention | NameMention]) -> str:
    return listed(list(dict.fromkeys(mention.document for mention in mentions)))


def _words(comparison: Comparison, quotation: Quotation) -> str:
    edits = [edit for edit in quotation.edits if edit.a_span or edit.b_span][:_MOST_EDITS]
    told = dict.fromkeys(
        f"{_side(comparison, quotation, edit, 'a')}, {_side(comparison, quotation, edit, 'b')}"
        for edit in edits
    )
    return f": {'; '.join(told)}" if told else ""


def _side(comparison: Comparison, quotation: Quotation, edit: QuotedEdit, side: str) -> str:
    index, span = (edit.a, edit.a_span) if side == "a" else (edit.b, edit.b_span)
    document = quotation.mentions[index].document
    words = words_at(comparison, Place(document, span))
    return f"{document} “{words}”" if words else f"{document} nothing"


# --------------------------------------------------------------------------------------------------- names


def names(comparison: Comparison) -> Iterator[Draft]:
    """Names that are likely misspelt, and different names that fill one role."""
    for name in comparison.names:
        for form in name.misspelt:
            yield from _misspelt(comparison, name, form)
    for group in same_role(comparison.names):
        yield from _other_name(comparison, group)


def _misspelt(comparison: Comparison, name: Name, form: str) -> Iterator[Draft]:
    right = next((other for other in name.forms if other not in name.misspelt), name.label)
    wrong = [mention for mention in name.mentions if mention.text == form]
    others = [mention for mention in name.mentions if mention.text == right]
    if not wrong or form == right:
        return
    if len({m.document for m in wrong}) == len({m.document for m in others}) and len(wrong) == len(others):
        # As many write the one as the other: which is the slip nobody knows.
        yield Draft(
            "names",
            "medium",
            f"“{right}” / “{form}”",
            f"{_listed_documents(others)} {_writes(others)} “{right}”, {_listed_documents(wrong)} “{form}”: "
            "one of them is likely a slip.",
            tuple(Place(mention.document, mention.span) for mention in (*others, *wrong)),
            "",
            row_of_most(comparison, [Place(mention.document, mention.span) for mention in wrong]),
        )
        return
    writes = _writes(wrong)
    against = f"; {_listed_documents(others)} “{right}”" if others else ""
    places = tuple(Place(mention.document, mention.span) for mention in (*wrong, *others))
    yield Draft(
        "names",
        "medium",
        f"“{form}” for “{right}”",
        f"{_listed_documents(wrong)} {writes} “{form}”{against}.",
        places,
        "",
        row_of_most(comparison, places[: len(wrong)]),
    )


def _writes(mentions: Iterable[NameMention]) -> str:
    return "writes" if len({mention.document for mention in mentions}) == 1 else "write"


def same_role(names: Sequence[Name]) -> list[list[Name]]:
    """Names that stand in one another's place in different documents, role by role."""
    by_id = {name.id: name for name in names}
    groups, seen = [], set[str]()
    for name in names:
        if name.id in seen or not name.others:
            continue
        waiting, group = [name.id], dict[str, Name]()
        while waiting:
            found = by_id.get(waiting.pop())
            if found is not None and found.id not in group:
                group[found.id] = found
                waiting.extend(found.others)
        seen.update(group)
        groups.append([each for each in names if each.id in group])
    return groups


def _other_name(comparison: Comparison, group: Sequence[Name]) -> Iterator[Draft]:
    by_documents: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in group:
        by_documents[name.documents].append(name)
    told = [
        f"{listed(documents)} {'names' if len(documents) == 1 else 'name'} {listed([n.label for n in found])}"
        for documents, found in by_documents.items()
    ]
    roles = [role for name in group for role in name.roles]
    role = max(roles, key=roles.count, default="")
    title = " / ".join(listed([name.label for name in found]) for found in by_documents.values())
    places = tuple(
        Place(mention.document, mention.span)
        for document in comparison.documents
        for name in group
        for mention in name.mentions
        if mention.document == document.id and not mention.refers
    )
    where = f"In the same role ({role})" if role else "In the same place"
    row = row_of_most(comparison, places)
    yield Draft("names", "medium", title, f"{where} {'; '.join(told)}.", places, "", row)


# ----------------------------------------------------------------------------------------------- certainty


def certainty(comparison: Comparison) -> Iterator[Draft]:
    """What one document asserts and another only reports, alleges, doubts or denies; unlike superlatives."""
    of_passage = {found.passage: found for found in comparison.certainty}
    differences = claims.certainty_differences(
        comparison.documents, comparison.certainty, comparison.rows, comparison.links
    )
    for difference in differences:
        yield _firmness(comparison, difference, [of_passage[passage] for passage in difference.passages])
    groups: dict[str, list[Superlative]] = defaultdict(list)
    for superlative in comparison.superlatives:
        if superlative.group:
            groups[superlative.group].append(superlative)
    for group in groups.values():
        yield from _superlative(comparison, group)


def _firmness(
    comparison: Comparison, difference: CertaintyDifference, passages: Sequence[Certainty]
) -> Draft:
    places: list[Place] = []
    sources: dict[str, list[str]] = {}
    for found in passages:
        whole = comparison.passage[found.passage][1].span
        places += [Place(found.document, cue) for cue in found.cues] or [Place(found.document, whole)]
        if found.source and found.step != "asserted":
            source = f"“{found.source}”" if found.source_kind == "unnamed" else found.source
            sources.setdefault(source, []).append(found.document)
    firmest = max(passages, key=lambda found: STEPS.index(found.step))
    first = Place(firmest.document, comparison.passage[firmest.passage][1].span)
    named = "; ".join(f"{listed(list(dict.fromkeys(who)))} {source}" for source, who in sources.items())
    return Draft(
        "certainty",
        _gravity(passages),
        opening(comparison, first, 6),
        difference.sentence + (f" As the source: {named}." if named else ""),
        tuple(places),
        "",
        difference.row,
    )


def _gravity(passages: Sequence[Certainty]) -> Severity:
    """Grave where it is denied, less so where only the one names who says it and the other does not."""
    weakest = min((found.step for found in passages), key=STEPS.index)
    return "high" if weakest == "denied" else "low" if weakest == "reported" else "medium"


def _superlative(comparison: Comparison, group: Sequence[Superlative]) -> Iterator[Draft]:
    """Superlatives of one thing that are limited in different ways."""
    claimed = {
        (
            frozenset(_scope(comparison, each, n) for n in range(len(each.scopes))),
            each.among,
            "-" in each.word,
        )
        for each in group
    }
    if len(claimed) < 2 or len({each.document for each in group}) < 2:
        return
    places = tuple(Place(each.document, each.span) for each in group)
    told: dict[str, list[str]] = {}
    for place in places:
        told.setdefault(words_at(comparison, place), []).append(place.document)
    said = "; ".join(f"{listed(list(dict.fromkeys(who)))} “{words}”" for words, who in told.items())
    title = " / ".join(f"“{word}”" for word in dict.fromkeys(each.word for each in group))
    row = row_of_most(comparison, places)
    yield Draft("certainty", "medium", f"{title} of what?", f"{said}.", places, "", row)


_OF_SCOPES = re.compile(r"\b(?:the|in|of|its|their)\b|['’]s?\b|[^\w\s]")


def _scope(comparison: Comparison, superlative: Superlative, number: int) -> str:
    """What limits a superlative, so that "the world’s" and "in the world" are the same."""
    words = words_at(comparison, Place(superlative.document, superlative.scopes[number])).casefold()
    return " ".join(_OF_SCOPES.sub(" ", words).split())


# ---------------------------------------------------------------------------------------------- characters


def characters(comparison: Comparison) -> Iterator[Draft]:
    """Characters that a text has been tampered with, one finding a document and sort."""
    notes: dict[tuple[str, str], list[CharacterNote]] = defaultdict(list)
    for note in comparison.characters:
        if note.tampering:
            notes[note.document, note.codepoint].append(note)
    for (document, codepoint), found in notes.items():
        first = found[0]
        times = f"{len(found):,} times" if len(found) > 1 else "once"
        places = tuple(Place(document, note.span) for note in found[:_MOST_PLACES])
        yield Draft(
            "characters",
            "high",
            f"{first.name.capitalize()} in {document}",
            f"{document} has {codepoint} {times}: it {first.why}.",
            places,
            "",
            row_of_most(comparison, places),
        )
