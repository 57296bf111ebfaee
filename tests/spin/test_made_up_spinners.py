"""The spinners that the lexicons are grown and measured with."""

import random

import pytest

from crossread.paths import resource

TEXT = (
    "The large company said on Monday that it had sold many fast cars because people want to travel, but the new "
    "factory was not able to build enough engines. A careful engineer explained the long delay, and the happy owners "
    "decided to wait until the cold winter ends."
)


@pytest.fixture
def spinners(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(resource("lexicons")))
    import made_up_spinners

    return made_up_spinners


def test_every_spinner_alters_a_text_and_says_where(spinners) -> None:
    for kind in spinners.KINDS:
        spun, begins = spinners.spun(TEXT, kind, random.Random(4))
        assert spun != TEXT, kind
        if kind in spinners.SWAPPERS:
            assert begins, kind
            assert all(spun[at].isalpha() for at in begins), kind
