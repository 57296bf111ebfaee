"""Crossread compares sources: documents on one event side by side, aligned, with their differences marked.

As a library, for scripts and notebooks::

    import crossread

    comparison = crossread.compare(crossread.read("a.txt", "b.txt"))
    for finding in comparison.findings:
        print(finding.number, finding.title, finding.detail)

Everything is loaded when it is first asked for, and nothing here loads Qt.
"""

from typing import TYPE_CHECKING

from crossread.on_demand import on_demand

if TYPE_CHECKING:
    from crossread.compare import compare as compare
    from crossread.comparison import Comparison as Comparison
    from crossread.read import read as read

__version__ = "0.1.0"
__all__ = ["Comparison", "__version__", "compare", "read"]

on_demand(__name__, {"Comparison": "comparison", "compare": "compare", "read": "read"})
