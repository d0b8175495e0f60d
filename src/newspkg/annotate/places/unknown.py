"""Names that no list holds: villages, districts and sites told by the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.bare import BareNames
from newspkg.annotate.places.evidence import CALENDAR, DIRECTIONS
from newspkg.annotate.places.index import Place
from newspkg.annotate.places.phrases import DISTRICT_WORD, NEVER, names_before, sites, unknown_villages
from newspkg.annotate.places.spot import Spot, Word, joined
from newspkg.model import PlaceMention

if TYPE_CHECKING:
    pass

UNKNOWN_AFTER = re.compile(
    r"(?i)\b(in|into|around|near|outside|captured|seized|retook|recaptured|liberated|stormed|overran|shelled) (?:nearby )?$"
)


class UnknownNames(BareNames):
    """Keeps what is called a place, and puts it where the text is."""

    def mentions(self) -> tuple[PlaceMention, ...]:
        self._divisions()
        self._settle()
        self._villages()
        self._regions_unknown()
        self._named_by_entity()
        self._sites()
        return tuple(self.found[key] for key in sorted(self.found))

    def _villages(self) -> None:
        for first, last in unknown_villages(self.text, self.words):
            start, end = self.words[first].start, self.words[last - 1].end
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
            labels = ("GPE", "LOC") if match.group(1).lower() in ("in", "into", "around") else ("GPE", "LOC", "FAC", "PERSON", "")
            if (
                self.evidence.label(Spot(at, last, start, end, ())) in labels
                and self._may_be_place(self.words[at:last])
                and not self._covered(start, end)
            ):
                self._keep(start, end, replace(self._around(start), name=self.text[start:end]))

    def _may_be_place(self, words: list[Word]) -> bool:
        barred = (self.index.demonyms, self.evidence.person_words, CALENDAR)
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
            seat = next((mention for mention in inner if mention.precision in ("settlement", "district")), None)
            base = Place("", "site", seat.country_code, seat.admin1, seat.latitude, seat.longitude) if seat else self._around(start)
            self._keep(start, end, replace(base, name=" ".join(self.text[start:end].split()), precision="site"))

    def _is_common(self, words: list[Word]) -> bool:
        """Whether the words before "base", "port" and so on are no name: adjectives of nations, a sentence's first word, acronyms of bodies."""  # noqa: E501
        if all(word.text in self.index.demonyms or word.text in self.index.acronyms for word in words):
            return True
        token = self.evidence.token_at(words[0].start)
        return len(words) == 1 and token is not None and token.pos_ not in ("PROPN",)
