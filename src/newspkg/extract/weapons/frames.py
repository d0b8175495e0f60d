"""Whether a word of weapons is one in its sentence, and which: the company it keeps decides."""

from __future__ import annotations

from newspkg.extract.weapons.frame_words import (
    AIR_WAR,
    ARMOUR,
    BEFORE,
    BLAST,
    CIVIL_AIR,
    DECOYS,
    DROPPED,
    EXPLOSIVE,
    FLYING,
    FOLLOWERS,
    FUEL,
    GASSED,
    HEAVY,
    INDUSTRY,
    LIGHT,
    MINING,
    PLANTED,
    PROPER,
    SEA,
    TORPEDO,
)
from newspkg.extract.weapons.reading import Reading


class Frames:
    """The rules of context for class nouns."""

    def is_other_word(self, reading: Reading, noun: str, first: int, last: int) -> bool:
        """Whether the words are no weapon whatever the text: a verb, a part of a name, of another compound."""
        if last - first == 1 and reading.word(first - 1) in BEFORE.get(noun, ()) and reading.gap(first - 1) in (" ", "-"):
            return True
        if reading.word(last) in FOLLOWERS.get(noun, ()) and reading.joined(last - 1):
            return True
        if noun == "tank" and self._holds_fuel(reading, first):
            return True
        token = reading.token(last - 1)
        plain = last - first == 1 and token is not None and token.text.lower() == reading.words[last - 1].text.lower()
        if (
            plain
            and token is not None
            and noun in ("mine", "shell", "tank", "rocket", "bomb", "drone", "device", "fighter", "gun", "radar", "sub")
        ):
            return (
                token.pos_ in ("VERB", "PRON", "ADV", "AUX")
                and token.tag_ in ("VB", "VBP", "VBZ", "VBD", "PRP", "PRP$")
                and not _plural(reading, last)
            )
        return _is_name(reading, noun, first, last)

    def _holds_fuel(self, reading: Reading, first: int) -> bool:
        keys = reading.sentence_keys[reading.sentence_number(first)]
        return bool(keys & FUEL) and not keys & ARMOUR

    def framed(self, reading: Reading, noun: str, first: int) -> bool:
        """Whether the sentence speaks of force around the noun."""
        keys = reading.sentence_keys[reading.sentence_number(first)]
        match noun:
            case "bomber":
                return not keys & {"suicide", "himself", "herself", "vest", "blew", "wearing", "bomber's"} and bool(
                    keys & AIR_WAR or keys & {"strategic", "nuclear", "stealth"}
                )
            case "fighter":
                return bool(keys & FLYING) and not keys & {
                    "rebel",
                    "killed",
                    "militant",
                    "militia",
                    "ground",
                    "insurgent",
                    "captured",
                    "enemy",
                    "firing",
                    "wing",
                    "prisoners",
                    "captives",
                    "hostages",
                    "exchanged",
                    "swapped",
                }
            case "jet" | "plane" | "aircraft" | "aeroplane" | "airplane" | "transports":
                return bool(keys & AIR_WAR) and not keys & CIVIL_AIR
            case "aviation":
                return bool(keys & AIR_WAR) and bool(
                    set(reading.before(first, 1)) & {"russian", "enemy", "ukrainian", "military", "tactical", "israeli", "army"}
                )
            case "destroyer" | "cruiser" | "carrier" | "flagship":
                return bool(keys & SEA)
            case "mine":
                return bool(keys & MINING)
            case "explosive":
                return reading.words[first].key == "explosives" and bool(keys & EXPLOSIVE)
            case "chemical":
                return reading.words[first].key == "chemicals" and bool(keys & GASSED) and not keys & INDUSTRY
            case "device":
                return bool(keys & BLAST)
            case "decoy":
                return bool(keys & DECOYS)
        return bool(keys & (TORPEDO | EXPLOSIVE))

    def _is_heavy(self, reading: Reading, first: int) -> bool:
        """Whether "guns" are artillery: the sentences around speak of it, and not of bullets."""
        at = reading.sentence_number(first)
        keys = frozenset().union(*reading.sentence_keys[max(0, at - 4) : at + 3])
        return reading.words[first].key == "guns" and bool(keys & HEAVY) and not reading.sentence_keys[at] & LIGHT

    def refined(self, reading: Reading, weapon_class: str, first: int, last: int, noun: str) -> str:
        """A plain "bomb" is an explosive device where it was planted, a crude one a bomb where it was dropped; other classes stay."""
        if noun == "gun" and weapon_class == "small_arms":
            return "artillery" if self._is_heavy(reading, first) else weapon_class
        is_crude = weapon_class == "explosive_device" and reading.word(first - 1) in (
            "made",
            "homemade",
            "makeshift",
            "crude",
            "improvised",
        )
        if noun != "bomb" or not (weapon_class == "bomb" or is_crude):
            return weapon_class
        keys = reading.sentence_keys[reading.sentence_number(first)]
        if keys & DROPPED:
            return "bomb"
        if weapon_class == "explosive_device":
            return weapon_class
        near = {*reading.before(first, 12), *reading.after(last, 12)}
        is_off = "went" in near and "off" in near
        return "explosive_device" if is_off or near & PLANTED else "bomb"


def _plural(reading: Reading, last: int) -> bool:
    word = reading.words[last - 1]
    return word.key != word.lemma and reading.word(last - 2) in ("the", "of", "russian", "and", "with", "by", "land")


def _is_name(reading: Reading, noun: str, first: int, last: int) -> bool:
    """Capitals inside a sentence make a name of something else ("Houston Rockets", "Missile and Artillery Directorate")."""
    word, begin = reading.words[first], reading.sentence(first)[0]
    if not word.is_capital or reading.is_shouted(first) or word.text.isupper() or first == begin or reading.capital_share(first) > 0.6:
        return False
    goes_on = any(
        reading.words[i].is_capital and not reading.words[i].text.isupper()
        for i in range(last, min(last + 1 + (reading.word(last) == "and"), len(reading.words)))
    )
    follows = reading.words[first - 1].is_capital and first - 1 > begin and reading.gap(first - 1) == " "
    return (goes_on and reading.gap(last - 1) == " ") or follows or (last - first == 1 and noun in PROPER)
