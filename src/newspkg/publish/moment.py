"""When a version was made, told by the data and never by the clock: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc


def created(tables: Mapping[str, pa.Table], epoch: int | None) -> str | None:
    """ISO 8601 in UTC: `epoch` (SOURCE_DATE_EPOCH, seconds) where told, else the newest `published_on`; None where no article has one."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    newest = _extreme(tables, "articles", "published_on", "max")
    return f"{newest.isoformat()}T00:00:00Z" if newest else None


def coverage(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """First and last day of the events (`temporal`), countries of their places and the box round them (`spatial`), as far as known."""
    first, last = _extreme(tables, "events", "date_start", "min"), _extreme(tables, "events", "date_end", "max")
    found: dict[str, Any] = {}
    if first and last:
        found["temporal"] = {"start": first.isoformat(), "end": last.isoformat()}
    if "events" in tables and "country_code" in tables["events"].column_names:
        codes = sorted(code for code in pc.unique(tables["events"]["country_code"]).to_pylist() if code)
        if codes:
            found["spatial"] = {"country_codes": codes, **_box(tables["events"])}
    return found


def _box(events: pa.Table) -> dict[str, list[float]]:
    """West, south, east and north of the places that have coordinates, in degrees."""
    if not {"latitude", "longitude"} <= set(events.column_names):
        return {}
    box = [pc.min_max(events[column])[end].as_py() for end in ("min", "max") for column in ("longitude", "latitude")]
    return {} if None in box else {"bounding_box": box}


def _extreme(tables: Mapping[str, pa.Table], table: str, column: str, end: str) -> date | None:
    if table not in tables or column not in tables[table].column_names:
        return None
    value: date | None = pc.min_max(tables[table][column])[end].as_py()
    return value
