"""Tables, bundles, schemas and codelists to issues; one file per family of checks.

Each name is imported when it is asked for: a codelist is checked without what bundles need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newspkg.check.bundle import check_built, check_bundle, check_described
    from newspkg.check.codelists import check_codelist, check_codelists
    from newspkg.check.registry import FAMILIES, check_tables
    from newspkg.check.schemas import check_schemas

HOMES = {
    "bundle": ("check_built", "check_bundle", "check_described"),
    "codelists": ("check_codelist", "check_codelists"),
    "registry": ("FAMILIES", "check_tables"),
    "schemas": ("check_schemas",),
}
__all__ = [
    "FAMILIES",
    "check_built",
    "check_bundle",
    "check_codelist",
    "check_codelists",
    "check_described",
    "check_schemas",
    "check_tables",
]


def __getattr__(name: str) -> Any:
    home = next((home for home, names in HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
