"""The analysts' side: what DuckDB, pandas, polars and pyarrow get from a version is what its schema and its README say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest
from made import PACKAGE, article, event, published, rows, tables

from newspkg.history import latest
from newspkg.publish.markdown import grid

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Values that tools like to take for others."""
    actor = {"actor_id": "ac_north", "name": "007", "actor_kind": "state", "mention_count": 1, "article_count": 1}
    named = {**actor, "actor_id": "null", "name": "NA", "parent_id": "ac_north", "role_title": "2031-05-01"}
    told = tables(
        articles=rows("articles", article(title="", publisher=None), article("beta", title="1e5", publisher="NULL", published_on=None)),
        actors=rows("actors", actor, named),
        events=rows("events", event(), event("ev_2", initiator_id=None, fatalities_best=None, date_start=None)),
    )
    return published(tmp_path_factory.mktemp("out"), told).folder


@pytest.fixture(scope="module", params=["made by hand", "published"])
def bundle(request: pytest.FixtureRequest) -> Path:
    if request.param == "made by hand":
        return Path(request.getfixturevalue("odd"))
    found = latest(ROOT / "packages" / PACKAGE.name)
    if found is None or found.folder is None:
        pytest.skip("nothing is published here")
    return found.folder


PARQUET: dict[str, Callable[[Path], Any]] = {
    "duckdb": lambda path: duckdb.sql(f"SELECT * FROM '{path}'").to_arrow_table(),  # noqa: S608 - the test's own path
    "pandas": lambda path: pa.Table.from_pandas(pd.read_parquet(path, dtype_backend="pyarrow"), preserve_index=False),
    "polars": lambda path: pl.read_parquet(path).to_arrow(),
    "pyarrow": pq.read_table,
}
DUCK = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMPTZ"}
POLARS = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}


def by_duckdb(path: Path, kinds: dict[str, str]) -> pa.Table:
    columns = {name: DUCK[kind] for name, kind in kinds.items()}
    return duckdb.read_csv(str(path), columns=columns, header=True, delimiter=",", allow_quoted_nulls=False).to_arrow_table()


def by_polars(path: Path, kinds: dict[str, str]) -> pa.Table:
    return pl.read_csv(path, schema={name: POLARS[kind] for name, kind in kinds.items()}).to_arrow()


