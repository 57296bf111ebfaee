"""Spun text: which document is garbled, what was swapped for what, what it likely said."""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.spin.judging import judge
    from crossread.spin.verdict import Spin, Swap

__all__ = ["Spin", "Swap", "judge"]

on_demand(
    __name__,
    {
        "judge": "judging",
        "Spin": "verdict",
        "Swap": "verdict",
    },
)
