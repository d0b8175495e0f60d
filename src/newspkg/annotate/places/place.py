"""A place that a name may stand for, and what its name and its bounds say."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from newspkg.annotate.places.gazetteer import Settlement
from newspkg.annotate.places.keys import place_key
from newspkg.model import PlaceMention
from newspkg.model.annotation import PlacePrecision


@dataclass(frozen=True, slots=True)
class Place:
    """What a name may stand for. `weight` ranks candidates of one name: fame, on a scale where a village has 2 and a country 8."""

    name: str
    precision: PlacePrecision
    country_code: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    weight: float = 2.0
    is_curated: bool = False


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def is_like(each: Settlement, key: str) -> bool:
    """Whether a name may be taken for the place: its main name, a spelling of it, or any name where the place is a big one."""
    main = place_key(each.name)
    return main == key or each.population >= 200_000 or (ratio(main, key) >= 70 and main[0] == key[0] and abs(len(main) - len(key)) < 4)


def plain_name(name: str) -> str:
    """The main name without the marks of scholarly transcription (macrons, under-dots, half rings); European accents stay."""
    bare = name.translate(str.maketrans("āĀīĪūŪēĒōŌḨḩŞşŢţḐḑ‘’ʻ`", "aAiIuUeEoOHhSsTtDd''''")).strip("'")
    return bare.replace("''", "'")


def contains(outer: PlaceMention | str, inner: PlaceMention) -> bool:
    """Whether a place lies in another one, or in the country (alpha-3) or first-level division that a string names."""
    if isinstance(outer, str):
        return outer in (inner.country_code, inner.admin1)
    if outer.precision == "country":
        return outer.country_code is not None and outer.country_code == inner.country_code and inner.precision != "country"
    if outer.precision == "admin1":
        return (
            outer.admin1 is not None
            and (outer.country_code, outer.admin1) == (inner.country_code, inner.admin1)
            and inner.precision not in ("country", "admin1")
        )
    return False
