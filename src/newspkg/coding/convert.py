"""Coded rows to mentions, so that what a person says of an article goes the same way as what the machine finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newspkg.coding.coding import CodedRow
from newspkg.coding.grounds import Grounds
from newspkg.coding.slots import UNKNOWN, date_of, kind_of, place_of, toll_of
from newspkg.ids import slug
from newspkg.model import (
    ActorMention,
    ActorRole,
    ArticleReading,
    ClaimMention,
    EventMention,
    EventWeapon,
    Span,
    WeaponMention,
)


class Converter:
    """Makes mentions of the rows of one article; `reading` is the machine's, whose ids and spans serve wherever they agree."""

    def __init__(self, reading: ArticleReading, rows: Mapping[str, Sequence[CodedRow]]) -> None:
        self.reading, self.rows = reading, rows
        self.annotated = reading.annotated
        named = [(actor.span, actor.actor_id) for actor in reading.actors if actor.is_named]
        self.actor_ids = {found: found for _, found in named} | _ids(rows["actors"], named)
        arms = [(weapon.span, weapon.weapon_id) for weapon in reading.weapons]
        self.weapon_ids = {found: found for _, found in arms} | _ids(rows["weapons"], arms)

    def actors(self) -> Iterator[ActorMention]:
        known = {actor.actor_id: actor for actor in reversed(self.reading.actors)}
        for row in self.rows["actors"]:
            actor_id = self.actor_ids[str(row["id"])]
            kin = known.get(actor_id)
            for span in row.spans:
                made = ActorMention(span, actor_id, str(row["name"]), row["kind"], row["country"], coded_by="person")
                yield replace(made, parent_id=kin.parent_id, role_title=kin.role_title, wikidata_id=kin.wikidata_id) if kin else made

    def weapons(self) -> Iterator[WeaponMention]:
        spans = {(weapon.weapon_id, weapon.span): weapon for weapon in self.reading.weapons}
        known = {weapon.weapon_id: weapon for weapon in reversed(self.reading.weapons)}
        for row in self.rows["weapons"]:
            weapon_id = self.weapon_ids[str(row["id"])]
            for span in row.spans:
                made = WeaponMention(span, weapon_id, str(row["name"]), row["class"], row["level"], coded_by="person")
                kin = spans.get((weapon_id, span)) or known.get(weapon_id)
                yield (
                    replace(kin, span=span, name=made.name, weapon_class=made.weapon_class, level=made.level, coded_by="person")
                    if kin
                    else made
                )

    def events(self) -> Iterator[EventMention]:
        for number, row in enumerate(self.rows["events"]):
            yield self._event(row, str(row["id"] or f"coded-{number}"))

    def claims(self) -> Iterator[ClaimMention]:
        for row in self.rows["claims"]:
            start = row.spans[0]
            kin = next((claim for claim in self.reading.claims if any(a.overlaps(b) for a in claim.content for b in row.spans)), None)
            yield ClaimMention(
                speaker=_closest(row.speaker_spans, start),
                cue=_closest(row.cue_spans or row.speaker_spans, start),
                content=row.spans,
                claim_type=row["type"],
                quotation=row["quotation"],
                polarity=row["polarity"] or "affirmed",
                speaker_id=self.actor_ids.get(str(row["speaker"])),
                event_key=str(row["event"]) if row["event"] is not None else None,
                said_on=kin.said_on if kin else self.annotated.document.article.published_on,
                coded_by="person",
            )

    def _event(self, row: CodedRow, key: str) -> EventMention:
        shared = [(sum(a.overlaps(b) for a in row.spans for b in each.triggers), -at) for at, each in enumerate(self.reading.events)]
        most = max(shared, default=(0, 0))
        known = self.reading.events[-most[1]] if most[0] else None
        grounds = Grounds(self.annotated, row.spans, known)
        return EventMention(
            key=key,
            event_type=row["type"],
            event_subtype=row["subtype"],
            triggers=row.spans,
            factuality=row["factuality"],
            date=date_of(row, grounds),
            place=place_of(row, grounds),
            roles=tuple(self._roles(row, grounds)),
            weapons=tuple(self._arms(row, grounds, known)),
            target_kind=kind_of(row, grounds),
            fatalities=toll_of(row["fatalities"], grounds, known.fatalities if known else None),
            injured=toll_of(row["injured"], grounds, known.injured if known else None),
            coded_by="person",
        )

    def _roles(self, row: CodedRow, grounds: Grounds) -> Iterator[ActorRole]:
        pairs = [(row[role], role) for role in ("initiator", "target")] + [(each["actor"], each["role"]) for each in row["actors"] or ()]
        for local, role in dict.fromkeys((str(local), role) for local, role in pairs if local not in UNKNOWN):
            if (actor_id := self.actor_ids.get(local)) is not None:
                yield ActorRole(actor_id, role, grounds.one_of(self._mentions("actors", local, actor_id)))

    def _arms(self, row: CodedRow, grounds: Grounds, known: EventMention | None) -> Iterator[EventWeapon]:
        spans = {(each.weapon_id, each.role): each for each in (known.weapons if known else ())}
        for each in row["weapons"] or ():
            weapon_id = self.weapon_ids.get(str(each["weapon"]))
            if weapon_id is None:
                continue
            span = grounds.one_of(self._mentions("weapons", str(each["weapon"]), weapon_id))
            kin = spans.get((weapon_id, each["role"])) or EventWeapon(weapon_id, each["role"], span)
            fired, down, hit = (each.get(name) for name in ("quantity", "intercepted", "hit"))
            yield replace(
                kin,
                quantity=fired,
                quantity_intercepted=down,
                quantity_hit=hit,
                quantity_qualifier=each.get("qualifier") or ("exact" if any(n is not None for n in (fired, down, hit)) else None),
                quantity_span=grounds.count([fired], None) if fired is not None else None,
                intercepted_span=grounds.count([down], None) if down is not None else None,
                hit_span=grounds.count([hit], None) if hit is not None else None,
            )

    def _mentions(self, table: str, local: str, found: str) -> list[Span]:
        coded = [span for row in self.rows[table] if str(row["id"]) == local for span in row.spans]
        if coded or table == "weapons":
            return coded or [weapon.span for weapon in self.reading.weapons if weapon.weapon_id == found]
        return [actor.span for actor in self.reading.actors if actor.actor_id == found]


def _ids(rows: Sequence[CodedRow], found: Sequence[tuple[Span, str]]) -> dict[str, str]:
    """Published ids by a coding's own: the machine's where most of its mentions are the same, else one made of the name; none twice."""
    given: dict[str, str] = {}
    for row in rows:
        votes = Counter(other for span in row.spans for at, other in found if span.overlaps(at))
        ranked = [other for other, _ in votes.most_common() if other not in given.values()]
        given[str(row["id"])] = ranked[0] if ranked else slug(str(row["name"]))
    return given


def _closest(spans: Sequence[Span], start: Span) -> Span:
    return min(spans, key=lambda span: (abs(span.start - start.start), span.start))
