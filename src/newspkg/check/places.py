"""Whether a place lies in its country, as far as the centres of first-level divisions tell: the wrong country, sign or order of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from newspkg.check.frames import Context, issue, shown
from newspkg.model import Issue
from newspkg.specs import Codelists, TableSpec

TABLES = ("events", "event_reports")
EARTH = 6371.0  # km
# A point is out of place where its country's nearest centre is this much farther than another country's; divisions can be 1,500 km wide.
TIMES, MARGIN = 3.0, 400.0
NEEDED = {"country_code", "latitude", "longitude", "admin1", "place_precision"}


def check_places(context: Context) -> Iterator[Issue]:
    for name in TABLES:
        if name in context.frames and context.divisions is not None and set(context.frames.columns(name)) >= NEEDED:
            spec, divisions = context.specs[name], context.divisions
            columns = [column for column in context.frames.columns(name) if column in NEEDED or column in spec.primary_key]
            for part in context.frames.parts(name, columns):
                yield from _divisions(part, spec, divisions)
                yield from _points(part, spec, divisions)


def read_divisions(codelists: Codelists) -> pl.DataFrame:
    """The first-level divisions: `country_code`, `name`, `latitude`, `longitude`."""
    rows = [(row["country_code"], row["name"], _degrees(row["latitude"]), _degrees(row["longitude"])) for row in codelists.rows("admin1")]
    schema = {"country_code": pl.String, "name": pl.String, "latitude": pl.Float64, "longitude": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _divisions(frame: pl.DataFrame, spec: TableSpec, divisions: pl.DataFrame) -> Iterator[Issue]:
    """Divisions that another country has and this one has not."""
    elsewhere = divisions.group_by("name").agg(pl.col("country_code").alias("homes"))
    named = frame.drop_nulls(["admin1", "country_code"]).join(elsewhere, left_on="admin1", right_on="name", maintain_order="left")
    for row in named.filter(~pl.col("country_code").is_in(pl.col("homes"))).iter_rows(named=True):
        homes, found = ", ".join(sorted(row["homes"])), f"admin1 {shown(row['admin1'])} in {row['country_code']}"
        message = f"{spec.name}: {found}; expected a division of that country (it is one of {homes})"
        yield issue("place", spec, row, message, "admin1", severity="warning")


def _points(frame: pl.DataFrame, spec: TableSpec, divisions: pl.DataFrame) -> Iterator[Issue]:
    # A sea is in no country; a country's own point may be anywhere in it.
    kept = frame.drop_nulls(["latitude", "longitude", "country_code"]).filter(pl.col("place_precision").fill_null("") != "water")
    points = kept.select("latitude", "longitude", "country_code").unique(maintain_order=True)
    far = {key for key in points.iter_rows() if _is_far(key, divisions)}
    for row in kept.iter_rows(named=True):
        if (row["latitude"], row["longitude"], row["country_code"]) in far:
            yield issue("place", spec, row, _told(row, spec), "latitude", severity="warning")


def _told(row: Mapping[str, Any], spec: TableSpec) -> str:
    point = f"latitude {row['latitude']}, longitude {row['longitude']}"
    return f"{spec.name}: {point} is far from {row['country_code']}; expected a point in that country"


def _is_far(key: tuple[float, float, str], divisions: pl.DataFrame) -> bool:
    latitude, longitude, country = key
    km = divisions.drop_nulls().select(pl.col("country_code") == country, _distance(latitude, longitude).alias("km"))
    own, others = km.filter("country_code")["km"].min(), km.filter(~pl.col("country_code"))["km"].min()
    return isinstance(own, float) and isinstance(others, float) and own > MARGIN + TIMES * others


def _distance(latitude: float, longitude: float) -> pl.Expr:
    """Kilometres on a sphere from a point to each division's centre (haversine)."""
    high, low = pl.lit(latitude).radians(), pl.col("latitude").radians()
    across = (pl.col("longitude") - longitude).radians() / 2
    inner = ((high - low) / 2).sin() ** 2 + high.cos() * low.cos() * across.sin() ** 2
    return 2 * EARTH * inner.clip(0, 1).sqrt().arcsin()
