"""Whether a run of words that bears the name of a place stands for the place here: evidence from the words around, tags and entities."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newspkg.annotate.places.context import Context
from newspkg.annotate.places.place import Place
from newspkg.annotate.places.spot import Spot, Word
from newspkg.annotate.places.words import BEFORE, CALENDAR, DIRECTIONS, NOUN_AFTER, NOUN_BEFORE, SHIPS, STRONG, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NEVER = 9  # more than all that can speak for a place
CLOCK, TIME = re.compile(r"(?:\d|[ap]\.?m\.?),? $"), re.compile(r" (?:local |summer |standard )?time\b")  # "at 11:30 a.m. |Sanaa| time"


class Evidence:
    """Judges the spots of one document."""

    def __init__(self, text: str, doc: Doc, words: list[Word]) -> None:
        self.text, self.words = text, words
        self.starts = [token.idx for token in doc]
        self.doc = doc
        self.entity_of: dict[int, Span] = {token.i: entity for entity in doc.ents for token in entity}
        people = [entity for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
        self.person_words = {entity[at].text for entity in people for at in (0, -1)}
        self.lower = {word.text for word in words if word.text.islower()}

    def token_at(self, offset: int) -> Token | None:
        at = bisect_right(self.starts, offset) - 1
        return self.doc[at] if at >= 0 else None

    def label(self, spot: Spot) -> str:
        """The label of the entity that holds the name; '' where none does, 'LONGER' suffixed where the entity goes beyond it."""
        token = self.token_at(spot.start)
        entity = self.entity_of.get(token.i) if token is not None else None
        if entity is None:
            return ""
        longer = entity.start_char < spot.start - 4 or entity.end_char > spot.end + 2
        return entity.label_ + (" LONGER" if longer else "")

    def is_title_line(self, spot: Spot) -> bool:
        """A headline in title case or capitals, where a capital says nothing of a name."""
        start, end = self.text.rfind("\n", max(0, spot.start - 300), spot.start) + 1, self.text.find("\n", spot.end, spot.end + 300)
        line = self.text[start : end if end >= 0 else spot.end + 300].split()
        long = [word for word in line if word[:1].isalpha() and len(word) > 3]
        return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)

    def neighbours(self, spot: Spot) -> tuple[str, str]:
        """The capitalised words that touch the name, '' where there is none."""
        before = self.words[spot.first - 1] if spot.first else None
        after = self.words[spot.last] if spot.last < len(self.words) else None
        left = before.text if before and self.text[before.end : spot.start] == " " and before.text[0].isupper() else ""
        right = after.text if after and self.text[spot.end : after.start] in (" ", "-") and after.text[0].isupper() else ""
        return left, right

    def named(self, spot: Spot, best: Place, context: Context) -> float:
        """Points for and against; 2 and more is a place."""
        before, after = self.text[max(0, spot.start - 60) : spot.start], self.text[spot.end : spot.end + 40]
        points = self._fame(best, context) + self._label(spot) + self._around(spot, before, after)
        name = self.text[spot.start : spot.end]
        if name in self.person_words:
            points -= 3 if not best.is_curated else 1
        if spot.last - spot.first == 1 and (name.lower() in self.lower or len(name) < 4):
            points -= 2
        if name.isupper() and len(name) < 6 and not best.is_curated:
            points -= 2
        if name in CALENDAR:
            points -= 6
        return points

    def _fame(self, best: Place, context: Context) -> float:
        share = context.share(best.country_code)
        local = 1.0 if share > 0.1 else 0.5 if share else -1.0
        if best.precision != "settlement":
            return 5.0 if best.precision in ("site", "water") and " " in best.name else 3.0
        if not share and best.weight < 5:
            return -2.0
        return (2.5 if best.is_curated else 0.0) + max(0.0, best.weight - 4) * 0.7 + local

    def _label(self, spot: Spot) -> float:
        label = self.label(spot)
        if label.startswith("PERSON"):
            return -3.5 if label.endswith("LONGER") else -1.0
        if label in ("GPE", "LOC", "FAC", "GPE LONGER", "LOC LONGER", "FAC LONGER"):
            return 1.5
        token = self.token_at(spot.start)
        if label.startswith(("ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP")):
            return -1.5 if label.endswith("LONGER") else -0.5
        return 0.0 if token is not None and token.pos_ == "PROPN" else -1.5

    def _around(self, spot: Spot, before: str, after: str) -> float:
        if CLOCK.search(before) and TIME.match(after):
            return -NEVER
        points = 0.0
        match = BEFORE.search(before)
        if match:
            points += 2.5 if match.group(1).lower() in STRONG else 1.5
        if NOUN_BEFORE.search(before) or NOUN_AFTER.match(after):
            points += 2.5
        if self._is_dateline(spot, after):
            return points + 3
        if self.is_title_line(spot):
            return points
        left, right = self.neighbours(spot)
        if left and left not in DIRECTIONS and not self._begins_sentence(spot.first - 1):
            points -= NEVER if left in SHIPS else 4 if left.strip(".") in TITLES else 2.5
        if right and not NOUN_AFTER.match(after):
            points -= 3
        return points

    def _is_dateline(self, spot: Spot, after: str) -> bool:
        """The name in capitals at the beginning of a line, set off: "PENZA. One woman", "GOMA, Jan 3 -"."""
        line = self.text[max(0, spot.start - 2) : spot.start]
        return (
            self.text[spot.start : spot.end].isupper()
            and spot.end - spot.start > 3
            and (not line or "\n" in line)
            and bool(re.match(r"[.:,/]|\s[-–—(]", after))
        )

    def _begins_sentence(self, at: int) -> bool:
        token = self.token_at(self.words[at].start)
        return token is not None and bool(token.is_sent_start) and token.pos_ != "PROPN"
