"""What readers of a CSV file are told, and what they give back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Shape:
    """A file, its number of columns, and the cells that are null (none: all stay as they are)."""

    path: Path
    width: int
    delimiter: str
    nulls: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Columns go by number, so that no name can be taken for more."""
        return [f"c{at}" for at in range(self.width)]

    def empty(self) -> pl.DataFrame:
        import polars as pl

        return pl.DataFrame(schema=dict.fromkeys(self.names, pl.String))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of the right width, the physical lines and the number of records of another width in the block that begins at `start`.

    `goes_on`: more of the block that was loaded last.
    """

    frame: pl.DataFrame
    start: int
    lines: int = 0
    ragged: int = 0
    goes_on: bool = False

    @property
    def is_lined(self) -> bool:
        """Whether each line is a record of the right width."""
        return 0 < self.lines == len(self.frame) and not self.ragged and not self.goes_on
