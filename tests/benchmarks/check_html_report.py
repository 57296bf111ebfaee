"""Whether the HTML report does in a browser what it promises; needs Chromium (Debian: ``apt-get install chromium``).

``python tests/benchmarks/check_html_report.py [FOLDER]`` compares the texts of a folder, the sample documents by
default, adds a review, and looks at the page in headless Chromium: it stays under 2 MB and fetches nothing, filters and
keys work, heads stick, no text has a contrast below 4.5 to 1 in light or dark, nothing runs over the edge of a phone,
and documents and reviews full of attacks come alive nowhere. Pictures are kept in the folder that is told at the end.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import hostile
import reviews
from benchmarks.chromium import Tab, browser
from crossread.compare import compare
from crossread.comparison import Comparison
from crossread.paths import seeds
from crossread.read import read_all
from crossread.report.writing import Options, write
from crossread.review.review import Review

_MOST_BYTES = 2_000_000
_SIZES = ((1280, 800), (2560, 1440), (390, 844))
_CONTRAST = """
(() => {
  const parsed = (colour) => {
    const numbers = colour.match(/[\\d.]+/g).map(Number);
    if (colour.startsWith("color(srgb")) numbers.splice(0, 3, ...numbers.slice(0, 3).map((part) => part * 255));
    return [...numbers.slice(0, 3), numbers[3] ?? 1];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, at) => part * a + below[at] * (1 - a));
  const ground = (element) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.unshift(parsed(getComputedStyle(at).backgroundColor));
    return chain.reduce((below, colour) => over(colour, below), [255, 255, 255]);
  };
  const drawn = (text, below) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    for (const shape of text.ownerSVGElement.querySelectorAll("rect, circle")) {
      const box = shape.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      const { fill, fillOpacity } = getComputedStyle(shape);
      below = over([...parsed(fill).slice(0, 3), Number(fillOpacity)], below);
    }
    return below;
  };
  const light = (rgb) => {
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb.map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const poor = new Map();
  let least = 21, count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("script, style, .unseen, [aria-hidden]")) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || !element.getClientRects().length) continue;
    const behind = ground(element);
    const below = element.ownerSVGElement ? drawn(element, behind) : behind;
    const style = getComputedStyle(element);
    const ink = over(parsed(element.ownerSVGElement ? style.fill : style.color), below);
    const [dark, bright] = [light(ink), light(below)].sort((a, b) => a - b);
    const contrast = (bright + 0.05) / (dark + 0.05);
    count += 1;
    least = Math.min(least, contrast);
    if (contrast < 4.5) poor.set(`${element.getAttribute("class") || element.tagName}`, contrast.toFixed(2));
  }
  return { least, count, poor: [...poor] };
})()
"""

_OUTLINED = """
[document.activeElement, document.activeElement.closest("label")].some(
  (element) => element && getComputedStyle(element).outlineStyle !== "none")
