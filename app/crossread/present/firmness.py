"""How firmly the passages of a row claim what they say, as five steps to look at."""

from dataclasses import dataclass

from crossread.align.link import Row
from crossread.claims.certainty import STEPS, Step
from crossread.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Firmness:
    """One passage.

    Attributes:
        document, passage: ids.
        step: from denied to asserted.
        source: on whose word, in quotation marks where nobody is named; empty where it is the document's own.
    """

    document: str
    passage: str
    step: Step
    source: str

    @property
    def words(self) -> str:
        """The step with its source, for a line of text."""
        return f"{self.step}, {self.source}" if self.source else self.step


def firmness(comparison: Comparison, row: Row) -> tuple[Firmness, ...]:
    """How firmly each passage of a row claims what it says, in the order of the row."""
    of_passage = {found.passage: found for found in comparison.certainty}
    found = []
    for document, passages in row.passages:
        for passage in passages:
            if told := of_passage.get(passage):
                source = "" if told.source_kind == "itself" else told.source
                source = f"“{source}”" if source and told.source_kind == "unnamed" else source
                found.append(Firmness(document, passage, told.step, source))
    return tuple(found)


def firmness_shown(comparison: Comparison) -> dict[str, Firmness]:
    """The passages beside which a scale tells how firm they are, by their ids.

    Those that do not assert what they say, and those that do where another document of their row does not.
    """
    shown: dict[str, Firmness] = {}
    in_rows = set[str]()
    for row in comparison.rows:
        told = [each for each in firmness(comparison, row) if _states(comparison, each)]
        in_rows.update(each.passage for each in told)
        steps = {each.step for each in told}
        shown |= {each.passage: each for each in told if len(steps) > 1 or each.step != "asserted"}
    for found in comparison.certainty:
        if found.step != "asserted" and found.passage not in in_rows:
            alone = Row("", ((found.document, (found.passage,)),))
            shown |= {each.passage: each for each in firmness(comparison, alone)}
    return shown


def _states(comparison: Comparison, told: Firmness) -> bool:
    return told.step != "asserted" or comparison.passage[told.passage][1].kind != "heading"


def scale(step: Step) -> str:
    """Five signs from denied to asserted, the one of this step filled."""
    return "".join("●" if step == each else "○" for each in STEPS)
