"""The checks of a long table: `python benchmarks/validation.py [--rows N] [--faults N] [--json FILE]`.

A data package of two tables (a long one of twelve columns with keys, foreign keys, enums, patterns, bounds; the short one it refers to) is
made and checked by `newspkg validate` and by frictionless, as commands and as calls of Python, in one run. The verdict and the cells that
are found at fault are compared.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import polars as pl
from curve import measured
from measures import Seconds, timed

PLACES = [(("UKR", "RUS", "SDN", "ISR", "MMR")[number % 5], f"p-{number:04d}") for number in range(1_000)]
KINDS, SIDES = ["clash", "drone_strike", "missile_strike", "shelling"], ["none", "north", "south"]
FIELDS: list[dict[str, Any]] = [
    {"name": "event_id", "type": "string", "constraints": {"required": True, "pattern": "e-[0-9a-f]{8}"}},
    {"name": "number", "type": "integer", "constraints": {"required": True, "unique": True, "minimum": 0}},
    {"name": "kind", "type": "string", "constraints": {"required": True, "enum": KINDS}},
    {"name": "side", "type": "string", "constraints": {"enum": SIDES}},
    {"name": "place_id", "type": "string", "constraints": {"required": True}},
    {"name": "parent_id", "type": "string"},
    {"name": "date", "type": "date", "constraints": {"minimum": "1990-01-01"}},
    {"name": "country", "type": "string", "constraints": {"pattern": "[A-Z]{3}"}},
    {"name": "deaths", "type": "integer", "constraints": {"minimum": 0, "maximum": 100000}},
    {"name": "latitude", "type": "number", "constraints": {"minimum": -90, "maximum": 90}},
    {"name": "is_contested", "type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    {"name": "summary", "type": "string", "constraints": {"minLength": 3, "maxLength": 200}},
]
KEYS = [
    {"fields": ["country", "place_id"], "reference": {"resource": "places", "fields": ["country", "place_id"]}},
    {"fields": ["parent_id"], "reference": {"resource": "", "fields": ["event_id"]}},
]
BROKEN = {"kind": "clsh", "date": "2024-02-30", "country": "usa", "deaths": "-1", "latitude": "91.5", "summary": "x", "place_id": "p-9999"}
SPOTS = ("kind", "date", "country", "deaths", "latitude", "summary", "place_id")


@click.command()
@click.option("--rows", type=click.IntRange(10), default=1_000_000, show_default=True)
@click.option("--faults", type=click.IntRange(0), default=70, show_default=True, help="Cells that break a rule.")
@click.option("--repeats", type=click.IntRange(1), default=3, show_default=True, help="Runs of newspkg, of which the best counts.")
@click.option("--json", "to_json", type=click.Path(path_type=Path), help="Where the results go as JSON.")
def main(rows: int, faults: int, repeats: int, to_json: Path | None) -> None:
    """Measure the checks of a long table against frictionless."""
    with tempfile.TemporaryDirectory() as folder:
        package = write(Path(folder), rows, faults)
        found = compared(package, repeats)
    click.echo(json.dumps(found, indent=2))
    if to_json:
        to_json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def write(folder: Path, rows: int, faults: int) -> Path:
    """The package's descriptor, its files beside it."""
    draw = random.Random(0)
    frame = _rows(rows, draw)
    columns = {name: frame[name].cast(pl.String).to_list() for name in SPOTS}
    for at, row in enumerate(sorted(draw.sample(range(rows), min(faults, rows)))):
        columns[SPOTS[at % len(SPOTS)]][row] = BROKEN[SPOTS[at % len(SPOTS)]]
    frame.with_columns(pl.Series(name, cells) for name, cells in columns.items()).write_csv(folder / "events.csv")
    keys = ["country", "place_id"]
    pl.DataFrame(PLACES, schema=keys, orient="row").write_csv(folder / "places.csv")
    places = {"fields": [{"name": name, "type": "string", "constraints": {"required": True}} for name in keys], "primaryKey": keys}
    events = {"fields": FIELDS, "primaryKey": ["event_id"], "foreignKeys": KEYS}
    resources = [
        {
            "name": name,
            "type": "table",
            "path": f"{name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        }
        for name, schema in (("events", events), ("places", places))
    ]
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"name": "long", "resources": resources}), encoding="utf-8")
    return path


