"""Nouns that take up the verb by which an event was told: "struck a depot .. the strike", "met in Doha .. the talks"."""

from __future__ import annotations

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene

NOUNS = {
    "strike": "strike airstrike",
    "hit": "strike attack hit",
    "bomb": "bombing bombardment airstrike strike raid",
    "bombard": "bombardment",
    "pound": "bombardment strike",
    "shell": "shelling bombardment",
    "target": "strike attack",
    "attack": "attack",
    "raid": "raid",
    "storm": "assault raid",
    "assault": "assault",
    "ambush": "ambush",
    "explode": "explosion blast bombing",
    "detonate": "explosion blast bombing",
    "shoot": "shooting",
    "abduct": "abduction kidnapping",
    "kidnap": "kidnapping abduction",
    "fire": "launch fire shooting",
    "launch": "launch",
    "test": "test",
    "test-fire": "test launch",
    "meet": "meeting talk",
    "talk": "talk",
    "withdraw": "withdrawal pullout",
    "deploy": "deployment",
    "arrest": "arrest",
    "detain": "detention arrest",
    "evacuate": "evacuation",
    "protest": "protest",
    "vote": "vote",
    "drill": "drill exercise",
    "capture": "capture",
    "seize": "seizure capture",
    "swap": "swap exchange",
    "exchange": "exchange swap",
    "massacre": "massacre",
}
TAKEN_UP = {verb: frozenset(nouns.split()) for verb, nouns in NOUNS.items()}


def says_again(told: Draft, new: Draft, scene: Scene) -> bool:
    """Whether a telling is by the noun of a verb by which the event was told, or by the same noun."""
    again = scene.lemma(new.token)
    return any(again == word or again in TAKEN_UP.get(word, ()) for word in told.words)
