"""Nouns that name a class of weapons, with the modifiers that change it ("anti-ship ballistic missile", "coal mine")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newspkg.extract.weapons.found import Found, Weapon
from newspkg.extract.weapons.frames import Frames
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import word_set
from newspkg.specs import Codelists, listed

LONGEST = 8
ELLIPTIC = word_set("attack fighter bomber strike")
COUPLED = word_set("and or ground remotely piloted unmanned manned rotary wing fixed")
REACH = 4  # words before a noun that may modify it


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of the codelist `weapon_nouns`."""

    words: tuple[str, ...]
    weapon_class: str
    context: str
    modifiers: dict[tuple[str, ...], str]


FORCES = frozenset({"forces", "force", "troops", "corps", "command", "directorate", "service"})


def class_id(weapon_class: str) -> str:
    return weapon_class.replace("_", "-")


class NounFinder:
    """Finds class nouns; a noun that its modifiers or its context make something else is left out."""

    def __init__(self, codelists: Codelists) -> None:
        labels = {row["code"]: row["label"] for row in codelists.rows("weapon_classes")}
        self.weapons = {code: Weapon(class_id(code), label.lower(), code, "class") for code, label in labels.items()}
        self.by_first: dict[str, list[Noun]] = {}
        self.frames = Frames()
        for row in codelists.rows("weapon_nouns"):
            noun = Noun(tuple(row["noun"].split()), row["weapon_class"], row["context"], _modifiers(row["modifiers"]))
            self.by_first.setdefault(noun.words[0], []).append(noun)
        for nouns in self.by_first.values():
            nouns.sort(key=lambda noun: -len(noun.words))

    def __call__(self, reading: Reading, is_conflict: bool) -> Iterator[Found]:
        index = 0
        while index < len(reading.words):
            noun = self._at(reading, index)
            last = index + len(noun.words) if noun else index + 1
            found = noun and self._found(reading, noun, index, last, is_conflict)
            if found:
                yield found
                yield from self._elliptic(reading, found)
            index = last

    def _elliptic(self, reading: Reading, aircraft: Found) -> Iterator[Found]:
        """The kinds named before in "attack, fighter and unmanned aircraft"."""
        if reading.word(aircraft.last - 1) != "aircraft":
            return
        for index in range(aircraft.first - 1, max(reading.sentence(aircraft.first)[0], aircraft.first - 8) - 1, -1):
            if reading.word(index) in ELLIPTIC and reading.gap(index) in (", ", " "):
                yield Found(index, index + 1, self.weapons["combat_aircraft"], "aircraft")
            elif reading.word(index) not in COUPLED or reading.gap(index) not in (", ", " "):
                return

    def _at(self, reading: Reading, first: int) -> Noun | None:
        nouns = (*self.by_first.get(reading.words[first].key, ()), *self.by_first.get(reading.words[first].lemma, ()))
        fitting = [noun for noun in nouns if self._fits(reading, noun, first)]
        return max(fitting, key=lambda noun: len(noun.words), default=None)

    def _fits(self, reading: Reading, noun: Noun, first: int) -> bool:
        last = first + len(noun.words) - 1
        if last >= len(reading.words) or not all(reading.joined(i) and reading.gap(i) not in (".", "/") for i in range(first, last)):
            return False
        inner = all(reading.word(first + i) == word or reading.words[first + i].lemma == word for i, word in enumerate(noun.words[:-1]))
        return inner and noun.words[-1] in (reading.words[last].key, reading.words[last].lemma)

    def _found(self, reading: Reading, noun: Noun, first: int, last: int, is_conflict: bool) -> Found | None:
        """The noun with its modifiers. One whose frame is missing may still repeat a weapon named before."""
        begin, weapon_class = _modified(reading, noun, first)
        if (
            weapon_class == "none"
            or (noun.context != "safe" and not is_conflict)
            or self.frames.is_other_word(reading, noun.words[-1], first, last)
            or _names_a_force(reading, last)
        ):
            return None
        framed = noun.context != "frame" or self.frames.framed(reading, noun.words[-1], first)
        weapon_class = self.frames.refined(reading, weapon_class, first, last, " ".join(noun.words))
        return Found(begin, last, self.weapons[weapon_class], noun.words[-1], noun.context == "coref" or not framed)


def _names_a_force(reading: Reading, last: int) -> bool:
    """Whether the noun is half of the name of a branch ("the Strategic |Rocket| Forces")."""
    if last >= len(reading.words) or reading.gap(last - 1) != " " or reading.word(last) not in FORCES:
        return False
    return reading.words[last].is_capital and reading.words[last - 1].is_capital


def _modifiers(cell: str) -> dict[tuple[str, ...], str]:
    pairs = (part.split("=", 1) for part in listed(cell))
    return {tuple(words.split()): weapon_class for words, weapon_class in pairs}


def _modified(reading: Reading, noun: Noun, first: int) -> tuple[int, str]:
    """Where the noun phrase begins and the class that the nearest modifiers make of it."""
    begin, weapon_class = first, noun.weapon_class
    while begin > max(0, first - LONGEST) and reading.gap(begin - 1) in (" ", "-", "\u00a0", "‑", "–"):
        length, changed = _modifier(reading, noun, begin)
        if not length and reading.word(begin - 1) not in NEUTRAL:
            break
        weapon_class = changed if changed and _is_finer(changed, weapon_class, noun) else weapon_class
        begin -= length or 1
    return begin, weapon_class


def _modifier(reading: Reading, noun: Noun, end: int) -> tuple[int, str]:
    """How many words right before `end` are a modifier of the noun, and the class it makes."""
    for length in (3, 2, 1):
        keys = tuple(reading.word(i) for i in range(end - length, end))
        if keys in noun.modifiers:
            return length, noun.modifiers[keys]
        if keys and keys[-1] and (*keys[:-1], reading.words[end - 1].lemma) in noun.modifiers:
            return length, noun.modifiers[(*keys[:-1], reading.words[end - 1].lemma)]
    return 0, ""


def _is_finer(changed: str, current: str, noun: Noun) -> bool:
    return current == noun.weapon_class or changed in ("none", "anti_ship_missile")


NEUTRAL = word_set(
    """short medium long longer intermediate close range guided based launched ground air ship sea submarine fired made built tactical
    strategic precision supersonic subsonic advanced modern new heavy light small large big domestic homemade makeshift reusable
    unmanned uncrewed shoulder man portable powered capable armed tipped nuclear conventional multi stage solid liquid fuel
    fuelled fueled propelled self wheeled tracked mounted towed 105mm 120mm 122mm 130mm 152mm 155mm 170mm 203mm 240mm 300mm 60mm
    82mm 81mm mm calibre caliber multiple high altitude low speed stealth jet twin engine single seat fixed wing rotary military
    army navy naval coastal surface anti personnel type class style grade kind stray unguided reconnaissance loitering cheap
    expensive deadly lethal so called second third fourth generation"""
)
