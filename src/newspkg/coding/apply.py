"""A coding put in place of the machine's reading of its article, wholly or row by row."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from newspkg.coding.coding import TABLES, Coding
from newspkg.coding.convert import Converter
from newspkg.coding.correct import Corrected
from newspkg.coding.draft import Found
from newspkg.model import ActorMention, ArticleReading, ClaimMention, EventMention, WeaponMention


def coded(reading: ArticleReading, coding: Coding, path: str) -> ArticleReading:
    """The reading with the coding in its place: wholly, or for the rows that state what they expect the machine to find.

    `path` names the coding in messages. Raises DataError with every correction that no longer fits what the machine finds.
    """
    kept: dict[str, list[Found]] = {table: [] for table in TABLES}
    rows = {table: list(coding.table(table)) for table in TABLES}
    if coding.is_partial:
        corrected = Corrected(coding, reading, path)
        corrected.stop_on_faults()
        kept, rows = corrected.kept, corrected.rows
    converter = Converter(reading, rows)
    actors = [*cast("list[ActorMention]", kept["actors"]), *converter.actors()]
    ids = {actor.actor_id for actor in actors}
    pronouns = [actor for actor in reading.actors if not actor.is_named and actor.actor_id in ids]
    return replace(
        reading,
        actors=tuple(sorted([*actors, *pronouns], key=lambda each: each.span)),
        weapons=tuple(sorted([*cast("list[WeaponMention]", kept["weapons"]), *converter.weapons()], key=lambda each: each.span)),
        events=tuple(sorted([*cast("list[EventMention]", kept["events"]), *converter.events()], key=lambda each: each.triggers[0])),
        claims=tuple(sorted([*cast("list[ClaimMention]", kept["claims"]), *converter.claims()], key=lambda each: each.content[0])),
    )
