"""One event as one article tells it, with what is asked of it when tellings are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from newspkg.model import ActorMention, ArticleReading, EventMention, Span
from newspkg.resolve.words import sentence, telling_words, words_of

STATELIKE = frozenset({"state", "government", "military", "person", "civilians"})  # kinds that stand for their country
NIGHT = re.compile(
    r"\b(?:overnight|(?:mid)?nights?|small hours|early hours|dawn|pre-?dawn|evening|late on|nightfall|after dark|early on)\b", re.I
)
FINE = frozenset({"site", "settlement", "district"})
LEAD = 3000  # characters at the head of an article that tell what its news is


@dataclass(frozen=True)
class Member:
    """One event as one article tells it, with the actors of the article by id."""

    reading: ArticleReading
    event: EventMention
    actors: Mapping[str, ActorMention]

    @property
    def article_id(self) -> str:
        return self.reading.article_id

    @property
    def published(self) -> date | None:
        return self.reading.annotated.document.article.published_on

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that name the event, one a trigger."""
        return tuple(sentence(self.reading.annotated.text, trigger) for trigger in self.event.triggers)

    @cached_property
    def words(self) -> frozenset[str]:
        """The telling words of the sentences that name the event."""
        return telling_words(self.reading.annotated.text, self.sentences)

    @cached_property
    def news(self) -> frozenset[str]:
        """The telling words of the head of the article."""
        return frozenset(words_of(self.reading.annotated.text[:LEAD]))

    @cached_property
    def is_night(self) -> bool:
        """It is told of a night, which has two dates."""
        text = self.reading.annotated.text
        return any(NIGHT.search(span.of(text)) for span in self.sentences)

    @cached_property
    def is_dated(self) -> bool:
        """Its date stands in one of its own sentences; else it was carried over from elsewhere in the article."""
        when = self.event.date
        return when is not None and any(span.contains(when.span) for span in self.sentences)

    @cached_property
    def named(self) -> frozenset[str]:
        """The towns, districts and sites that the sentences of its triggers name."""
        places = (place for place in self.reading.annotated.places if place.precision in FINE)
        return frozenset(place.name for place in places if any(span.contains(place.span) for span in self.sentences))

    @cached_property
    def about(self) -> frozenset[str]:
        """The countries that its roles, its place and the sentences of its triggers name."""
        sentences = self.sentences
        spoken = [actor for actor in self.reading.actors if any(span.contains(actor.span) for span in sentences)]
        codes = [actor.country_code for actor in (*spoken, *(self.actors.get(role.actor_id) for role in self.event.roles)) if actor]
        codes += [place.country_code for place in self.reading.annotated.places if any(span.contains(place.span) for span in sentences)]
        codes.append(self.event.place.country_code if self.event.place else None)
        return frozenset(code for code in codes if code)

    def sides(self, *roles: str) -> frozenset[str]:
        """The countries that stand in the roles, by the actors' own country; an actor of no country, or a group of its own, by its id.

        Actors without a name ("gunmen") are left out: they may be anybody.
        """
        return frozenset(side for each in self.event.roles if each.role in roles for side in self._sides(each.actor_id))

    def _sides(self, actor_id: str) -> tuple[str, ...]:
        actor = self.actors.get(actor_id)
        if actor is None:
            return (actor_id,)
        if actor.country_code and actor.kind in STATELIKE:
            return (actor.country_code,)
        if actor.name.islower() and not actor.wikidata_id:
            return ()
        return (actor_id, actor.parent_id) if actor.parent_id else (actor_id,)


Group = list[Member]


def members_of(reading: ArticleReading) -> Group:
    """The events of an article, each with the article's actors."""
    actors = {actor.actor_id: actor for actor in reversed(reading.actors)}
    return [Member(reading, event, actors) for event in reading.events]
