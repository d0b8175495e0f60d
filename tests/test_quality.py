"""Quality as a ratchet: no figure on tests/articles falls below its floor. Raise floors by tools/raise_floors.py."""

import json
from pathlib import Path

import pytest
import raise_floors

TESTS = Path(__file__).resolve().parent
KEPT = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report():
    return raise_floors.measured()


def test_no_figure_falls_below_its_floor(report):
    now = raise_floors.figures(report)
    fallen = {name: (now[name], floor) for name, floor in KEPT["floors"].items() if now[name] < floor - 1e-9}
    assert not fallen, "figure: (measured, floor)"


def test_every_figure_has_a_floor(report):
    assert set(raise_floors.figures(report)) == set(KEPT["floors"])


def test_floors_belong_to_these_articles():
    assert raise_floors.corpus_digest() == KEPT["digest"], "articles or codings changed: run tools/raise_floors.py"


@pytest.mark.parametrize("name", ["football", "harvest-earnings"])
def test_articles_out_of_scope_yield_nothing(report, name):
    scores = dict(report.articles)[name]
    assert {figure: tally.found for figure, tally in scores.figures.items() if tally.found} == {}
