"""`newspkg validate` and `newspkg schema`, run as a stranger runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newspkg.reports import FORMATS

SCHEMA = {
    "fields": [
        {
            "name": "kind",
            "type": "string",
            "title": "Kind",
            "description": "A kind.",
            "constraints": {"required": True, "enum": ["missile_strike", "shelling"]},
        }
    ],
    "primaryKey": ["kind"],
}
ARTICLE = "---\ntitle: A depot\npublished_on: 2031-05-07\n---\n\nTwo rockets hit a depot near Southport on Monday, an official said.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "kinds.csv").write_text("kind\nmisile strike\n", encoding="utf-8")
    (tmp_path / "kinds.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/depot.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def newspkg(*arguments: str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newspkg", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, input=given)


def test_a_fault_has_its_place_and_a_hint(home: Path) -> None:
    done = newspkg("validate", "kinds.csv", cwd=home)
    assert done.returncode == 1
    assert done.stdout.startswith("kinds.csv:2:1: kinds misile strike kind: error: ")
    assert "did you mean `missile_strike`?" in done.stdout and "1 error" in done.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_printed_with_the_same_exit_code(home: Path, form: str) -> None:
    done = newspkg("validate", "kinds.csv", "--format", form, cwd=home)
    assert (done.returncode, "misile" in done.stdout) == (1, True)


def test_codings_are_checked_beside_their_articles(home: Path) -> None:
    coding = home / "raw/depot.coding.yaml"
    coding.write_text("article: depot\nevents:\n- {triggers: [no such words], event_type: attack}\n", encoding="utf-8")
    for path in ("raw", "raw/depot.coding.yaml"):
        done = newspkg("validate", path, cwd=home)
        assert done.returncode == 1 and "depot.coding.yaml:3" in done.stdout, done.stderr


def test_a_coding_that_is_a_link_is_refused(home: Path) -> None:
    (home / "secret").write_text("secret: words\n", encoding="utf-8")
    (home / "raw/depot.coding.yaml").symlink_to(home / "secret")
    done = newspkg("validate", "raw/depot.coding.yaml", cwd=home)
    assert done.returncode == 1 and "words" not in done.stdout


def test_changed_files_come_first(home: Path) -> None:
    (home / "raw/bad.md").write_text("---\npublished_on: 2024-02-30\n---\n\nText.\n", encoding="utf-8")
    done = newspkg("validate", "kinds.csv", "raw", "--changed-from", "-", cwd=home, given="raw/bad.md\n")
    assert done.stdout.startswith("raw/bad.md:2")


def test_a_package_of_a_stranger_is_checked_and_it_is_said_by_what(home: Path) -> None:
    resource = {"name": "kinds", "path": "kinds.csv", "schema": SCHEMA}
    (home / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [resource]}), encoding="utf-8")
    found = json.loads(newspkg("validate", "datapackage.json", "--format", "json", cwd=home).stdout)
    assert {each["by"] for each in found["checked"]} == {"the compiled checks", "frictionless"}
    assert [(each["line"], each["position"], each["found"]) for each in found["issues"]] == [(2, 1, "misile strike")]


@pytest.mark.parametrize("form", FORMATS)
def test_a_version_without_descriptor_is_told_in_every_format(home: Path, form: str) -> None:
    (home / "packages/x/1.0.0/data").mkdir(parents=True)
    (home / "packages/x/1.0.0/data/events.csv").write_text("a\n", encoding="utf-8")
    (home / "packages/x/index.json").write_text('{"versions": [{"version": "1.0.0"}, {"version": "2.0.0"}]}', encoding="utf-8")
    for path in ("packages/x", "packages", "packages/x/1.0.0"):
        done = newspkg("validate", path, "--format", form, cwd=home)
        assert done.returncode == 1 and "packages/x/1.0.0/datapackage.json" in done.stdout, done.stderr
        assert ("2.0.0" in done.stdout) == (path != "packages/x/1.0.0")


def test_schemas_that_are_broken_hide_no_other_fault(home: Path) -> None:
    (home / "schemas").mkdir()
    (home / "schemas/datapackage.json").write_text("{", encoding="utf-8")
    (home / "raw/depot.coding.yaml").write_text("article: depot\nevents: []\n", encoding="utf-8")
    (home / "raw/bad.md").write_text("---\npublished_on: 2024-02-30\n---\n\nText.\n", encoding="utf-8")
    found = json.loads(newspkg("validate", "raw", "schemas", "--format", "json", cwd=home).stdout)["issues"]
    assert [(each["file"], each["line"]) for each in found] == [("raw/bad.md", 2), ("schemas/datapackage.json", 1)]


def test_validating_an_article_or_a_table_is_light() -> None:
    heavy = ("spacy", "pandera", "frictionless", "pandas")
    code = f"import sys, newspkg.check, newspkg.validation; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
