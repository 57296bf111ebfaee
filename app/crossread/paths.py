"""Where the files that ship with Crossread lie: in a wheel, in an editable install and in a checkout."""

from functools import cache
from pathlib import Path


@cache
def _shipped(folder: str) -> Path:
    package = Path(__file__).resolve().parent
    for candidate in (package / folder, package.parents[1] / folder):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"The folder {folder!r} is missing from this installation of Crossread; install it again."
    )


def resource(*parts: str) -> Path:
    """The path of a shipped file, such as ``resource("fonts", "Inter-Regular.ttf")``.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _shipped("resources").joinpath(*parts)


def seeds() -> Path:
    """The folder of the five sample documents."""
    return _shipped("seeds")
