"""The data dictionary: every table and column, generated from the specs."""

from __future__ import annotations

import re

from newspkg.publish.markdown import escaped, grid
from newspkg.specs import ColumnSpec, PackageSpec, TableSpec

TITLE = "## Data dictionary"
COLUMNS = ("column", "type", "unit", "required", "meaning", "values", "example")


def dictionary(package: PackageSpec, counts: dict[str, int]) -> str:
    """One section a table, in the order of publication; `counts` are rows a table."""
    return "\n".join(_table(spec, counts.get(spec.name, 0)) for spec in package.tables.values())


def _table(spec: TableSpec, rows: int) -> str:
    about = f"### {spec.name}\n\n{escaped(spec.title)} ({rows} rows). {escaped(spec.description)}\n\n"
    return f"{about}Primary key: {_names(spec.primary_key)}.{_foreign(spec)}\n\n{grid(COLUMNS, [_row(column) for column in spec.columns])}"


def _foreign(spec: TableSpec) -> str:
    links = (f"{_names(key.columns)} to {key.table or spec.name} ({_names(key.reference_columns)})" for key in spec.foreign_keys)
    told = "; ".join(links)
    return f" Foreign keys: {told}." if told else ""


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _row(column: ColumnSpec) -> tuple[object, ...]:
    values = ", ".join(str(value) for value in column.enum)
    return column.name, column.type, column.unit, "yes" if column.required else "no", column.description, values, column.example


def dictionary_cells(text: str) -> dict[tuple[str, str], dict[str, str]]:
    """What a README's dictionary says: by table and column, the cells by the head of their column; by table and '', what is said of it."""
    told: dict[tuple[str, str], dict[str, str]] = {}
    table = ""
    names: list[str] = []
    for line in text.partition(f"{TITLE}\n")[2].split("\n"):
        if line.startswith("### "):
            table, names = line[4:], []
        elif line.startswith("| ") and not names:
            names = _cells(line)
        elif line.startswith("| "):
            cells = _cells(line)
            told[table, cells[0]] = dict(zip(names, cells, strict=False))
        elif line and not line.startswith("|---"):
            about = told.setdefault((table, ""), {})
            about[f"line {len(about) + 1}"] = line
    return told


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
