"""One text being read for places: what is found so far, and what lies near."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from newspkg.annotate.places.context import Context, context_of
from newspkg.annotate.places.evidence import Evidence
from newspkg.annotate.places.index import PlaceIndex
from newspkg.annotate.places.keys import place_key
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.spot import Spot, Word, spots, words_of
from newspkg.model import PlaceMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

LOCAL = ("settlement", "district", "admin1", "site")
BACK = 1200  # characters before a place in which another tells of what country it may be
OWNING = re.compile(r"['’]s?\s")  # "Ukraine's president" may be anywhere
MOST = 0.4  # of the places of an article, of one country
ASIDE = 0.5  # of what the article says of the country that it is about


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
        self.typed: set[int] = set()  # spots that stand with their type word
        self.spoken: set[tuple[str | None, str | None]] = set()  # divisions named with their type word

    def _keep(self, start: int, end: int, place: Place) -> None:
        if (start, end) not in self.found:
            insort(self.order, (start, end))
        self.found[start, end] = PlaceMention(Span(start, end), place.name, place.precision, place.country_code, place.admin1,
                                              place.latitude, place.longitude, place.geonames_id)  # fmt: skip

    def _drop_inside(self, start: int, end: int) -> None:
        """Forgets the shorter names inside a longer one."""
        for key in [key for key in self.order[bisect_left(self.order, (start, 0)) :][:4] if start <= key[0] and key[1] <= end]:
            if key != (start, end):
                self.order.remove(key)
                del self.found[key]

    def _best(self, places: tuple[Place, ...] | list[Place], offset: int) -> Place:
        return max(places, key=lambda place: (self.context.score(place, offset), place.weight, -(place.geonames_id or 0)))

    def _around(self, start: int) -> Place:
        """Country and division of an unknown place: those of the place named nearest in its sentence, else the article's one country."""
        near = self._mentions(start, *self._sentence(start))
        for mention in near:
            if mention.precision in ("admin1", "district") or (mention.precision == "settlement" and self._is_beside(mention, start)):
                return Place("", "settlement", mention.country_code, mention.admin1)
        countries = {mention.country_code for mention in near if not OWNING.match(self.text, mention.span.end)}
        country = countries.pop() if len(countries) == 1 else None
        if country is not None and not self._is_aside(country):
            return Place("", "settlement", country)
        return self._country_of_article(start)

    def _is_aside(self, country: str | None) -> bool:
        """A country of which the article, which is about another, hardly speaks: where somebody met, said or comes from."""
        top = self.context.countries.most_common(1)
        return bool(top) and self.context.share(country) < ASIDE * self.context.share(top[0][0])

    def _is_beside(self, mention: PlaceMention, start: int) -> bool:
        """A settlement in the next words, but no capital, which often stands for its government."""
        return abs(mention.span.start - start) < 60 and (mention.country_code or "", place_key(mention.name)) not in self.index.capitals

    def _country_of_article(self, start: int) -> Place:
        """The country that most of the article is about, else the one where its line, or the lines before, last were."""
        top = self.context.countries.most_common(1)
        if top and self.context.share(top[0][0]) > 0.6:
            return Place("", "settlement", top[0][0])
        last = self._last_local(start, self.text.rfind("\n", 0, start) + 1) or self._last_local(start, max(0, start - BACK))
        return Place("", "settlement", last or (top[0][0] if top and self.context.share(top[0][0]) > MOST else None))

    def _last_local(self, start: int, left: int) -> str | None:
        """The country of the last place from `left` on that is no country and no capital."""
        near = (mention for mention in self._mentions(start, left, start) if mention.precision in LOCAL)
        capitals = self.index.capitals
        return next((each.country_code for each in near if (each.country_code or "", place_key(each.name)) not in capitals), None)

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
