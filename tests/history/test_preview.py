"""A preview: worst first, short, and dead in Markdown."""

import polars as pl

from newspkg.history import Diff, TableDiff, preview_markdown
from newspkg.history.matching import NO_CELLS

EVENTS = pl.DataFrame({"event_id": ["e-1", "e-2"], "summary": ["Depot hit", "<script>x</script> [a](http://b)"]})
CELLS = pl.DataFrame(
    {
        "row_key": ["e-1", "e-1", "e-1"],
        "column": ["fatalities_best", "mention_count", "latitude"],
        "old": ["3", "1", "5.0"],
        "new": ["5", "2", "6.0"],
    }
)


def table(name, added=0, removed=0, cells=NO_CELLS):
    rows, none = EVENTS, EVENTS.clear()
    return TableDiff(
        name,
        rows.head(added),
        rows.tail(removed) if removed else none,
        rows.head(1) if cells.height else none,
        cells,
        ("event_id",),
        added,
        removed,
        min(cells.height, 1),
        cells.height,
    )


def rows_of(text):
    return [line for line in text.splitlines() if line.startswith("| ") and "published" not in line]


def test_losses_come_first_then_cells_then_new_rows():
    found = Diff((), {"actors": table("actors", removed=1), "events": table("events", added=1, removed=1, cells=CELLS)})
    text = preview_markdown(found, "1.0.0", "1.1.0", ["1 event added"])
    starts = [tuple(cell.strip() for cell in row.split("|")[1:5]) for row in rows_of(text)]
    assert starts == [
        ("−", "events", "e-2", ""),
        ("−", "actors", "e-2", ""),
        ("~", "events", "e-1", "fatalities\\_best"),
        ("~", "events", "e-1", "latitude"),
        ("+", "events", "e-1", ""),
    ]
    assert "### newspkg preview: 1.0.0 → 1.1.0" in text


def test_what_is_left_out_is_counted():
    text = preview_markdown(Diff((), {"events": table("events", added=2, removed=2)}), "1.0.0", "1.1.0", [], most=1)
    assert len(rows_of(text)) == 1
    assert "… and 3 more" in text


def test_no_article_is_live_in_it():
    text = preview_markdown(Diff((), {"events": table("events", removed=1)}), "1.0.0", "1.1.0", [])
    assert "<script>" not in text
    assert "[a](" not in text


def test_nothing_changed_is_said():
    assert "version 2.0.0 stands" in preview_markdown(Diff((), {}), "2.0.0", "2.0.0", [])
