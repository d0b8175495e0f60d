"""The action and the workflow that `init` scaffolds: their steps run here as a runner would run them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = """---
title: Raid
published_on: 2025-03-12
language: en
---

Gunmen shelled Goma on Monday, killing four people, the army said.
"""


def steps_of(path):
    tree = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    steps = tree["runs"]["steps"] if "runs" in tree else tree["jobs"]["check"]["steps"]
    return {step["name"]: step["run"] for step in steps if "run" in step}


def run(script, folder, summary):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def data_set(tmp_path_factory):
    folder = tmp_path_factory.mktemp("set") / "mine"
    done = run(f"newspkg init {folder}", ROOT, folder.parent / "none")
    assert done.returncode == 0, done.stderr
    (folder / "raw" / "raid.md").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("where", ["action.yml", "scaffold"])
def test_a_good_contribution_passes_and_is_previewed(data_set, tmp_path, where):
    steps = steps_of(ROOT / "action.yml" if where == "action.yml" else data_set / ".github/workflows/check.yml")
    summary = tmp_path / "summary.md"
    check = run(steps["Check"], data_set, summary)
    assert check.returncode == 0, check.stdout + check.stderr
    preview = run(steps["Preview"], data_set, summary)
    assert preview.returncode == 0, preview.stderr
    assert "### newspkg preview: nothing published" in summary.read_text(encoding="utf-8")


def test_a_fault_is_annotated_on_its_line(data_set, tmp_path):
    bad = data_set / "raw" / "bad.md"
    bad.write_text(ARTICLE.replace("2025-03-12", "2024-02-30"), encoding="utf-8")
    try:
        done = run(steps_of(ROOT / "action.yml")["Check"], data_set, tmp_path / "summary.md")
    finally:
        bad.unlink()
    assert done.returncode == 1
    told = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert any("raw/bad.md" in line and "line=3" in line for line in told), done.stdout


def test_both_say_the_same(data_set):
    ours, theirs = steps_of(ROOT / "action.yml"), steps_of(data_set / ".github/workflows/check.yml")
    assert {name: ours[name] for name in ("Check", "Preview")} == {name: theirs[name] for name in ("Check", "Preview")}


@pytest.mark.parametrize("path", [".github/workflows/check.yml", "src/newspkg/scaffold/check.yml"])
def test_workflows_may_only_read(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    tree = YAML(typ="safe").load(text)
    assert tree["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    assert "persist-credentials: false" in text
