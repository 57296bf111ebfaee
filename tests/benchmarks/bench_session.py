"""Ten thousand notes and decisions: how long a session takes to open, and a decision to be saved. 200 kills.

Run: ``python tests/benchmarks/bench_session.py [--kills 200]``. Wall time, since the disk is part of it, and processor
time, since other work on the machine is not.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from crossread.paths import seeds
from crossread.read import read_all, read_text
from crossread.review.action import Action, Decision, Entry, Note
from crossread.review.carrying import carried
from crossread.review.history import new_id, now
from crossread.review.session import ReviewSession
from crossread.text.anchor import quote
from crossread.text.span import Span

MANY = 10_000
SAVED = 200


def filled(path: Path) -> None:
    """A session of the seeds with half as many notes and half as many decisions."""
    documents = read_all([seeds()]).documents
    session = ReviewSession.create(path, "Ada")
    for document in documents:
        session.add(document, "Ada")
    deeds: list[Action] = []
    for number in range(MANY // 2):
        document = documents[number % len(documents)]
        start = number * 7 % (len(document.text) - 60)
        quoted = quote(document.text, document.digest, Span(start, start + 40))
        deeds.append(
            Note(f"n{number}", quoted, f"What is meant by this? Ask them again. {number}", ("check",))
        )
        deeds.append(
            Decision(
                f"f{number}", "confirmed", "as the police said", False, number, "numbers", "T", (quoted,)
            )
        )
    session.log(Entry(new_id(), deed, "Ada", now()) for deed in deeds)
    session.close()


def timed(name: str, limit: float, times: list[tuple[float, float]]) -> None:
    """Print the median and the worst."""
    wall, processor = ([some[side] for some in times] for side in (0, 1))
    verdict = "" if statistics.median(wall) <= limit else "  TOO SLOW"
    print(
        f"{name}: median {1000 * statistics.median(wall):.1f} ms, worst {1000 * max(wall):.1f} ms, "
        f"processor {1000 * statistics.median(processor):.1f} ms (at most {1000 * limit:.0f} ms){verdict}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=0)
    kills = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.crossread"
        filled(path)
        print(f"{MANY:,} notes and decisions, {path.stat().st_size / 1e6:.1f} MB")
        opened, saved, undone, seen = [], [], [], []
        for _ in range(5):
            clocks = time.perf_counter(), time.process_time()
            session = ReviewSession.open(path, "Ada")
            opened.append((time.perf_counter() - clocks[0], time.process_time() - clocks[1]))
            session.close()
        session = ReviewSession.open(path, "Ada")
        assert len(session.review.notes) + len(session.review.decisions) == MANY
        for number in range(SAVED):
            clocks = time.perf_counter(), time.process_time()
            session.do(Decision(f"f{number}", "disputed", "no"), "Ada")
            saved.append((time.perf_counter() - clocks[0], time.process_time() - clocks[1]))
        for _ in range(10):
            clocks = time.perf_counter(), time.process_time()
            session.undo("Ada")
            undone.append((time.perf_counter() - clocks[0], time.process_time() - clocks[1]))
        old = session.documents[0]
        text = old.text.replace("the ", "that ", 20).replace(" said", " has said")
        new = session.replace(old.digest, read_text(text, "new.txt", "A"), "Ada")
        on_it = sum(kept.note.quoted.anchor.digest == old.digest for kept in session.review.notes.values())
        for _ in range(3):
            clocks = time.perf_counter(), time.process_time()
            over = carried(session.review, session.texts)
            seen.append((time.perf_counter() - clocks[0], time.process_time() - clocks[1]))
        kept = sum(k.note.quoted.anchor.digest == new.digest for k in over.review.notes.values())
        print(f"{kept:,} of {on_it:,} notes and as many decisions found again in a new version")
        session.close()
        timed("opened", 1.0, opened)
        timed("a decision saved", 0.05, saved)
        timed("undone", 0.05, undone)
        timed("found again", 5.0, seen)
        if kills:
            killed(kills, Path(folder) / "kills")


def killed(times: int, folder: Path) -> None:
    """Run the scripted session that is killed, and print what was lost."""
    folder.mkdir()
    script = Path(__file__).parents[1] / "review" / "killed.py"
    done = subprocess.run(
        [sys.executable, str(script), str(times), "1", str(folder)],
        capture_output=True,
        check=True,
        text=True,
    )
    told = json.loads(done.stdout)
    print(
        f"killed {told['killed']} times with SIGKILL after {told['steps saved']:,} saved steps; lost: {told['lost']}"
    )


if __name__ == "__main__":
    main()
