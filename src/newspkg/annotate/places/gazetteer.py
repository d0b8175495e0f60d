"""The settlements of the world, as compiled from GeoNames (https://www.geonames.org, CC BY 4.0) by `tools/compile_places.py`.

Two packed lists are read once (about 0.3 s): the places by line, and the keys in byte order with the lines of the places that bear
them. A look-up is a bisection; no index is built.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

HERE = "newspkg.annotate.places"


@dataclass(frozen=True, slots=True)
class Settlement:
    """One populated place: its main name, ISO alpha-2 country, GeoNames admin1 code (`UA.07`), position (WGS 84) and people (0: unknown)."""  # noqa: E501

    geonames_id: int
    name: str
    country: str
    admin1_code: str
    latitude: float
    longitude: float
    population: int


def _lines(name: str) -> list[bytes]:
    return gzip.decompress((files(HERE) / name).read_bytes()).split(b"\n")


@cache
def _lists() -> tuple[list[bytes], list[bytes]]:
    return _lines("gazetteer-places.tsv.gz"), _lines("gazetteer-names.tsv.gz")


@lru_cache(maxsize=20_000)
def settlements(key: str) -> tuple[Settlement, ...]:
    """The places filed under a key of `place_key`, in GeoNames' order; () where there is none."""
    places, names = _lists()
    wanted = key.encode() + b"\t"
    at = bisect_left(names, wanted)
    if at == len(names) or not names[at].startswith(wanted):
        return ()
    return tuple(_settlement(places[int(number)]) for number in names[at][len(wanted) :].split())


def _settlement(line: bytes) -> Settlement:
    number, name, country, admin1, latitude, longitude, population = line.decode().split("\t")
    return Settlement(int(number), name, country, f"{country}.{admin1}", float(latitude), float(longitude), int(population))
