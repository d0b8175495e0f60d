"""Faults of schemas stand at the line and character of the member that is wrong, with what may have been meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspkg.check import check_codelist, check_described
from newspkg.specs.members import Members
from newspkg.text import Lines, Spot, close_to, spot_of_byte

SCHEMA = """{
  "fields": [
    {"name": "noun", "type": "string", "title": "Noun", "description": "A noun.",
     "constraints": {"required": true, "enum": ["a", "b"]}},
    {"name": "count", "type": "integer", "title": "Count", "description": "A count.",
     "constraints": {"minimum": 0}}
  ],
  "primaryKey": ["noun"],
  "uniqueKeys": [["noun"], ["noun", "count"]]
}
"""


@pytest.mark.parametrize(
    ("old", "new", "at", "hint"),
    [
        ('"type": "string"', '"type": "strng"', '"strng"', "did you mean `string`?"),
        ('"title": "Noun"', '"titel": "Noun"', '{"name": "noun"', "did you mean `title` by `titel`?"),
        ('"required"', '"requird"', '"requird"', "did you mean `required`?"),
        ('["a", "b"]', '["a", 7]', "7]", None),
        ('"minimum": 0', '"minimum": "x"', '"x"', None),
        ('"minimum": 0', '"pattern": "x"', '"pattern"', None),
        ('"minimum": 0', '"minimum": 0, "minimum": 1', '"minimum": 1', None),
        ('["noun", "count"]', '["noun", "cuont"]', '"cuont"', "did you mean `count`?"),
        ('"primaryKey": ["noun"]', '"primaryKey": "nuon"', '"nuon"', "did you mean `noun`?"),
        ('"name": "count"', '"name": "noun"', '"noun", "type": "integer"', None),
        ('"primaryKey"', '"fieldsMatch": "superst", "primaryKey"', '"superst"', "did you mean `superset`?"),
        ('"integer"', '"integer", "format": "x"', '"x"', None),
        ('"A noun."', '"A noun." "', '"\\n', None),
    ],
)
def test_a_fault_of_a_schema_stands_where_it_is(tmp_path: Path, old: str, new: str, at: str, hint: str | None) -> None:
    text = SCHEMA.replace(old, new, 1)
    offset = text.index(at.replace("\\n", ",\n")) if "\\n" in at else text.index(at)
    (tmp_path / "nouns.csv").write_text("noun,count\na,1\n")
    (tmp_path / "nouns.schema.json").write_text(text)
    issue = check_codelist(tmp_path / "nouns.csv")[0]
    spot = Lines(text).spot(offset)
    assert (issue.check, issue.line, issue.position) == ("schema", int(spot), spot.position)
    assert hint is None or issue.hint == hint


def test_a_fault_inside_of_a_package_stands_where_it_is(tmp_path: Path) -> None:
    field = {"name": "a", "type": "integer", "constraints": {"minimum": "x"}}
    resources = [{"name": n, "path": f"{n}.csv", "schema": {"fields": [field if n == "t" else {"name": "b"}]}} for n in ("s", "t", "u")]
    resources[2]["path"] = "../u.csv"
    text = json.dumps({"name": "p", "resources": resources}, indent=1)
    for name in ("s", "t"):
        (tmp_path / f"{name}.csv").write_text("b\n1\n")
    (tmp_path / "datapackage.json").write_text(text)
    found = {issue.check: (issue.line, issue.position) for issue in check_described(tmp_path / "datapackage.json").issues}
    for check, at in (("unknown", '"x"'), ("file", '"../u.csv"')):
        spot = Lines(text).spot(text.index(at))
        assert found[check] == (spot, spot.position)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=15,
)


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_every_member_is_found_where_it_stands(value: object, indent: int | None, plain: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=plain)
    members = Members(text)

    def hold(inner: object, trail: tuple[str | int, ...]) -> None:
        assert json.JSONDecoder().raw_decode(text, members.values[trail])[0] == inner
        for key, each in inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ():
            hold(each, (*trail, key))

    hold(value, ())
    assert members.twice == []


def test_a_value_that_was_meant_in_another_table(tmp_path: Path) -> None:
    key = {"fields": ["side"], "reference": {"resource": "sides", "fields": ["side"]}}
    schemas = {"sides": {"fields": [{"name": "side"}]}, "rows": {"fields": [{"name": "side"}], "foreignKeys": [key]}}
    (tmp_path / "sides.csv").write_text("side\nstate_northland\nstate_southland\n")
    (tmp_path / "rows.csv").write_text("side\nstate_northlnd\n")
    resources = [{"name": name, "path": f"{name}.csv", "schema": schema} for name, schema in schemas.items()]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}))
    (issue,) = check_described(tmp_path / "datapackage.json").issues
    assert (issue.check, issue.line, issue.position, issue.hint) == ("foreignKeys", 2, 1, "did you mean `state_northland`?")


def test_spots() -> None:
    assert [(int(s), s.position) for s in map(Lines("ab\n\nc", 5).spot, (0, 2, 3, 4, 5))] == [(5, 1), (5, 3), (6, 1), (7, 1), (7, 2)]
    spot = spot_of_byte("é\nüx".encode() + b"\xff", 6)
    assert (int(spot), spot.position) == (2, 3)
    import pickle

    again = pickle.loads(pickle.dumps(Spot(3, 4)))  # noqa: S301 our own
    assert (int(again), again.position) == (3, 4)
    assert close_to("Strng", ("string", "integer")) == "did you mean `string`?" and close_to("q", ("string",)) is None


@pytest.mark.parametrize(
    ("text", "half"),
    [
        (r"\ud800", r"\ud800"),
        (r"\uDC00", r"\uDC00"),
        (r"\ud83d\ude00 \udfff", r"\udfff"),
        (r"\ud800\ud83d\ude00", r"\ud800"),
        (r"\\\ud800", r"\ud800"),
        (r"\ud83d\ude00", None),
        (r"\\ud800", None),
        (r"\u00e9\n", None),
    ],
)
@pytest.mark.parametrize("member", ["title", "delimiter"])
def test_half_a_character_is_told_where_it_stands(tmp_path: Path, text: str, half: str | None, member: str) -> None:
    """An escape that no text in UTF-8 can hold is an issue, never handed on to what reads the tables."""
    source = '{"resources": [],\n  "%s": "%s"}' % (member, text)  # noqa: UP031
    (tmp_path / "datapackage.json").write_text(source, encoding="utf-8")
    told = [issue for issue in check_described(tmp_path / "datapackage.json").issues if "half of a character" in issue.message]
    spots = [(issue.line, issue.position) for issue in told]
    at = source.index("\n") + 1
    assert spots == ([(2, source.rindex(half) - at + 1)] if half else [])
