"""CSV and Parquet say the same; strangers' tools read both as the schema says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import PACKAGE, article, event, published, rows, tables

from newspkg.history.twins import check_twins, read_csv
from newspkg.publish.examples import EXAMPLES
from newspkg.publish.loading import LOADING
from newspkg.publish.markdown import escaped, grid
from newspkg.publish.writers import WRITERS, write_table
from newspkg.publish.writers import __file__ as writers_home

WORDS = ["", '"', '""', "a\nb", "a\r\nb", "\r", "=1+1", "@x", "-2", "+3", "\t", " a ", "#", "\ufeffx", "é\u2028", "\u202eabc", "NA", "null"]
ODD = st.sampled_from(WORDS)
TEXT = st.none() | ODD | st.text(st.characters(codec="utf-8"), max_size=12)
WHOLE = st.none() | st.integers(-(2**63), 2**63 - 1)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, NUMBER, WHOLE, st.none() | st.dates(date(1, 1, 1))), max_size=6))
def test_csv_equals_parquet(tmp_path_factory: pytest.TempPathFactory, told: list[tuple[object, ...]]) -> None:
    folder = tmp_path_factory.mktemp("twins")
    built = rows(
        "events",
        *(
            {"event_id": f"e{i}", "place_name": a, "summary": b, "latitude": c, "fatalities_best": d, "date_start": e}
            for i, (a, b, c, d, e) in enumerate(told)
        ),
    )
    for name in ("csv", "parquet"):
        writer = WRITERS[name]
        write_table(writer(folder / f"t{writer.suffix}", PACKAGE.tables["events"], {}), built)
    stored = pq.read_table(folder / "t.parquet")
    assert stored.equals(built)
    assert read_csv(folder / "t.csv", built.schema).equals(built)
    assert not list(check_twins("events", folder / "t.csv", stored, ("event_id",)))


def test_csv_is_plain(tmp_path: Path) -> None:
    built = rows("actors", {"actor_id": "a1", "name": '=cmd|"x"', "mention_count": 1}, {"actor_id": "007", "name": "é"})
    write_table(WRITERS["csv"](tmp_path / "t.csv", PACKAGE.tables["actors"], {}), built)
    lines = (tmp_path / "t.csv").read_bytes().split(b"\n")
    assert lines[0].startswith(b"actor_id,name,")
    assert lines[1].startswith(b'a1,"=cmd|""x""",,')
    assert lines[2].startswith("007,é,,".encode())
    assert lines[3:] == [b""]


def test_every_format_is_registered() -> None:
    files = {path.stem for path in Path(writers_home).parent.glob("*.py")} - {"__init__", "base"}
    assert files == set(WRITERS)


