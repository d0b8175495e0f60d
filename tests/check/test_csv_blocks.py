"""A file read in blocks, quick where that is safe, gives what the reader that goes cell by cell gives: the same rows at the same places."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newspkg.check.csvfile import CsvFile, blocks, check_csv, reading
from newspkg.check.csvfile.blocks import Block, Rest, cut
from newspkg.check.csvfile.header import Unreadable
from newspkg.check.csvfile.places import located, ragged
from newspkg.check.csvfile.reading import batches
from newspkg.check.csvfile.shape import Shape
from newspkg.check.csvfile.tally import Tally
from newspkg.model import Issue
from newspkg.specs.descriptor import Reader
from newspkg.specs.parse import parse_table

CELLS = st.sampled_from(["", "a", "bc", "é", '"x,y"', '"p\nq"', '"s""t"', '""', 'u"v', '"w"z', "0", "\0", '"\0"', "\ufeff"])
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=12)


def read(path: Path, width: int, nulls: tuple[str, ...], block: int | None, many: int = blocks.MANY) -> tuple[object, ...]:
    """Every cell, and where the rows and the records of another width stand; None for the block: cell by cell throughout."""
    shape, tally = Shape(path, width, ",", nulls), Tally()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BLOCK", block or 1 << 20)
        patch.setattr(blocks, "MANY", many)
        if block is None:
            patch.setattr(reading, "_pieces", lambda shape, tally: iter([Rest(0)]))
        rows = [row for _, frame in batches(shape, tally) for row in frame.rows()]
    places = located(shape, tally, {row: set(range(width)) for row in range(len(rows))})
    return rows, tally.rows, places, [(each.line, each.width) for each in ragged(shape, tally)]


HEADS = st.sampled_from(["a,b,c", '"a","b",c'])
NULLS = st.sampled_from([("",), ("", "a"), ("bc",), ()])


# A last line without its break, after a quoted one: as many breaks as records, and yet not each line a record.
@example("a,b,c", [[""], ["", '"p\nq"', ""]], "\n", 4000, ("",))
# A last line without its break, with an empty cell too many.
@example("a,b,c", [["", "", "a"], ["", "", "a", ""]], "\n", 16, ("",))
@given(HEADS, ROWS, st.sampled_from(["\n", "\r\n"]), st.sampled_from([16, 40, 4000]), NULLS)
def test_blocks_or_not_the_rows_and_places_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, head: str, rows: list[list[str]], end: str, block: int, nulls: tuple[str, ...]
) -> None:
    path = tmp_path_factory.mktemp("b") / "t.csv"
    path.write_bytes((head + end + end.join(",".join(row) for row in rows) + (end if len(rows) % 2 else "")).encode())
    try:
        expected = read(path, 3, nulls, None)
    except Unreadable:
        return
    for many in (0, blocks.MANY):
        assert read(path, 3, nulls, block, many) == expected


def pieces(path: Path, size: int) -> list[Block | Rest]:
    return list(cut(path, 0, size, b","))


def test_blocks_end_where_records_end(tmp_path: Path) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([[n, f'a "{n}"\nb' if n % 3 else "c"] for n in range(200)])
    (tmp_path / "t.csv").write_text(text.getvalue())
    found = pieces(tmp_path / "t.csv", 100)
    assert len(found) > 20 and all(isinstance(each, Block) for each in found)
    assert b"".join(each.text for each in found if isinstance(each, Block)) == text.getvalue().encode()
    assert all(len(next(iter(csv.reader(io.StringIO(each.text.decode()))))) == 2 for each in found if isinstance(each, Block))


@pytest.mark.parametrize("text", ['a,b"c\n', 'a,"b"c\n', 'a,"b\n', "a\r\n", "a" * 100])
def test_what_leaves_doubt_is_left_to_the_careful_reader(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_bytes(b"x,y\n" * 5 + text.encode() + b"x,y\n" * 20)
    found = pieces(tmp_path / "t.csv", 16)
    assert isinstance(found[-1], Rest) and found[-1].start <= 20


SCHEMA = {
    "fields": [
        {"name": "n", "type": "integer", "constraints": {"required": True}},
        {"name": "day", "type": "date", "constraints": {"minimum": "2024-01-01"}},
        {"name": "at", "type": "datetime"},
        {"name": "note", "type": "string", "constraints": {"maxLength": 9}},
    ],
    "primaryKey": ["n"],
}


def faults(folder: Path, rows: list[str]) -> list[tuple[str, int | None, int | None]]:
    (folder / "t.csv").write_text("n,day,at,note\n" + "".join(f"{row}\n" for row in rows))
    reader = Reader(json.loads(json.dumps(SCHEMA)), Path("s.json"))
    issues: list[Issue] = check_csv({"t": CsvFile(folder / "t.csv", parse_table(reader, "t", ours=False))})[0]
    return [(issue.check, issue.line, issue.position) for issue in issues]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("4000,2024-02-30,,", ("type", 4001, 6)), ("4000,2023-12-31,,", ("minimum", 4001, 6)),
        ("4000,,2024-01-01T25:00:00Z,", ("type", 4001, 7)),
        ("4000,,,0123456789", ("maxLength", 4001, 8)), ("x,,,", ("type", 4001, 1)), (",2024-01-01,,", ("required", 4001, 1)),
        ("17,,,", ("primaryKey", 4001, 1)), (",,,", ("blank-row", 4001, 1)), ("4000,,", ("cells", 4001, 7)),
        ("4000,,,,", ("cells", 4001, 9)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("block", [1 << 12, 1 << 23])
def test_one_bad_row_among_thousands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, expected: tuple[str, int, int], block: int
) -> None:
    monkeypatch.setattr(reading, "BLOCK", block)
    good = [f"{n},2024-03-{n % 28 + 1:02},2024-03-01T08:{n % 60:02}:00Z,{'x' if n % 2 else ''}" for n in range(6000)]
    assert faults(tmp_path, good) == []
    assert expected in faults(tmp_path, [*good[:3999], row, *good[4001:]])
