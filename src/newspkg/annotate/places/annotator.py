"""Document -> places: every name of a place, resolved as far as the text and the gazetteer allow."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.annotate.places.context import Context, context_of
from newspkg.annotate.places.evidence import CALENDAR, DIRECTIONS, Evidence
from newspkg.annotate.places.index import Place, PlaceIndex
from newspkg.annotate.places.keys import place_key
from newspkg.annotate.places.phrases import ADMIN_WORD, DISTRICT_WORD, NEVER, REPUBLIC_OF, names_before, sites, unknown_villages
from newspkg.annotate.places.spot import Spot, Word, joined, spots, words_of
from newspkg.model import Document, PlaceMention, Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINK = re.compile(r"\s*(?:,|,? and|,? or|/)\s*$|^\s*(?:,|,? and|,? or|/)\s*$")
UNKNOWN_AFTER = re.compile(
    r"(?i)\b(in|into|around|near|outside|captured|seized|retook|recaptured|liberated|stormed|overran|shelled) (?:nearby )?$"
)
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
        self.order: list[tuple[int, int]] = []  # the keys of `found`, sorted

    def mentions(self) -> tuple[PlaceMention, ...]:
        self._divisions()
        self._settle()
        self._villages()
        self._regions_unknown()
        self._named_by_entity()
        self._sites()
        return tuple(self.found[key] for key in sorted(self.found))

    def _keep(self, start: int, end: int, place: Place) -> None:
        if (start, end) not in self.found:
            insort(self.order, (start, end))
        self.found[start, end] = PlaceMention(Span(start, end), place.name, place.precision, place.country_code, place.admin1,
                                              place.latitude, place.longitude, place.geonames_id)  # fmt: skip

    def _best(self, places: tuple[Place, ...] | list[Place], offset: int) -> Place:
        return max(places, key=lambda place: (self.context.score(place, offset), place.weight, -(place.geonames_id or 0)))

    # names with a type word

    def _divisions(self) -> None:
        self.typed: set[int] = set()
        self.spoken: set[tuple[str | None, str | None]] = set()  # divisions named with their type word
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
        """ "US State Department" is no state of that name."""
        return match.group(1) == "State" and all(place.precision == "country" for place in spot.places)

    def _typed(self, number: int, spot: Spot, end: int, kind: str) -> None:
        name = self.text[spot.start : spot.end]
        places = self.index.divisions(name)
        small = kind.startswith(("district", "raion", "township", "sub", "municip", "parish", "canton", "woreda", "sector"))
        if places and not small:
            wider = (
                [place for place in places if place_key(place.name) != place_key(name)]
                if kind.startswith(("region", "oblast", "province"))
                else []
            )
            self._take_division(number, spot.start, end, self._best(wider or places, spot.start))
        elif small or not places:
            seat = [place for place in spot.places if place.precision in ("settlement", "district", "admin1")]
            if seat:
                best = self._best(seat, spot.start)
                full = f"{name} {kind.rstrip('s').capitalize()}" if kind.startswith("district") else self.text[spot.start : end]
                self.typed.add(number)
                self._keep(spot.start, end, replace(best, name=full, precision="district", geonames_id=None))

    def _coordinated(self, number: int, kind: str) -> None:
        """ "Kursk, Bryansk and Belgorod regions": the type word holds for every name of the list."""
        while number and LINK.search(self.text[self.spots[number - 1].end : self.spots[number].start]):
            number -= 1
            self._typed(number, self.spots[number], self.spots[number].end, kind)

    def _take_division(self, number: int, start: int, end: int, place: Place) -> None:
        self.typed.add(number)
        self.context.divisions.add((place.country_code, place.admin1))
        self.spoken.add((place.country_code, place.admin1))
        if place.country_code:
            self.context.countries[place.country_code] += 1
        self._keep(start, end, place)

    # bare names

    def _settle(self) -> None:
        judged = [(spot, *self._judge(number)) for number, spot in enumerate(self.spots) if number not in self.typed]
        sure = {self.text[spot.start : spot.end] for spot, place, points in judged if points >= 2}
        for spot, place, points in judged:
            if points >= 2 or (points >= 0 and self.text[spot.start : spot.end] in sure):
                self._keep(spot.start, spot.end, self._called(spot, place))

    def _called(self, spot: Spot, place: Place) -> Place:
        """The place under the article's spelling of its name, but for curated ones; a village in a division the article does not speak of
        is a namesake of one that the gazetteer lacks."""
        name = self.text[spot.start : spot.end]
        if place.precision == "site" and " " in name and not name.isupper():
            return replace(place, name=name)
        if place.is_curated:
            return place
        name = name.title() if name.isupper() else name
        named = {division for country, division in self.spoken if country == place.country_code}
        if place.precision == "settlement" and place.weight < 3.2 and named and place.admin1 not in named:
            return replace(self._around(spot.start), name=name)
        return replace(place, name=name)

    def _judge(self, number: int) -> tuple[Place, float]:
        spot = self.spots[number]
        inside = self._qualifier(number)
        places = [place for place in spot.places if inside and self._within(place, inside)]
        best = self._best(places or spot.places, spot.start)
        if inside and not places and inside.precision == "admin1" and best.precision == "settlement" and best.weight < 5:
            name = self.text[spot.start : spot.end]
            return Place(name, "settlement", inside.country_code, inside.admin1, is_curated=True), 3.0
        return best, self.evidence.named(spot, best, self.context) + (3.0 if places else 0.0)

    def _within(self, place: Place, outer: PlaceMention | Place) -> bool:
        if outer.precision == "admin1" and outer.admin1:
            return place.admin1 == outer.admin1 and place.precision not in ("admin1", "country")
        return place.country_code == outer.country_code and place.precision != "country"

    def _qualifier(self, number: int) -> PlaceMention | Place | None:
        """The division or country that the text puts right after the name: "Sudzha, Kursk region", "Sudzha in Russia"."""
        spot = self.spots[number]
        for other in self.spots[number + 1 : number + 3]:
            if other.start > spot.end + 40 or not QUALIFIER.match(self.text[spot.end : other.start]):
                break
            at = bisect_left(self.order, (other.start, 0))
            if at < len(self.order) and self.order[at][0] == other.start and self.found[self.order[at]].precision == "admin1":
                return self.found[self.order[at]]
            broad = [place for place in other.places if place.precision in ("country", "admin1") and place.is_curated]
            if broad:
                return self._best(broad, other.start)
        return None

    # names that no list holds

    def _around(self, start: int) -> Place:
        """Country and division of an unknown place: those of the place named nearest in its sentence, else the article's one country."""
        near = self._mentions(start, *self._sentence(start))
        for mention in near:
            if mention.precision in ("admin1", "district") or (mention.precision == "settlement" and self._is_beside(mention, start)):
                return Place("", "settlement", mention.country_code, mention.admin1)
        countries = {mention.country_code for mention in near}
        if len(countries) == 1:
            return Place("", "settlement", countries.pop())
        return self._country_of_article()

    def _is_beside(self, mention: PlaceMention, start: int) -> bool:
        """A settlement in the next words, but no capital, which often stands for its government."""
        return abs(mention.span.start - start) < 60 and (mention.country_code or "", place_key(mention.name)) not in self.index.capitals

    def _country_of_article(self) -> Place:
        top = self.context.countries.most_common(1)
        return Place("", "settlement", top[0][0] if top and self.context.share(top[0][0]) > 0.6 else None)

    def _mentions(self, start: int, left: int, right: int) -> list[PlaceMention]:
        """The resolved places between two offsets, nearest first."""
        inside = self.order[bisect_left(self.order, (left, 0)) : bisect_left(self.order, (right, 0))]
        near = [self.found[key] for key in sorted(inside, key=lambda key: (abs(key[0] - start), key))]
        return [mention for mention in near if mention.country_code]

    def _sentence(self, start: int) -> tuple[int, int]:
        token = self.evidence.token_at(start)
        sent = token.sent if token is not None else None
        return (sent.start_char, sent.end_char) if sent is not None else (start, start)

    def _covered(self, start: int, end: int) -> bool:
        at = bisect_left(self.order, (end, 0))
        return any(last > start for _, last in self.order[max(0, at - 4) : at])

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
