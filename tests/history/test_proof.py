"""A version is proved, and a row explained by the sentences behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from made import BODY, article, event, evidence, published, rows, tables

from newspkg.errors import UsageError
from newspkg.history import explain, explanation_json, explanation_text, read_bundle, verify
from newspkg.history.sentences import sentence_bounds, shown

BODIES = {"alpha": BODY}


def told(folder: Path, bodies: dict[str, str] | None = None) -> str:
    return "\n".join(f"{issue.check} {issue.file} {issue.row_key} {issue.column} {issue.message}" for issue in verify(folder, bodies))


def test_a_whole_version(tmp_path: Path) -> None:
    assert verify(published(tmp_path).folder, BODIES) == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "datapackage.json", "data/events.csv", "data/events.parquet"])
def test_one_flipped_bit_is_named(tmp_path: Path, name: str) -> None:
    folder = published(tmp_path).folder
    stored = bytearray((folder / name).read_bytes())
    stored[len(stored) // 2] ^= 1
    (folder / name).write_bytes(stored)
    assert any(issue.check == "hash" and issue.file == str(folder / name) for issue in verify(folder))


def test_a_row_edited_by_hand_is_named(tmp_path: Path) -> None:
    folder = published(tmp_path).folder
    path = folder / "data" / "events.csv"
    path.write_text(path.read_text().replace("Northmark: missile strike", "Southmark: missile strike"))
    assert "ev_1 summary the CSV says 'Southmark: missile strike', the Parquet 'Northmark: missile strike'" in told(folder)


def test_files_that_come_and_go(tmp_path: Path) -> None:
    folder = published(tmp_path).folder
    (folder / "data" / "events.csv").unlink()
    (folder / "data" / "more.csv").write_text("x\n")
    found = told(folder)
    assert "events.csv None None the file is missing" in found
    assert "more.csv None None the file is not part" in found


def test_keys(tmp_path: Path) -> None:
    built = tables(events=rows("events", event(), event(target_id="ac_lost")))
    found = told(published(tmp_path, built).folder)
    assert "primary-key None ev_1 None the primary key is there more than once" in found
    assert "foreign-key None ev_1 target_id ac_lost is not in actors.actor_id" in found


def test_an_altered_article_is_named(tmp_path: Path) -> None:
    folder = published(tmp_path).folder
    found = told(folder, {"alpha": BODY.replace("fired", "shot ")})
    assert "evidence raw/alpha.txt alpha sha256 the article was altered since" in found
    assert "evi_1 text the article says 'shot ' at 10..15, the evidence 'fired'" in found
    assert "not among the raw ones" in told(folder, {})


def test_explained(tmp_path: Path) -> None:
    report = {"event_id": "ev_1", "article_id": "alpha", "factuality": "actual", "fatalities_best": 3}
    folder = published(tmp_path, tables(event_reports=rows("event_reports", report))).folder
    found = explain(read_bundle(folder), "ev_1", BODIES)
    assert [(each.column, each.value, each.row_value) for each in found.disagreements] == [("fatalities_best", 3, 2)]
    text = explanation_text(found)
    assert "    alpha 10..15: Northmark [fired] missiles at Port Ansel." in text
    assert "  fatalities_best: 2\n    alpha 40..55: [Two people died] there, officials said." in text
    assert "! alpha says fatalities_best 3, the row 2" in text
    assert "\x1b[" not in text
    assert "\x1b[1;33mfired\x1b[0m" in explanation_text(found, color=True)
    quote = json.loads(explanation_json(found))["quotes"][0]
    assert quote["sentence"][quote["highlight_start"] : quote["highlight_end"]] == "fired"


def test_explained_by_a_key_of_several_columns_and_without_articles(tmp_path: Path) -> None:
    bundle = read_bundle(published(tmp_path).folder)
    assert explain(bundle, "ev_1|ac_north|initiator", {}).table == "event_actors"
    assert explain(bundle, "ev_1", {}).quotes[0].sentence == "fired"
    with pytest.raises(UsageError, match="no row 'ev_9'"):
        explain(bundle, "ev_9", {})


def test_nothing_hostile_reaches_the_terminal(tmp_path: Path) -> None:
    built = tables(articles=rows("articles", article(title="a\x1b[2J\u202eb")), evidence=rows("evidence", evidence("evi_1", "fired")))
    bundle = read_bundle(published(tmp_path, built).folder)
    text = explanation_text(explain(bundle, "alpha", BODIES))
    assert "title: a[2Jb" in text
    assert shown("a\u200b\x00\tb\n") == "a b "


@pytest.mark.parametrize(
    ("text", "span", "sentence"),
    [
        ("One. Two three! Four.", "three", "Two three!"),
        ("Heading\nFirst line.\n", "First", "First line."),
        ("He met the U.S. envoy. Later he left.", "envoy", "He met the U.S. envoy."),
        ('"We will," he said. "Go." End', "Go", '"Go."'),
        ("no end at all", "end", "no end at all"),
    ],
)
def test_sentences(text: str, span: str, sentence: str) -> None:
    start = text.index(span)
    first, last = sentence_bounds(text, start, start + len(span))
    assert text[first:last] == sentence


def test_a_giant_line_is_not_one_sentence() -> None:
    first, last = sentence_bounds("x" * 1_000_000, 500_000, 500_001)
    assert last - first < 2_000


def test_parquet_edited_is_named(tmp_path: Path) -> None:
    folder = published(tmp_path).folder
    pq.write_table(rows("events", event(fatalities_best=9)), folder / "data" / "events.parquet")
    found = told(folder)
    assert "events.parquet None None the file was altered" in found
    assert "ev_1 fatalities_best the CSV says 2, the Parquet 9" in found
