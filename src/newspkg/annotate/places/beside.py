"""Names told by what follows them: "Dur Abi, in Borno State", "Torva, west of Kadugli", "(b) Torva, Kursk region."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.annotate.places.phrases import NEVER
from newspkg.annotate.places.spot import Word, joined

COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))?(?:ern)?"
DISTANCE = r"(?:(?:just|about|some|around|roughly) )?(?:\d[\d.,]* ?(?:km|kilomet(?:er|re)s?|miles?) )?(?:to the )?"
BESIDE = re.compile(
    rf"(?i)(?:,| \()\s?(?:({DISTANCE}(?:{COMPASS} of|outside|close to|near) )|(?:in |inside |within )?(?:the )?"
    rf"(?:(?:{COMPASS}|central|upper|lower) )?(?:(?:province|region|state|district) of )?)"
)
POSSESSIVE = re.compile(r"['’]s?\s(?:(?:north|south|east|west|central)[a-z]*\s)?")
SURE = r"in|at|into|around|near|outside|over|off|(?:re)?captured?|seized?|retook|retaken?|liberated?|stormed?|overran|shelled|bombed|raided"
LOOSE = "from|on|of|to|toward|towards|through|inside|against|leaving|left|entered|reached|took|taken|held|lost|hit|struck|attacked"
AFTER = r" (?:nearby |the (?:area|outskirts|edge) of )?$"
STANDING = re.compile(rf"(?i)\b(?:{SURE}|{LOOSE}){AFTER}")
STANDING_SURELY = re.compile(rf"(?i)\b(?:{SURE}){AFTER}")
LABEL = re.compile(r"(?:^|\n)[\s*•·>–—-]{0,4}(?:\(?\w{1,3}[.)] )?$")
LONGEST = 4  # words of an unknown name


def runs(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, each as (first word, last word exclusive)."""
    at = 0
    while at < len(words):
        last = at + 1
        if words[at].is_name and words[at].text not in NEVER:
            while last < len(words) and words[last].is_name and joined(text, words[last - 1], words[last]):
                last += 1
            if last - at <= LONGEST:
                yield at, last
        at = last


def stands_for_place(text: str, start: int, *, is_sure: bool = False) -> bool:
    """After a preposition of place or a verb of taking, or at the head of a line; `is_sure` for such as nothing but a place follows."""
    before = text[max(0, start - 40) : start]
    if LABEL.search(before if start > 40 else "\n" + before):
        return True
    return bool((STANDING_SURELY if is_sure else STANDING).search(before))
