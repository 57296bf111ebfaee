"""Makes the files in tests/read/files with the programs people use: LibreOffice and Chromium.

Not part of the tests, which read what it left behind. On Debian::

    apt-get install --no-install-recommends libreoffice-writer-nogui chromium
    python tests/read/make_files.py
"""

import email.message
import email.policy
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from compound_file import message_file

from crossread.read import read_text

HERE = Path(__file__).parent
FILES = HERE / "files"
SEEDS = HERE.parents[1] / "seeds"
OFFICE = {"docx": "docx", "odt": "odt", "rtf": "rtf", "epub": "epub"}
LOCKED = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
)


def office(source: Path, target: str, folder: Path, reader: str = "") -> None:
    """Convert with LibreOffice."""
    given = [f"--infilter={reader}"] if reader else []
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *given, "--convert-to", target,
             "--outdir", str(folder), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip


class Chromium:
    """Headless Chromium, spoken to over a pipe."""

    def __init__(self, profile: str) -> None:
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()

        def as_3_and_4() -> None:
            reading, writing = os.dup(to_read), os.dup(to_write)  # or one would be closed by the other's move
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self._process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={profile}"],
            preexec_fn=as_3_and_4,  # noqa: PLW1509 - there is one thread
            close_fds=False, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        self._number = 0
        self._rest = b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable", self._session)

    def ask(self, method: str, session: str = "", **parameters: object) -> dict[str, str]:
        """Have something done; what came of it."""
        self._number += 1
        task = {"id": self._number, "method": method, "params": parameters}
        os.write(self._out, json.dumps(task | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            while b"\0" not in self._rest:
                self._rest += os.read(self._in, 1 << 20)
            message, self._rest = self._rest.split(b"\0", 1)
            answer = json.loads(message)
            if answer.get("id") == self._number:
                return answer["result"]

    def archive(self, page: Path, target: Path) -> None:
        """Save a page as a web archive."""
        self.ask("Page.navigate", self._session, url=page.as_uri())
        for _ in range(50):
            state = self.ask("Runtime.evaluate", self._session, expression="document.readyState")
            if "complete" in json.dumps(state):
                break
        data = self.ask("Page.captureSnapshot", self._session, format="mhtml")["data"]
        # No path of this machine, wherever the encoding broke its line.
        folder = r"(?:=\r?\n)?".join(map(re.escape, page.parent.as_uri()))
        data = re.sub(folder, "https://archive.example", data)
        target.write_text(data, encoding="utf-8", newline="")

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


def printed(page: Path, target: Path) -> None:
    """Print a page as PDF; the head and foot that browsers set would name a path of this machine."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


def page_of(text: str) -> str:
    """A seed as a web page with what stands around articles on the web."""
    title = read_text(text, "", "A").title
    body = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("•"):
            body.append(f"<ul><li>{html.escape(line[1:].strip())}</li></ul>")
        elif line == title and "<h1>" not in "".join(body):
            body.append(f"<h1>{html.escape(line)}</h1>")
        else:
            body.append(f"<p>{html.escape(line)}</p>")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/tech">Tech</a></li>'
        '</ul></nav><div class="cookie-consent">This site uses cookies to count its readers. <button>Accept all'
        "</button></div><main><article>" + "\n".join(body).replace("</ul>\n<ul>", "\n") + "</article></main>"
        '<div class="related"><h3>More stories</h3><ul><li><a href="/a">Wheat harvest is the best in ten years</a></li>'
        '<li><a href="/b">A bridge is closed for repairs</a></li></ul></div>'
        "<footer><p>Imprint</p><p>Terms of use</p></footer></body></html>\n"
    )


def seeds(folder: Path, chromium: Chromium) -> None:
    """The five sample documents in every format."""
    texts = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    target = FILES / "seeds"
    for name, text in texts.items():
        plain, page = folder / f"{name}.txt", target / f"{name}.html"
        plain.write_text(text, encoding="utf-8")
        page.write_text(page_of(text), encoding="utf-8")
        for kind in OFFICE.values():
            office(plain, kind, target, "Text (encoded):UTF8")
        simple = folder / f"{name}.html"
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
        simple.write_text(f"<meta charset=utf-8><title> </title>{paragraphs}", encoding="utf-8")
        printed(simple, target / f"{name}.pdf")
        chromium.archive(page, target / f"{name}.mhtml")


def mails() -> None:
    """Messages as mail programs write them."""
    message = email.message.EmailMessage()
    message["From"] = "Jana Horáková <jana@example.org>"
    message["To"] = "Desk <desk@example.org>"
    message["Subject"] = "Water in the Mlýn valley – what we know"
    message["Date"] = "Thu, 25 Jun 2026 08:15:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(
        "Hello,\n\nthe river rose by 1.4 metres in one night, the office for water says. About 300 people\n"
        "left their houses; nobody was hurt.\n\nOn Wednesday Petr wrote:\n> How many houses are empty?\n"
        "> And since when?\n\nMore at noon.\n\n-- \nJana Horáková\nTel. 555 0100\n"
    )
    message.add_alternative(
        "<html><body><p>Hello,</p><p>the river rose by <b>1.4 metres</b> in one night, the office for water says. "
        "About 300 people left their houses; nobody was hurt.</p><blockquote>How many houses are empty? And since when?"
        "</blockquote><p>More at noon.</p></body></html>",
        subtype="html",
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="gauge.png")
    message.set_boundary("boundary-1")
    for number, part in enumerate(message.walk()):
        if part.is_multipart() and number:
            part.set_boundary(f"boundary-{number}")
    (FILES / "mail.eml").write_bytes(message.as_bytes(policy=email.policy.SMTP))
    (FILES / "mail.msg").write_bytes(
        message_file(
            subject="Water in the Mlýn valley",
            body="The river rose by 1.4 metres in one night.\r\n\r\nAbout 300 people left their houses.\r\n",
            sender="Jana Horáková",
        )
    )


def tables() -> None:
    """Tables and records, subtitles, a ZIP file."""
    rows = [
        ("id", "author", "post"),
        (
            "1",
            "mill_watch",
            "The river is over the road at the mill, about 1.4 metres higher than yesterday.",
        ),
        ("2", "valley news", "300 people had to leave, says the mayor; nobody is hurt."),
        ("3", "K. Müller", 'Somebody wrote "a flood of the century" - it is the third in ten years.'),
    ]
    lines = [";".join('"' + field.replace('"', '""') + '"' for field in row) for row in rows]
    (FILES / "posts.csv").write_bytes("\r\n".join([*lines, ""]).encode("cp1252", "xmlcharrefreplace"))
    articles = [
        {
            "headline": "River rises in the night",
            "published": "2026-06-25T06:00:00Z",
            "byline": "Jana Horáková",
            "content": {
                "body": "The river rose by 1.4 metres.\n" + "People carried sand to the doors. " * 14
            },
        },
        {
            "headline": "Third flood in ten years",
            "published": "2026-06-26",
            "byline": "Petr Kos",
            "content": {"body": "Floods were called rare once; not now.\n" + "The dam held. " * 25},
        },
    ]
    (FILES / "articles.json").write_text(
        json.dumps({"articles": articles}, indent=1, ensure_ascii=False), "utf-8"
    )
    (FILES / "speech.srt").write_text(
        "1\n00:00:01,000 --> 00:00:03,500\nThe river rose by <i>one point four</i>\nmetres in one night,\n\n"
        "2\n00:00:03,600 --> 00:00:06,000\nand about 300 people left their houses.\n\n"
        "3\n00:00:07,000 --> 00:00:09,000\n[Sirens]\n\n4\n00:00:20,000 --> 00:00:22,000\nNobody was hurt.\n",
        "utf-8",
    )
    (FILES / "speech.vtt").write_text(
        "WEBVTT\n\nNOTE made for a test\n\n00:01.000 --> 00:03.500\n<v Mayor>About 300 people left,\n\n"
        "00:03.600 --> 00:06.000\n<v Mayor>nobody was hurt.\n\n00:07.000 --> 00:09.000\n<v Reporter>Since when?\n",
        "utf-8",
    )
    with zipfile.ZipFile(FILES / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("speech.srt", "mail.eml", "article.html"):
            archive.writestr(
                zipfile.ZipInfo(f"flood/{name}", (2026, 6, 25, 8, 0, 0)), (FILES / name).read_bytes()
            )
        archive.writestr(zipfile.ZipInfo("flood/gauge.png", (2026, 6, 25, 8, 0, 0)), b"\x89PNG")


def main() -> None:
    """Make all files anew."""
    sys.stdout.write("Making files, which takes two minutes.\n")
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as profile:
        folder = Path(name)
        chromium = Chromium(profile)
        seeds(folder, chromium)
        chromium.archive(FILES / "article.html", FILES / "article.mhtml")
        chromium.close()
        for kind in ("odt", "docx", "rtf", "doc"):
            office(FILES / "report.fodt", kind, FILES)
        # Printed and as a book, what was deleted would stand there like all else.
        accepted = folder / "report.fodt"
        text = (FILES / "report.fodt").read_text(encoding="utf-8")
        text = re.sub(
            r"<text:tracked-changes>.*?</text:tracked-changes>|<text:change[^>]*>", "", text, flags=re.DOTALL
        )
        accepted.write_text(text, encoding="utf-8")
        for kind in ("epub", "pdf"):
            office(accepted, kind, FILES)
        locked = folder / "locked.fodt"
        locked.write_bytes((FILES / "report.fodt").read_bytes())
        office(locked, LOCKED, FILES)
        for page in ("columns", "scan"):
            printed(FILES / "source" / f"{page}.html", FILES / f"{page}.pdf")
    mails()
    tables()


if __name__ == "__main__":
    main()
