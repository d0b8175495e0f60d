"""Words as runs of letters and digits: their folded forms and singulars."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Lower case, without accents or anything but letters and digits of the Latin alphabet."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).lower()
    return "".join(filter(str.isalnum, plain.encode("ascii", "ignore").decode()))


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """The singular of a lower-case noun, as far as its ending tells."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


IRREGULAR = {
    "arms": "arms",
    "forces": "forces",
    "uavs": "uav",
    "ieds": "ied",
    "corps": "corps",
    "aircraft": "aircraft",
    "batteries": "battery",
    "torches": "torch",
    "technicals": "technicals",
    "munitions": "munition",
    "explosives": "explosive",
    "transports": "transports",
    "vehicles": "vehicle",
    "means": "means",
    "mlrss": "mlrs",
    "manpads": "manpads",
    "weapons": "weapon",
    "mlrs": "mlrs",
    "uas": "uas",
    "usvs": "usv",
    "uuvs": "uuv",
    "apcs": "apc",
    "subs": "sub",
    "gas": "gas",
    "vbieds": "vbied",
    "defences": "defence",
    "defenses": "defense",
    "unmanned": "unmanned",
    "fpvs": "fpv",
    "rpgs": "rpg",
    "atgms": "atgm",
    "icbms": "icbm",
    "sams": "sam",
    "less": "less",
    "gunships": "gunship",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters and digits, `start` to `end`, with its folded form and the singular of that."""

    start: int
    end: int
    text: str
    key: str
    lemma: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()
