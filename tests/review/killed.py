"""A scripted session killed at random moments with SIGKILL, again and again; what was said to be saved must be there.

A moment is some steps after the start, so that a busy machine, too, gets to do something, and some time after that.

Run as a script: ``python killed.py TIMES SEED FOLDER`` prints one JSON object with what came of it.
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

from crossread.review.action import Decision, Note
from crossread.review.session import ReviewSession, SessionView
from crossread.text.anchor import quote
from crossread.text.document import Document, Passage
from crossread.text.span import Span

_MOST_STEPS = 30
_LONGEST = 0.02  # seconds; a step takes about 3 milliseconds


def document(number: int) -> Document:
    """A document of some length, each with a text of its own."""
    text = f"Report {number}. " + "The river rose by four metres and flooded the town. " * 200
    return Document(
        "A",
        f"{number}.txt",
        "A flood",
        "",
        None,
        "en",
        text,
        (Passage("A1", Span(0, len(text)), "sentence", 0),),
    )


def session(path: Path, told: int) -> None:
    """Open, add, decide, note, type, look, undo, redo, close, open again ... and tell after each what is saved."""
    chance = random.Random(told)
    made = ReviewSession.open(path, "Ada") if path.exists() else ReviewSession.create(path, "Ada")
    for number in count():
        text = next(iter(made.texts.values()), None)
        step = chance.randrange(12)
        if text is None or (step == 0 and len(made.texts) < 5):
            made.add(document(len(made.texts)), "Ada")
        elif step == 1 and made.history.done:
            made.undo("Ada")
        elif step == 2:
            made.redo("Ada")
        elif step == 3:
            made.keep_view(SessionView("grid", finding=str(number)))
        elif step == 4:
            made.keep_draft(replace(made.draft, text=made.draft.text[-500:] + f" word{number}"))
        elif step == 5 and chance.random() < 0.2:
            made.close()
            made = ReviewSession.open(path, "Ada")
        elif step < 8:
            made.do(
                Note(f"n{number}", quote(text.text, text.digest, Span(3, 40)), f"Note {number} " * 20), "Ada"
            )
        else:
            made.do(
                Decision(f"f{number % 50}", chance.choice(("confirmed", "disputed", "open")), "because"),
                "Ada",
            )
        if made.read_only or made.trouble:
            os.write(told, f"trouble {made.read_only} {made.trouble}\n".encode())
        saved = json.dumps([len(made.history.entries), made.history.entries[-1].id, made.draft.text])
        os.write(told, saved.encode() + b"\n")


def kill(path: Path, steps: int, after: float) -> list[str]:
    """Run the script in a process of its own, kill it so many seconds after so many steps, and give what it told."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            session(path, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as stream:
        lines = [stream.readline() for _ in range(steps)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += stream.readlines()
    return [line.rstrip("\n") for line in lines]


def main(times: int, seed: int, folder: Path) -> dict[str, object]:
    """Kill it so many times, each time going on with the file that was left, and look at what is left."""
    chance = random.Random(seed)
    lost: list[str] = []
    most = steps = 0
    for number in range(times):
        path = folder / f"{number // 10}.crossread"
        was_there = path.exists()
        steps_first = (
            chance.randrange(_MOST_STEPS) if number % 5 else 0
        )  # at times while the file is being made
        lines = kill(path, steps_first, chance.random() * _LONGEST)
        troubles = [line for line in lines if line.startswith("trouble")]
        lost += troubles
        whole = [line for line in lines if line.endswith("]")]
        if not path.exists():
            lost += [f"{number}: the file is gone"] if whole or was_there else []
            continue
        left = ReviewSession.open(path, "Bob")
        steps += len(whole)
        if left.read_only or left.notices:
            lost.append(f"{number}: {left.read_only} {left.notices}")
        if whole:
            entries, last, draft = json.loads(whole[-1])
            ids = [entry.id for entry in left.history.entries]
            if len(ids) < entries or ids[entries - 1] != last:
                lost.append(f"{number}: {entries} were saved, {len(ids)} are there")
            if len(ids) == entries and draft not in left.draft.text and left.draft.text[:-20] not in draft:
                lost.append(f"{number}: the draft is gone")
            most = max(most, len(ids) - entries)
        if any(opened.digest not in left.texts for opened in left.review.documents):
            lost.append(f"{number}: a text is gone")
        left.close()
        # A copy that was being made when it was killed is left as it is; it is nobody's session yet.
        beside = sorted(each.name for each in folder.iterdir() if each.suffix not in (".crossread", ".part"))
        if beside:
            lost.append(f"{number}: left behind {beside}")
    return {"killed": times, "steps saved": steps, "lost": lost, "saved but not yet told": most}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))
