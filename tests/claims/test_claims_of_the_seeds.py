"""The reference case: everything the four find in the five sample documents, as a file to be read."""

from pathlib import Path

import pytest

from crossread import claims
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.read import read_all
from expected_files import assert_expected

SEEDS = Path(__file__).parents[2] / "seeds"
SPUN = frozenset({"C"})  # what the check for spun text finds


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    return compare(read_all([SEEDS]).documents)


def _line(text: str) -> str:
    return " ".join(text.split())


def test_quotations_of_the_seeds(seeds: Comparison) -> None:
    lines = []
    for quotation in claims.quotations(seeds.documents, seeds.links, SPUN):
        lines.append(f"{quotation.verdict}{', in spun text' if quotation.in_spun_text else ''}")
        for mention in quotation.mentions:
            text = _line(mention.span.of(seeds.document[mention.document].text))
            lines.append(f"    {mention.document} {mention.kind}, speaker {mention.speaker or '-'}: {text}")
    assert_expected("claims_quotations.txt", "\n".join(lines) + "\n")


def test_names_of_the_seeds(seeds: Comparison) -> None:
    found = claims.names(seeds.documents, seeds.links)
    labels = {name.id: name.label for name in found}
    lines = []
    for name in found:
        lines.append(f"{name.label} ({name.kind}): {name.verdict}")
        for key, values in (
            ("written", name.forms), ("likely slips", name.misspelt), ("offices", name.roles),
            ("in its place", tuple(sorted(labels[other] for other in name.others))),
        ):  # fmt: skip
            if values:
                lines.append(f"    {key}: {' | '.join(values)}")
        for document in seeds.documents:
            mentions = [mention for mention in name.mentions if mention.document == document.id]
            stand_ins = [mention.passage for mention in mentions if mention.refers]
            if mentions:
                also = f"; {len(stand_ins)} stand-ins in {', '.join(stand_ins)}" if stand_ins else ""
                lines.append(f"    {document.id}: {len(mentions)}{also}")
    assert_expected("claims_names.txt", "\n".join(lines) + "\n")


def test_certainty_of_the_seeds(seeds: Comparison) -> None:
    found = seeds.certainty
    lines = []
    for each in found:
        document, passage = seeds.passage[each.passage]
        cues = " | ".join(_line(cue.of(document.text)) for cue in each.cues)
        source = {"itself": "itself", "unnamed": f"nobody ({each.source})"}.get(each.source_kind, each.source)
        lines.append(
            f"{each.passage} {each.step} by {source}{f' [{cues}]' if cues else ''}: {_line(document.of(passage))}"
        )
    lines.append("")
    lines += [
        f"{difference.row}: {difference.sentence}"
        for difference in claims.certainty_differences(seeds.documents, found, seeds.rows, seeds.links)
    ]
    lines.append("")
    for superlative in claims.superlatives(seeds.documents, seeds.rows, seeds.links):
        text = seeds.document[superlative.document].text
        scopes = " | ".join(_line(scope.of(text)) for scope in superlative.scopes)
        group = f" group {superlative.group}" if superlative.group else ""
        words = _line(superlative.span.of(text))
        what = f"{superlative.passage} {superlative.word} ({superlative.scale}){group}"
        lines.append(f"{what} [{scopes}]: {words}")
    assert_expected("claims_certainty.txt", "\n".join(lines) + "\n")


def test_the_seeds_hold_no_hidden_characters(seeds: Comparison) -> None:
    assert claims.characters(seeds.documents) == ()
