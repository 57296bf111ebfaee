"""How fast files of foreign formats are read, in processor time of the process that reads.

Run it as ``.venv/bin/python tests/benchmarks/bench_read.py``. The documents are built here from the sample documents:
a PDF of 200 pages, a Word file of 100 pages' words, a web page of an article's length.
"""

import io
import resource
import sys
import textwrap
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from crossread.paths import seeds
from crossread.read import Isolation, Reading, read_bytes
from crossread.read.kinds import Source, read_source
from read.pdf_file import drawn

FILES = Path(__file__).parents[1] / "read" / "files"
PAGES = 200
LINES, WIDTH = 48, 88  # of a page
WORDS_A_PAGE = 500


def paragraphs(words: int) -> list[str]:
    """Paragraphs of the sample documents, over and over, of so many words together."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds().glob("*.txt"))]
    all_of_them = [line for text in texts for line in text.splitlines() if len(line) > 150]
    found: list[str] = []
    while words > 0:
        found.append(f"{len(found) + 1}. {all_of_them[len(found) % len(all_of_them)]}")
        words -= len(found[-1].split())
    return found


def pdf() -> bytes:
    """A PDF of many pages with running heads."""
    lines = [line for text in paragraphs(PAGES * 600) for line in [*textwrap.wrap(text, WIDTH), ""]][
        : PAGES * LINES
    ]
    latin = [line.encode("latin-1", "replace").decode("latin-1") for line in lines]
    return drawn(
        [
            (60, 800, 8, f"Report on the matter - {page + 1}"),
            *(
                (60, 770 - 14 * row, 10, line)
                for row, line in enumerate(latin[page * LINES : (page + 1) * LINES])
            ),
        ]
        for page in range(PAGES)
    )


def docx() -> bytes:
    """A Word file of 100 pages' words, made of the parts of a small one."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{text[:40]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>'
        f"<w:t>{text[40:80]}</w:t></w:r><w:r><w:t>{text[80:]}</w:t></w:r></w:p>"
        for text in (text.replace("&", "and").replace("<", "") for text in paragraphs(100 * WORDS_A_PAGE))
    )
    out = io.BytesIO()
    with (
        zipfile.ZipFile(FILES / "report.docx") as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                head, _, rest = part.decode().partition("<w:body>")
                part = f"{head}<w:body>{body}</w:body></w:document>".encode() if rest else part
            new.writestr(name, part)
    return out.getvalue()


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Processor time of one run, the median of some."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return median(found)


def main() -> None:
    """Measure and print."""
    page = (FILES / "seeds" / "001.html").read_bytes()
    more = "".join(f"<p>{text}</p>" for text in paragraphs(1_000)).encode()
    long_page = page.replace(b"</article>", more + b"</article>")
    paper, letter = pdf(), docx()
    for data, name in ((page, "a.html"), (paper, "a.pdf"), (letter, "a.docx")):
        read_source(Source(data, name))  # what is imported late is not measured
    one = seconds(lambda: read_source(Source(page, "a.html")), 15)
    two = seconds(lambda: read_source(Source(long_page, "a.html")), 15)
    print(f"HTML article of 870 words: {1000 * one:.0f} ms; of 1,900 words: {1000 * two:.0f} ms (aim 50 ms)")
    per_page = seconds(lambda: read_source(Source(paper, "a.pdf")), 3) / PAGES
    print(f"PDF of {PAGES} pages: {1 / per_page:.0f} pages a second (aim 100)")
    word = seconds(lambda: read_source(Source(letter, "a.docx")), 3)
    print(f"DOCX of 100 pages of {WORDS_A_PAGE} words: {word:.2f} s (aim 1 s)")
    with Isolation() as isolation:
        reading = Reading(isolation=isolation)
        start = time.perf_counter()
        read_bytes(page, "a.html", 0, reading)
        first = time.perf_counter() - start
        start = time.perf_counter()
        read_bytes(page, "a.html", 0, reading)
        print(
            f"with the process for foreign formats, wall time: first page {first:.2f} s (it starts then), "
            f"each further one {time.perf_counter() - start:.3f} s"
        )
        start = time.perf_counter()
        read_bytes(paper, "a.pdf", 0, reading)
        print(f"PDF of {PAGES} pages to a Document, wall time: {time.perf_counter() - start:.1f} s")
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"most memory of the process that reads: {child} MiB")


if __name__ == "__main__":
    sys.exit(main())
