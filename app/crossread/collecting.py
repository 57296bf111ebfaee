"""How often Python looks for garbage."""

import gc

_SELDOM = (300_000, 20, 20)


def collect_seldom() -> None:
    """Let Python look for cycles of garbage less often in this process; a threshold that is higher already stays.

    A comparison makes millions of small objects that live to its end. Looking through them all, again and again,
    would take a third of its time.
    """
    gc.set_threshold(*map(max, gc.get_threshold(), _SELDOM))
