"""Tables, bundles, schemas and codelists to issues; one file per family of checks."""

from newspkg.check.bundle import check_bundle, check_described
from newspkg.check.codelists import check_codelist, check_codelists
from newspkg.check.registry import FAMILIES, check_tables
from newspkg.check.schemas import check_schemas

__all__ = ["FAMILIES", "check_bundle", "check_codelist", "check_codelists", "check_described", "check_schemas", "check_tables"]
