"""The regression behind learned decisions: it separates what can be told apart, and says the same on every run."""

import random

import logistic
import pytest

from newspkg.extract.learned import Decision


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
    assert Decision(weights).score(["arms"]) > 0 > Decision(weights).score(["often"])


def test_the_same_weights_in_any_order(examples):
    weights = logistic.fit(examples)
    draw = random.Random(1)  # noqa: S311
    for _ in range(5):
        draw.shuffle(examples)
        assert logistic.fit(examples) == weights


def test_a_larger_penalty_makes_smaller_weights(examples):
    assert abs(logistic.fit(examples, penalty=50)["arms"]) < abs(logistic.fit(examples, penalty=1)["arms"])
