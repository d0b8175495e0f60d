"""The decision whether what is told is an event: sums of weights, in a codelist, over what is seen of it."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.union.event_traits import event_traits
from newspkg.extract.events.union.judge import LIKELY, credible
from newspkg.extract.learned import Decision, decision
from newspkg.model import Document, RawArticle
from newspkg.specs import Codelists

TEXT = (
    "Two drones struck a fuel depot in Poltava overnight, killing three workers, the governor said on Thursday.\n\n"
    "Rebels shelled Goma last year. The ministers will meet in Doha on Sunday.\n\n"
    "Police arrested two men in Leipzig on Tuesday on suspicion of spying."
)
Told = tuple[list[Draft], Scene]


@pytest.fixture(scope="module")
def told() -> Told:
    codelists = Codelists()
    extractor = Extractor(codelists)
    article = RawArticle("a", "a.txt", TEXT, "0", published_on=date(2024, 5, 2), language="en")
    annotated = next(iter(Annotator(codelists)([Document(article, TEXT)])))
    weapons = extractor.weapons(annotated)
    scene = extractor.events.scene(annotated, weapons, extractor.actors(annotated, weapons))
    return extractor.events.told(scene), scene


def test_traits_tell_what_is_seen_of_each_event(told: Told) -> None:
    events, scene = told
    traits = {event.event_subtype: set(event_traits(events, number, scene)) for number, event in enumerate(events)}
    assert {"type=attack", "toll=True", "place=True", "age=<=1"} <= traits["drone_strike"]
    assert {"age=>365", "word=year"} <= traits["shelling"]
    assert {"fact=planned", "age=<=-1", "aux=will"} <= traits["talks"]
    assert all("toll=False" in traits[name] for name in ("shelling", "talks"))


def test_events_above_the_bound_stand_and_no_others(told: Told) -> None:
    events, scene = told
    assert credible(events, scene, Decision({})) == events  # without weights nothing is known
    assert credible(events, scene, Decision({"bias": LIKELY})) == []
    past = Decision({"bias": 1.0, "word=year": -9.0})
    assert [event.event_subtype for event in credible(events, scene, past)] == ["drone_strike", "talks", "detention"]


def test_events_of_a_brief_are_not_weighed(told: Told) -> None:
    events, scene = told
    assert credible(events[:3], scene, Decision({"bias": -9.0})) == events[:3]


def test_a_score_is_the_same_in_any_order_and_counts_each_feature_once() -> None:
    weights = Decision({"bias": 0.1, "one": 0.2, "two": 1e16, "three": -1e16})
    scores = {weights.score(order) for order in permutations(("one", "two", "three", "one"))}
    assert len(scores) == 1
    assert scores.pop() == pytest.approx(0.3)


def test_the_packaged_weights_are_of_traits_that_are_seen(told: Told) -> None:
    weights = decision("is_event", Codelists()).weights
    events, scene = told
    names = {trait.partition("=")[0] for number in range(len(events)) for trait in event_traits(events, number, scene)}
    assert len(weights) > 100
    assert {"bias", "type=attack", "slots=1"} <= weights.keys()
    assert sum(weight.partition("=")[0] in names for weight in weights) > 0.8 * len(weights)
    slots = ("date", "place", "toll", "roles")
    bare, full = ([f"slots={4 * told}", *(f"{name}={told}" for name in slots)] for told in (False, True))
    assert sum(weights.get(trait, 0) for trait in bare) < sum(weights.get(trait, 0) for trait in full)