"""


class Failures:
    """Counts what does not hold, and tells of everything."""

    def __init__(self) -> None:
        self.count = 0

    def check(self, what: str, holds: object, told: object = "") -> None:
        """Tell one thing; ``holds`` says whether it is as it should be."""
        self.count += not holds
        print(f"{'ok    ' if holds else 'FAILED'} {what}{f': {told}' if told != '' else ''}")


def _reviewed(found: Comparison) -> Review:
    document = found.documents[0]
    words = document.of(next(p for p in document.passages if len(p.span) > 30))
    return reviews.review(found, words[:24])


def _fetches_nothing(tab: Tab, failures: Failures, page: Path) -> None:
    others = [url for url in tab.requests if not url.startswith(("data:", page.resolve().as_uri()))]
    failures.check(
        "nothing is fetched", not others, others or f"{len(tab.requests) - 1} fonts from the page itself"
    )
    failures.check("the browser complains of nothing", not tab.complaints, tab.complaints or "")


def _filters(tab: Tab, failures: Failures) -> None:
    shown = "(query) => [...document.querySelectorAll(query)].filter((e) => e.checkVisibility()).length"
    run = lambda query: tab.run(f"({shown})({query!r})")  # noqa: E731
    kinds = tab.run("[...document.querySelectorAll('.chips [id^=show-]')].map((box) => box.id.slice(5))")
    for kind in kinds:
        tab.run(f"document.getElementById('tab-{kind}').click()")
        before = run(f".findings .{kind} .finding")
        tab.run(f"document.getElementById('show-{kind}').click()")
        failures.check(f"filter {kind}", run(f".findings .{kind} .finding") == 0, f"{before} findings hidden")
        tab.run(f"document.getElementById('show-{kind}').click()")
        failures.check(f"  and back: {kind}", run(f".findings .{kind} .finding") == before)
    tab.run("document.getElementById('tab-numbers').click()")
    for state in tab.run("[...document.querySelectorAll('.states input')].map((box) => box.id.slice(6))"):
        before = run(f".finding.is-{state}")
        tab.run(f"document.getElementById('state-{state}').click()")
        failures.check(f"filter of state {state}", run(f".finding.is-{state}") == 0, f"{before} hidden")
        tab.run(f"document.getElementById('state-{state}').click()")
    before = run("main .grid tr")
    tab.run("document.getElementById('only-findings').click()")
    failures.check(
        "only rows with findings", 0 < run("main .grid tr") < before, f"{run('main .grid tr')} of {before}"
    )
    tab.run("document.getElementById('only-findings').click()")
    for verdict in tab.run(
        "[...document.querySelectorAll('[id^=facts-][type=checkbox]')].map((b) => b.id.slice(6))"
    ):
        query = ".fact-grid .single tr" if verdict == "single" else f".fact-grid tr.is-{verdict}"
        tab.run(f"document.getElementById('facts-{verdict}').click()")
        failures.check(f"filter of facts {verdict}", run(query) == 0)
        tab.run(f"document.getElementById('facts-{verdict}').click()")


def _keys(tab: Tab, failures: Failures) -> None:
    seen = []
    for key in "nnp":
        tab.press(key)
        seen.append(tab.run("document.querySelector('.finding.current .no')?.textContent"))
    failures.check("n, n, p step", seen == ["1", "2", "1"], seen)
    tab.run("document.querySelector('.skip').focus()")
    reached, bare = set(), set()
    named = "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
    for _ in range(60):
        tab.press("Tab")
        place = tab.run(named)
        reached.add(place)
        if not tab.run(_OUTLINED):
            bare.add(place)
    told = f"{len(reached)} places"
    failures.check("Tab reaches filters, text and findings", {"show-numbers", "grid"} <= reached, told)
    failures.check("what has the keyboard is outlined", not bare, bare or "")


def _sticky(tab: Tab, failures: Failures) -> None:
    tab.run("document.getElementById('grid').scrollTo(0, 1500)")
    places = tab.run(
        "['.grid thead th', 'main'].map((q) => document.querySelector(q).getBoundingClientRect().top)"
    )
    failures.check("the heads stick", abs(places[0] - places[1]) < 2, places)


def _looks(tab: Tab, failures: Failures, page: Path, pictures: Path) -> Iterator[float]:
    for width, height in _SIZES:
        for dark in (False, True):
            name = f"{width} {'dark' if dark else 'light'}"
            tab.size(width, height, dark=dark)
            tab.open(page)
            tab.run("for (const box of document.querySelectorAll('.tab input')) box.click(); 0")
            found = tab.run(_CONTRAST)
            told = f"least {found['least']:.2f} of {found['count']} texts {found['poor'] or ''}"
            failures.check(f"contrast of at least 4.5, {name}", found["least"] >= 4.5, told)
            wide = tab.run("document.scrollingElement.scrollWidth - innerWidth")
            failures.check(f"nothing runs over the edge, {name}", wide <= 0, wide or "")
            tab.picture(pictures / f"{name.replace(' ', '_')}.png")
            yield found["least"]


def _attacked(tab: Tab, failures: Failures, folder: Path) -> None:
    page = folder / "hostile.html"
    found = hostile.comparison()
    write(found, page, Options(review=hostile.review(found), private=True))
    tab.size(1280, 800)
    tab.open(page)
    tab.press("n")
    tab.run("for (const link of document.querySelectorAll('a')) link.click(); 0")
    failures.check("no attack has run", tab.run("window.pwned === undefined"))
    _fetches_nothing(tab, failures, page)
    alive = tab.run(
        "document.querySelectorAll('img, iframe, svg [onload], [onerror], link, base, object, form').length"
    )
    failures.check("no attack has become an element", alive == 0, alive or "")
    failures.check("the page is still where it was", tab.run("location.pathname").endswith("hostile.html"))


def main() -> None:
    """Check everything and end with 1 where something does not hold."""
    documents = read_all([Path(sys.argv[1]) if len(sys.argv) > 1 else seeds()]).documents
    found = compare(documents)
    folder = Path(tempfile.mkdtemp(prefix="crossread-report-"))
    page, failures = folder / "report.html", Failures()
    write(found, page, Options(review=_reviewed(found)))
    size = page.stat().st_size
    failures.check("under 2 MB", size < _MOST_BYTES, f"{size:,} bytes")
    with browser() as tab:
        tab.size(1280, 800)
        tab.open(page)
        _fetches_nothing(tab, failures, page)
        _filters(tab, failures)
        _keys(tab, failures)
        _sticky(tab, failures)
        least = min(_looks(tab, failures, page, folder))
        _fetches_nothing(tab, failures, page)
        tab.pdf(folder / "printed.pdf")
        _attacked(tab, failures, folder)
    print(f"Least contrast {least:.2f}; {failures.count} failed; pictures in {folder}")
    sys.exit(bool(failures.count))


if __name__ == "__main__":
    main()
