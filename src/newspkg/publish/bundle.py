"""Writes the files of one version into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any, cast

import polars as pl
import pyarrow as pa

from newspkg.model.release import Release
from newspkg.publish.catalogue import dataset
from newspkg.publish.changelog import changelog
from newspkg.publish.citation import citation, sentence
from newspkg.publish.croissant import croissant
from newspkg.publish.descriptor import as_text, head, resources
from newspkg.publish.readme import readme
from newspkg.publish.writers import WRITERS, write_table
from newspkg.specs import PackageSpec

ROWS = 65_536  # that are looked at together


def in_order(tables: Mapping[str, pa.Table], package: PackageSpec) -> dict[str, pa.Table]:
    """Every table of the package, in its declared schema, sorted by primary key; one that has no rows where none was built."""
    found = {name: tables.get(name, spec.arrow_schema.empty_table()) for name, spec in package.tables.items()}
    return {name: _sorted(table, package.tables[name].primary_key).cast(package.tables[name].arrow_schema) for name, table in found.items()}


def _sorted(table: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """The very table where it is sorted already: a long one need not be in memory as a whole."""
    return table if _is_sorted(table, key) else table.sort_by([(column, "ascending") for column in key])


def _is_sorted(table: pa.Table, key: tuple[str, ...]) -> bool:
    rises = reduce(lambda later, name: _less(name) | (_same(name) & later), reversed(key), pl.lit(value=True))
    parts = (table.select(list(key)).slice(start, ROWS + 1) for start in range(0, table.num_rows if key else 0, ROWS))
    return all(
        cast(pl.DataFrame, pl.from_arrow(part)).select(rises.head(pl.len() - 1).fill_null(value=False).all()).item() for part in parts
    )


def _less(name: str) -> pl.Expr:
    return pl.col(name) < pl.col(name).shift(-1)


def _same(name: str) -> pl.Expr:
    return pl.col(name) == pl.col(name).shift(-1)


def write_bundle(folder: Path, tables: Mapping[str, pa.Table], package: PackageSpec, release: Release, created: str | None) -> None:
    """Write the whole bundle of `release` into `folder`; the changelog goes on from the version beside it."""
    about = head(tables, package, release.version, created)
    _write_tables(folder / "data", tables, package, about)
    _write_text(folder / "README.md", readme(tables, package, about))
    _write_text(folder / "CHANGELOG.md", changelog(release, created, folder.parent))
    files = resources(folder, package, tables)
    _write_text(folder / "CITATION.cff", citation(package, about))
    _write_text(folder / "croissant.json", as_text(croissant(package, about, files, sentence(package, about))))
    _write_text(folder / "dataset.jsonld", as_text(dataset(package, about, files)))
    _write_text(folder / "datapackage.json", as_text({**about, "resources": files}))


def _write_tables(folder: Path, tables: Mapping[str, pa.Table], package: PackageSpec, about: Mapping[str, Any]) -> None:
    folder.mkdir()
    for name, spec in package.tables.items():
        for writer in WRITERS.values():
            write_table(writer(folder / f"{name}{writer.suffix}", spec, about), tables[name])


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