def _rows(rows: int, draw: random.Random) -> pl.DataFrame:
    ids, places = [f"e-{n:08x}" for n in range(rows)], draw.choices(PLACES, k=rows)
    return pl.DataFrame(
        {
            "event_id": ids,
            "number": range(rows),
            "kind": draw.choices(KINDS, k=rows),
            "side": draw.choices([*SIDES, None], k=rows),
            "place_id": [place for _, place in places],
            "parent_id": [ids[n // 2] if n % 3 else None for n in range(rows)],
            "date": [f"{1990 + n % 35}-{1 + n % 12:02d}-{1 + n % 28:02d}" for n in draw.choices(range(100_000), k=rows)],
            "country": [country for country, _ in places],
            "deaths": draw.choices([None, *range(50)], k=rows),
            "latitude": [round(draw.uniform(-90, 90), 4) for _ in range(rows)],
            "is_contested": draw.choices(["true", "false"], k=rows),
            "summary": [f"Forces shelled a town, {n} shells fell" for n in range(rows)],
        }
    )


def compared(package: Path, repeats: int) -> dict[str, Any]:
    """Seconds and memory of both, as commands and as calls, and whether they say the same."""
    script = Path(sys.executable).with_name("frictionless")
    ours = min(
        (_command(sys.executable, "-m", "newspkg", "validate", str(package)) for _ in range(repeats)), key=lambda each: each["seconds"]
    )
    bare = _command(str(script), "validate", str(package))
    calls = [_called(lambda: _our_cells(package)) for _ in range(repeats)]
    cells, _ = calls[0]
    call = min((seconds for _, seconds in calls), key=lambda each: each.wall)
    bare_cells, bare_call = _called(lambda: _bare_cells(package))
    return {
        "rows": sum(1 for _ in package.with_name("events.csv").open(encoding="utf-8")) - 1,
        "faults": len(cells),
        "same cells": cells == bare_cells,
        "only newspkg": _few(cells - bare_cells),
        "only frictionless": _few(bare_cells - cells),
        "command": {"newspkg": ours, "frictionless": bare, "ratio": round(bare["seconds"] / ours["seconds"], 1)},
        "call": {
            "newspkg": vars(call),
            "frictionless": vars(bare_call),
            "ratio": round(bare_call.wall / call.wall, 1),
            "cpu_ratio": round(bare_call.cpu / call.cpu, 1),
        },
    }


def _few(cells: set[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(cells)[:10]


def _command(*words: str) -> dict[str, float]:
    return measured(*words, codes=(0, 1))


def _called(work: Callable[[], set[tuple[int, str]]]) -> tuple[set[tuple[int, str]], Seconds]:
    with timed() as seconds:
        cells = work()
    return cells, seconds


def _our_cells(package: Path) -> set[tuple[int, str]]:
    from newspkg.check.bundle import check_described

    issues = check_described(package).issues
    return {(issue.line - 1, issue.column.partition(",")[0]) for issue in issues if issue.table == "events" and issue.line and issue.column}


def _bare_cells(package: Path) -> set[tuple[int, str]]:
    from frictionless import Package

    report = Package(str(package)).validate(limit_errors=1_000_000)
    return set(_of_report(report))


def _of_report(report: Any) -> Iterator[tuple[int, str]]:
    for task in report.tasks:
        for error in task.errors if task.name == "events" else ():
            column = getattr(error, "field_name", None) or error.field_names[0]  # a foreign key names the fields of its side
            yield error.row_number - 1, column


if __name__ == "__main__":
    main()
