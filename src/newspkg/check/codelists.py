"""Each codelist against the Table Schema beside it, every issue with its file, physical line and character."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newspkg.check.template import check_words
from newspkg.model import Issue
from newspkg.specs import TableSpec
from newspkg.specs.descriptor import open_descriptor
from newspkg.specs.parse import parse_table
from newspkg.text import Spot


def check_codelists(schemas: Path) -> list[Issue]:
    """Every issue of the codelists of `schemas/`. Raises EnvironmentFault where a file can't be read."""
    root = schemas / "codelists"
    if root.is_symlink():  # told with the schemas
        return []
    return [issue for path in sorted(root.glob("*.csv")) for issue in check_codelist(path)]


def check_codelist(path: Path) -> list[Issue]:
    """Every issue of one codelist and its schema."""
    misplaced = list(_misplaced(path))
    if misplaced:
        return misplaced
    table, issues = read_codelist_schema(path)
    if table is None or any(issue.is_error for issue in issues):
        return issues
    from newspkg.check.csvfile import CsvFile, check_csv  # data frames take longest to import: not where a schema is at fault
    from newspkg.check.strange import check_strange

    found, _ = check_csv({table.name: CsvFile(path, table)})
    # What stands in a file that is no CSV in UTF-8 is told once.
    unreadable = any(issue.check in ("encoding", "csv", "header") for issue in found)
    return [*issues, *found] if unreadable else [*issues, *found, *check_strange(path, table)]


def read_codelist_schema(path: Path) -> tuple[TableSpec | None, list[Issue]]:
    """The Table Schema beside a codelist; None, with the issues, where it is none."""
    beside = path.with_suffix(".schema.json")
    if not beside.is_file():
        message = f"there is no {beside.name}; expected a Table Schema beside the codelist"
        return None, [Issue("codelist", "error", message, "write one, or rename it to go with the codelist", str(path), Spot(1, 1))]
    reader = open_descriptor(beside)
    if reader.issues:
        return None, reader.issues
    # The name of the file names the codelist; a title of its own is welcome, not required.
    reader.value = {"title": path.stem, "description": path.stem, **reader.value}
    table = parse_table(reader, path.stem)
    words = list(check_words(reader))
    return (None, [*reader.issues, *words]) if reader.issues else (table, words)


def _misplaced(path: Path) -> Iterator[Issue]:
    """A codelist that is a link: it could show anything of the machine that checks it."""
    for each in (path, path.with_suffix(".schema.json")):
        if each.is_symlink():
            yield Issue("file-name", "error", "a symbolic link; expected the file itself", "put the file into the folder", str(each))
        elif each.exists() and not each.is_file():
            yield Issue("file-name", "error", "something that is no regular file; expected a file", "remove it", str(each))
