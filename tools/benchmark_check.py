"""How fast a long table is checked, beside frictionless on the same rows in the same run: `python tools/benchmark_check.py [ROWS]`.

The table has 12 columns, a primary key, a unique column, a foreign key of one column and one of two, enums, patterns, bounds and lengths,
and a fault of each kind. Whole commands are compared, start-up and all, and calls in a process in which all is imported.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

SIDES = [f"side_{number}" for number in range(500)]
KINDS = ["attack", "battle", "force_posture", "policy"]
PLACES = [(f"P{number % 40:02}", f"D{number:03}") for number in range(400)]
SEED = 7


def field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": constraints}


ROWS = {
    "fields": [
        field("row_id", required=True, unique=True, pattern="ev_[0-9a-f]{10}"),
        field("kind", required=True, enum=KINDS),
        field("side", pattern="[a-z_0-9]+"),
        field("province", minLength=3, maxLength=3),
        field("district"),
        field("day", "date", minimum="2001-01-01", maximum="2030-12-31"),
        field("seen_at", "datetime"),
        field("low", "integer", minimum=0),
        field("high", "integer", minimum=0, maximum=100_000),
        field("latitude", "number", minimum=-90, maximum=90),
        field("is_contested", "boolean", required=True),
        field("summary", required=True, minLength=1, maxLength=200),
    ],
    "primaryKey": ["row_id"],
    "foreignKeys": [
        {"fields": ["side"], "reference": {"resource": "sides", "fields": ["side"]}},
        {"fields": ["province", "district"], "reference": {"resource": "places", "fields": ["province", "district"]}},
    ],
}
FAULTS = {
    1: (1, "atack"),
    2: (2, "nobody"),
    3: (4, "D999"),
    4: (5, "2024-02-30"),
    5: (7, "-1"),
    6: (9, "91"),
    7: (10, "perhaps"),
    8: (11, ""),
}


def row(number: int, chance: random.Random) -> list[str]:
    province, district = chance.choice(PLACES)
    day = f"20{chance.randint(10, 29)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return [
        f"ev_{number:010x}", chance.choice(KINDS), chance.choice(SIDES), province, district, day, f"{day}T08:30:00Z",
        str(chance.randint(0, 50)), str(chance.randint(50, 500)), f"{chance.uniform(-90, 90):.4f}", chance.choice(["true", "false"]),
        f"Strike number {number} by one side on another",
    ]  # fmt: skip


def write(folder: Path, count: int, *, quoted: bool = False) -> None:
    chance = random.Random(SEED)  # noqa: S311 no secret: the same table every time
    folder.mkdir()
    (folder / "sides.csv").write_text("side\n" + "".join(f"{each}\n" for each in SIDES))
    (folder / "places.csv").write_text("province,district\n" + "".join(f"{a},{b}\n" for a, b in PLACES))
    with (folder / "rows.csv").open("w") as file:
        file.write(",".join(each["name"] for each in ROWS["fields"]) + "\n")  # type: ignore[index]
        for number in range(count):
            cells = row(number, chance)
            if number in FAULTS:
                cells[FAULTS[number][0]] = FAULTS[number][1]
            if quoted and number % 3 == 0:
                cells[11] = f'"{cells[11]}, it is said"'
            file.write(",".join(cells) + "\n")
    schemas: dict[str, Any] = {
        "rows": ROWS,
        "sides": {"fields": [field("side")], "primaryKey": ["side"]},
        "places": {"fields": [field("province"), field("district")], "primaryKey": ["province", "district"]},
    }
    resources = [{"name": name, "path": f"{name}.csv", "format": "csv", "schema": schema} for name, schema in schemas.items()]
    (folder / "datapackage.json").write_text(
        json.dumps({"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": resources})
    )


@dataclass(frozen=True)
class Run:
    """Seconds of wall clock and of processors, the most memory of a process (MiB), and the faulty cells (record, column)."""

    wall: float
    processor: float
    memory: float
    cells: frozenset[tuple[int, str | None]]


def command(*words: str) -> tuple[Run, str]:
    """A whole command, start-up and all, with what it printed."""
    code = (
        "import resource,subprocess,sys,time,json;start=time.perf_counter();"
        "done=subprocess.run(sys.argv[1:],stdout=subprocess.PIPE,stderr=subprocess.DEVNULL);wall=time.perf_counter()-start;"
        "used=resource.getrusage(resource.RUSAGE_CHILDREN);sys.stdout.buffer.write(done.stdout);"
        "print(json.dumps([wall,used.ru_utime+used.ru_stime,used.ru_maxrss/1024]),file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, sys.executable, "-m", *words], capture_output=True, text=True, check=True)  # noqa: S603
    return Run(*json.loads(done.stderr.splitlines()[-1]), frozenset()), done.stdout


def our_command(folder: Path) -> Run:
    run, out = command("newspkg", "validate", str(folder / "datapackage.json"), "--format", "json", "--quiet")
    return replace(run, cells=frozenset((issue["line"] - 2, issue["column"]) for issue in json.loads(out)["issues"]))


def their_command(folder: Path) -> Run:
    run, out = command("frictionless", "validate", str(folder / "datapackage.json"), "--json")
    errors = [error for task in json.loads(out)["tasks"] for error in task["errors"]]
    return replace(run, cells=frozenset((error["rowNumber"] - 2, _name(error)) for error in errors))


def _name(error: dict[str, Any]) -> str | None:
    return error["fieldName"] if "fieldName" in error else error.get("fieldNames", [None])[0]


def our_call(folder: Path) -> Run:
    """In a process in which all is imported: the compiled checks of all rows, and frictionless on its sample."""
    from newspkg.check import check_described

    start, used = time.perf_counter(), time.process_time()
    found = check_described(folder / "datapackage.json")
    wall, processor = time.perf_counter() - start, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(wall, processor, memory, frozenset((issue.line - 2, issue.column) for issue in found.issues if issue.line))


def their_call(folder: Path) -> Run:
    from frictionless import Package

    start, used = time.perf_counter(), time.process_time()
    report = Package(str(folder / "datapackage.json")).validate(limit_errors=1_000_000)
    wall, processor = time.perf_counter() - start, time.process_time() - used
    errors = [error.to_descriptor() for task in report.tasks for error in task.errors]
    return Run(wall, processor, 0, frozenset((error["rowNumber"] - 2, _name(error)) for error in errors))


def best(call: Callable[[Path], Run], folder: Path, times: int) -> Run:
    """The quickest of some runs."""
    return min((call(folder) for _ in range(times)), key=lambda run: run.wall)


def told(name: str, ours: Run, theirs: Run) -> str:
    same = "the same cells" if ours.cells == theirs.cells else f"NOT the same cells: {sorted(ours.cells ^ theirs.cells, key=str)}"
    return (
        f"{name}: newspkg {ours.wall:.2f} s ({ours.processor:.2f} s of processors, {ours.memory:.0f} MiB), "
        f"frictionless {theirs.wall:.2f} s ({theirs.processor:.2f} s); ratio {theirs.wall / ours.wall:.0f}, "
        f"of processor time {theirs.processor / ours.processor:.0f}; {same} ({len(ours.cells)} faulty)"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rows", type=int, nargs="?", default=1_000_000)
    arguments.add_argument("--times", type=int, default=5, help="runs of newspkg, of which the quickest counts; frictionless runs once")
    arguments.add_argument("--quoted", action="store_true", help="one summary in three holds a comma and stands in quotes")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as home:
        write(Path(home, "few"), 60_000, quoted=given.quoted)
        write(Path(home, "all"), given.rows, quoted=given.quoted)
        print(f"{given.rows:,} rows, {os.cpu_count()} processors")
        folder = Path(home, "all")
        print(told("commands", best(our_command, folder, given.times), their_command(folder)))
        our_call(Path(home, "few")), their_call(Path(home, "few"))  # imports and caches
        print(told("calls", best(our_call, folder, given.times), their_call(folder)))


if __name__ == "__main__":
    main()