def by_pyarrow(path: Path, kinds: dict[str, str]) -> pa.Table:
    told = pc.ConvertOptions(
        column_types=PACKAGE.tables[path.stem].arrow_schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    return pc.read_csv(path, parse_options=pc.ParseOptions(newlines_in_values=True), convert_options=told)


CSV: dict[str, Callable[[Path, dict[str, str]], Any]] = {"duckdb": by_duckdb, "polars": by_polars, "pyarrow": by_pyarrow}


def plain(table: pa.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def kinds_of(bundle: Path, name: str) -> dict[str, str]:
    resources = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    schema = next(each["schema"] for each in resources if each["name"] == name)
    return {field["name"]: field["type"] for field in schema["fields"]}


@pytest.mark.parametrize("tool", PARQUET)
@pytest.mark.parametrize("name", list(PACKAGE.tables))
def test_parquet_is_the_same_in_every_tool(bundle: Path, tool: str, name: str) -> None:
    path = bundle / "data" / f"{name}.parquet"
    assert plain(PARQUET[tool](path)) == plain(pq.read_table(path))


@pytest.mark.parametrize("tool", CSV)
@pytest.mark.parametrize("name", list(PACKAGE.tables))
def test_csv_is_the_parquet_in_every_tool(bundle: Path, tool: str, name: str) -> None:
    found = plain(CSV[tool](bundle / "data" / f"{name}.csv", kinds_of(bundle, name)))
    assert found == plain(pq.read_table(bundle / "data" / f"{name}.parquet"))


@pytest.mark.parametrize("tool", PARQUET)
def test_values_are_what_they_are(odd: Path, tool: str) -> None:
    load = PARQUET[tool]
    first, second = plain(load(odd / "data" / "articles.parquet"))
    assert (first["title"], first["publisher"], first["published_on"]) == ("", None, date(2031, 5, 2))  # empty is not null
    assert (second["title"], second["publisher"], second["published_on"]) == ("1e5", "NULL", None)
    assert [row["name"] for row in plain(load(odd / "data" / "actors.parquet"))] == ["007", "NA"]
    events = plain(load(odd / "data" / "events.parquet"))
    assert [row["fatalities_best"] for row in events] == [2, None]
    assert [type(row["fatalities_best"]) for row in events] == [int, type(None)]
    assert [row["date_start"] for row in events] == [date(2031, 5, 1), None]


def foreign_keys() -> Iterator[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
    for name, table in PACKAGE.tables.items():
        yield from ((name, key.columns, key.table, key.reference_columns) for key in table.foreign_keys)


@pytest.mark.parametrize("tool", ["duckdb", "pandas", "polars", "pyarrow"])
def test_foreign_keys_join_without_loss(bundle: Path, tool: str) -> None:
    for name, columns, other, wanted in foreign_keys():
        child, parent = (bundle / "data" / f"{each}.parquet" for each in (name, other))
        told = pq.read_table(child).select(list(columns)).drop_null().num_rows
        assert JOINS[tool](child, columns, parent, wanted) == told, (name, columns, other)


def joined_by_duckdb(child: Path, columns: tuple[str, ...], parent: Path, wanted: tuple[str, ...]) -> Any:
    on = " AND ".join(f'c."{one}" = p."{two}"' for one, two in zip(columns, wanted, strict=True))
    return duckdb.sql(f"SELECT COUNT(*) FROM '{child}' c JOIN '{parent}' p ON {on}").fetchall()[0][0]  # noqa: S608


def joined_by_pandas(child: Path, columns: tuple[str, ...], parent: Path, wanted: tuple[str, ...]) -> Any:
    left, right = (pd.read_parquet(path, dtype_backend="pyarrow") for path in (child, parent))
    return len(left.dropna(subset=list(columns)).merge(right, left_on=list(columns), right_on=list(wanted)))


def joined_by_polars(child: Path, columns: tuple[str, ...], parent: Path, wanted: tuple[str, ...]) -> Any:
    return pl.read_parquet(child).join(pl.read_parquet(parent), left_on=list(columns), right_on=list(wanted)).height


def joined_by_pyarrow(child: Path, columns: tuple[str, ...], parent: Path, wanted: tuple[str, ...]) -> Any:
    left, right = pq.read_table(child).select(list(columns)), pq.read_table(parent).select(list(wanted))
    return left.join(right, list(columns), list(wanted), "inner").num_rows


JOINS = {"duckdb": joined_by_duckdb, "pandas": joined_by_pandas, "polars": joined_by_polars, "pyarrow": joined_by_pyarrow}
ASKED = re.compile(r"```sql\n(SELECT [^`]*?FROM (?!')[^`]*?);\n```\n\n((?:\|.*\n)+|No rows in this version\.\n)")


def answered(found: Any) -> str:
    rows = found.fetchall()
    return grid([each[0] for each in found.description], rows) if rows else "No rows in this version.\n"


@pytest.mark.parametrize("tool", ["parquet", "csv", "pandas", "polars", "pyarrow"])
def test_the_queries_of_the_readme_give_what_it_says(bundle: Path, tool: str) -> None:
    """In DuckDB over the files, and over what the other tools load."""
    asked = ASKED.findall((bundle / "README.md").read_text(encoding="utf-8"))
    assert len(asked) == 5
    database = duckdb.connect()
    for name in PACKAGE.tables:
        path = bundle / "data" / f"{name}.parquet"
        if tool in ("parquet", "csv"):
            database.execute(f"CREATE VIEW {name} AS SELECT * FROM '{path.with_suffix(f'.{tool}')}'")  # noqa: S608
        else:
            database.register(name, pl.read_parquet(path).to_arrow() if tool == "polars" else PARQUET[tool](path))
    for query, answer in asked:
        assert answered(database.execute(query)) == answer, query


def test_the_queries_of_the_readme_in_polars(bundle: Path) -> None:
    frames = {name: pl.read_parquet(bundle / "data" / f"{name}.parquet") for name in PACKAGE.tables}
    for query, answer in ASKED.findall((bundle / "README.md").read_text(encoding="utf-8")):
        found = pl.SQLContext(frames, eager=True).execute(query)
        assert (grid(found.columns, found.rows()) if found.height else "No rows in this version.\n") == answer, query
