"""Proves a published version by all that says something of it: the history, the checks, its own README, the index, its articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from newspkg.check import check_bundle
from newspkg.check.columns import check_frame
from newspkg.check.frames import to_frame
from newspkg.errors import DataError, EnvironmentFault
from newspkg.history import Bundle, read_bundle, verify
from newspkg.model import Issue
from newspkg.publish.dictionary import TITLE, dictionary, dictionary_cells
from newspkg.publish.index import index_text, retractions
from newspkg.specs import PackageSpec, TableSpec
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table


def prove(folder: Path, bodies: Mapping[str, str] | None = None) -> list[Issue]:
    """Every fault of the version in `folder`. `bodies` are the raw bodies by article_id, where evidence is to be proved too.

    Raises EnvironmentFault where there is no version to read.
    """
    if not folder.is_dir():
        raise EnvironmentFault(f"{folder}: there is no such folder; name the folder of a version")
    return [*prove_beside(folder, bodies), *_checked(folder)]


def prove_beside(folder: Path, bodies: Mapping[str, str] | None = None) -> list[Issue]:
    """All of `prove` but what the checks of the package that its descriptor describes say."""
    issues = [*verify(folder, bodies), *check_index(folder)]
    try:
        bundle = read_bundle(folder)
    except DataError:
        return issues  # said by `verify`
    specs = _specs(bundle, folder)
    return [*issues, *check_constraints(bundle, specs, folder), *check_dictionary(bundle, specs, folder)]


def _checked(folder: Path) -> list[Issue]:
    """What the checks of a bundle find that `verify` has not said: the hashes."""
    try:
        return [issue for issue in check_bundle(folder) if issue.check not in ("hash", "file")]
    except EnvironmentFault as fault:
        return [Issue("bundle", "error", str(fault), file=str(folder))]


def _specs(bundle: Bundle, folder: Path) -> dict[str, TableSpec]:
    """The tables as the version's own descriptor describes them."""
    path = folder / "datapackage.json"
    return {name: parse_table(Reader(dict(schema), path), name) for name, schema in bundle.schemas.items()}


def check_constraints(bundle: Bundle, specs: Mapping[str, TableSpec], folder: Path) -> Iterator[Issue]:
    """Values of the Parquet files that break a constraint of their column; those of the CSV are the same, or named elsewhere."""
    for name, spec in specs.items():
        file = str(folder / "data" / f"{name}.parquet")
        for issue, row in check_frame(to_frame(bundle.tables[name]), spec):
            where = "" if row is None else f"row {row + 1:,}: "  # a Parquet file has no lines
            yield replace(issue, file=file, message=f"{where}{issue.message}")


def check_dictionary(bundle: Bundle, specs: Mapping[str, TableSpec], folder: Path) -> Iterator[Issue]:
    """Where the README's data dictionary says something else than the schema."""
    package = PackageSpec(str(bundle.descriptor.get("name")), "", bundle.descriptor, specs, folder)
    counts = {name: table.num_rows for name, table in bundle.tables.items()}
    wanted = dictionary_cells(f"{TITLE}\n{dictionary(package, counts)}")
    path = folder / "README.md"
    try:
        found = dictionary_cells(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError) as fault:
        yield Issue("dictionary", "error", f"can't be read: {fault}", file=str(path))
        return
    for (table, column), cells in wanted.items():
        where = partial(Issue, "dictionary", "error", file=str(path), table=table, column=column or None)
        told = found.get((table, column))
        if told is None:
            yield where("the data dictionary lacks it")
        for name in cells.keys() & (told or {}).keys():
            if told and told[name] != cells[name]:
                yield where(f"{name} is {told[name]!r}; expected {cells[name]!r}, as the schema says")
    for table, column in sorted(found.keys() - wanted.keys()):
        yield Issue("dictionary", "error", "the schema has no such column", file=str(path), table=table, column=column or None)


def check_index(folder: Path) -> Iterator[Issue]:
    """Where `index.json` says something else of the version, or of the data set, than the folders do."""
    home, version = folder.resolve().parent, folder.resolve().name
    path = home / "index.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        wanted = json.loads(index_text(home, retractions(home)))
    except (OSError, ValueError, KeyError, TypeError, EnvironmentFault):
        return  # said by `verify`
    yield from _differing("", {**wanted, "versions": None}, {**told, "versions": None}, path)
    entries = [each for index in (wanted, told) for each in index["versions"] if each.get("version") == version]
    if len(entries) == 2:
        yield from _differing(f"{version}: ", {**entries[0], "files": None}, {**entries[1], "files": None}, path)
        yield from _files(entries[0]["files"], entries[1]["files"], version, path)


def _files(wanted: list[dict[str, Any]], told: list[dict[str, Any]], version: str, path: Path) -> Iterator[Issue]:
    known = {each.get("path"): each for each in told}
    for each in wanted:
        yield from _differing(f"{version}: {each['path']}: ", {**each, "hash": None}, {**known.get(each["path"], {}), "hash": None}, path)


def _differing(where: str, wanted: Mapping[str, Any], told: Mapping[str, Any], path: Path) -> Iterator[Issue]:
    for key in sorted({*wanted, *told}, key=str):
        if wanted.get(key) != told.get(key):
            yield Issue("index", "error", f"{where}{key} is {told.get(key)!r}; expected {wanted.get(key)!r}", "restore it", file=str(path))
