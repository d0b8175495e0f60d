"""Class nouns that only repeat what was named: "the missiles" after their name is a mention of that system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newspkg.extract.weapons.families import compatible
from newspkg.extract.weapons.found import Found
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import word_set

DEFINITE = word_set("the these those this that such both each other said")
OWNERS = word_set("its their his her our your my own")
COUNTED = word_set(
    """a an one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds several some more another single
    fresh new different"""
)
PARTS = word_set("parts spare and batteries battery launchers launcher radars radar systems interceptors components")
REACHES = word_set("long longer short shorter medium range")
MEMORY = 200  # mentions looked back upon
NEAR = 2  # sentences back for a bare noun
FAR = 8  # sentences back for a definite one


class Resolver:
    """Gives every class noun its weapon: itself, a system named before, or a finer class named before."""

    def __call__(self, reading: Reading, found: Sequence[Found]) -> list[Found]:
        out: list[Found] = []
        for each in found:
            resolved = each if each.weapon.level == "system" else self._resolved(reading, each, out[-MEMORY:])
            if resolved is not None:
                out.append(resolved)
        return out

    def _resolved(self, reading: Reading, noun: Found, earlier: Sequence[Found]) -> Found | None:
        fitting = [
            each
            for each in earlier
            if compatible(noun.weapon.weapon_class, each.weapon.weapon_class, noun.noun) and not _only_shoots(noun, each)
        ]
        named = self._apposed(reading, noun, fitting) or self._repeated(reading, noun, fitting)
        if named:
            return replace(noun, weapon=named.weapon)
        return None if noun.is_coref else noun

    def _apposed(self, reading: Reading, noun: Found, fitting: Sequence[Found]) -> Found | None:
        """ "Foo, a nuclear submarine", "Foo parts and missiles": the noun goes with the name right before it."""
        last = next((each for each in reversed(fitting) if each.weapon.level == "system"), None)
        if last is None or noun.first - last.last > 4 or reading.sentence_number(last.first) != reading.sentence_number(noun.first):
            return None
        words = {reading.word(i) for i in range(last.last, noun.first)}
        if words and words <= PARTS:
            return last
        between = reading.text[reading.words[last.last - 1].end : reading.words[noun.first].start].strip()
        opened = between[:1] in (",", "—", "–", "(", "-") or between.startswith(("is ", "are "))
        return last if opened and words & {"a", "an", "the"} and "and" not in words else None

    def _repeated(self, reading: Reading, noun: Found, fitting: Sequence[Found]) -> Found | None:
        determiner = self._determiner(reading, noun)
        is_any = determiner != "definite" and reading.word(noun.first) in REACHES  # "long-range missiles" at large
        if determiner == "other" or not fitting or is_any:
            return None
        last = fitting[-1]
        distance = reading.sentence_number(noun.first) - reading.sentence_number(last.first)
        if determiner == "definite":
            return last if distance <= (NEAR if noun.is_coref else FAR) else None
        if noun.is_coref and noun.noun != "launcher":
            return None
        return self._topic(noun, fitting, distance, determiner)

    def _topic(self, noun: Found, fitting: Sequence[Found], distance: int, determiner: str) -> Found | None:
        """The system that the passage is about, where a bare noun, or one in the singular, can hardly be another."""
        systems = [each for each in fitting if each.weapon.level == "system"]
        last = fitting[-1]
        if last.weapon.level != "system" or distance > NEAR + (last.weapon.weapon_class == noun.weapon.weapon_class):
            return None
        own = sum(each.weapon == last.weapon for each in systems)
        if determiner == "one":
            first = systems[0].weapon == last.weapon and own > 2
            return last if first and 2 * own >= len(systems) - 1 else None
        same = last.weapon.weapon_class == noun.weapon.weapon_class
        return last if own == len(systems) and (same or own > 1 or noun.noun == "launcher") else None

    def _determiner(self, reading: Reading, noun: Found) -> str:
        """`definite`, `one`, `bare`, or `other`: counted, or of another owner or origin than the one named before."""
        begin = noun.first
        if reading.after(noun.last, 3)[:2] in (("of", "this"), ("of", "that"), ("of", "these")):
            return "definite"
        defining = reading.word(noun.last) in ("that", "which", "who", "used", "fired", "launched") and reading.gap(noun.last - 1) == " "
        words = [reading.words[i] for i in range(max(reading.sentence(begin)[0], begin - 4), begin)]
        kind = "bare"
        for offset, word in enumerate(reversed(words)):
            if reading.gap(begin - 1 - offset) not in (" ", "-", "\u00a0", "’", "'"):
                break
            if word.key in DEFINITE:
                return "other" if defining or (kind == "other" and word.key not in ("the", "these", "those")) else "definite"
            if word.key in OWNERS:
                return "other"
            if word.key in ("a", "an", "one", "single"):
                return "one" if kind != "other" else "other"
            if word.is_capital and word.start > reading.words[reading.sentence(begin)[0]].start:
                return "other"
            if word.key in COUNTED or word.key.isdigit():
                kind = "other" if kind == "bare" else kind
                continue
            if not self._is_adjective(reading, begin - 1 - offset):
                break
        return kind

    def _is_adjective(self, reading: Reading, index: int) -> bool:
        token = reading.token(index)
        return token is not None and token.pos_ in ("ADJ", "NUM", "NOUN", "PROPN") and token.dep_ in ("amod", "compound", "nummod", "nmod")


def _only_shoots(noun: Found, earlier: Found) -> bool:
    """Whether air defence at large was named, which "the missiles" after it are shot down by and not."""
    return noun.weapon.weapon_class == "missile" and earlier.weapon.weapon_class == "air_defence" and earlier.weapon.level == "class"
