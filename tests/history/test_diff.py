"""`newspkg diff`: any two sides, row by row, in windows that no row falls between."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from made import PACKAGE, article, event, published, rows, tables

from newspkg.cli import main
from newspkg.history import diff, open_side, source
from newspkg.history.side import Side
from newspkg.history.source import Source

KEYS = st.tuples(st.sampled_from(["", "a", "b", "é", "z"]), st.integers(-2, 2))
TABLES = st.dictionaries(KEYS, st.tuples(st.none() | st.sampled_from(["", "x", "y"]), st.none() | st.floats(0, 1)), max_size=12)
SCHEMA = {"primaryKey": ["k", "n"], "fields": [{"name": name, "type": "string"} for name in ("k", "n", "v", "w")]}


def side(told: dict[Any, Any], order: Any = sorted) -> Side:
    found = [(k, n, v, w) for (k, n), (v, w) in order(told.items(), key=lambda item: item[0])]
    kinds = {"k": pl.String, "n": pl.Int64, "v": pl.String, "w": pl.Float64}
    return Side("1.0.0", {"t": Source(pl.DataFrame(found, kinds, orient="row").to_arrow())}, {"t": SCHEMA})


@given(TABLES, TABLES, st.randoms(use_true_random=False), st.integers(1, 4))
def test_windows_miss_nothing(old: dict[Any, Any], new: dict[Any, Any], random: Any, size: int) -> None:
    def shuffled(items: Any, key: Any) -> Any:
        return random.sample(list(items), len(items))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "ROWS", size)
        found = diff(side(old), side(new, shuffled)).tables.get("t")
    cells = {
        (f"{k}|{n}", name) for (k, n) in old.keys() & new.keys() for name, a, b in zip("vw", old[k, n], new[k, n], strict=True) if a != b
    }
    assert set(found.added.select("k", "n").rows() if found else []) == new.keys() - old.keys()
    assert set(found.removed.select("k", "n").rows() if found else []) == old.keys() - new.keys()
    assert set(found.cells.select("row_key", "column").rows() if found else []) == cells
    assert (found.changed_count if found else 0) == len({key for key, _ in cells})


def write(folder: Path, form: str, **columns: Any) -> Path:
    folder.mkdir(exist_ok=True)
    frame = pl.DataFrame(columns)
    frame.write_csv(folder / "t.csv") if form == "csv" else frame.write_parquet(folder / "t.parquet")
    return folder


@pytest.mark.parametrize(("before", "after"), [("csv", "csv"), ("csv", "parquet"), ("parquet", "csv"), ("parquet", "parquet")])
def test_plain_folders_matched_by_all_columns(tmp_path: Path, before: str, after: str) -> None:
    old = write(tmp_path / "old", before, a=[3, 1, 2, 2], b=["x", "y", "z", "z"])
    new = write(tmp_path / "new", after, a=[2, 3, 4], b=["z", "x", "q"])
    found = diff(open_side(old), open_side(new)).tables["t"]
    assert Counter(str(a) for a in found.removed["a"]) == {"1": 1, "2": 1}  # one of the twins is left
    assert [str(a) for a in found.added["a"]] == ["4"]


def test_a_known_schema_gives_the_key(tmp_path: Path) -> None:
    old = write(tmp_path / "old", "csv", a=["7", "007"], b=["x", None])
    new = write(tmp_path / "new", "csv", a=["007", "7"], b=["", "z"])
    known = {"t": {"primaryKey": "a", "fields": [{"name": "a", "type": "string"}, {"name": "b", "type": "string"}]}}
    found = diff(open_side(old, known), open_side(new, known)).tables["t"]
    assert found.cells.rows() == [("007", "b", None, ""), ("7", "b", "x", "z")]  # null and empty are two


def test_a_column_of_another_type_or_name_is_a_change_of_schema(tmp_path: Path) -> None:
    old = write(tmp_path / "old", "parquet", a=[1, 2], b=[1, 2], c=[0, 0])
    new = write(tmp_path / "new", "parquet", a=[1, 2], b=["1", "3"], d=[0, 0])
    known = {"t": {"primaryKey": ["a"], "fields": []}}
    found = diff(open_side(old, known), open_side(new, known))
    assert found.tables["t"].cells.rows() == [("2", "b", "2", "3")]


def test_a_bundle_against_its_own_csv(tmp_path: Path) -> None:
    folder = published(tmp_path, tables(articles=rows("articles", article(title='"|\n', publisher="")))).folder
    plain = tmp_path / "plain"
    plain.mkdir()
    for path in (folder / "data").glob("*.csv"):
        (plain / path.name).write_bytes(path.read_bytes())
    schemas = {name: table.descriptor for name, table in PACKAGE.tables.items()}
    found = diff(open_side(folder), open_side(plain, schemas))
    assert found.is_empty


def test_very_many_rows_are_counted_and_not_all_held(tmp_path: Path) -> None:
    old = write(tmp_path / "old", "csv", a=list(range(100)))
    new = write(tmp_path / "new", "csv", a=list(range(50, 200)))
    found = diff(open_side(old), open_side(new), kept=10).tables["t"]
    assert (found.added_count, found.removed_count, found.added.height, found.is_cut) == (100, 50, 10, True)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    published(tmp_path)
    changed = tables(events=rows("events", event(fatalities_best=5), event("ev_2", summary="\x1b[2Jstrike")))
    published(tmp_path, changed)
    return tmp_path


def run(out: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["diff", *arguments, "--out", str(out)])


@pytest.mark.parametrize("old", ["1.0.0", f"{PACKAGE.name}/1.0.0"])
def test_versions_by_name(out: Path, old: str) -> None:
    done = run(out, old, "latest")
    assert done.exit_code == 0
    assert "events: 1 added, 1 changed" in done.stdout
    assert "version 1.1.0: rows added to events: 1 (ev_2)" in done.stderr
    assert "\x1b" not in done.stdout


def test_markdown(out: Path) -> None:
    told = run(out, "1.0.0", "1.1.0", "--format", "markdown").stdout
    assert "## events: 1 added, 1 changed" in told
    assert r"| ~ | ev\_1 | fatalities\_best | 2 | 5 |" in told


def test_json(out: Path) -> None:
    told = json.loads(run(out, "1.0.0", "1.1.0", "--format", "json").stdout)
    assert (told["old"], told["calls_for"]) == ("1.0.0", "1.1.0")
    events = told["tables"]["events"]
    assert events["counts"] == {"added": 1, "removed": 0, "changed": 1, "cells": 1}
    assert (events["key"], events["is_cut"], events["added"][0]["event_id"]) == (["event_id"], False, "ev_2")


def test_rows(out: Path) -> None:
    told = [json.loads(line) for line in run(out, "1.0.0", "1.1.0", "--format", "rows").stdout.splitlines()]
    assert [(each["op"], each["row_key"]) for each in told] == [("changed", "ev_1"), ("added", "ev_2")]  # as their keys come
    assert told[0]["cells"] == [{"column": "fatalities_best", "old": "2", "new": "5"}]


def test_nothing_differs(out: Path) -> None:
    assert run(out, "1.0.0", "1.0.0").stdout == "Nothing differs.\n"


@pytest.mark.parametrize(("old", "code", "said"), [("9.9.9", 2, "there are 1.0.0, 1.1.0"), ("EMPTY", 1, "no table here")])
def test_faults(out: Path, old: str, code: int, said: str) -> None:
    (out / "EMPTY").mkdir()
    done = run(out, str(out / old) if old == "EMPTY" else old, "1.1.0")
    assert (done.exit_code, said in done.stderr) == (code, True), done.output
