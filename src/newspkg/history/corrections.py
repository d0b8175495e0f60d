"""A corrected row in a reader's words: which of its values moved, from what to what, and after which article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newspkg.history.difference import Diff, TableDiff
from newspkg.history.matching import row_key
from newspkg.history.words import called, column_words, escaped

Cells = dict[str, tuple[str | None, str | None]]
# Values that move together are told once, under the name of what they measure.
TOGETHER = {
    "fatalities": ("fatalities_best", "fatalities_low", "fatalities_high"),
    "injured": ("injured_best", "injured_low", "injured_high"),
    "date": ("date_start", "date_end"),
}
PLACE = ("country_code", "admin1", "latitude", "longitude", "place_precision")  # go with the place's name
COUNTED = ("mention_count", "article_count", "claim_count", "word_count", "summary", "start", "end")  # follow from other rows


def corrections(table: TableDiff, diff: Diff) -> Iterator[str]:
    """Each corrected row whose own values moved, in the order of keys, of those that the diff holds."""
    rows = dict(zip(_keys(table), table.changed.iter_rows(named=True), strict=True))
    for key, cells in _by_row(table).items():
        told = list(_told(cells, (diff.schemas or {}).get(table.table)))
        if told:
            yield _sentence(told, called(rows.get(key, {}), key)) + _after(table.table, key, cells, diff)


def _sentence(told: list[tuple[str, str]], row: str) -> str:
    """`fatalities of … from 3 to 5`, or, where several values moved, `…: fatalities from 3 to 5, place from …`."""
    if len(told) == 1:
        return f"{told[0][0]} of {row}{told[0][1]}"
    return f"{row}: {', '.join(what + moved for what, moved in told)}"


def only_counted(table: TableDiff) -> int:
    """Rows of which nothing but counts and other consequences changed, of those that the diff holds."""
    return sum(set(cells) <= set(COUNTED) for cells in _by_row(table).values())


def _keys(table: TableDiff) -> list[str]:
    return row_key(table.changed, table.key).to_list() if table.changed.height else []


def _by_row(table: TableDiff) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for key, column, old, new in table.cells.iter_rows():
        found.setdefault(key, {})[column] = (old, new)
    return found


def _told(cells: Cells, schema: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    """What moved, and from what to what."""
    left = {column: moved for column, moved in cells.items() if column not in COUNTED}
    if "place_name" in left:
        left = {column: moved for column, moved in left.items() if column not in PLACE}
    if left.pop("sha256", None):
        yield "text", ""
    for name, columns in TOGETHER.items():
        moved = {left[column] for column in columns if column in left}
        if len(left.keys() & columns) > 1 and len(moved) == 1:
            yield name, _moved(*next(iter(moved)))
            left = {column: each for column, each in left.items() if column not in columns}
    yield from ((column_words(schema, column), _moved(*moved)) for column, moved in left.items())


def _moved(old: str | None, new: str | None) -> str:
    return f" from {escaped(old)} to {escaped(new)}"


def _after(table: str, key: str, cells: Cells, diff: Diff) -> str:
    """The new or corrected articles that say the new values."""
    evidence, fresh = diff.tables.get("evidence"), _fresh(diff)
    if evidence is None or not fresh or table == "articles":
        return ""
    rows = evidence.added.select("table", "row_key", "column", "article_id").iter_rows()
    said = {article for of, row, column, article in rows if (of, row) == (table, key) and column in cells and article in fresh}
    return f", after article{'s' * (len(said) > 1)} {', '.join(map(escaped, sorted(said)))}" if said else ""


def _fresh(diff: Diff) -> set[str]:
    articles = diff.tables.get("articles")
    if articles is None or "article_id" not in articles.added.columns:
        return set()
    changed = articles.cells["row_key"].to_list() if articles.cells.height else []
    return {*articles.added["article_id"].to_list(), *changed}
