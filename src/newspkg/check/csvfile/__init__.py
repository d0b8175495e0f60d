"""CSV files against their Table Schemas: all rows, in bounded memory, every fault at its line and character."""

from newspkg.check.csvfile.check import CsvFile, check_csv
from newspkg.check.csvfile.header import Unreadable

__all__ = ["CsvFile", "Unreadable", "check_csv"]
