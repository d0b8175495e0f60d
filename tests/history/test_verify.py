"""`newspkg verify`: whatever is altered in a published version, or beside it, is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import BODY, PACKAGE, event, published, rows, tables
from toy import DataSet

from newspkg.cli import main
from newspkg.history import verify
from newspkg.model import Issue
from newspkg.model.context import BuildContext
from newspkg.pipeline import build
from newspkg.proof import check_index, prove
from newspkg.rebuild import compare_rebuilt
from newspkg.specs import default_schemas

BODIES = {"alpha": BODY}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("out")).folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    shutil.copytree(kept.parent, tmp_path / PACKAGE.name)
    return tmp_path / PACKAGE.name / kept.name


def told(issues: list[Issue]) -> str:
    return "\n".join(f"{issue.severity} {issue.check} {issue.file} {issue.table} {issue.column} {issue.message}" for issue in issues)


def test_a_whole_version_has_no_fault(folder: Path) -> None:
    assert prove(folder, BODIES) == []


FILES = ["README.md", "CHANGELOG.md", "CITATION.cff", "croissant.json", "dataset.jsonld", "datapackage.json", "../index.json",
         "data/events.csv", "data/evidence.parquet", "data/articles.parquet", "data/claims.csv", "data/changes.parquet"]  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.integers(0, 10**9), st.integers(0, 7))
def test_one_flipped_bit_anywhere_is_named(kept: Path, name: str, place: int, bit: int) -> None:
    path = kept / name
    whole = path.read_bytes()
    stored = bytearray(whole)
    stored[place % len(stored)] ^= 1 << bit
    try:
        path.write_bytes(stored)
        found = [*verify(kept, BODIES), *check_index(kept)]  # what `prove` says more is slow, and not about bytes
    finally:
        path.write_bytes(whole)
    named = {Path(issue.file).resolve() for issue in found if issue.is_error and issue.file}
    index = path.resolve().name == "index.json"
    assert path.resolve() in named or (index and found), (place % len(whole), bit)


def test_a_flipped_bit_in_a_file_that_the_checks_read(folder: Path) -> None:
    for name in ("datapackage.json", "data/events.parquet", "data/events.csv", "README.md"):
        path = folder / name
        whole = path.read_bytes()
        for place in (4, len(whole) // 3, len(whole) - 5):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 128]) + whole[place + 1 :])
            assert any(issue.check == "hash" and issue.file == str(path) for issue in prove(folder, BODIES)), (name, place)
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("old", "new"), [("2031-05-01", "2031-05-03"), ("Northmark: missile", "Southmark: missile"), (",2,2,2,", ",2,3,2,")]
)
def test_a_row_edited_by_hand_is_named(folder: Path, old: str, new: str) -> None:
    path = folder / "data" / "events.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    cells = [(issue.table, issue.row_key) for issue in prove(folder, BODIES) if issue.check == "twins"]
    assert cells == [("events", "ev_1")]


def test_the_dictionary_says_what_the_schema_says(folder: Path) -> None:
    path = folder / "README.md"
    text = path.read_text()
    path.write_text(text.replace("degrees north", "degrees south").replace("| longitude |", "| lengthitude |"))
    found = told(prove(folder, BODIES))
    assert "events latitude unit is 'degrees south'; expected 'degrees north', as the schema says" in found
    assert "events longitude the data dictionary lacks it" in found
    assert "events lengthitude the schema has no such column" in found


def test_values_that_break_the_schema_are_named_in_both_formats(tmp_path: Path) -> None:
    folder = published(tmp_path, tables(events=rows("events", event(latitude=99.0, longitude=0.0, event_type="picnic")))).folder
    found = prove(folder)
    assert {("maximum", "latitude"), ("enum", "event_type")} <= {(issue.check, issue.column) for issue in found}
    files = {Path(str(issue.file)).name for issue in found if issue.column == "latitude"}
    assert files == {"events.csv", "events.parquet"}


def test_an_index_that_says_something_else(folder: Path) -> None:
    path = folder.parent / "index.json"
    index = json.loads(path.read_text())
    path.write_text(json.dumps({**index, "latest": "2.0.0", "versions": [{**index["versions"][0], "bytes": 7}]}))
    found = told(prove(folder, BODIES))
    assert "latest is '2.0.0'; expected '1.0.0'" in found
    assert "1.0.0: bytes is 7; expected" in found


def test_a_bundle_alone_is_proved_as_far_as_it_goes(folder: Path) -> None:
    (folder.parent / "index.json").unlink()
    assert [(issue.severity, issue.check) for issue in prove(folder, BODIES)] == [("warning", "index")]


def test_a_bundle_of_an_older_form(folder: Path) -> None:
    """Before there were citation files and descriptions for catalogues, with the index of that time."""
    path = folder.parent / "index.json"
    index = json.loads(path.read_text())
    for name in ("CITATION.cff", "croissant.json", "dataset.jsonld"):
        (folder / name).unlink()
        index["versions"][0]["files"] = [each for each in index["versions"][0]["files"] if each["path"] != name]
    index["versions"][0]["bytes"] = sum(each["bytes"] for each in index["versions"][0]["files"])
    path.write_text(json.dumps(index))
    assert prove(folder, BODIES) == []


def test_a_retracted_version_says_so(folder: Path) -> None:
    run = CliRunner()
    assert run.invoke(main, ["retract", str(folder), "--reason", "A hoax."]).exit_code == 0
    done = run.invoke(main, ["verify", str(folder), "--raw", str(folder / "none")])
    assert (done.exit_code, "version 1.0.0 was retracted: A hoax." in done.stdout) == (0, True), done.output


def test_nothing_to_verify(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(main, ["verify", str(tmp_path / "empty")])
    assert (done.exit_code, "not a whole bundle" in done.stdout) == (1, True), done.output
    assert CliRunner().invoke(main, ["verify", str(tmp_path / "none"), "--out", str(tmp_path)]).exit_code == 2


STORY = "Avaria fired rockets at Belmo on 5 May, killing 3. Avaria said that it was a mistake."


def test_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = DataSet(tmp_path, monkeypatch)
    data.write("a", STORY)
    first = data.build(source_date_epoch=86_400).folder
    data.write("b", "Zentia fired torpedoes at Kern on 20 May.")
    second = data.build().folder
    context = BuildContext(data.raw, default_schemas(), data.out)
    assert compare_rebuilt(second, context, build) == []
    assert "no such file" not in told(compare_rebuilt(first, context, build))  # there is an article more now
    (data.raw / "b.md").unlink()
    assert compare_rebuilt(first, context, build) == []
    options = ["--rebuild", "--raw", str(data.raw), "--out", str(data.out), "--schemas", str(default_schemas())]
    done = CliRunner().invoke(main, ["verify", "1.0.0", *options])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no faults\n")
    assert CliRunner().invoke(main, ["verify", "1.1.0", *options]).exit_code == 1
    data.write("a", STORY.replace("killing 3", "killing 4"))
    found = told(compare_rebuilt(first, context, build))
    assert "made again, events: 1 changed" in found
    assert f"{first / 'data/events.parquet'}" in found
    (data.raw / "a.md").unlink()
    assert "make no version" in told(compare_rebuilt(first, context, build))
    assert sorted(path.name for path in first.parent.iterdir()) == ["1.0.0", "1.1.0", "index.json"]
