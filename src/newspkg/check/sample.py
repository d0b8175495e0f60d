"""The CSV table of a package, and a sample of its rows where it is too long for frictionless."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newspkg.check.csvfile.places import records
from newspkg.specs import TableSpec

SAMPLE, SEED = 1_000, 0


@dataclass
class Table:
    """A CSV resource: its file, its descriptor, its spec where the compiled checks know it, and its rows where they were counted."""

    name: str
    path: Path
    resource: dict[str, Any]
    spec: TableSpec | None
    delimiter: str = ","
    rows: int | None = None


def write_sample(table: Table, path: Path) -> int:
    """Write the header and some records, the same for the same table; their number."""
    rows = table.rows or 0
    chosen = set(random.Random(SEED).sample(range(rows), min(SAMPLE, rows)))  # noqa: S311 no secret: the same sample every time
    width = len(table.spec.columns) if table.spec else 0
    with table.path.open("rb") as source:
        head = source.readline().decode("utf-8-sig", "replace")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        file.writelines(_texts(table, chosen, rows, width))
    return len(chosen)


def _texts(table: Table, chosen: set[int], rows: int, width: int) -> Iterator[str]:
    """The chosen records as they stand in the file."""
    yield from (record.text for record in records(table.path, width, table.delimiter) if record.row in chosen)
