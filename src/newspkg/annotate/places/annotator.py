"""Document -> places: every name of a place, resolved as far as the text and the gazetteer allow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.context import Context, context_of
from newspkg.annotate.places.evidence import Evidence
from newspkg.annotate.places.index import Place, PlaceIndex
from newspkg.annotate.places.phrases import ADMIN_WORD, DISTRICT_WORD, REPUBLIC_OF, sites, unknown_villages
from newspkg.annotate.places.spot import Spot, Word, spots, words_of
from newspkg.model import Document, PlaceMention, Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINK = re.compile(r"\s*(?:,|,? and|,? or|/)\s*$|^\s*(?:,|,? and|,? or|/)\s*$")
QUALIFIER = re.compile(r"^(?:,| in| \()\s*(?:the |a |(?:[\w.-]+ ){0,2})?$")


class PlaceAnnotator:
    """Names of places with country, first-level division, position and precision. Built once, called per document."""

    def __init__(self, codelists: Codelists) -> None:
        self.index = PlaceIndex(codelists)

    def __call__(self, document: Document, doc: Doc) -> tuple[PlaceMention, ...]:
        return Reading(document.text, doc, self.index).mentions()


class Reading:
    """One document being read."""

    def __init__(self, text: str, doc: Doc, index: PlaceIndex) -> None:
        self.text, self.index = text, index
        self.words: list[Word] = words_of(text)
        self.spots: list[Spot] = list(spots(text, self.words, index))
        self.evidence = Evidence(text, doc, self.words)
        self.context: Context = context_of(self.words, self.spots, index)
        self.found: dict[tuple[int, int], PlaceMention] = {}

    def mentions(self) -> tuple[PlaceMention, ...]:
        self._divisions()
        self._settle()
        self._villages()
        self._sites()
        return tuple(self.found[key] for key in sorted(self.found))

    def _keep(self, start: int, end: int, place: Place) -> None:
        self.found[start, end] = PlaceMention(Span(start, end), place.name, place.precision, place.country_code, place.admin1,
                                              place.latitude, place.longitude, place.geonames_id)  # fmt: skip

    def _best(self, places: tuple[Place, ...] | list[Place], offset: int) -> Place:
        return max(places, key=lambda place: (self.context.score(place, offset), place.weight, -(place.geonames_id or 0)))

    # names with a type word

    def _divisions(self) -> None:
        self.typed: set[int] = set()
        for number, spot in enumerate(self.spots):
            self._division(number, spot)

    def _division(self, number: int, spot: Spot) -> None:
        name = self.text[spot.start : spot.end]
        match = ADMIN_WORD.match(self.text, spot.end) or DISTRICT_WORD.match(self.text, spot.end)
        if match and not self._is_state_body(spot, match):
            self._typed(number, spot, match.end(), match.group(1).lower())
            if match.group(1).lower().endswith(("s", "ies")):
                self._coordinated(number, match.group(1).lower())
        elif REPUBLIC_OF.search(self.text, max(0, spot.start - 30), spot.start):
            places = self.index.divisions(name)
            if places:
                self._take_division(number, spot.start, spot.end, self._best(places, spot.start))

    def _is_state_body(self, spot: Spot, match: re.Match[str]) -> bool:
        """"US State Department" is no state of that name."""
        return match.group(1) == "State" and all(place.precision == "country" for place in spot.places)

    def _typed(self, number: int, spot: Spot, end: int, kind: str) -> None:
        name = self.text[spot.start : spot.end]
        places = self.index.divisions(name)
        small = kind.startswith(("district", "raion", "township", "sub", "municip", "parish", "canton", "woreda", "sector"))
        if places and not small:
            self._take_division(number, spot.start, end, self._best(places, spot.start))
        elif small or not places:
            seat = [place for place in spot.places if place.precision in ("settlement", "district", "admin1")]
            if seat:
                best = self._best(seat, spot.start)
                full = f"{name} {kind.rstrip('s').capitalize()}" if kind.startswith("district") else self.text[spot.start : end]
                self.typed.add(number)
                self._keep(spot.start, end, replace(best, name=full, precision="district", geonames_id=None))

    def _coordinated(self, number: int, kind: str) -> None:
        """"Kursk, Bryansk and Belgorod regions": the type word holds for every name of the list."""
        while number and LINK.search(self.text[self.spots[number - 1].end : self.spots[number].start]):
            number -= 1
            self._typed(number, self.spots[number], self.spots[number].end, kind)

    def _take_division(self, number: int, start: int, end: int, place: Place) -> None:
        self.typed.add(number)
        self.context.divisions.add((place.country_code, place.admin1))
        if place.country_code:
            self.context.countries[place.country_code] += 1
        self._keep(start, end, place)

    # bare names

    def _settle(self) -> None:
        judged = [(spot, *self._judge(spot)) for number, spot in enumerate(self.spots) if number not in self.typed]
        sure = {self.text[spot.start : spot.end] for spot, place, points in judged if points >= 2}
        for spot, place, points in judged:
            if points >= 2 or (points >= 0 and self.text[spot.start : spot.end] in sure):
                self._keep(spot.start, spot.end, place)

    def _judge(self, spot: Spot) -> tuple[Place, float]:
        inside = self._qualifier(spot)
        places = [place for place in spot.places if inside and self._within(place, inside)]
        best = self._best(places or spot.places, spot.start)
        points = self.evidence.named(spot, best, self.context) + (3.0 if places else 0.0)
        return best, points

    def _within(self, place: Place, outer: PlaceMention | Place) -> bool:
        if outer.precision == "admin1" and outer.admin1:
            return place.admin1 == outer.admin1 and place.precision not in ("admin1", "country")
        return place.country_code == outer.country_code and place.precision != "country"

    def _qualifier(self, spot: Spot) -> PlaceMention | Place | None:
        """The division or country that the text puts right after the name: "Sudzha, Kursk region", "Sudzha in Russia"."""
        after = next((mention for (start, _), mention in self.found.items() if 0 < start - spot.end < 40 and QUALIFIER.match(self.text[spot.end : start])), None)
        if after is not None and after.precision == "admin1":
            return after
        for other in self.spots:
            if other.start > spot.end + 40:
                break
            if other.start > spot.end and QUALIFIER.match(self.text[spot.end : other.start]):
                return next((place for place in other.places if place.precision in ("country", "admin1") and place.is_curated), None)
        return None

    # names that no list holds

    def _around(self, start: int) -> Place:
        """Country and division of an unknown place: those of the place named nearest in its sentence, else the article's one country."""
        left, right = self._sentence(start)
        near = sorted((abs(key[0] - start), mention) for key, mention in self.found.items() if left <= key[0] < right and mention.country_code and mention.precision in ("admin1", "country", "settlement", "district")) if self.found else []
        for _, mention in near:
            if mention.precision != "country":
                return Place("", "settlement", mention.country_code, mention.admin1)
        if near:
            return Place("", "settlement", near[0][1].country_code)
        top = self.context.countries.most_common(1)
        return Place("", "settlement", top[0][0] if top and self.context.share(top[0][0]) > 0.6 else None)

    def _sentence(self, start: int) -> tuple[int, int]:
        token = self.evidence.token_at(start)
        sent = token.sent if token is not None else None
        return (sent.start_char, sent.end_char) if sent is not None else (start, start)

    def _covered(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self.found)

    def _villages(self) -> None:
        for first, last in unknown_villages(self.text, self.words):
            start, end = self.words[first].start, self.words[last - 1].end
            if not self._covered(start, end):
                self._keep(start, end, replace(self._around(start), name=self.text[start:end]))

    def _sites(self) -> None:
        for first, last, end in sites(self.text, self.words):
            start = self.words[first].start
            name = self.text[self.words[first].start : self.words[last - 1].end]
            if any(key[0] <= start and end <= key[1] for key in self.found) or self._is_common(self.words[first:last]):
                continue
            inner = [mention for key, mention in self.found.items() if start <= key[0] and key[1] <= self.words[last - 1].end]
            if inner and inner[-1].precision in ("country", "admin1") and inner[-1].span.of(self.text) == name:
                continue
            seat = next((mention for mention in inner if mention.precision in ("settlement", "district")), None)
            base = Place("", "site", seat.country_code, seat.admin1, seat.latitude, seat.longitude) if seat else self._around(start)
            self._keep(start, end, replace(base, name=" ".join(self.text[start:end].split()), precision="site"))

    def _is_common(self, words: list[Word]) -> bool:
        """Whether the words before "base", "port" and so on are no name: adjectives of nations, a sentence's first word, acronyms of bodies."""
        if all(word.text in self.index.demonyms or word.text in self.index.acronyms for word in words):
            return True
        token = self.evidence.token_at(words[0].start)
        return len(words) == 1 and token is not None and token.pos_ not in ("PROPN",)
