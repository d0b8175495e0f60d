"""All names of places that newspkg knows: codelists first, then the gazetteer of settlements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from newspkg.annotate.places.gazetteer import Settlement, settlements
from newspkg.annotate.places.keys import place_key
from newspkg.model import PlaceMention
from newspkg.model.annotation import PlacePrecision
from newspkg.specs import Codelists, listed

ADMIN_TYPES = (
    r"oblast|krai|kray|republic|region|province|governorate|state|prefecture|county|territory|department|emirate|autonomous okrug|division"
)
TYPED = re.compile(rf"(?i)\s+(?:{ADMIN_TYPES}|district|municipality|voivodeship|canton)$")
VAGUE = frozenset(
    ["centre", "central", "center", "nord", "sud", "est", "ouest", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest", "coast", "island", "islands", "river", "rivers", "plateau", "delta", "capital", "federal", "lakes", "upper", "lower", "new", "grand", "nord", "est", "nord", "ouest", "sud", "est", "sud", "ouest", "northern", "borders", "middle", "highlands", "lake", "white", "blue", "union", "southern", "highlands", "city", "town"]  # noqa: E501
) | {"nord est", "nord ouest", "sud est", "sud ouest", "centre est", "centre nord", "centre ouest", "centre sud", "north east", "north west", "south east", "south west", "red sea", "blue nile", "white nile", "river nile", "cross river"}  # fmt: skip  # noqa: E501
Row = Mapping[str, str]


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


class PlaceIndex:
    """Names to places. Build once; a look-up of a name nobody asked for before costs microseconds."""

    def __init__(self, codelists: Codelists) -> None:
        countries = codelists.rows("place_countries")
        self.alpha3 = {row["alpha2_code"]: row["country_code"] for row in countries}
        self.alpha2 = {row["country_code"]: row["alpha2_code"] for row in countries}
        self.country_names = {row["country_code"]: row["name"] for row in countries}
        self.demonyms = {word: row["country_code"] for row in countries for word in listed(row["demonyms"])}
        self.capitals = {(row["country_code"], place_key(row["capital"])) for row in countries}
        self.acronyms = {word: row["country_code"] for row in countries for word in listed(row["aliases"]) if word.upper() == word}
        self.admin1_names = {row["admin1_code"]: row["name"] for row in codelists.rows("admin1")}
        self._curated: dict[str, list[Place]] = defaultdict(list)
        self._typed: dict[str, list[Place]] = defaultdict(list)
        self._aliases: dict[str, list[Row]] = defaultdict(list)
        self._memo: dict[str, tuple[Place, ...]] = {}
        self._add_countries(countries)
        self._add_admin1(codelists.rows("admin1"))
        for name, weight in (("waters", 6.0), ("regions", 7.5), ("place_sites", 6.5)):
            self._add_rows(codelists.rows(name), weight)
        for row in codelists.rows("place_aliases"):
            for word in (row["name"], *listed(row["aliases"])):
                self._aliases[place_key(word)].append(row)

    def _file(self, words: Iterable[str], place: Place) -> None:
        for key in {place_key(word) for word in words}:
            if key:
                self._curated[key].append(place)

    def _add_countries(self, rows: Iterable[Row]) -> None:
        for row in rows:
            place = Place(
                row["name"],
                "country",
                row["country_code"],
                None,
                number(row["latitude"]),
                number(row["longitude"]),
                int(row["geonames_id"]),
                8.0,
                True,
            )
            self._file((row["name"], *(word for word in listed(row["aliases"]) if word not in self.acronyms)), place)

    def _add_admin1(self, rows: Iterable[Row]) -> None:
        for row in rows:
            place = Place(row["name"], "admin1", row["country_code"], row["name"], number(row["latitude"]), number(row["longitude"]),
                          int(row["geonames_id"]) if row["geonames_id"] else None, 5.0, True)  # fmt: skip
            full = (row["name"], *listed(row["aliases"]))
            for key in {place_key(word) for word in full} | {place_key(TYPED.sub("", word)) for word in full}:
                self._typed[key].append(place)
                if key not in VAGUE and len(key) > 2:
                    self._curated[key].append(place)

    def _add_rows(self, rows: Iterable[Row], weight: float) -> None:
        for row in rows:
            precision: PlacePrecision = row.get("precision") or ("water" if "kind" in row else "site")  # type: ignore[assignment]
            place = Place(
                row["name"],
                precision,
                row["country_code"] or None,
                row.get("admin1") or None,
                number(row["latitude"]),
                number(row["longitude"]),
                None,
                weight,
                True,
            )
            self._file((row["name"], *listed(row["aliases"])), place)

    def divisions(self, name: str) -> tuple[Place, ...]:
        """First-level divisions of the name, with or without its type word; for use where the text has a type word beside it."""
        return tuple(self._typed.get(place_key(name), ()))

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place of the name, curated ones first; () where it is unknown."""
        key = place_key(name)
        if key not in self._memo:
            self._memo[key] = tuple(self._found(key))
        return self._memo[key]

    def _found(self, key: str) -> list[Place]:
        found = list(self._curated.get(key, ()))
        seen = set()
        for row in self._aliases.get(key, ()):
            place = self._alias(row)
            found.append(place)
            seen.add(place.geonames_id)
        return found + [
            self._settled(each, key)
            for each in settlements(key)
            if each.geonames_id not in seen and each.country in self.alpha3 and is_like(each, key)
        ]

    def _alias(self, row: Row) -> Place:
        key, country = place_key(row["gazetteer_name"]), self.alpha2[row["country_code"]]
        known = [each for each in settlements(key) if each.country == country]
        if not known:
            return Place(row["name"], "settlement", row["country_code"], weight=5.0, is_curated=True)
        best = max(known, key=lambda each: (each.population, -each.geonames_id))
        place = self._settled(best, key)
        return replace(place, name=row["name"], weight=min(8.0, max(place.weight + 1, 5.0)), is_curated=True)

    def _settled(self, each: Settlement, key: str) -> Place:
        country, main = self.alpha3[each.country], place_key(each.name)
        weight = 2.0 if not each.population else min(6.5, len(str(each.population)) - 0.5)
        weight += 0.5 if main == key else -0.5
        weight += 2.0 if each.population >= 500_000 else 0.0
        weight += 2.0 if (country, main) in self.capitals and each.population > 20_000 else 0.0
        return Place(
            plain_name(each.name),
            "settlement",
            country,
            self.admin1_names.get(each.admin1_code),
            each.latitude,
            each.longitude,
            each.geonames_id,
            weight,
        )


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
