"""The ledger of swaps as a file for spreadsheets."""

from pathlib import Path

from crossread.comparison import Comparison
from crossread.report.tables_csv import table_csv
from crossread.report.writing import write_text


def write_ledger(comparison: Comparison, path: Path, *, force: bool = False) -> None:
    """Write the ledger of all spun copies to a file.

    Args:
        comparison: whose ledger.
        path: where to.
        force: replace a file that exists.

    Raises:
        WriteError: it could not be written; nothing of it was left behind.
    """
    write_text(path, table_csv(comparison, "swaps"), force=force)
