"""One data set over eight versions: articles come, are corrected, renamed, withdrawn; events merge and split. Ids last, or are told of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from toy import DataSet

from newspkg.errors import UsageError
from newspkg.history import Bundle, explain, read_bundle

A = "Avaria fired rockets at Belmo on 5 May, killing 3. Avaria said that it was a mistake."
B = "Avaria fired rockets at someone. Zentia said that it will answer."
C = "Zentia fired torpedoes at Kern on 20 May. Brumal said that the ship sank."
D = "Avaria fired rockets at Nor on 12 May."
LONGER = "The story so far follows below, with a note by the editors on what they got wrong.\n\n"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        yield list(_versions(DataSet(tmp_path_factory.mktemp("data"), patch)))


def _versions(data: DataSet) -> Any:
    for name, body in {"a": A, "b": B, "c": C}.items():
        data.write(name, body)
    yield data.build()
    data.write("0-new", D)  # first by its name, so that all others are read later than before
    yield data.build()
    data.write("a", LONGER + A.replace("killing 3", "killing 5").replace("a mistake", "a grave mistake"))
    yield data.build()
    (data.raw / "c.md").unlink()
    yield data.build()
    data.write("b", LONGER + B.replace("at someone", "at Belmo on 5 May"))
    yield data.build()
    data.write("b", B.replace("at someone", "at Belmo on 25 May"))
    yield data.build()
    (data.raw / "0-new.md").rename(data.raw / "z-last.md")
    yield data.build()
    data.write("c", C)
    yield data.build()


def bundles(versions: Any) -> list[Bundle]:
    return [read_bundle(each.folder) for each in versions]


def event_of(bundle: Bundle, article: str) -> str:
    (found,) = [row["event_id"] for row in bundle.tables["event_reports"].to_pylist() if row["article_id"] == article]
    return str(found)


def claim_of(bundle: Bundle, article: str) -> str:
    (found,) = [row["claim_id"] for row in bundle.tables["claims"].to_pylist() if row["article_id"] == article]
    return str(found)


def changes(bundle: Bundle, table: str | None = None) -> list[tuple[Any, ...]]:
    rows = [row for row in bundle.tables["changes"].to_pylist() if row["version"] == bundle.version and table in (None, row["table"])]
    return [(row["op"], row["table"], row["row_key"], row["successor_key"]) for row in rows]


def test_the_versions(versions: Any) -> None:
    assert [each.version for each in versions] == ["1.0.0", "1.1.0", "1.1.1", "1.2.0", "1.3.0", "1.4.0", "1.5.0", "1.6.0"]


def test_an_article_added_changes_no_id(versions: Any) -> None:
    one, two = bundles(versions)[:2]
    assert [event_of(two, name) for name in "abc"] == [event_of(one, name) for name in "abc"]
    assert [claim_of(two, name) for name in "abc"] == [claim_of(one, name) for name in "abc"]
    assert changes(two) == []


def test_a_corrected_article_keeps_the_ids_of_what_it_tells(versions: Any) -> None:
    two, three = bundles(versions)[1:3]
    assert (event_of(three, "a"), claim_of(three, "a")) == (event_of(two, "a"), claim_of(two, "a"))
    assert three.tables["claims"].to_pylist() != two.tables["claims"].to_pylist()
    assert changes(three) == []
    log = (versions[2].folder / "CHANGELOG.md").read_text()
    assert "- 1 event corrected: fatalities of 2031-05-05: missile strike by Avaria, Belmo" in log
    assert f"({event_of(two, 'a')}) from 3 to 5, after article a.\n" in log


def test_an_article_withdrawn_takes_its_rows_with_it_and_each_is_told_of(versions: Any) -> None:
    three, four = bundles(versions)[2:4]
    gone = [("events", event_of(three, "c")), ("claims", claim_of(three, "c")), ("articles", "c"), ("actors", "brumal")]
    gone.append(("weapons", "torpedoes"))
    assert sorted(changes(four)) == sorted(("withdrawn", table, key, None) for table, key in gone)


def test_two_events_turn_out_to_be_one(versions: Any) -> None:
    four, five = bundles(versions)[3:5]
    kept, ended = sorted([event_of(four, "a"), event_of(four, "b")])
    assert event_of(five, "a") == event_of(five, "b") == kept
    assert changes(five) == [("merged", "events", ended, kept)]
    assert "1 event merged" in (versions[4].folder / "CHANGELOG.md").read_text()


def test_an_id_that_ended_is_explained(versions: Any) -> None:
    four, five = bundles(versions)[3:5]
    kept, ended = sorted([event_of(four, "a"), event_of(four, "b")])
    with pytest.raises(UsageError, match=rf"it was merged \({kept}\) in version 1\.3\.0: It is the same event"):
        explain(five, ended, {})


def test_one_event_turns_out_to_be_two(versions: Any) -> None:
    five, six = bundles(versions)[4:6]
    one, two = event_of(six, "a"), event_of(six, "b")
    assert one != two and event_of(five, "a") in (one, two)
    assert changes(six, "events") == [("split", "events", event_of(five, "a"), ";".join(sorted([one, two])))]
    assert "was split into" in (versions[5].folder / "CHANGELOG.md").read_text()


def test_a_renamed_article_keeps_the_ids_of_what_it_tells(versions: Any) -> None:
    six, seven = bundles(versions)[5:7]
    assert event_of(seven, "z-last") == event_of(six, "0-new")
    assert changes(seven) == [("renamed", "articles", "0-new", "z-last")]


def test_an_article_restored_has_its_ids_again(versions: Any) -> None:
    everything = bundles(versions)
    assert event_of(everything[7], "c") == event_of(everything[2], "c")
    assert claim_of(everything[7], "c") == claim_of(everything[2], "c")


@pytest.mark.parametrize("table", ["articles", "actors", "weapons", "events", "claims"])
def test_no_id_ends_untold(versions: Any, table: str) -> None:
    everything = bundles(versions)
    for before, after in pairwise(everything):
        (key,) = after.primary_key(table)
        gone = set(before.tables[table][key].to_pylist()) - set(after.tables[table][key].to_pylist())
        told = {row: new for op, _, row, new in changes(after, table)}
        assert gone <= set(told), after.version
        now = set(after.tables[table][key].to_pylist())
        assert all(each in now for new in told.values() if new for each in new.split(";")), after.version


def test_what_was_told_once_stays_told(versions: Any) -> None:
    everything = bundles(versions)
    for before, after in pairwise(everything):
        rows = after.tables["changes"].to_pylist()
        assert all(row in rows for row in before.tables["changes"].to_pylist())


def test_a_re_run_has_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = DataSet(tmp_path, monkeypatch)
    data.write("a", A)
    data.write("b", B)
    assert (data.build().is_new, data.build().is_new) == (True, False)
