"""AnnotatedDocument -> ArticleReading: weapons, actors, events and claims, one extractor a package, in this order."""

from __future__ import annotations

from dataclasses import replace

from newspkg.extract.actors import ActorExtractor
from newspkg.extract.claims import ClaimExtractor
from newspkg.extract.events import EventExtractor
from newspkg.extract.gate import is_told, plain_ones
from newspkg.extract.scope import Scope, ScopeReader
from newspkg.extract.weapons import WeaponExtractor
from newspkg.model import ActorMention, AnnotatedDocument, ArticleReading, WeaponMention
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
        scope = self._scope(annotated, weapons)
        if scope.is_possible:
            told = self._told(annotated, weapons, scope)
            if self._is_in_scope(told, scope):
                return self._with_claims(told)
        return ArticleReading(annotated)

    def seen(self, annotated: AnnotatedDocument) -> tuple[ArticleReading, bool]:
        """All that is seen in a text, and whether it is in scope; of a text that is plainly about something else (sport) nothing."""
        weapons = self.weapons(annotated)
        scope = self._scope(annotated, weapons)
        told = self._told(annotated, weapons, scope) if scope.is_possible else ArticleReading(annotated, weapons)
        if scope.is_possible and self._is_in_scope(told, scope):
            return self._with_claims(told), True
        if scope.is_elsewhere:
            return ArticleReading(annotated), False
        actors = told.actors or self.actors(annotated, weapons)
        return self._with_claims(ArticleReading(annotated, weapons, actors, self.events(annotated, weapons, actors))), False

    def _scope(self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...]) -> Scope:
        return self.scope(annotated).with_weapons(len({weapon.weapon_id for weapon in weapons}))

    def _told(self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...], scope: Scope) -> ArticleReading:
        """All but the claims; where the words speak of something else, of the events those that are plain by themselves."""
        actors = self.actors(annotated, weapons)
        events = self.events(annotated, weapons, actors)
        kept = events if scope.is_conflict else plain_ones(events, _kinds(actors))
        return ArticleReading(annotated, weapons, actors, kept)

    def _is_in_scope(self, told: ArticleReading, scope: Scope) -> bool:
        if not scope.is_conflict:
            return bool(told.events)
        return bool(told.events or told.weapons) and is_told(scope, told.events, told.weapons, _kinds(told.actors))

    def _with_claims(self, told: ArticleReading) -> ArticleReading:
        return replace(told, claims=self.claims(told.annotated, told.actors, told.events))


def _kinds(actors: tuple[ActorMention, ...]) -> dict[str, str]:
    return {actor.actor_id: actor.kind for actor in actors}
