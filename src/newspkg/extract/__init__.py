"""AnnotatedDocument -> ArticleReading: weapons, actors, events and claims, one extractor a package, in this order."""

from __future__ import annotations

from newspkg.extract.actors import ActorExtractor
from newspkg.extract.claims import ClaimExtractor
from newspkg.extract.events import EventExtractor
from newspkg.extract.gate import is_told, plain_ones
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
        scope = self.scope(annotated).with_weapons(len({weapon.weapon_id for weapon in weapons}))
        if not scope.is_possible:
            return ArticleReading(annotated)
        actors = self.actors(annotated, weapons)
        events = self.events(annotated, weapons, actors)
        kinds = {actor.actor_id: actor.kind for actor in actors}
        if not scope.is_conflict:
            events = plain_ones(events, kinds)
        if not (events or (weapons and scope.is_conflict)) or (scope.is_conflict and not is_told(scope, events, weapons, kinds)):
            return ArticleReading(annotated)
        return ArticleReading(annotated, weapons, actors, events, self.claims(annotated, actors, events))
