"""Events: paired by their triggers and type, the best arguments first."""

from __future__ import annotations

from collections.abc import Mapping

from newspkg.coding import CodedRow, Coding
from newspkg.evaluate.bundle import Grounds
from newspkg.evaluate.slots import Key, Slots, agreement, coded_slots, published_slots
from newspkg.evaluate.spans import touches
from newspkg.evaluate.tally import Scores, pair
from newspkg.model import EventRecord, Records, Span

Coded = tuple[CodedRow, Slots]
Found = tuple[EventRecord, tuple[Span, ...], Slots]


def _found(records: Records, grounds: Grounds) -> list[Found]:
    found = []
    for row in records.events:
        weapons = [each for each in records.event_weapons if each.event_id == row.event_id]
        found.append((row, grounds.naming("events", row.event_id), published_slots(row, weapons)))
    return found


def score_events(
    coding: Coding, records: Records, grounds: Grounds, actors: Mapping[str, str], weapons: Mapping[str, str], scores: Scores
) -> dict[str, str]:
    """Published ids by the coded ids of the events that count; optional ones, and what is paired with them, count neither way."""
    coded = [(event, coded_slots(event)) for event in coding.events]
    found = _found(records, grounds)

    def alike(one: Coded, two: Found) -> list[Key]:
        return agreement(one[1], two[2], actors, weapons)

    def worth(one: Coded, two: Found) -> float:
        event, touched = one[0], touches(one[0].spans, two[1])
        if not touched or (event["type"] != two[0].event_type and not event["optional"]):
            return 0
        return 1 + touched / len(event.spans) + len(alike(one, two)) - (0.5 if event["optional"] else 0)

    every = pair(coded, found, worth)
    pairs = {i: j for i, j in every.items() if not coded[i][0]["optional"]}
    free = {j for i, j in every.items() if i not in pairs}
    asked = [one for one in coded if not one[0]["optional"]]
    told = [two for j, two in enumerate(found) if j not in free]
    matched = [(coded[i], found[j], alike(coded[i], found[j])) for i, j in pairs.items()]
    scores.count("events", len(pairs), len(asked), len(told))
    right = sum(one[1]["subtype",] == two[2]["subtype",] for one, two, _ in matched)
    scores.count("events typed", right, len(asked), len(told))
    scores.count("arguments", sum(len(good) for *_, good in matched), sum(len(one[1]) for one in asked), sum(len(two[2]) for two in told))
    _tell(matched, scores)
    _tell_unpaired(coded, found, every, scores)
    return {coded[i][0]["id"]: found[j][0].event_id for i, j in pairs.items()}


def _tell(matched: list[tuple[Coded, Found, list[Key]]], scores: Scores) -> None:
    for (event, slots), (_, _, theirs), good in matched:
        for key, value in slots.items():
            scores.slot(key[0], key in good)
            if key not in good:
                scores.fault(f"slot {key[0]}", f"{event['id']}: {' '.join(key)} is {value}, not {theirs.get(key)}")


def _tell_unpaired(coded: list[Coded], found: list[Found], pairs: Mapping[int, int], scores: Scores) -> None:
    for i, (event, _) in enumerate(coded):
        if i not in pairs and not event["optional"]:
            scores.fault("events missed", f"{event['id']} ({event['type']}/{event['subtype']})")
    for j, (row, *_) in enumerate(found):
        if j not in pairs.values():
            scores.fault("events not coded", f"{row.event_type}/{row.event_subtype} {row.summary}")
