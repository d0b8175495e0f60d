"""The regression behind learned decisions: it separates what can be told apart, and says the same on every run."""

import importlib.util
import random
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "logistic.py"
SPEC = importlib.util.spec_from_file_location("logistic", TOOL)
assert SPEC is not None
assert SPEC.loader is not None
logistic = importlib.util.module_from_spec(SPEC)
sys.modules["logistic"] = logistic  # its dataclasses look themselves up there
SPEC.loader.exec_module(logistic)


@pytest.fixture
def examples():
    """Right where `arms` is seen, with a tenth of noise; `often` says nothing; `once` stands in one article."""
    draw = random.Random(0)  # noqa: S311
    found = []
    for number in range(200):
        is_armed, is_often = draw.random() < 0.5, draw.random() < 0.5
        features = ("arms",) * is_armed + ("often",) * is_often + ("once",) * (number == 7)
        found.append(logistic.Example(f"article {number % 20}", features, is_armed != (draw.random() < 0.1)))
    return found


def test_weights_say_what_was_seen(examples):
    weights = logistic.fit(examples)
    assert weights["arms"] > 2
    assert abs(weights.get("often", 0.0)) < 0.7
    assert "once" not in weights
    assert logistic.score(weights, ["arms"]) > 0 > logistic.score(weights, ["often"])


def test_the_same_weights_in_any_order(examples):
    weights = logistic.fit(examples)
    draw = random.Random(1)  # noqa: S311
    for _ in range(5):
        draw.shuffle(examples)
        assert logistic.fit(examples) == weights


def test_a_larger_penalty_makes_smaller_weights(examples):
    assert abs(logistic.fit(examples, penalty=50)["arms"]) < abs(logistic.fit(examples, penalty=1)["arms"])
