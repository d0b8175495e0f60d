"""The weapons of an article: names, ships and class nouns found, sifted by their company, joined, and traced to what they repeat."""

from __future__ import annotations

from collections.abc import Sequence

from newspkg.extract.scope import ScopeReader
from newspkg.extract.weapons.company import Company
from newspkg.extract.weapons.coreference import Resolver
from newspkg.extract.weapons.counts import counted, reach_km
from newspkg.extract.weapons.found import Found
from newspkg.extract.weapons.merge import merged
from newspkg.extract.weapons.names import NameFinder
from newspkg.extract.weapons.nouns import NounFinder
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.ships import ShipFinder
from newspkg.extract.weapons.unknown import UnknownFinder
from newspkg.model import AnnotatedDocument, Span, WeaponMention
from newspkg.specs import Codelists


class WeaponExtractor:
    """AnnotatedDocument -> mentions of weapon systems and classes, in text order, none overlapping."""

    def __init__(self, codelists: Codelists) -> None:
        self.scope = ScopeReader(codelists)
        self.names, self.nouns = NameFinder(codelists), NounFinder(codelists)
        self.ships, self.unknown = ShipFinder(codelists), UnknownFinder()
        self.company, self.resolver = Company(), Resolver()

    def __call__(self, annotated: AnnotatedDocument) -> tuple[WeaponMention, ...]:
        reading = Reading(annotated)
        if not reading.words:
            return ()
        listed = list(self.names(reading))
        plain = {found.weapon.weapon_id for found, is_weak in listed if not is_weak}
        is_conflict = self.scope(annotated).with_weapons(len(plain)).is_conflict
        nouns = list(self.nouns(reading, is_conflict))
        names = self._names(reading, listed, nouns, is_conflict)
        found = self.resolver(reading, merged(reading, names, nouns))
        mentions = (self._mention(reading, each) for each in found)
        return tuple(mention for mention in mentions if not annotated.is_boilerplate(mention.span.start))

    def _names(self, reading: Reading, listed: Sequence[tuple[Found, bool]], nouns: Sequence[Found], is_conflict: bool) -> list[Found]:
        names = self.company(reading, listed, nouns, is_conflict)
        named = [*self.ships(reading), *self.ships.explained(reading, nouns)] if is_conflict else list(self.ships(reading))
        ships = (each for each in named if not any(each.overlaps(name) for name in names))
        names = [*names, *ships]
        return [*names, *self.unknown(reading, nouns, names)] if is_conflict else names

    def _mention(self, reading: Reading, found: Found) -> WeaponMention:
        span = Span(reading.words[found.first].start, reading.words[found.last - 1].end)
        quantity, qualifier = counted(reading, span, found)
        weapon = found.weapon
        return WeaponMention(
            span,
            weapon.weapon_id,
            weapon.name,
            weapon.weapon_class,
            weapon.level,
            weapon.origin,
            weapon.wikidata_id,
            quantity,
            qualifier,
            reach_km(reading, span) if weapon.level == "system" else None,
        )
