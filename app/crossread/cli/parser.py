"""What the commands' parsers of arguments share."""

import argparse
from typing import NoReturn

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""
FILE = "a document, or a folder of documents"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence, and where to read more; the usage lines would drown it."""
        self.exit(USAGE, f"{self.prog}: {message}; see {self.prog} --help.\n")


def make_parser(program: str, description: str, more: str) -> argparse.ArgumentParser:
    """A parser of one command's arguments.

    Args:
        program: the command as it is typed.
        description: what it does, set as it is to be printed.
        more: what follows the options, set likewise.
    """
    raw = argparse.RawDescriptionHelpFormatter
    return _Parser(prog=program, description=description, epilog=more, formatter_class=raw)
