"""What is known of the world: states, their adjectives and capitals, their organs, peoples, listed bodies and leaders."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from newspkg.extract.actors import rows
from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import NameIndex, plain
from newspkg.ids import slug
from newspkg.specs import Codelists, listed

WordKind = Literal["name", "metonym", "adjective", "people"]


class CountryWord(NamedTuple):
    """A word for a country, and what sort of word it is."""

    alpha3: str
    kind: WordKind


class Organ(NamedTuple):
    """An organ that states have: `alone` says whether it is an actor without its country's name (never, after "the", ..)."""

    label: str
    kind: str
    alone: str


class Body(NamedTuple):
    """Bodies that share a name, the first the usual one; `needs_context` where it stands only for one that is named otherwise too."""

    identities: tuple[Identity, ...]
    needs_context: bool

    @property
    def identity(self) -> Identity:
        return self.identities[0]


class World:
    """The codelists of actors as look-ups."""

    def __init__(self, codelists: Codelists) -> None:
        self._countries = {row["alpha3"]: row for row in codelists.rows("countries")}
        self._bodies = codelists.rows("bodies")
        self._leaders = codelists.rows("leaders")
        self._organs = codelists.rows("organs")
        self._peoples = codelists.rows("peoples")
        homes = codelists.rows("organ_homes")
        self.homes = {row["phrase"]: listed(row["country_codes"]) for row in homes if row["country_codes"]}
        self.no_homes = {row["phrase"]: listed(row["not_in"]) for row in homes if row["not_in"]}
        self.foes = rows.foes((row["attacked"], row["attacker"]) for row in codelists.rows("belligerents"))
        self._listed_organs = {(row["organ"], row["country_code"]): rows.body(row) for row in self._bodies if row["organ"]}

    @cached_property
    def country_words(self) -> dict[str, CountryWord]:
        """Word -> country; a name outranks a metonym, a metonym an adjective."""
        words: dict[str, CountryWord] = {}
        kinds: tuple[tuple[WordKind, str], ...]
        kinds = (("people", "people"), ("adjective", "adjectives"), ("metonym", "metonyms"), ("name", "aliases"))
        for kind, column in kinds:
            for alpha3, row in self._countries.items():
                words |= {plain(word): CountryWord(alpha3, kind) for word in listed(row[column])}
        return words | {plain(row["name"]): CountryWord(alpha3, "name") for alpha3, row in self._countries.items()}

    @cached_property
    def country_index(self) -> NameIndex[CountryWord]:
        return NameIndex(self.country_words)

    @cached_property
    def people_index(self) -> NameIndex[str | None]:
        """Adjectives of peoples and creeds, each with the country where it lives in one."""
        return NameIndex({row["adjective"]: row["country_code"] or None for row in self._peoples})

    @cached_property
    def organ_index(self) -> NameIndex[Organ]:
        """Phrases for organs, in small letters."""
        return NameIndex(
            {
                phrase: Organ(row["organ"].split(":")[0], row["actor_kind"], row["alone"])
                for row in self._organs
                for phrase in listed(row["phrases"])
            }
        )

    @cached_property
    def body_index(self) -> NameIndex[Body]:
        """Names of bodies."""
        names: dict[str, Body] = {}
        for row in self._bodies:
            for alias in listed(row["context_aliases"]):
                known = names[alias].identities if alias in names else ()
                names[alias] = Body((*known, rows.body(row)), True)
        for row in self._bodies:
            names |= dict.fromkeys((row["name"], *listed(row["aliases"])), Body((rows.body(row),), False))
        return NameIndex(names)

    @cached_property
    def leader_index(self) -> NameIndex[Identity]:
        return NameIndex({alias: rows.leader(row) for row in self._leaders for alias in (row["name"], *listed(row["aliases"]))})

    @cached_property
    def given_names(self) -> frozenset[str]:
        return frozenset(row["name"].split()[0] for row in self._leaders)

    def adjective_country(self, text: str) -> str | None:
        """ISR for "Israeli", USA for "U.S.", UKR for "Ukraine" too; None where the word is no country's."""
        word = self.country_words.get(plain(text).strip())
        return word.alpha3 if word else None

    def country_name(self, alpha3: str) -> str:
        return self._countries.get(alpha3, {}).get("name", alpha3)

    def state_of(self, alpha3: str) -> Identity:
        name = self.country_name(alpha3)
        return Identity(slug(name), name, "state", alpha3, wikidata_id=self._countries.get(alpha3, {}).get("wikidata_id") or None)

    def forces_of(self, alpha3: str) -> Identity:
        """The armed forces of a country, as one actor."""
        return self.organ_of("Armed Forces", "military", alpha3)

    def organ_of(self, organ: str, kind: str, alpha3: str | None) -> Identity:
        """A ministry, branch or service of a country ("Air Force of Peru"), the listed body where there is one."""
        if alpha3 is None:
            return Identity(slug(organ), organ, kind)
        name = f"{organ} of {self.country_name(alpha3)}"
        made = Identity(slug(name), name, kind, alpha3, parent_id=self.state_of(alpha3).actor_id)
        return self._listed_organs.get((organ, alpha3), made)
