"""Sessions on a disk that is full and in a folder that is read-only; run as ``python bad_disks.py WHAT FOLDER``.

In a process of its own: it limits how large files may become, or gives up the rights of root.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from crossread.review.session import ReviewSession
from crossread.review.store import SessionError
from review.sessions import note, started

_, _HARD = resource.getrlimit(resource.RLIMIT_FSIZE)


def fill(session: ReviewSession) -> int:
    """Write notes until no more can be written; how many were."""
    limit = max(each.stat().st_size for each in session.path.parent.iterdir()) + 50_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, _HARD))
    number = 0
    while not session.trouble and number < 1_000:
        session.do(note(f"x{number}", "words " * 200), "Ada")
        number += 1
    return number


def full(folder: Path) -> dict[str, object]:
    """The disk becomes full, and later there is room again."""
    session = started(folder / "a.crossread")
    made = fill(session)
    told = {
        "trouble": session.trouble,
        "made": made,
        "unsaved": session.unsaved,
        "note": session.closing_note(),
    }
    session.do(note("more", "more"), "Ada")
    resource.setrlimit(resource.RLIMIT_FSIZE, (_HARD, _HARD))
    session.do(note("last", "last"), "Ada")
    told |= {"after": session.trouble, "left": session.unsaved, "entries": len(session.history.entries)}
    session.close()
    return told


def full_to_the_end(folder: Path) -> dict[str, object]:
    """The disk is full and stays so."""
    session = started(folder / "a.crossread")
    made = fill(session)
    saved = len(session.history.entries) - session.unsaved
    session.close()
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, _HARD))
        ReviewSession.create(folder / "b.crossread")
        refused = ""
    except SessionError as error:
        refused = str(error)
    return {"made": made, "saved": saved, "refused": refused}


def killed_and_read_only(folder: Path) -> dict[str, object]:
    """A session whose program died lies in a folder that is read-only, and one that was closed."""
    child = os.fork()
    if child == 0:
        started(folder / "a.crossread")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    started(folder / "b.crossread").close()
    for path in folder.iterdir():
        path.chmod(0o644)
    folder.chmod(0o555)
    be_nobody()
    told: dict[str, object] = {"beside": sorted(path.name for path in folder.iterdir())}
    for name in "ab":
        session = ReviewSession.open(folder / f"{name}.crossread", "Bob")
        session.do(note("y", "mine"), "Bob")
        told[name] = [session.read_only, len(session.history.entries), session.unsaved, *session.notices]
        session.close()
    return told


def be_nobody() -> None:
    """Give up the rights of root, to whom nothing is read-only."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def lock_of_another(folder: Path) -> dict[str, object]:
    """The lock that somebody else left behind cannot be opened."""
    session = started(folder / "a.crossread")
    session.close()
    folder.chmod(0o777)
    session.path.chmod(0o666)
    lock = folder / ".a.crossread.lock"
    lock.touch()
    lock.chmod(0o400)
    ReviewSession.open(
        folder / "a.crossread", reading=True
    )  # all modules are loaded before the rights are gone
    be_nobody()
    session = ReviewSession.open(folder / "a.crossread", "Bob")
    return {"read_only": session.read_only, "entries": len(session.history.entries)}


def main() -> None:
    """Print what was seen as JSON."""
    work = {"full": full, "end": full_to_the_end, "read-only": killed_and_read_only, "lock": lock_of_another}[
        sys.argv[1]
    ]
    print(json.dumps(work(Path(sys.argv[2]))))


if __name__ == "__main__":
    main()
