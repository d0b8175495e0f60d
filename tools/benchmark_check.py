"""How fast a long table is checked, beside frictionless in the same run: `python tools/benchmark_check.py [ROWS] [ROWS_FOR_FRICTIONLESS]`.

The table has 12 columns, a primary key, a unique column, a foreign key of one column and one of two, enums, patterns, bounds and lengths,
and a fault of each kind. Frictionless is run on the first rows alone (all, where the numbers are the same) and its time scaled; on those
rows both must find the same cells.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
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


def write(folder: Path, count: int) -> None:
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


def ours(folder: Path) -> tuple[float, set[tuple[int, str]], float]:
    """Seconds, the faulty cells (record, column) and the most memory in MiB, start-up and all."""
    code = (
        "import json,sys,resource;from pathlib import Path;from newspkg.check import check_described;"
        "found=check_described(Path(sys.argv[1])/'datapackage.json');"
        "print(json.dumps([[[i.line-1,i.column] for i in found.issues if i.line],resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)  # noqa: S603
    cells, memory = json.loads(done.stdout)
    return time.perf_counter() - start, {(line - 1, column) for line, column in cells}, memory / 1024


def theirs(folder: Path) -> tuple[float, set[tuple[int, str]]]:
    start = time.perf_counter()
    command = [sys.executable, "-m", "frictionless", "validate", str(folder / "datapackage.json"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    report = json.loads(done.stdout)
    cells = set()
    for task in report["tasks"]:
        for error in task["errors"]:
            names = [error["fieldName"]] if "fieldName" in error else error.get("fieldNames", [None])
            cells.add((error["rowNumber"] - 2, names[0]))
    return time.perf_counter() - start, cells


def main() -> None:
    count, some = (int(each) for each in (*sys.argv[1:3], "1000000", "50000")[:2]) if len(sys.argv) < 3 else map(int, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as home:
        for name, size in (("all", count), ("some", some), ("few", some // 10)):
            write(Path(home, name), size)
        fast, cells, memory = ours(Path(home, "all"))
        _, few, _ = ours(Path(home, "some"))
        slow, known = theirs(Path(home, "some"))
        start, _ = theirs(Path(home, "few"))
    # By the difference of two lengths, so that its start-up is not counted for each part of the whole.
    scaled = slow + (slow - start) / (some - some // 10) * (count - some)
    print(
        f"newspkg: {count:,} rows in {fast:.2f} s (with start-up and frictionless on a sample), {memory:.0f} MiB, {len(cells)} faulty cells"
    )
    print(f"frictionless: {some:,} rows in {slow:.2f} s, by which {count:,} take {scaled:.0f} s")
    print(f"ratio {scaled / fast:.0f}; the same cells: {few == known} {sorted(few ^ known, key=str)}")


if __name__ == "__main__":
    main()
