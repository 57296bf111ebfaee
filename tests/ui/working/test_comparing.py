import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

import fire_texts
from comparisons import documents
from crossread.review.action import FactCorrection
from crossread.text.anchor import Anchor
from crossread.text.document import Document
from crossread.ui.working import tasks
from crossread.ui.working.comparing import Comparing
from crossread.ui.working.jobs import Jobs
from crossread.ui.working.tasks import Compared
from crossread.ui.working.work import Work
from ui.windows import WAIT


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.abandon_all()
    assert jobs.wait(WAIT)


@pytest.fixture
def reports() -> tuple[Document, ...]:
    return documents(fire_texts.A, fire_texts.B, fire_texts.C)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Lets comparisons begin and not end before it is set."""
    release = threading.Event()

    def waiting(*asked: object) -> Work:
        real = tasks.comparing(*asked)

        def work(progress, cancelled):
            assert release.wait(WAIT / 1000)
            return real(progress, cancelled)

        return work

    monkeypatch.setattr("crossread.ui.working.comparing.comparing", waiting)
    yield release
    release.set()


def heard(comparing: Comparing) -> list[Compared]:
    results: list[Compared] = []
    comparing.arrived.connect(results.append)
    return results


def not_a_quantity(result: Compared) -> FactCorrection:
    """What says that the first value of the first fact is none."""
    mention = result.comparison.facts[0].mentions[0]
    digest = result.comparison.document[mention.document].digest
    return FactCorrection("no quantity", (Anchor(digest, mention.quantity.span),))


def test_nothing_comes_of_what_was_dropped(
    qtbot: QtBot, jobs: Jobs, reports: tuple[Document, ...], held: threading.Event
) -> None:
    comparing = Comparing(jobs)
    results = heard(comparing)
    comparing.begin(reports)
    assert comparing.busy
    comparing.drop()
    assert not comparing.busy
    comparing.begin(reports[:2])
    held.set()
    qtbot.waitUntil(lambda: bool(results))
    assert jobs.wait(WAIT)
    qtbot.wait(0)  # until whatever the threads have said has been heard
    assert [len(result.comparison.documents) for result in results] == [2]


def test_corrections_made_meanwhile_hold_in_what_comes(
    qtbot: QtBot, jobs: Jobs, reports: tuple[Document, ...], held: threading.Event
) -> None:
    comparing = Comparing(jobs)
    results = heard(comparing)
    known = tasks.comparing(reports)(lambda _stage, _share: None, lambda: False)
    assert isinstance(known, Compared)
    comparing.begin(reports)
    comparing.corrections = (not_a_quantity(known),)
    comparing.correct(known)  # left to the comparison that is under way
    held.set()
    qtbot.waitUntil(lambda: len(results) == 2)
    assert [result.corrections for result in results] == [(), comparing.corrections]
    assert results[1].comparison.facts != results[0].comparison.facts == known.comparison.facts
