"""Records to typed, sorted Arrow tables."""

from newspkg.tables.build import build_table, build_tables
from newspkg.tables.sink import TableSink

__all__ = ["TableSink", "build_table", "build_tables"]
