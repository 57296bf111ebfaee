"""Which parts of a comparison the reader wants to see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """What of a comparison is shown.

    Attributes:
        hidden_kinds: kinds of findings, and of marks that no finding belongs to, that are switched off.
        only_findings: only rows in which something was found.
        three_or_more: only rows in which three or more documents speak.
        boilerplate: what is not part of the article, in grey.
        hidden_verdicts: verdicts on facts that are switched off; "single" for facts of one source.
        hidden_states: what was decided on findings that are switched off; "open" for those not reviewed.
        tag: only findings and notes with this tag; empty for all.
        hidden_names: verdicts on names, and kinds of names, that are switched off.
        hidden_quotations: verdicts on quotations that are switched off; "spun" for those inside spun text, "words" for
            single words.
    """

    hidden_kinds: frozenset[str] = frozenset()
    only_findings: bool = False
    three_or_more: bool = False
    boilerplate: bool = True
    hidden_verdicts: frozenset[str] = frozenset()
    hidden_states: frozenset[str] = frozenset()
    tag: str = ""
    hidden_names: frozenset[str] = frozenset()
    hidden_quotations: frozenset[str] = frozenset()
