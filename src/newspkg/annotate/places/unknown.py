"""Names that no list holds: villages, districts and sites told by the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.again import again
from newspkg.annotate.places.bare import BareNames
from newspkg.annotate.places.beside import BESIDE, POSSESSIVE, runs, stands_for_place
from newspkg.annotate.places.phrases import DISTRICT_WORD, NEVER, names_before, sites, unknown_villages
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.spot import Spot, Word, joined
from newspkg.annotate.places.standing import standing
from newspkg.annotate.places.words import CALENDAR, DIRECTIONS
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    pass

UNKNOWN_AFTER = re.compile(
    r"(?i)\b(in|at|into|around|near|outside|captured|seized|retook|recaptured|liberated|stormed|overran|shelled) (?:nearby )?$"
)


class UnknownNames(BareNames):
    """Keeps what is called a place, and puts it where the text is."""

    def mentions(self) -> tuple[PlaceMention, ...]:
        self._divisions()
        self._settle()
        self._villages()
        self._regions_unknown()
        self._told_beside()
        self._named_by_entity()
        self._sites()
        self._standing()
        self._again()
        return tuple(self.found[key] for key in sorted(self.found))

    def _villages(self) -> None:
        for first, last in unknown_villages(self.text, self.words):
            start, end = self.words[first].start, self.words[last - 1].end
            if last - first > 1:
                self._drop_inside(start, end)  # "the village of Novy Log" is not the town of Novy
            if not self._covered(start, end):
                self._keep(start, end, replace(self._around(start), name=self.text[start:end]))

    def _regions_unknown(self) -> None:
        """ "In Nemyrivskyi district": a division that no list holds is a district of the place around."""
        for at, word in enumerate(self.words):
            match = DISTRICT_WORD.match(self.text, word.end) if word.is_name and word.text not in NEVER | DIRECTIONS else None
            if match and not self._covered(word.start, match.end()) and word.text not in self.index.demonyms:
                start = self.words[names_before(self.text, self.words, at)].start
                name = self.text[start : word.end] + " " + match.group(1).rstrip("s").capitalize()
                self._keep(start, match.end(), replace(self._around(start), name=name, precision="district"))

    def _told_beside(self) -> None:
        """ "At Dur Abi, in Borno State", "Dur Abi, west of Maiduguri": a name that no list holds, put where the words after it say."""
        for first, last in runs(self.text, self.words):
            start, end = self.words[first].start, self.words[last - 1].end
            match = BESIDE.match(self.text, end)
            place = self._beginning(match.end()) if match and stands_for_place(self.text, start) else None
            if match is None or place is None or place.country_code is None or self._covered(start, end):
                continue
            if place.precision not in ("admin1", "district", "country") and not match.group(1):
                continue
            is_sure = bool(match.group(1)) or stands_for_place(self.text, start, is_sure=True)
            if not self._may_be_place(self.words[first:last], is_sure=is_sure):
                continue
            admin1 = place.admin1 if place.precision != "country" else None
            self._keep(start, end, Place(self.text[start:end], "settlement", place.country_code, admin1))

    def _beginning(self, at: int) -> PlaceMention | None:
        """The place that begins at an offset, past the possessor of a division ("Somalia's Galgaduud region")."""
        key = next((key for key in self.order[bisect_left(self.order, (at, 0)) :][:1] if key[0] == at), None)
        if key is None:
            return None
        owned = POSSESSIVE.match(self.text, key[1])
        return (self._beginning(owned.end()) if owned else None) or self.found[key]

    def _named_by_entity(self) -> None:
        """Names that no list holds, after "near", "captured" and the like, where the tagger does not take them for something else."""
        for at, word in enumerate(self.words):
            match = UNKNOWN_AFTER.search(self.text, max(0, word.start - 20), word.start) if word.is_name else None
            if not match or word.text in NEVER | DIRECTIONS or word.text.isupper():
                continue
            last = at + 1
            while (
                last < len(self.words)
                and last - at < 4
                and self.words[last].is_name
                and joined(self.text, self.words[last - 1], self.words[last])
            ):
                last += 1
            start, end = word.start, self.words[last - 1].end
            labels = ("GPE", "LOC") if match.group(1).lower() in ("in", "at", "into", "around") else ("GPE", "LOC", "FAC", "PERSON", "")
            if (
                self.evidence.label(Spot(at, last, start, end, ())) in labels
                and self._may_be_place(self.words[at:last])
                and not self._covered(start, end)
            ):
                self._keep(start, end, replace(self._around(start), name=self.text[start:end]))

    def _standing(self) -> None:
        for first, last in standing(self.text, self.words, self.evidence):
            start, end = self.words[first].start, self.words[last - 1].end
            if not self._covered(start, end) and self._may_be_place(self.words[first:last]):
                self._keep(start, end, replace(self._around(start), name=self.text[start:end]))

    def _again(self) -> None:
        known = {place.span.of(self.text): place for place in reversed(self.found.values()) if place.precision == "settlement"}
        for start, end in again(self.text, self.words, known):
            if not self._covered(start, end):
                old = known[self.text[start:end]]
                place = Place(old.name, old.precision, old.country_code, old.admin1, old.latitude, old.longitude, old.geonames_id)
                self._keep(start, end, place)

    def _may_be_place(self, words: list[Word], *, is_sure: bool = False) -> bool:
        """No demonym, no day, no person, in letters; `is_sure` where the text puts it somewhere, whatever the tagger takes it for."""
        barred = (self.index.demonyms, CALENDAR, *(() if is_sure else (self.evidence.person_words,)))
        tokens = [self.evidence.token_at(word.start) for word in words]
        return all(word.text.replace("-", "").isalpha() and not any(word.text in each for each in barred) for word in words) and all(
            token is not None and token.pos_ == "PROPN" for token in tokens
        )

    def _sites(self) -> None:
        for first, last, end in sites(self.text, self.words):
            start = self.words[first].start
            name = self.text[self.words[first].start : self.words[last - 1].end]
            at = bisect_left(self.order, (start, 0))
            held = [key for key in self.order[max(0, at - 2) : at + 6] if key[0] <= start and end <= key[1]]
            if (
                held
                or self._is_common(self.words[first:last])
                or (name.isupper() and len(name) > 6)
                or any(letter.isdigit() for letter in name)
            ):
                continue
            inner = [self.found[key] for key in self.order[at : at + 6] if start <= key[0] and key[1] <= self.words[last - 1].end]
            if inner and inner[-1].precision in ("country", "admin1") and inner[-1].span.of(self.text) == name:
                continue
            seat = next((mention for mention in inner if mention.precision in ("settlement", "district")), None) or self._owner(start)
            base = Place("", "site", seat.country_code, seat.admin1, seat.latitude, seat.longitude) if seat else self._around(start)
            self._keep(start, end, replace(base, name=" ".join(self.text[start:end].split()), precision="site"))

    def _owner(self, start: int) -> PlaceMention | None:
        """The place whose site it is: "Tehran's |Imam Khomeini airport|"."""
        before = next(reversed(self.order[: bisect_left(self.order, (start, 0))]), None)
        owned = POSSESSIVE.match(self.text, before[1]) if before is not None else None
        return self.found[before] if before is not None and owned is not None and owned.end() == start else None

    def _is_common(self, words: list[Word]) -> bool:
        """Whether the words before "base", "port" and so on are no name: adjectives of nations, a sentence's first word, acronyms of bodies."""  # noqa: E501
        if all(word.text in self.index.demonyms or word.text in self.index.acronyms for word in words):
            return True
        token = self.evidence.token_at(words[0].start)
        return len(words) == 1 and token is not None and token.pos_ not in ("PROPN",)
