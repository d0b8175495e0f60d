"""Physical lines of the records of a CSV file: a quoted field may span several."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from newspkg.errors import EnvironmentFault


@dataclass(frozen=True)
class Sheet:
    """A CSV file as it stands: the header, the records and the 1-based line on which each record begins."""

    header: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]


def read_sheet(path: Path) -> Sheet:
    """Raises EnvironmentFault where the file can't be read, ValueError where it is no CSV in UTF-8."""
    records: list[tuple[str, ...]] = []
    lines: list[int] = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            before = 0
            for record in reader:
                if record:
                    records.append(tuple(record))
                    lines.append(before + 1)
                before = reader.line_num
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror})") from fault
    except csv.Error as fault:
        raise ValueError(f"line {before + 1}: {fault}") from fault
    return Sheet(records[0] if records else (), tuple(records[1:]), tuple(lines[1:]))
