"""Records to Arrow tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspkg.errors import DataError
from newspkg.model import ArticleRecord, EventActorRecord, Records
from newspkg.specs import PackageSpec, default_schemas, load_package
from newspkg.tables import build, build_tables

ARTICLE = ArticleRecord("0007", None, None, None, date(2024, 3, 5), None, None, "raw/0007.txt", "a" * 64, 3, False)


@pytest.fixture(scope="module")
def package() -> PackageSpec:
    return load_package(default_schemas())


def test_tables_are_typed_and_in_order(package: PackageSpec) -> None:
    tables = build_tables(Records(articles=(ARTICLE,)), package)
    assert list(tables) == list(package.tables)
    assert all(table.schema.equals(package.table(name).arrow_schema, check_metadata=True) for name, table in tables.items())
    assert tables["articles"].to_pylist()[0]["published_on"] == date(2024, 3, 5)
    assert tables["articles"].to_pylist()[0]["title"] is None


@given(st.permutations([("e1", "b", "x"), ("e1", "a", "y"), ("e0", "c", "z"), ("e10", "c", "z"), ("é", "c", "z")]))
def test_rows_are_sorted_by_key_whatever_their_order(rows: list[tuple[str, str, str]]) -> None:
    tables = build_tables(Records(event_actors=tuple(EventActorRecord(*row) for row in rows)), load_package(default_schemas()))
    assert [tuple(row.values()) for row in tables["event_actors"].to_pylist()] == sorted(rows)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("word_count", "3"),
        ("word_count", 2**63),
        ("word_count", True),
        ("in_scope", 1),
        ("title", "\ud800"),
        ("published_on", "2024-03-05"),
    ],
)
def test_a_value_that_does_not_fit_is_named(package: PackageSpec, column: str, value: object) -> None:
    with pytest.raises(DataError) as caught:
        build_tables(Records(articles=(replace(ARTICLE, **{column: value}),)), package)
    assert [(issue.table, issue.row_key, issue.column) for issue in caught.value.issues] == [("articles", "0007", column)]


@given(st.lists(st.sampled_from(["a", "b", "é", "a b", None, 3]), min_size=1, max_size=8))
def test_tables_made_at_once_are_those_made_value_by_value(keys: list[Any]) -> None:
    """`build_table` takes the quick way only where its result is the same."""
    package = load_package(default_schemas())
    rows = [EventActorRecord(key, f"x{at}", "initiator") for at, key in enumerate(keys)]
    found, slow = [], []
    with pytest.MonkeyPatch.context() as patch:
        quick = build.build_table(rows, package.table("event_actors"), found)
        patch.setattr(build, "plain_table", lambda *_: None)
        assert quick.equals(build.build_table(rows, package.table("event_actors"), slow))
    assert found == slow
