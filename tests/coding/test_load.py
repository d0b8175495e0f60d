"""Codings: spans as written, faults with their line."""

import pytest

from newspkg.coding import load_coding
from newspkg.coding.spans import find_spans
from newspkg.errors import DataError

BODY = "Guns fell silent; the guns* of the fort, #2 and #3, had no shells. Gunsmiths went home, guns oiled."


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("guns", ["guns"]),
        ("guns#2", ["guns"]),
        ("guns*", ["guns", "guns"]),
        ("guns\\*", ["guns*"]),
        ("\\#3", ["#3"]),
        ("smiths", ["smiths"]),
    ],
)
def test_written_spans(written, texts):
    assert [BODY[span.start : span.end] for span in find_spans(written, BODY)] == texts


def test_too_few_occurrences_are_counted():
    with pytest.raises(ValueError, match=r"'fort', which the body holds 1 time\(s\); at least 2 expected"):
        find_spans("fort#2", BODY)


def test_every_fault_has_its_line(tmp_path):
    path = tmp_path / "a.coding.yaml"
    rows = "- {id: x, name: X, kind: king, mentions: [fort]}\n- {id: y, name: Y, kind: state, mentions: [tower]}\n"
    path.write_text(f"article: a\nactors:\n{rows}")
    with pytest.raises(DataError) as caught:
        load_coding(path, BODY)
    assert [(issue.line, issue.message.split(";")[0]) for issue in caught.value.issues] == [
        (3, "actors x: kind 'king'"),
        (4, "actors y: mentions: the span 'tower', which the body holds 0 time(s)"),
    ]
