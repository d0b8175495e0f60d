"""CSV files against their Table Schemas: all rows, in bounded memory, every fault at its line and character.

Each name is imported when it is asked for: to draw a sample of a file no data frame is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newspkg.check.csvfile.check import CsvFile, check_csv
    from newspkg.check.csvfile.header import Unreadable

HOMES = {"CsvFile": "check", "check_csv": "check", "Unreadable": "header"}
__all__ = ["CsvFile", "Unreadable", "check_csv"]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
