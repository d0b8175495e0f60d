"""Codelists: the knowledge of the world that extraction needs, as CSV files anyone can contribute to."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newspkg.errors import EnvironmentFault
from newspkg.specs.home import default_schemas

Row = Mapping[str, str]


@cache
def _read(path: Path) -> tuple[Row, ...]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(csv.DictReader(file))
    except OSError as fault:
        raise EnvironmentFault(
            f"{path}: the codelist can't be read ({fault.strerror}); restore it or name another folder by --schemas"
        ) from fault


class Codelists:
    """The codelists of one data set: `schemas/codelists/NAME.csv`, each read once."""

    def __init__(self, schemas: Path | None = None) -> None:
        self.root = (schemas or default_schemas()) / "codelists"

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a codelist, cells as strings ('' where empty). Raises EnvironmentFault where it can't be read."""
        return _read(self.root / f"{name}.csv")

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self.root.glob("*.csv")))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by `|`."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
