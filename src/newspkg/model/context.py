"""Where a build runs and which versions it builds with: the one object by which paths, clock and version reach the stages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildContext:
    """Paths of the data set and the options of one build; `version` is a version asked for by hand.

    `source_date_epoch` (seconds since 1970, from SOURCE_DATE_EPOCH) dates the version in place of its newest article.
    `cache` is the folder that keeps what was read of articles, None where nothing is kept.
    `engine` (local, ray) does the reading; `address` is that of a running Ray cluster, None for one begun for this build.
    """

    raw: Path
    schemas: Path
    out: Path
    version: str | None = None
    jobs: int = 1
    model: str | None = None
    source_date_epoch: int | None = None
    cache: Path | None = None
    engine: str = "local"
    address: str | None = None
