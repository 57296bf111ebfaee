"""Crossread compares sources: documents on one event side by side, aligned, with their differences marked.

As a library, for scripts and notebooks::

    import crossread

    comparison = crossread.compare(crossread.read("a.txt", "b.txt"))
    for finding in comparison.findings:
        print(finding.number, finding.title, finding.detail)

Everything is loaded when it is first asked for, and nothing here loads Qt.
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.compare import compare as compare
    from crossread.comparison import Comparison as Comparison
    from crossread.read import read as read

__version__ = "0.1.0"
__all__ = ["Comparison", "__version__", "compare", "read"]

_HOMES = {"Comparison": "crossread.comparison", "compare": "crossread.compare", "read": "crossread.read"}


class _Library(ModuleType):
    """This package, with ``read`` and ``compare`` always the functions.

    Python sets a package's attribute to a submodule as soon as it is loaded, which would hide the functions
    behind the modules that are named like them.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'crossread' has no attribute {name!r}")
        value = getattr(importlib.import_module(_HOMES[name]), name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_HOMES})


sys.modules[__name__].__class__ = _Library
