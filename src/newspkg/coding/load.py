"""Coding files (YAML) to codings; every fault is an issue with its file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newspkg.coding.coding import Coding
from newspkg.coding.form import Form
from newspkg.coding.rows import RowsReader
from newspkg.coding.tree import read_tree
from newspkg.errors import DataError, EnvironmentFault
from newspkg.model import Issue
from newspkg.specs import default_schemas
from newspkg.specs.package import load_package
from newspkg.text import spot_of_byte


@cache
def form_of(schemas: Path | None = None) -> Form:
    """The form that the schemas of a folder give, those of newspkg where none is named."""
    return Form(load_package(schemas or default_schemas()))


def load_coding(path: Path, body: str, form: Form | None = None) -> Coding:
    """The coding of one file, spans as offsets into `body`. Raises DataError with every fault, EnvironmentFault where it can't be read."""
    coding, issues = inspect_coding(path, body, form)
    if issues and any(issue.is_error for issue in issues):
        first = next(issue for issue in issues if issue.is_error)
        raise DataError(f"{first.file}:{first.line}: {first.message}; {first.hint}", issues)
    return coding


def inspect_coding(path: Path, body: str, form: Form | None = None) -> tuple[Coding, list[Issue]]:
    """The coding as far as it can be read, with every fault. Raises DataError where it is no YAML, EnvironmentFault like `load_coding`."""
    reader = RowsReader(read_tree(_source(path), str(path)), str(path), body, form or form_of())
    return reader.coding(), sorted(reader.issues, key=lambda issue: (issue.line or 0, issue.position or 0))


def _source(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = spot_of_byte(fault.object, fault.start)
        message, hint = f"the byte {fault.object[fault.start]:#04x}; text in UTF-8 is expected", "save the file as UTF-8"
        raise DataError(f"{path}:{line}: {message}", [Issue("encoding", "error", message, hint, str(path), line)]) from fault
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror}); check that it is there") from fault