def test_parquet_describes_itself(tmp_path: Path) -> None:
    stored = pq.read_schema(published(tmp_path).folder / "data" / "events.parquet")
    inside = json.loads(stored.metadata[b"datapackage"])
    assert (inside["version"], inside["resources"][0]["name"]) == ("1.0.0", "events")
    assert stored.field("latitude").metadata[b"unit"] == b"degrees north"
    assert stored.field("latitude").metadata[b"title"]
    assert pq.ParquetFile(tmp_path / PACKAGE.name / "1.0.0/data/events.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    odd = article(title='He said "|<b>no</b>|"\nthen left', publisher="=HYPERLINK()", published_on=None)
    return published(tmp_path_factory.mktemp("out"), tables(articles=rows("articles", article("beta"), odd))).folder


def test_frictionless_passes_with_no_option(bundle: Path) -> None:
    run = [str(Path(sys.executable).parent / "frictionless"), "validate", "datapackage.json", "--json"]
    done = subprocess.run(run, cwd=bundle, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert (done.returncode, report["valid"], report["stats"]["errors"]) == (0, True, 0), done.stdout
    assert len(report["tasks"]) == 2 * len(PACKAGE.tables)


@pytest.mark.parametrize("name", ["events.csv", "events.parquet"])
def test_frictionless_sees_an_altered_file(tmp_path: Path, name: str) -> None:
    folder = published(tmp_path).folder
    stored = folder / "data" / name
    stored.write_bytes(stored.read_bytes()[:-1] + b"X")
    run = [str(Path(sys.executable).parent / "frictionless"), "validate", "datapackage.json"]
    assert subprocess.run(run, cwd=folder, capture_output=True, check=False).returncode == 1


def test_descriptor_is_complete(bundle: Path) -> None:
    told = json.loads((bundle / "datapackage.json").read_text())
    assert told["temporal"] == {"start": "2031-05-01", "end": "2031-05-01"}
    assert {"name", "title", "description", "version", "created", "licenses", "contributors", "keywords", "sources"} <= set(told)
    assert any(each["path"] == "raw/beta.txt" for each in told["sources"])
    assert any(each.get("path") == "https://www.geonames.org/" for each in told["sources"])
    for resource in told["resources"]:
        stored = bundle / resource["path"]
        assert (resource["bytes"], resource["hash"][:7]) == (stored.stat().st_size, "sha256:")


TYPES = {  # of Table Schema; as Arrow, DuckDB, polars call them
    "string": ("string", "VARCHAR", pl.String),
    "integer": ("int64", "BIGINT", pl.Int64),
    "number": ("double", "DOUBLE", pl.Float64),
    "boolean": ("bool", "BOOLEAN", pl.Boolean),
    "date": ("date32[day]", "DATE", pl.Date),
    "datetime": ("timestamp[us, tz=UTC]", "TIMESTAMP WITH TIME ZONE", pl.Datetime("us", "UTC")),
}


@pytest.mark.parametrize("name", list(PACKAGE.tables))
def test_tools_load_the_declared_types(bundle: Path, name: str) -> None:
    path = str(bundle / "data" / f"{name}.parquet")
    wanted = [(column.name, column.type) for column in PACKAGE.tables[name].columns]
    duck = duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()  # noqa: S608 - a path of the test's own
    assert [(each[0], each[1]) for each in duck] == [(column, TYPES[kind][1]) for column, kind in wanted]
    assert list(pl.read_parquet(path).schema.items()) == [(column, TYPES[kind][2]) for column, kind in wanted]
    frame = pd.read_parquet(path, dtype_backend="pyarrow")
    assert [str(kind.pyarrow_dtype) for kind in frame.dtypes] == [TYPES[kind][0] for _, kind in wanted]


def test_loading_in_the_readme_works(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (bundle / "README.md").read_text()
    monkeypatch.chdir(bundle)
    for tool, language, code in LOADING:
        block = f"### {tool}\n\n```{language}\n{code.format(table='events')}\n```"
        assert block in text
        if language == "python":
            found: dict[str, object] = {}
            exec(code.format(table="events"), found)  # noqa: S102 - the README's own code
            assert len(found["events"]) == 1  # type: ignore[arg-type]
        if language == "sql":
            assert len(duckdb.sql(code.format(table="events").rstrip(";")).fetchall()) == 1


def test_answers_in_the_readme_are_duckdbs(tmp_path: Path) -> None:
    dragon = {"weapon_id": "w1", "name": "Dragon", "weapon_class": "missile", "level": "system"}
    used = rows("event_weapons", {"event_id": "ev_1", "weapon_id": "w1", "role": "used", "quantity": 3})
    claim = {"claim_id": "c1", "article_id": "alpha", "speaker_id": "ac_north", "claim_type": "assertion", "start": 0, "end": 9}
    built = tables(
        weapons=rows("weapons", dragon),
        event_weapons=used,
        claims=rows("claims", claim),
        events=rows("events", event(target_id="ac_north"), event("ev_2", event_subtype="shelling")),
    )
    folder = published(tmp_path, built).folder
    text = (folder / "README.md").read_text()
    for example in EXAMPLES:
        assert f"```sql\n{example.sql};\n```" in text
        database = duckdb.connect()
        for name in example.tables:
            database.execute(f"CREATE VIEW {name} AS SELECT * FROM '{folder}/data/{name}.parquet'")  # noqa: S608 - the test's own path
        found = database.execute(example.sql)
        columns = [each[0] for each in found.description or ()]
        answer = found.fetchall()
        assert answer
        assert grid(columns, answer) in text


def test_hostile_words_are_dead_in_markdown(bundle: Path) -> None:
    assert escaped("<script>|`x`\u202e\x07\n[a](b)") == r"&lt;script&gt;\|\`x\` \[a\](b)"
    assert not re.search("[\u202a-\u202e\x00-\x08]", (bundle / "README.md").read_text())


def test_a_table_not_built_is_published_empty(tmp_path: Path) -> None:
    folder = published(tmp_path, {}).folder
    assert pq.read_table(folder / "data/claims.parquet").num_rows == 0
    assert (folder / "data/claims.csv").read_text().count("\n") == 1
    assert isinstance(pq.read_schema(folder / "data/claims.parquet"), pa.Schema)
