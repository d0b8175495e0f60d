"""The first reading of a file: the faults of single rows, and of its keys as much as is needed to find theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import polars as pl

from newspkg.check.csvfile.glance import Glance, Look
from newspkg.check.csvfile.header import LONGEST
from newspkg.check.csvfile.layout import Columns, Layout
from newspkg.check.csvfile.piles import add_to, joined
from newspkg.check.csvfile.reading import looked_at
from newspkg.check.csvfile.tally import Tally
from newspkg.model import row_key
from newspkg.specs import ForeignKey


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell (or row, where `column` is None) that breaks a check; `row` counts from 0. `found` is None where the cell is empty.
    `columns` are those of a key of several, the first being `column`, `found` then all their cells."""

    row: int
    column: int | None
    check: str
    expected: str
    found: str | None
    key: str
    columns: Columns = ()


@dataclass
class Scan:
    """What came of one file. `counts`: all faults by column and check, of which `faults` holds the first ones.

    `referenced`: the columns that other files refer to; `targets`: the values that foreign keys may have, where they are known already.
    """

    layout: Layout
    most: int
    referenced: set[Columns] = field(default_factory=set)
    targets: Mapping[ForeignKey, pl.DataFrame] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[tuple[int | None, str]] = field(default_factory=Counter)
    digests: dict[Columns, list[pl.Series]] = field(default_factory=dict)
    told: dict[Columns, list[pl.DataFrame]] = field(default_factory=dict)
    sources: dict[Columns, list[pl.DataFrame]] = field(default_factory=dict)

    def read(self, path: Path, delimiter: str) -> None:
        """Frames that a glance finds clean are done, the others are looked at closely. Raises Unreadable, EnvironmentFault."""
        look = Look(self.layout, frozenset(self.referenced), self.targets)
        for before, frame, seen in looked_at(self.layout.shape(path, delimiter), self.tally, look):
            if seen is None:
                self._look_closely(before, self.layout.raw(frame))
                continue
            self._keep(seen)
            if seen.broken or seen.lost:
                self._look_at(before, self.layout.raw(frame), seen)

    def _look_at(self, before: int, raw: pl.DataFrame, seen: Glance) -> None:
        """The rows that break what the frame is known to break."""
        for number in seen.broken:
            question = self.layout.questions[number]
            broken = raw.lazy().select(self.layout.texts_and_values).select(question.broken.fill_null(value=False)).collect().to_series()
            rows = broken.arg_true()
            self._add(question.check, question.expected, self.layout.values(raw[rows]), rows + before, question.column)
        for key in seen.lost:
            values = raw.lazy().select(self.layout.texts_and_values).select(self.layout.named(key.columns)).with_row_index("row").collect()
            rows = values.drop_nulls().join(self.targets[key], on=self.layout.named(key.columns), how="anti", maintain_order="left")["row"]
            self.add_lost(key, self.layout.values(raw[rows]).with_columns((rows.cast(pl.Int64) + before).alias("row")))

    def _keep(self, seen: Glance) -> None:
        for columns, digests in seen.digests.items():
            self.digests.setdefault(columns, []).append(digests)
        for columns, told in seen.told.items():
            add_to(self.told.setdefault(columns, []), told)
        for columns, used in seen.used.items():
            add_to(self.sources.setdefault(columns, []), used)

    def _look_closely(self, before: int, raw: pl.DataFrame) -> None:
        empty = raw.select(pl.all_horizontal(pl.all().is_null())).to_series()
        rows = pl.int_range(before, before + len(raw), eager=True)
        if empty.any():
            self._add("blank-row", "a row with values", raw.filter(empty), rows.filter(empty), None)
            raw, rows = raw.filter(~empty), rows.filter(~empty)
        values = self.layout.values(raw)
        self._cells(values, rows)
        self._keys(values, rows)

    def _cells(self, values: pl.DataFrame, rows: pl.Series) -> None:
        questions = self.layout.questions
        lengths = [pl.col(name).str.len_bytes().max().alias(name) for name in (f"r{at}" for at in range(len(self.layout.cells)))]
        asked = [question.broken.alias(f"q{at}") for at, question in enumerate(questions)]
        longest, broken = pl.collect_all([values.lazy().select(lengths), values.lazy().select(asked)])
        sums = broken.sum().row(0) if broken.width else ()
        for at, (question, count) in enumerate(zip(questions, sums, strict=True)):
            if count:
                mask = broken[f"q{at}"].fill_null(value=False)
                self._add(question.check, question.expected, values.filter(mask), rows.filter(mask), question.column)
        for at, length in enumerate(longest.row(0)):
            if length and length > LONGEST:
                mask = values[f"r{at}"].str.len_chars().fill_null(0) > LONGEST
                self._add("cell-size", f"at most {LONGEST:,} characters", values.filter(mask), rows.filter(mask), at)

    def _keys(self, values: pl.DataFrame, rows: pl.Series) -> None:
        for key in {columns for _, columns in self.layout.keys}:
            self.digests.setdefault(key, []).append(values.select(self.layout.digest(key)).to_series().rename("digest"))
        for name in self.layout.table.primary_key if self.layout.has(self.layout.table.primary_key) else ():
            holes = values[self.layout.named([name])[0]].is_null()
            if holes.any():
                expected = "a value in every column of the primary key"
                self._add("primaryKey", expected, values.filter(holes), rows.filter(holes), self.layout.number[name])
        for columns in self.referenced:
            add_to(self.told.setdefault(columns, []), values.select(self.layout.named(columns)))
        for foreign in self.layout.foreign_keys:
            if foreign in self.targets:
                self.add_dangling(foreign, values.with_columns(rows.alias("row")), self.targets[foreign], "anti")
                continue
            add_to(self.sources.setdefault(foreign.columns, []), values.select(self.layout.named(foreign.columns)))

    def _add(self, check: str, expected: str, frame: pl.DataFrame, rows: pl.Series, column: int | None, columns: Columns = ()) -> None:
        room = max(0, self.most - self.counts[column, check])
        self.counts[column, check] += len(rows)
        self.faults += [
            Fault(row, column, check, expected, self._found(cells, column, columns), self.key_of(cells), columns)
            for row, cells in zip(rows.head(room), frame.head(room).iter_rows(named=True), strict=True)
        ]

    def _found(self, cells: dict[str, object], column: int | None, columns: Columns) -> str | None:
        texts = [cells.get(f"r{self.layout.number[name]}") for name in columns] or [cells.get(f"r{column}")]
        return None if texts == [None] else ", ".join("" if text is None else str(text) for text in texts)

    def key_of(self, cells: dict[str, object]) -> str:
        """The primary key of a row as it stands in the file."""
        numbers = [self.layout.number[name] for name in self.layout.table.primary_key if name in self.layout.number]
        texts = (cells.get(f"r{at}", cells.get(f"c{at}")) for at in numbers)
        return row_key(*("" if text is None else str(text)[:200] for text in texts))

    def add_key(self, check: str, expected: str, frame: pl.DataFrame, columns: Columns) -> None:
        """Rows (`row` beside their cells) that break a key; they stand at its first column."""
        self._add(check, expected, frame, frame["row"], self.layout.number[columns[0]], columns if len(columns) > 1 else ())

    def add_dangling(self, key: ForeignKey, values: pl.DataFrame, others: pl.DataFrame, how: Literal["anti", "semi"]) -> None:
        """Rows (`row` beside their cells) whose foreign key is not among the others, or is among those that are lost."""
        names = self.layout.named(key.columns)
        found = values.drop_nulls(names) if how == "anti" else values
        found = found.join(others, on=names, how=how, maintain_order="left")
        if not found.is_empty():
            self.add_lost(key, found)

    def add_lost(self, key: ForeignKey, found: pl.DataFrame) -> None:
        """Rows (`row` beside their cells) whose foreign key finds nothing."""
        self.add_key("foreignKeys", f"a {', '.join(key.reference_columns)} of {key.table}", found, key.columns)

    def keys_told(self, columns: Columns) -> pl.DataFrame:
        """The different values of some columns."""
        return joined(self.told.get(columns, []))

    def keys_used(self, key: ForeignKey) -> pl.DataFrame:
        """The different values of a foreign key."""
        return joined(self.sources.get(key.columns, []))
