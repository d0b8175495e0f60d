"""A name and the nouns beside it ("the destroyer USS Foo", "Foo cruise missiles") are one mention of the system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newspkg.extract.weapons.families import compatible
from newspkg.extract.weapons.found import Found
from newspkg.extract.weapons.nouns import NEUTRAL
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import word_set

TAILS = word_set(
    """system systems battery batteries launcher launchers munition munitions complex complexes interceptor interceptors missile missiles
    round rounds platform platforms rocket rockets drone drones jet jets aircraft vehicle vehicles shell shells bomb bombs
    projectile projectiles variant variants uav uavs tanks tank fighter fighters helicopter helicopters bomber bombers plane
    planes gun guns ship submarine warhead warheads class series family type"""
)
TIES = frozenset((" ", "-", "\u00a0", "‑", " “", ' "', " ‘", "” ", '" ', "’ "))
BETWEEN = NEUTRAL | {
    "air",
    "defence",
    "defense",
    "anti",
    "ship",
    "tank",
    "ballistic",
    "cruise",
    "attack",
    "one",
    "way",
    "kamikaze",
    "suicide",
    "main",
    "battle",
    "combat",
}


def merged(reading: Reading, names: Sequence[Found], nouns: Sequence[Found]) -> list[Found]:
    """Names grown over the nouns beside them, and the nouns left over, in text order."""
    grown = _apart([_grown(reading, name, nouns) for name in names])
    left = [noun for noun in nouns if not any(noun.overlaps(name) for name in grown)]
    return sorted([*grown, *left], key=lambda found: found.first)


def _grown(reading: Reading, name: Found, nouns: Sequence[Found]) -> Found:
    first, last = _begin(reading, name, nouns), _end(reading, name, nouns)
    noun = reading.words[last - 1].lemma if last > name.last else ""
    return replace(name, first=first, last=last, noun=noun)


def _end(reading: Reading, name: Found, nouns: Sequence[Found]) -> int:
    """The end of the mention: after the noun that follows at once, or the words of weapons in the phrase."""
    beside = next((n for n in nouns if n.first <= name.last < n.last and reading.gap(name.last - 1) in TIES), None)
    last = at = beside.last if beside and compatible(beside.weapon.weapon_class, name.weapon.weapon_class, beside.noun) else name.last
    while at < min(name.last + 8, len(reading.words)) and reading.gap(at - 1) in TIES:
        if reading.word(at) in TAILS:
            last = at + 1
        elif reading.word(at) not in BETWEEN:
            break
        at += 1
    return last


def _begin(reading: Reading, name: Found, nouns: Sequence[Found]) -> int:
    before = next((noun for noun in nouns if noun.last == name.first), None)
    fits = before and reading.gap(name.first - 1) in TIES and compatible(before.weapon.weapon_class, name.weapon.weapon_class, before.noun)
    return before.first if before and fits and reading.words[before.last - 1].key == before.noun else name.first


def _apart(found: Sequence[Found]) -> list[Found]:
    """Mentions cut so that none reaches into the next."""
    ordered = sorted(found, key=lambda each: each.first)
    return [replace(each, last=min(each.last, after.first)) for each, after in pairwise(ordered) if each.first < after.first] + ordered[-1:]
