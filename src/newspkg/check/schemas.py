"""The schemas themselves: what newspkg asks of them, and what the standard does (by frictionless)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newspkg.check.template import check_places, check_words, opened
from newspkg.model import Issue
from newspkg.specs import read_package
from newspkg.specs.package import declared
from newspkg.text import Spot


def check_schemas(schemas: Path) -> list[Issue]:
    """Every issue of `datapackage.json` and the Table Schemas. Raises EnvironmentFault where a file can't be read."""
    package, issues = read_package(schemas)
    told = [*issues, *_words(schemas), *check_places(schemas, declared(schemas))]
    if package is None or issues:
        return told
    return [
        *told,
        *(issue for name, table in package.tables.items() for issue in _standard(dict(table.descriptor), schemas / f"{name}.json")),
    ]


def _words(schemas: Path) -> Iterator[Issue]:
    for path in (schemas / "datapackage.json", *(schemas / f"{name}.json" for name in sorted(declared(schemas)))):
        reader = opened(path)
        if reader is not None:
            yield from check_words(reader)


def _standard(descriptor: dict[str, object], path: Path) -> list[Issue]:
    from frictionless import Schema

    report = Schema.validate_descriptor(descriptor)
    return [Issue("schema", "error", f"{error.note}; expected a Table Schema", file=str(path), line=Spot(1, 1)) for error in report.errors]
