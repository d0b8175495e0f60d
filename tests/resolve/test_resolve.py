"""Tellings made by hand -> records: what is one event, which ids last, what the rows rest on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import spacy
from hypothesis import given
from hypothesis import strategies as st

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
    PriorIds,
    RawArticle,
    Records,
    Span,
    WeaponMention,
)
from newspkg.resolve import resolve

BODY = "Avaria fired a rocket at Port Belmo in Zentia on Monday, killing nine."
DAY = date(2031, 5, 5)


@cache
def _blank() -> Any:
    return spacy.blank("en")


def _at(words: str) -> Span:
    start = BODY.index(words)
    return Span(start, start + len(words))


def _event(key: str = "1", **changes: Any) -> EventMention:
    given: dict[str, Any] = {
        "event_type": "attack",
        "event_subtype": "missile_strike",
        "triggers": (_at("fired"),),
        "date": EventDate(DAY, DAY, "day", _at("Monday")),
        "place": EventPlace("Port Belmo", "settlement", _at("Port Belmo"), "ZZZ", latitude=10.0, longitude=20.0),
        "roles": (ActorRole("avaria", "initiator", _at("Avaria")), ActorRole("zentia", "target", _at("Zentia"))),
        "weapons": (EventWeapon("rocket", "used", _at("rocket")),),
    }
    return EventMention(key, **(given | changes))


def _reading(name: str, *events: EventMention, duplicate_of: str | None = None) -> ArticleReading:
    article = RawArticle(name, f"{name}.txt", BODY, "0" * 64, published_on=DAY, word_count=13, duplicate_of=duplicate_of)
    actors = (
        ActorMention(_at("Avaria"), "avaria", "Avaria", "state", "AVA"),
        ActorMention(_at("Zentia"), "zentia", "Zentia", "state", "ZZZ"),
    )
    weapons = (WeaponMention(_at("rocket"), "rocket", "rocket", "rocket", "class"),)
    return ArticleReading(AnnotatedDocument(Document(article, BODY), _blank()(BODY)), weapons, actors, events)


def _resolved(readings: Sequence[ArticleReading], prior: PriorIds | None = None) -> Records:
    articles = sorted((reading.annotated.document.article for reading in readings), key=lambda article: article.article_id)
    return resolve(articles, {reading.article_id: reading for reading in readings}, prior)


def test_date_from_one_article_and_place_from_the_other() -> None:
    records = _resolved([_reading("a", _event(date=None)), _reading("b", _event())])
    (event,) = records.events
    assert (event.article_count, event.date_start, event.place_name) == (2, DAY, "Port Belmo")


def test_near_misses_stay_apart() -> None:
    elsewhere = EventPlace("Nor", "settlement", _at("Zentia"), "ZZZ", latitude=30.0, longitude=20.0)
    later = EventDate(date(2031, 5, 9), date(2031, 5, 9), "day", _at("Monday"))
    other_side = (ActorRole("zentia", "initiator", _at("Zentia")),)
    for changes in ({"place": elsewhere}, {"date": later}, {"roles": other_side}, {"event_subtype": "drone_strike", "place": elsewhere}):
        assert len(_resolved([_reading("a", _event()), _reading("b", _event(**changes))]).events) == 2, changes


def test_one_article_never_tells_one_event_twice() -> None:
    assert len(_resolved([_reading("a", _event("1"), _event("2", triggers=(_at("killing"),)))]).events) == 2


def test_ids_last_when_an_earlier_article_is_added() -> None:
    before = _resolved([_reading("b", _event())])
    named = {(e.article_id, e.start, e.end): e.row_key for e in before.evidence if e.table == "events" and e.column is None}
    after = _resolved([_reading("a", _event()), _reading("b", _event())], PriorIds(named))
    assert [event.event_id for event in after.events] == [event.event_id for event in before.events]
    assert after.changes == ()


def test_events_that_grow_together_leave_a_change() -> None:
    trigger = _at("fired")
    prior = PriorIds({("a", trigger.start, trigger.end): "e-1", ("b", trigger.start, trigger.end): "e-2", ("c", 0, 3): "e-3"})
    records = _resolved([_reading("a", _event()), _reading("b", _event())], prior)
    assert [event.event_id for event in records.events] == ["e-1"]
    assert [(each.op, each.row_key, each.successor_key) for each in records.changes] == [
        ("merged", "e-2", "e-1"),
        ("withdrawn", "e-3", None),
    ]


def test_near_copies_and_articles_out_of_scope_have_their_own_row_alone() -> None:
    records = _resolved([_reading("a", _event()), _reading("b", _event(), duplicate_of="a")])
    assert [(each.article_id, each.in_scope) for each in records.articles] == [("a", True), ("b", False)]
    assert {each.article_id for each in records.evidence} == {"a"}
    assert records.events[0].article_count == 1


def test_values_that_contradict_each_other_are_dropped() -> None:
    wrong = _event(
        fatalities=Casualties(9, 2, 1, _at("nine")),
        date=EventDate(DAY, date(2031, 5, 1), "day", _at("Monday")),
        weapons=(EventWeapon("rocket", "used", _at("rocket"), 3, 5, 2, None, _at("a"), _at("a"), _at("a")),),
        roles=(ActorRole("not an id", "initiator", _at("Avaria")),),
    )
    records = _resolved([_reading("a", wrong)])
    (event,), (weapon,) = records.events, records.event_weapons
    assert (event.fatalities_low, event.fatalities_best, event.fatalities_high) == (2, 2, 2)
    assert (event.date_start, event.date_end, event.initiator_id) == (DAY, None, None)
    assert (weapon.quantity, weapon.quantity_intercepted, weapon.quantity_hit) == (3, None, 2)


DAYS = st.sampled_from([None, *(EventDate(date(2031, 5, day), date(2031, 5, day), "day", _at("Monday")) for day in (4, 5, 6))])
PLACES = st.sampled_from([None, *(EventPlace(name, "settlement", _at("Port Belmo"), "ZZZ") for name in ("Port Belmo", "Nor"))])
EVENTS = st.builds(lambda day, place, kind: (day, place, kind), DAYS, PLACES, st.sampled_from(["missile_strike", "air_strike"]))
TOLD = st.lists(EVENTS, min_size=1, max_size=6)


@given(TOLD, st.randoms(use_true_random=False))
def test_order_plays_no_part(told: list[Any], random: Any) -> None:
    readings = [_reading(f"a{at}", _event(date=day, place=place, event_subtype=kind)) for at, (day, place, kind) in enumerate(told)]
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert _resolved(readings) == _resolved(shuffled)


@given(TOLD)
def test_evidence_says_what_the_article_says(told: list[Any]) -> None:
    readings = [_reading(f"a{at}", _event(date=day, place=place, event_subtype=kind)) for at, (day, place, kind) in enumerate(told)]
    records = _resolved(readings)
    keys = {event.event_id for event in records.events}
    assert all(BODY[each.start : each.end] == each.text for each in records.evidence)
    assert {each.row_key for each in records.evidence if each.table == "events"} == keys
    assert sum(event.article_count for event in records.events) == len(records.event_reports) == len(told)
