"""Crossread compares sources: documents on one event side by side, aligned, with their differences marked.

As a library, for scripts and notebooks::

    import crossread

    documents = [crossread.read(path) for path in ("a.txt", "b.txt")]
    comparison = crossread.compare(documents)
    for finding in comparison.findings:
        print(finding.number, finding.title, finding.detail)

Everything is loaded when it is first asked for, and nothing here loads Qt.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.compare import compare as compare
    from crossread.comparison import Comparison as Comparison
    from crossread.read import read as read

__version__ = "0.1.0"
__all__ = ["Comparison", "__version__", "compare", "read"]
