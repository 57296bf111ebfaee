"""Spun text: which document is garbled, what was swapped for what, what it likely said."""

from crossread.spin.judging import judge
from crossread.spin.verdict import ParagraphVerdict, Spin, SpinVerdict, SpunSpan, Swap

__all__ = ["ParagraphVerdict", "Spin", "SpinVerdict", "SpunSpan", "Swap", "judge"]
