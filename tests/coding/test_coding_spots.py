"""Faults of codings stand at the line and character of the key, the value or the item that is wrong."""

import pytest

from newspkg.coding.folder import read_coding
from newspkg.coding.load import form_of
from newspkg.text import Lines

BODY = "The militia shelled Fort Azul on 2 May, killing 3."
CODING = """article: a
actors:
- id: x
  name: X
  kind: state
  mentions:
  - militia
  - Fort Azul
events:
- {id: e, type: attack, subtype: shelling, factuality: actual, triggers: [shelled], fatalities: [3, 3, 3], initiator: x}
"""


@pytest.mark.parametrize(
    ("old", "new", "at", "hint"),
    [
        ("kind: state", "kind: stat", "stat\n", "did you mean `state`?"),
        ("- Fort Azul", "- Fort Azur", "Fort Azur", None),
        ("[shelled]", "[shelled, bombed]", "bombed", None),
        ("subtype: shelling", "subtype: shellling", "shellling", "did you mean `shelling`?"),
        ("[3, 3, 3]", "[3, 2, 1]", "[3, 2, 1]", None),
        ("initiator: x", "initiator: 'y'", "'y'", None),
        ("factuality", "factualty", "factualty", "did you mean `factuality`?"),
        ("article: a", "article: b", "b\n", None),
        ("events:", "evnts:", "evnts:", "did you mean `events`?"),
        ("name: X", "name: &n X", "&n", None),
        ("name: X", "name: !!str X", "!!str", None),
        ("name: X", "id: y", "id: y", None),
        ("name: X", "name: [X", ": state", None),
        ("name: X", "nom: X", "nom: X", None),
        ("name: X", "# ü, é\n  name: {a: X}", "{a: X}", None),
    ],
)
def test_a_fault_of_a_coding_stands_where_it_is(tmp_path, old, new, at, hint):
    text = CODING.replace(old, new, 1)
    (tmp_path / "a.coding.yaml").write_text(text, encoding="utf-8")
    issues = read_coding(tmp_path / "a.coding.yaml", BODY, form_of())[1]
    spot = Lines(text).spot(text.index(at))
    found = [issue for issue in issues if (issue.line, issue.position) == (spot, spot.position)]
    assert found, [(issue.line, issue.position, issue.message) for issue in issues]
    assert hint is None or hint in [issue.hint for issue in found]
    assert all(issue.position for issue in issues)


def test_a_sound_coding_has_no_faults(tmp_path):
    (tmp_path / "a.coding.yaml").write_text(CODING)
    assert read_coding(tmp_path / "a.coding.yaml", BODY, form_of())[1] == []


def test_bytes_that_are_no_text(tmp_path):
    (tmp_path / "a.coding.yaml").write_bytes("article: a\nactors: ü".encode() + b"\xff\n")
    (issue,) = read_coding(tmp_path / "a.coding.yaml", BODY, form_of())[1]
    assert (issue.line, issue.position) == (2, 10)
