"""The form of a coding: which columns its rows have, what each holds, and which must be filled.

Values of enums come from the schemas, so that a coding and the published tables never differ in what they allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from newspkg.specs import Codelists
from newspkg.specs.package import PackageSpec

Kind = Literal[
    "id", "text", "spans", "enum", "date", "country", "count", "toll", "flag", "actor", "weapon", "event", "actors", "weapons", "expect"
]

COLUMNS: Mapping[str, Mapping[str, Kind]] = {
    "actors": {"id": "id", "name": "text", "kind": "enum", "country": "country", "mentions": "spans"},
    "weapons": {"id": "id", "name": "text", "class": "enum", "level": "enum", "mentions": "spans"},
    "events": {
        "id": "id", "type": "enum", "subtype": "enum", "factuality": "enum", "optional": "flag", "triggers": "spans", "date_start": "date",
        "date_end": "date", "date_precision": "enum", "place": "text", "country": "country", "admin1": "text", "place_precision": "enum",
        "initiator": "actor", "target": "actor", "target_kind": "enum", "actors": "actors", "weapons": "weapons", "fatalities": "toll",
        "injured": "toll",
    },
    "claims": {
        "id": "id", "speaker": "actor", "speaker_text": "spans", "cue": "spans", "content": "spans", "type": "enum", "quotation": "enum",
        "polarity": "enum", "event": "event",
    },
    "event actors": {"actor": "actor", "role": "enum"},
    "event weapons": {
        "weapon": "weapon", "role": "enum", "quantity": "count", "intercepted": "count", "hit": "count", "qualifier": "enum",
    },
}  # fmt: skip
CORRECTING: Mapping[str, Kind] = {"expect": "expect", "remove": "flag"}
SPANS = {"actors": "mentions", "weapons": "mentions", "events": "triggers", "claims": "content"}  # what a row is found by
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "actors": ("id", "name", "kind", "mentions"),
    "weapons": ("id", "name", "class", "level", "mentions"),
    "events": ("id", "type", "subtype", "factuality", "triggers"),
    "claims": ("speaker_text", "cue", "content", "type", "quotation"),
    "event actors": ("actor", "role"),
    "event weapons": ("weapon", "role"),
}
PUBLISHED = {
    ("actors", "kind"): ("actors", "actor_kind"),
    ("weapons", "class"): ("weapons", "weapon_class"),
    ("weapons", "level"): ("weapons", "level"),
    ("events", "type"): ("events", "event_type"),
    ("events", "subtype"): ("events", "event_subtype"),
    ("events", "factuality"): ("events", "factuality"),
    ("events", "date_precision"): ("events", "date_precision"),
    ("events", "place_precision"): ("events", "place_precision"),
    ("events", "target_kind"): ("events", "target_kind"),
    ("claims", "type"): ("claims", "claim_type"),
    ("claims", "quotation"): ("claims", "quotation"),
    ("claims", "polarity"): ("claims", "polarity"),
    ("event actors", "role"): ("event_actors", "role"),
    ("event weapons", "role"): ("event_weapons", "role"),
    ("event weapons", "qualifier"): ("event_weapons", "quantity_qualifier"),
}


class Form:
    """What the schemas of a data set allow in a coding."""

    def __init__(self, package: PackageSpec) -> None:
        self._package = package
        self._codelists = Codelists(package.root)

    def values(self, table: str, column: str) -> tuple[str, ...]:
        """The values that an enum column may hold."""
        published, name = PUBLISHED[table, column]
        return self._package.table(published).column(name).enum

    @cached_property
    def subtypes(self) -> Mapping[str, frozenset[str]]:
        """The subtypes of each event type."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._codelists.rows("event_types"):
            found[row["event_type"]].add(row["event_subtype"])
        return {name: frozenset(values) for name, values in found.items()}

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO 3166-1 alpha-3 codes."""
        return frozenset(row["country_code"] for row in self._codelists.rows("place_countries"))
