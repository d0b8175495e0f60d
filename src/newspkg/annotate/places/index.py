"""All names of places that newspkg knows: codelists first, then the gazetteer of settlements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from newspkg.annotate.places.gazetteer import Settlement, settlements
from newspkg.annotate.places.keys import place_key
from newspkg.annotate.places.place import Place, is_like, number, plain_name
from newspkg.annotate.places.words import TYPED, VAGUE
from newspkg.model.annotation import PlacePrecision
from newspkg.specs import Codelists, listed

Row = Mapping[str, str]


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
        nations = {place_key(word) for word in self.demonyms}  # "Somali forces" are no region of Ethiopia
        for row in rows:
            place = Place(row["name"], "admin1", row["country_code"], row["name"], number(row["latitude"]), number(row["longitude"]),
                          int(row["geonames_id"]) if row["geonames_id"] else None, 5.0, True)  # fmt: skip
            full = (row["name"], *listed(row["aliases"]))
            for key in {place_key(word) for word in full} | {place_key(TYPED.sub("", word)) for word in full}:
                self._typed[key].append(place)
                if key not in VAGUE and key not in nations and len(key) > 2:
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
