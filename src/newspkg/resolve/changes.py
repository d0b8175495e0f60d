"""Rows of the table `changes`: what became of earlier ids that no longer name the row they named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from newspkg.model import PriorIds
from newspkg.model.record import ChangeRecord
from newspkg.resolve.cluster import Group
from newspkg.resolve.identity import earlier_ids
from newspkg.resolve.tellings import Tellings

UNVERSIONED = "0.0.0"  # the version is decided after the tables are compared
GONE = {
    "articles": "The article is no longer among the raw ones.",
    "actors": "No article names the actor any more.",
    "weapons": "No article names the weapon any more.",
    "events": "No article names the event any more.",
    "claims": "No article makes the claim any more.",
}


def change_records(
    groups: Sequence[Group], tellings: Tellings, ids: Sequence[str], prior: PriorIds, keys: Mapping[str, Set[str]]
) -> tuple[ChangeRecord, ...]:
    """One row an earlier id that ended or whose meaning was divided.

    An event is `merged` where its triggers now name one other event, `split` where they name several (its id among them, where one
    kept it), else `withdrawn`. Rows of the other tables are `withdrawn`, articles that have another name `renamed`. `ids` are the ids
    of `groups`, `keys` the primary keys of the other tables as they are now. `version` is UNVERSIONED: who plans the release fills it in.
    """
    return (*_events(groups, tellings, ids, prior), *_others(prior, keys))


def _events(groups: Sequence[Group], tellings: Tellings, ids: Sequence[str], prior: PriorIds) -> Iterator[ChangeRecord]:
    successors: dict[str, set[str]] = {}
    for number, earlier in earlier_ids(groups, tellings, prior):
        for old in earlier:
            successors.setdefault(old, set()).add(ids[number])
    now = set(ids)
    for old in sorted({*prior.events.values(), *prior.keys.get("events", ())}):
        new = sorted(successors.get(old, ()))
        if old not in now or len(new) > 1:
            yield _event(old, new)


def _event(old: str, successors: Sequence[str]) -> ChangeRecord:
    if not successors:
        return ChangeRecord("withdrawn", "events", old, None, GONE["events"], UNVERSIONED)
    if len(successors) == 1:
        return ChangeRecord("merged", "events", old, successors[0], "It is the same event as its successor.", UNVERSIONED)
    why = "It was several events" + (", one of which keeps the id." if old in successors else ".")
    return ChangeRecord("split", "events", old, ";".join(successors), why, UNVERSIONED)


def _others(prior: PriorIds, keys: Mapping[str, Set[str]]) -> Iterator[ChangeRecord]:
    for table, now in keys.items():
        for old in sorted(prior.keys.get(table, frozenset()) - now):
            new = prior.renamed.get(old) if table == "articles" else None
            if new is None:
                yield ChangeRecord("withdrawn", table, old, None, GONE[table], UNVERSIONED)
            else:
                yield ChangeRecord("renamed", table, old, new, "The same text has another name.", UNVERSIONED)
