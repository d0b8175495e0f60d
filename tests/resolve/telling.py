"""Short articles with one event each, coded by hand: what two tellings of an invented war look like to the resolution."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import spacy

from newspkg.model import (
    ActorMention,
    ActorRole,
    AnnotatedDocument,
    ArticleReading,
    Casualties,
    Document,
    EventDate,
    EventMention,
    EventPlace,
    EventWeapon,
    RawArticle,
    Span,
    WeaponMention,
)

PLACES = {
    "Port Belmo": EventPlace("Port Belmo", "settlement", Span(0, 1), "ZZZ", "Belmo Province", 10.0, 20.0),
    "Nor": EventPlace("Nor", "settlement", Span(0, 1), "ZZZ", "Belmo Province", 10.6, 20.5),
    "Sarvik": EventPlace("Sarvik", "settlement", Span(0, 1), "ZZZ", "Upper Zentia", 14.0, 22.0),
    "Belmo Refinery": EventPlace("Belmo Refinery", "site", Span(0, 1), "ZZZ", "Belmo Province", 10.05, 20.04),
    "Belmo Province": EventPlace("Belmo Province", "admin1", Span(0, 1), "ZZZ", "Belmo Province", 10.5, 20.5),
    "Upper Zentia": EventPlace("Upper Zentia", "admin1", Span(0, 1), "ZZZ", "Upper Zentia", 14.5, 22.5),
    "Zentia": EventPlace("Zentia", "country", Span(0, 1), "ZZZ", None, 12.0, 21.0),
    "Avaria": EventPlace("Avaria", "country", Span(0, 1), "AVA", None, 2.0, 21.0),
}
ACTORS = {
    "avaria": ("Avaria", "state", "AVA"),
    "avaria-army": ("Avarian army", "military", "AVA"),
    "avaria-ministry": ("Avarian defence ministry", "government", "AVA"),
    "zentia": ("Zentia", "state", "ZZZ"),
    "kolm": ("Kolm", "state", "KOL"),
    "gunmen": ("gunmen", "armed_group", None),
    "red-dawn": ("Red Dawn", "armed_group", None),
}
WEAPONS = {
    "missile": ("missile", "class"),
    "lynx": ("cruise_missile", "system"),
    "drone": ("drone", "class"),
    "boar": ("tank", "system"),
    "boar-2": ("tank", "system"),
    "elk": ("tank", "system"),
}


@cache
def _blank() -> Any:
    return spacy.blank("en")


def day(number: int) -> date:
    """The given day of May 2031; days beyond the month count on."""
    return date(2031, 5, 1) + timedelta(days=number - 1)


def told(
    name: str, text: str, trigger: str, kind: str = "attack/missile_strike", published: int | None = 12, **coded: Any
) -> ArticleReading:
    """A reading of one event: `on` (day or two days), `at`, `by`, `to`, `among`, `using` (ids), `many` (of each), `killed`, other columns.

    `carried`: the date stands in another sentence.
    """
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    event_type, subtype = kind.split("/")
    on, at = coded.pop("on", None), coded.pop("at", None)
    days = (on, on) if isinstance(on, int) else on
    roles = [(coded.pop(key, ()), role) for key, role in (("by", "initiator"), ("to", "target"), ("among", "participant"))]
    using, killed, many = coded.pop("using", ()), coded.pop("killed", None), coded.pop("many", None)
    dated = Span(0, 1) if coded.pop("carried", False) else span
    event = EventMention(
        "1",
        event_type,
        subtype,
        (span,),
        date=EventDate(day(days[0]), day(days[1]), "day", dated) if days else None,
        place=PLACES[at] if at else None,
        roles=tuple(ActorRole(each, role, span) for ids, role in roles for each in ids),  # type: ignore[arg-type]
        weapons=tuple(EventWeapon(each, "used", span, many) for each in using),
        fatalities=Casualties(killed, killed, killed, span) if killed is not None else None,
        **coded,
    )
    article = RawArticle(name, f"{name}.txt", text, "0" * 64, published_on=day(published) if published else None, word_count=9)
    actors = tuple(ActorMention(span, role.actor_id, *ACTORS[role.actor_id]) for role in event.roles)
    used = tuple(WeaponMention(span, key, key, WEAPONS[key][0], WEAPONS[key][1]) for key in using)  # type: ignore[arg-type]
    return ArticleReading(AnnotatedDocument(Document(article, text), _blank()(text)), used, actors, (event,))
