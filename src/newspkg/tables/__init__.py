"""Records to typed, sorted Arrow tables."""

from newspkg.tables.build import build_table, build_tables

__all__ = ["build_table", "build_tables"]
