"""The public commands, run as a stranger runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = """---
title: Depot burns after raid
published_on: 2031-05-07
language: en
---

KYIV, May 7 - Ukraine's army said on Wednesday that it had fired four Storm Shadow missiles at an ammunition depot near Kursk overnight.
Russia's Defence Ministry said three of the four missiles were shot down. Two soldiers were killed, it said.
"""
MATCH = """---
title: Late goal settles it
published_on: 2031-05-07
language: en
---

The Rockets fired early and the visiting striker shot twice in the first half, but the captain's late strike from outside the box won
the match and lifted the team to second in the league before a crowd of 20,000.
"""


def newspkg(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "newspkg", *arguments], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data-set")
    assert newspkg("init", cwd=folder).returncode == 0
    (folder / "raw/depot.md").write_text(STORY, encoding="utf-8")
    (folder / "raw/match.md").write_text(MATCH, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def bundle(home: Path) -> Path:
    done = newspkg("build", cwd=home)
    assert done.returncode == 0, done.stderr
    return home / done.stdout.strip()


def rows(bundle: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(bundle / f"data/{table}.parquet").to_pylist()
    return found


def test_the_strike_is_in_the_tables(bundle: Path) -> None:
    strikes = [row for row in rows(bundle, "events") if row["event_subtype"] == "missile_strike"]
    assert {(row["article_count"], str(row["date_start"])) for row in strikes} == {(1, "2031-05-07")}
    used = [row for row in rows(bundle, "event_weapons") if row["event_id"] in {strike["event_id"] for strike in strikes}]
    assert any(row["quantity"] == 4 for row in used)


def test_football_yields_nothing(bundle: Path) -> None:
    assert {row["article_id"]: row["in_scope"] for row in rows(bundle, "articles")} == {"depot": True, "match": False}
    assert {row["article_id"] for row in rows(bundle, "evidence")} == {"depot"}


def test_evidence_quotes_the_article(bundle: Path) -> None:
    body = STORY.split("---\n\n", 1)[1]
    assert all(body[row["start"] : row["end"]] == row["text"] for row in rows(bundle, "evidence"))  # type: ignore[misc]


def test_a_second_build_has_nothing_new(home: Path, bundle: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(bundle.rglob("*")) if path.is_file()}
    done = newspkg("build", cwd=home)
    assert (done.returncode, "nothing new" in done.stderr) == (0, True)
    assert {path: path.read_bytes() for path in sorted(bundle.rglob("*")) if path.is_file()} == before


def test_frictionless_accepts_the_bundle(bundle: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json"], cwd=bundle, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_explain_verify_validate(home: Path, bundle: Path) -> None:
    event = rows(bundle, "events")[0]["event_id"]
    told = newspkg("explain", str(event), cwd=home)
    assert told.returncode == 0 and "Kursk" in told.stdout
    assert newspkg("verify", str(bundle), cwd=home).returncode == 0
    assert newspkg("validate", cwd=home).returncode == 0


def test_annotate_prints_offsets(home: Path) -> None:
    told = json.loads(newspkg("annotate", "raw/depot.md", cwd=home).stdout)
    body = STORY.split("---\n\n", 1)[1]
    for kind in ("dates", "places", "quantities", "actors", "weapons", "events", "claims"):
        assert told[kind], kind
        assert all(body[each["start"] : each["end"]].startswith(each["text"][:20]) for each in told[kind]), kind


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("bild",), 2, "there are: build"),
        (("build", "--raw", "nowhere"), 3, "nowhere"),
        (("explain", "no-such-row"), 2, "no-such-row"),
        (("validate", "nowhere"), 3, "nowhere"),
    ],
)
def test_faults_have_messages_and_codes(home: Path, bundle: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = newspkg(*arguments, cwd=home)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False)


def test_a_bad_article_stops_the_build_and_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.md").write_text("---\npublished_on: 2024-02-30\n---\n\nText of an article that says nothing.\n", encoding="utf-8")
    done = newspkg("build", "--raw", str(tmp_path), "--out", str(tmp_path / "out"), cwd=home)
    assert done.returncode == 1 and "broken.md:2" in done.stderr and not list((tmp_path / "out").rglob("datapackage.json"))


def test_the_seed_articles_report_one_strike(tmp_path: Path) -> None:
    done = newspkg("build", "--out", str(tmp_path), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    shared = [row for row in rows(Path(done.stdout.strip()), "events") if row["article_count"] == 2]
    found = {row["event_subtype"]: row for row in shared}
    assert set(found) == {"missile_strike", "authorization"}
    assert (str(found["missile_strike"]["date_start"]), found["missile_strike"]["admin1"]) == ("2024-11-19", "Bryansk Oblast")
