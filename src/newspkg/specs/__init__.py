"""Reads `schemas/`: the one description of every table and codelist, from which everything else is derived."""

from newspkg.specs.codelists import Codelists, listed
from newspkg.specs.home import default_schemas
from newspkg.specs.package import PackageSpec, load_package, read_package
from newspkg.specs.table import Category, ColumnSpec, ForeignKey, TableSpec

__all__ = [
    "Category", "Codelists", "ColumnSpec", "ForeignKey", "PackageSpec", "TableSpec", "default_schemas", "listed", "load_package",
    "read_package",
]  # fmt: skip
