"""A version is withdrawn by a mark beside it; the version itself stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from made import PACKAGE, article, published, rows, snapshot, tables

from newspkg.cli import main
from newspkg.errors import EnvironmentFault, UsageError
from newspkg.publish import retract

TWO = {"articles": rows("articles", article(), article("beta"))}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    published(tmp_path)
    published(tmp_path, tables(**TWO))
    return tmp_path / PACKAGE.name


def index(home: Path) -> tuple[str | None, list[str | None]]:
    told = json.loads((home / "index.json").read_text())
    return told["latest"], [each.get("retracted") for each in told["versions"]]


def test_marked_and_never_touched(home: Path) -> None:
    before = snapshot(home)
    assert retract(home, "1.1.0", "The article was\n a hoax.") == "1.0.0"
    assert index(home) == ("1.0.0", [None, "The article was a hoax."])
    after = snapshot(home)
    assert {name for name in after if after[name] != before.get(name)} == {"index.json"} and len(before) == len(after)


def test_the_mark_outlives_the_next_build(home: Path) -> None:
    retract(home, "1.1.0", "A hoax.")
    assert published(home.parent, tables()).version == "1.2.0"
    assert index(home) == ("1.2.0", [None, "A hoax.", None])


def test_twice(home: Path) -> None:
    retract(home, "1.0.0", "A hoax.")
    assert retract(home, "1.0.0", "A hoax.") == "1.1.0"
    with pytest.raises(UsageError, match=r"already: A hoax\."):
        retract(home, "1.0.0", "Another reason.")


@pytest.mark.parametrize(("version", "reason", "said"), [("3.0.0", "x", "there are 1.0.0, 1.1.0"), ("1.0.0", " \u202e", "needs a reason")])
def test_refused(home: Path, version: str, reason: str, said: str) -> None:
    before = snapshot(home)
    with pytest.raises(UsageError, match=said):
        retract(home, version, reason)
    assert snapshot(home) == before


def test_a_broken_index_is_not_made_again_silently(home: Path) -> None:
    retract(home, "1.0.0", "A hoax.")
    path = home / "index.json"
    path.write_text(path.read_text()[:-20])
    with pytest.raises(EnvironmentFault, match="restore it"):
        published(home.parent, tables(articles=rows("articles", article(), article("beta"), article("gamma"))))
    assert sorted(each.name for each in home.iterdir()) == ["1.0.0", "1.1.0", "index.json"]


def test_what_a_reader_is_told(home: Path) -> None:
    run = CliRunner()
    done = run.invoke(main, ["retract", "1.1.0", "--reason", "A hoax.", "--out", str(home.parent)])
    assert (done.exit_code, done.stdout) == (0, "1.1.0 is retracted; the latest version is 1.0.0\n")
    for arguments in (["diff", "1.0.0", "1.1.0"], ["explain", "ev_1", "--bundle", str(home / "1.1.0")]):
        done = run.invoke(main, [*arguments, "--out", str(home.parent)])
        assert (done.exit_code, "1.1.0 was retracted: A hoax." in done.stderr) == (0, True), done.output
    done = run.invoke(main, ["explain", "ev_1", "--out", str(home.parent)])
    assert "retracted" not in done.stderr  # the newest version that stands
    assert "`retracted`" in (home / "1.1.0" / "README.md").read_text()
