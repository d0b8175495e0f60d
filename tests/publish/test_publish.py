"""A version is published whole, once, and with the same bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from made import PACKAGE, article, context, no_checks, published, release_of, rows, snapshot, tables

from newspkg.errors import DataError, EnvironmentFault, UsageError
from newspkg.model import Issue
from newspkg.publish import publication as steps
from newspkg.publish import publish
from newspkg.publish.index import write_index
from newspkg.publish.lock import only_builder

HOME = PACKAGE.name


def test_same_input_same_bytes(tmp_path: Path) -> None:
    built = tables(articles=rows("articles", article("beta"), article("alpha")))
    turned = {**built, "articles": built["articles"].take([1, 0])}
    published(tmp_path / "one", built)
    published(tmp_path / "two", turned)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_nothing_new(tmp_path: Path) -> None:
    first = published(tmp_path)
    before = snapshot(tmp_path)
    again = published(tmp_path)
    assert (first.is_new, again.is_new, again.version, again.folder) == (True, False, "1.0.0", first.folder)
    assert snapshot(tmp_path) == before


def test_dated_by_the_data_or_by_the_epoch(tmp_path: Path) -> None:
    found = json.loads((published(tmp_path / "data").folder / "datapackage.json").read_text())
    assert found["created"] == "2031-05-02T00:00:00Z"
    built = tables()
    dated = publish(built, PACKAGE, context(tmp_path, source_date_epoch=86_400), release_of(tmp_path, built), no_checks)
    assert json.loads((dated.folder / "datapackage.json").read_text())["created"] == "1970-01-02T00:00:00Z"


def test_second_version_keeps_the_first_and_its_changelog(tmp_path: Path) -> None:
    first = published(tmp_path)
    before = snapshot(first.folder)
    second = published(tmp_path, tables(articles=rows("articles", article(), article("beta"))))
    assert second.version == "1.1.0"
    assert snapshot(first.folder) == before
    log = (second.folder / "CHANGELOG.md").read_text()
    assert log.index("## 1.1.0") < log.index("1 article added: Port hit (beta)") < log.index("## 1.0.0")
    index = json.loads((tmp_path / HOME / "index.json").read_text())
    assert (index["latest"], [each["version"] for each in index["versions"]]) == ("1.1.0", ["1.0.0", "1.1.0"])


def test_an_error_publishes_nothing(tmp_path: Path) -> None:
    issues = [Issue("x", "warning", "odd"), Issue("y", "error", "wrong")]
    with pytest.raises(DataError) as caught:
        published(tmp_path, checks=lambda folder: issues)
    assert caught.value.issues == tuple(issues)
    assert not (tmp_path / HOME).exists()


def test_a_warning_is_handed_on(tmp_path: Path) -> None:
    assert published(tmp_path, checks=lambda folder: [Issue("x", "warning", "odd")]).issues[0].message == "odd"


@pytest.mark.parametrize("step", ["write_bundle", "put_in_place", "created"])
def test_a_disk_that_fails_leaves_the_old_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    published(tmp_path)
    before = snapshot(tmp_path)

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(steps, step, full)
        with pytest.raises(EnvironmentFault, match="No space left"):
            published(tmp_path, tables(articles=rows("articles", article(), article("beta"))))
    assert snapshot(tmp_path) == before
    assert published(tmp_path, tables(articles=rows("articles", article(), article("beta")))).version == "1.1.0"


def test_a_crash_before_the_index_is_mended_by_the_next_build(tmp_path: Path) -> None:
    published(tmp_path)
    index = tmp_path / HOME / "index.json"
    whole = index.read_text()
    index.unlink()
    assert not published(tmp_path).is_new
    assert index.read_text() == whole


KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
import newspkg.publish.{module} as module
from made import article, published, rows, tables
def stop(*args, **kwargs):
    print("here", flush=True)
    time.sleep(60)
module.{step} = stop
published(Path({out!r}), tables(articles=rows("articles", article(), article("beta"))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize(
    ("module", "step"),
    [("bundle", "readme"), ("bundle", "as_text"), ("staging", "fsync_tree"), ("staging", "fsync_path"), ("publication", "write_index")],
)
def test_kill_at_any_step(tmp_path: Path, module: str, step: str) -> None:
    published(tmp_path)
    before = snapshot(tmp_path / HOME / "1.0.0")
    code = KILLED.format(tests=str(Path(__file__).parent), module=module, step=step, out=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == "here\n"
        with pytest.raises(EnvironmentFault, match="another build"):  # two at once: the other says so
            published(tmp_path, tables(articles=rows("articles", article(), article("gamma"))))
        os.kill(build.pid, signal.SIGKILL)
    assert snapshot(tmp_path / HOME / "1.0.0") == before
    after = published(tmp_path, tables(articles=rows("articles", article(), article("beta"))))
    assert after.version == "1.1.0"
    assert sorted(path.name for path in (tmp_path / HOME).iterdir()) == ["1.0.0", "1.1.0", "index.json"]
    assert json.loads((tmp_path / HOME / "index.json").read_text())["latest"] == "1.1.0"


def test_a_release_planned_before_another_was_published(tmp_path: Path) -> None:
    late = release_of(tmp_path, tables())
    published(tmp_path)
    with pytest.raises(EnvironmentFault, match=r"1\.0\.0 is there"):
        publish(tables(), PACKAGE, context(tmp_path), late, no_checks)


def test_the_lock_is_free_again(tmp_path: Path) -> None:
    for _ in range(2):
        with only_builder(tmp_path), pytest.raises(EnvironmentFault), only_builder(tmp_path):
            pass


def test_a_version_by_hand(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ask for 1\.0\.0 or higher"):
        published(tmp_path, asked="0.9.0")
    assert published(tmp_path, asked="2.0.0").version == "2.0.0"
    with pytest.raises(UsageError, match="no version"):
        published(tmp_path, asked="two")


def test_a_retraction_outlives_the_index(tmp_path: Path) -> None:
    published(tmp_path)
    path = tmp_path / HOME / "index.json"
    index = json.loads(path.read_text())
    index["versions"][0]["retracted"] = "wrong article"
    path.write_text(json.dumps(index))
    write_index(tmp_path / HOME)
    index = json.loads(path.read_text())
    assert (index["latest"], index["versions"][0]["retracted"]) == (None, "wrong article")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(EnvironmentFault, match="publishing failed"):
        publish(tables(), PACKAGE, context(tmp_path / "out"), release_of(tmp_path / "none", tables()), no_checks)
