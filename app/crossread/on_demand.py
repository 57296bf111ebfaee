"""Packages whose functions are loaded when they are first asked for.

A window that shows texts needs the nouns of a comparison, not what computes them: numpy and a hundred modules wait
until something is compared.
"""

import importlib
import sys
from collections.abc import Mapping
from types import ModuleType


class _OnDemand(ModuleType):
    """A package whose names are always what they were declared as.

    Python sets a package's attribute to a submodule as soon as it is loaded, which would hide a function behind the
    module that is named like it.
    """

    _homes: Mapping[str, str]

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in self._homes and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in self._homes:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{self.__name__}.{self._homes[name]}"), name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._homes})


def on_demand(package: str, homes: Mapping[str, str]) -> None:
    """Let a package load each of its names when it is first asked for.

    Args:
        package: its name; it is the one that calls.
        homes: for each name the module inside the package that defines it.
    """
    module = sys.modules[package]
    module.__dict__["_homes"] = homes
    module.__class__ = _OnDemand
