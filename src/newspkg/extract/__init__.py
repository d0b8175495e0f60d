"""AnnotatedDocument -> ArticleReading: weapons, actors, events and claims, one extractor a package, in this order."""

from __future__ import annotations

from newspkg.extract.actors import ActorExtractor
from newspkg.extract.claims import ClaimExtractor
from newspkg.extract.events import EventExtractor
from newspkg.extract.scope import ScopeReader
from newspkg.extract.weapons import WeaponExtractor
from newspkg.model import AnnotatedDocument, ArticleReading
from newspkg.specs import Codelists

__all__ = ["Extractor"]


class Extractor:
    """All extractors, built once with the codelists. Each sees what those before it found."""

    def __init__(self, codelists: Codelists) -> None:
        self.scope = ScopeReader(codelists)
        self.weapons = WeaponExtractor(codelists)
        self.actors = ActorExtractor(codelists)
        self.events = EventExtractor(codelists)
        self.claims = ClaimExtractor(codelists)

    def __call__(self, annotated: AnnotatedDocument) -> ArticleReading:
        """What the article says; empty where it is out of scope: no armed conflict, or neither an event nor a weapon."""
        weapons = self.weapons(annotated)
        if not self.scope(annotated).with_weapons(len({weapon.weapon_id for weapon in weapons})).is_conflict:
            return ArticleReading(annotated)
        actors = self.actors(annotated, weapons)
        events = self.events(annotated, weapons, actors)
        if not events and not weapons:
            return ArticleReading(annotated)
        return ArticleReading(annotated, weapons, actors, events, self.claims(annotated, actors, events))
