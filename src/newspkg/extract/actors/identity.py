"""Who an actor is: the values that all its mentions share, and the ids made from its name."""

from __future__ import annotations

from dataclasses import dataclass, fields

from newspkg.ids import slug
from newspkg.model import ActorMention, Span


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor of the world, the same in every article: the fields of `ActorMention` that do not depend on the place in the text."""

    actor_id: str
    name: str
    kind: str
    country_code: str | None = None
    parent_id: str | None = None
    role_title: str | None = None
    wikidata_id: str | None = None

    def mention(self, span: Span, is_named: bool = True) -> ActorMention:
        shared = {field.name: getattr(self, field.name) for field in fields(self)}
        return ActorMention(span=span, is_named=is_named, **shared)


def named(name: str, kind: str, country_code: str | None = None) -> Identity:
    """An actor that no list holds, its id made from its name."""
    return Identity(slug(name), name, kind, country_code)
