"""What is known of the world: states, their adjectives and capitals, listed bodies and leaders."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.names import NameIndex, plain
from newspkg.specs import Codelists, listed

WordKind = Literal["name", "metonym", "adjective", "people"]


class CountryWord(NamedTuple):
    """A word for a country, and what sort of word it is."""

    alpha3: str
    kind: WordKind


class World:
    """The codelists of actors as look-ups."""

    def __init__(self, codelists: Codelists) -> None:
        self._countries = {row["alpha3"]: row for row in codelists.rows("countries")}
        self._bodies = codelists.rows("bodies")
        self._leaders = codelists.rows("leaders")
        self._armies = {
            row["country_code"]: _body(row) for row in self._bodies if row["actor_kind"] == "military" and row["actor_id"] in _ARMIES
        }

    @cached_property
    def country_words(self) -> dict[str, CountryWord]:
        """Word -> country; a name outranks a metonym, a metonym an adjective."""
        words: dict[str, CountryWord] = {}
        kinds: tuple[tuple[WordKind, str], ...] = (
            ("people", "people"),
            ("adjective", "adjectives"),
            ("metonym", "metonyms"),
            ("name", "aliases"),
        )
        for kind, column in kinds:
            for alpha3, row in self._countries.items():
                words |= {plain(word): CountryWord(alpha3, kind) for word in listed(row[column])}
        return words | {plain(row["name"]): CountryWord(alpha3, "name") for alpha3, row in self._countries.items()}

    @cached_property
    def country_index(self) -> NameIndex[CountryWord]:
        return NameIndex(self.country_words)

    @cached_property
    def body_index(self) -> NameIndex[tuple[Identity, bool]]:
        """Names of bodies, each with whether the name needs the body named otherwise in the article."""
        names: dict[str, tuple[Identity, bool]] = {}
        for row in self._bodies:
            identity = _body(row)
            names |= dict.fromkeys(listed(row["context_aliases"]), (identity, True))
            names |= dict.fromkeys((row["name"], *listed(row["aliases"])), (identity, False))
        return NameIndex(names)

    @cached_property
    def leader_index(self) -> NameIndex[Identity]:
        return NameIndex({alias: _leader(row) for row in self._leaders for alias in (row["name"], *listed(row["aliases"]))})

    @cached_property
    def leaders_by_family_name(self) -> dict[str, tuple[Identity, ...]]:
        found: dict[str, dict[str, Identity]] = {}
        for row in self._leaders:
            for alias in (row["name"], *listed(row["aliases"])):
                found.setdefault(plain(alias).split()[-1], {})[row["actor_id"]] = _leader(row)
        return {family: tuple(people.values()) for family, people in found.items()}

    def adjective_country(self, text: str) -> str | None:
        """ISR for "Israeli", USA for "U.S.", UKR for "Ukraine" too; None where the word is no country's."""
        word = self.country_words.get(plain(text).strip())
        return word.alpha3 if word else None

    def country_name(self, alpha3: str) -> str:
        row = self._countries.get(alpha3)
        return row["name"] if row else alpha3

    def state_of(self, alpha3: str) -> Identity:
        row = self._countries.get(alpha3)
        name = row["name"] if row else alpha3
        return Identity(slug(name), name, "state", alpha3, wikidata_id=(row["wikidata_id"] or None) if row else None)

    def forces_of(self, alpha3: str) -> Identity:
        """The armed forces of a country, as one actor."""
        return self._armies.get(alpha3) or self.organ_of("Armed Forces", "military", alpha3)

    def organ_of(self, organ: str, kind: str, alpha3: str | None) -> Identity:
        """A ministry, branch or service of a country ("Air Force of Ukraine")."""
        if alpha3 is None:
            return Identity(slug(organ), organ, kind)
        name = f"{organ} of {self.country_name(alpha3)}"
        return Identity(slug(name), name, kind, alpha3, parent_id=self.state_of(alpha3).actor_id)


_ARMIES = {
    "armed-forces-of-ukraine", "israel-defense-forces", "russian-armed-forces", "sudanese-armed-forces", "lebanese-armed-forces",
    "tatmadaw",
    "armed-forces-of-the-democratic-republic-of-the-congo", "ethiopian-national-defence-force", "turkish-armed-forces", "bundeswehr",
    "rwanda-defence-force", "kenya-defence-forces", "somali-national-army", "peoples-liberation-army", "korean-peoples-army",
    "japan-self-defense-forces", "armed-forces-of-the-philippines",
}  # fmt: skip


def _body(row: object) -> Identity:
    cells: dict[str, str] = dict(row)  # type: ignore[call-overload]
    return Identity(
        cells["actor_id"], cells["name"], cells["actor_kind"], cells["country_code"] or None, cells["parent_id"] or None,
        wikidata_id=cells["wikidata_id"] or None,
    )  # fmt: skip


def _leader(row: object) -> Identity:
    cells: dict[str, str] = dict(row)  # type: ignore[call-overload]
    return Identity(cells["actor_id"], cells["name"], "person", cells["country_code"] or None, role_title=cells["title"] or None)
