"""The fuzzer's edits: seeded, of the form that they edit, and many different ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
fuzz = pytest.importorskip("fuzz")
mutations = pytest.importorskip("mutations")


@pytest.mark.parametrize("target", ["page", "descriptor", "schema", "coding", "front_matter"])
def test_edits_are_seeded_and_many(target: str) -> None:
    edit, example = fuzz.EDITS[target], fuzz.example(target)
    made = [mutations.mutated(example, edit, example, seed) for seed in range(200)]
    assert made == [mutations.mutated(example, edit, example, seed) for seed in range(200)]
    assert len(set(made)) > 150


def test_an_edited_descriptor_is_json_and_bytes_that_are_none_give_way_to_the_example() -> None:
    example = fuzz.example("descriptor")
    assert all(json.loads(mutations.mutated(b"{", mutations.edited_json, example, seed)) is not ... for seed in range(200))


@pytest.mark.parametrize("target", sorted(fuzz.TARGETS))
def test_every_target_takes_its_example_and_edits_of_it(target: str) -> None:
    run = fuzz.quietly(fuzz.TARGETS[target])
    example = fuzz.example(target)
    run(example)
    for seed in range(15):
        run(mutations.mutated(example, fuzz.EDITS.get(target, mutations.edited_lines), example, seed))
