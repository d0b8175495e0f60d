"""Rows of the table `changes`: what became of earlier event ids that no event has any more."""

from __future__ import annotations

from collections.abc import Sequence

from newspkg.model import PriorIds
from newspkg.model.record import ChangeRecord
from newspkg.resolve.cluster import Group

UNVERSIONED = "0.0.0"  # the version is decided after the tables are compared


def change_records(groups: Sequence[Group], ids: Sequence[str], prior: PriorIds) -> tuple[ChangeRecord, ...]:
    """One row an earlier event id that no group took, `merged` where its triggers now name another event, else `withdrawn`.

    `ids` are the ids of `groups`. `version` is UNVERSIONED: whoever plans the release fills it in.
    """
    successors: dict[str, set[str]] = {}
    for number, group in enumerate(groups):
        for old in _earlier(group, prior):
            successors.setdefault(old, set()).add(ids[number])
    gone = sorted(set(prior.events.values()) - set(ids))
    return tuple(_record(old, sorted(successors.get(old, ()))) for old in gone)


def _earlier(group: Group, prior: PriorIds) -> set[str]:
    """The earlier ids of the triggers of a group."""
    spans = ((member.article_id, member.reading.annotated.document.to_raw(span)) for member in group for span in member.event.triggers)
    found = (prior.events.get((article, raw.start, raw.end)) for article, raw in spans)
    return {old for old in found if old is not None}


def _record(old: str, successors: Sequence[str]) -> ChangeRecord:
    if not successors:
        return ChangeRecord("withdrawn", "events", old, None, "No article names the event any more.", UNVERSIONED)
    op, why = ("merged", "It is the same event as its successor.") if len(successors) == 1 else ("split", "It was several events.")
    return ChangeRecord(op, "events", old, ";".join(successors), why, UNVERSIONED)
