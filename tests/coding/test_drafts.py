"""A draft, read back unchanged, says what the machine said; a correction changes its row and no other; a stale one fails."""

from dataclasses import replace

import pytest

from newspkg.coding import coded, coding_text, load_coding
from newspkg.errors import DataError
from newspkg.resolve import resolve


def records_of(reading):
    article = reading.annotated.document.article
    return resolve([article], {article.article_id: reading})


def as_coded(reading, text, tmp_path):
    path = tmp_path / f"{reading.article_id}.coding.yaml"
    path.write_text(text, encoding="utf-8")
    return coded(reading, load_coding(path, reading.annotated.text), str(path))


@pytest.mark.parametrize("name", ["wire-copy", "sahel-ambush", "live-blog", "timeline", "sanctions", "interview", "football"])
def test_a_draft_says_what_the_machine_said(readings, name, tmp_path):
    machine = records_of(readings[name])
    person = records_of(as_coded(readings[name], coding_text(readings[name]), tmp_path))
    for table in ("articles", "actors", "weapons", "events", "event_actors", "event_weapons", "event_reports", "claims"):
        assert getattr(person, table) == getattr(machine, table), table
    assert {row.coded_by for row in person.evidence} <= {"person"}


def test_a_correction_changes_its_row_alone(readings, tmp_path):
    text = "article: wire-copy\nevents:\n- {triggers: [launched], target_kind: industry, expect: {subtype: drone_strike}}\n"
    before, after = records_of(readings["wire-copy"]), records_of(as_coded(readings["wire-copy"], text, tmp_path))
    changed = [(old, new) for old, new in zip(before.events, after.events, strict=True) if old != new]
    assert [new for _, new in changed] == [replace(old, target_kind="industry") for old, _ in changed]
    assert len(changed) == 1
    assert (after.actors, after.claims) == (before.actors, before.claims)
    by = {(row.table, row.coded_by) for row in after.evidence}
    assert ("events", "person") in by
    assert ("claims", "person") not in by


def test_rows_are_removed_and_added(readings, tmp_path):
    text = """article: wire-copy
actors:
- {mentions: [the Ukrainian army], expect: {kind: military}, remove: true}
- {id: workers, name: oil workers, kind: civilians, mentions: [Two workers], expect: nothing}
"""
    names = {actor.name for actor in records_of(as_coded(readings["wire-copy"], text, tmp_path)).actors}
    before = {actor.name for actor in records_of(readings["wire-copy"]).actors}
    assert names - before == {"oil workers"}
    assert len(before - names) == 1


@pytest.mark.parametrize(
    ("row", "line", "message"),
    [
        ("events:\n- triggers: [launched]\n  expect:\n    subtype: shelling\n", 5,
         "events: subtype is 'drone_strike' now; the correction expects 'shelling'"),
        ("events:\n- {triggers: [launched], type: attack, subtype: shelling, factuality: actual, id: x, expect: nothing}\n", 3,
         "events 'x': the machine does find 'drone_strike' there now"),
        ("actors:\n- {mentions: [Two workers], expect: {kind: military}}\n", 3, "actors: the machine finds no such row there any more"),
    ],
)  # fmt: skip
def test_a_stale_correction_fails_at_its_line(readings, tmp_path, row, line, message):
    with pytest.raises(DataError) as caught:
        as_coded(readings["wire-copy"], f"article: wire-copy\n{row}", tmp_path)
    assert [(issue.line, issue.message) for issue in caught.value.issues] == [(line, message)]
