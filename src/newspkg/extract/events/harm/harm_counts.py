"""The persons that a sentence counts: "at least 12 people", "a soldier", "his wife", "between 20 and 30"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newspkg.extract.events.harm.ages import aged, is_age
from newspkg.extract.events.scene import Scene
from newspkg.model import Casualties, QuantityMention, Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

MEMBERS = frozenset("members member children brothers sisters generations".split())
NTH = frozenset(["second", "third", "fourth", "fifth", "sixth"])  # "and a third wounded"
HARMED = frozenset(["wounded", "injured", "hurt", "killed"])
ONE = frozenset(["a", "an", "one", "his", "her", "their", "another", "the", "its"])


@dataclass(frozen=True, slots=True)
class Count:
    """Persons counted at tokens `first` to `head` (inclusive); all of low, best, high None where the number is vague ("dozens")."""

    first: int
    head: int
    low: int | None
    best: int | None
    high: int | None
    span: Span

    @property
    def is_vague(self) -> bool:
        return (self.low, self.best, self.high) == (None, None, None)

    def toll(self) -> Casualties:
        return Casualties(self.low, self.best, self.high, self.span)


class PeopleCounter:
    """Finds the counts of persons in a sentence, in text order."""

    def __init__(self, codelists: Codelists) -> None:
        self.people = frozenset(row["noun"] for row in codelists.rows("people_nouns"))
        self.measures = frozenset(row["code"] for row in codelists.rows("units"))

    def __call__(self, sentence: Sentence, scene: Scene) -> list[Count]:
        found = [
            count
            for quantity in scene.quantities_in(scene.sentence[sentence.start])
            if (count := self._number(quantity, scene)) is not None
        ]
        taken = {index for count in found for index in range(count.first, count.head + 1)}
        found += [count for token in sentence if token.i not in taken and (count := self._single(token, sentence, scene)) is not None]
        found = [count for count in found if not _is_whole(count, scene)]
        return list(_ranges(sorted(found, key=lambda count: (count.first, -count.head)), scene))

    def _number(self, quantity: QuantityMention, scene: Scene) -> Count | None:
        noun = scene.doc[quantity.head] if quantity.head is not None else None
        if noun is not None and _is_behind_preposition(quantity, noun, scene):
            noun = None  # "left nine in hospital"
        if quantity.unit in self.measures or (noun is not None and self._is_thing(noun, scene)):
            return None
        span = scene.doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
        if span is None or is_age(span, self.people, scene):
            return None
        low, best, high = bounds(quantity)
        head = noun.i if noun is not None and not _is_harm(noun) else span.end - 1
        return Count(span.start, max(span.end - 1, head), low, best, high, quantity.span)

    def is_person(self, noun: Token, scene: Scene) -> bool:
        return scene.lemma(noun) in self.people or scene.lemma(noun) in ("man", "people", "troop")

    def _is_thing(self, noun: Token, scene: Scene) -> bool:
        lemma = scene.lemma(noun)
        if lemma in self.people:
            return False
        return scene.weapon_at(noun) is not None or scene.facilities.get(lemma, "military") != "military" or noun.ent_type_ == "DATE"

    def _single(self, token: Token, sentence: Sentence, scene: Scene) -> Count | None:
        """One person: by a noun with its article, by a name, or the pronoun "one"."""
        at = Span(token.idx, token.idx + len(token))
        if token.lower_ == "one" and (not token.i or token.nbor(-1).lower_ not in ("no", "any", "every", "the", "-")):
            return Count(token.i, token.i, 1, 1, 1, at)
        if (
            token.lower_ in NTH
            and token.i
            and token.nbor(-1).lower_ == "a"
            and token.i + 1 < sentence.end
            and token.nbor().pos_ in ("VERB", "AUX")
        ):
            return Count(token.i - 1, token.i, 1, 1, 1, at)
        if token.lower_ == "another" and token.i + 1 < sentence.end and token.nbor().lower_ in HARMED:
            return Count(token.i, token.i, 1, 1, 1, at)
        if token.lower_ == "old" and token.i > 4 and token.nbor(-2).lower_ == "year" and (one := aged(token)) is not None:
            return Count(one.i, token.i, 1, 1, 1, Span(one.idx, token.idx + len(token)))
        actor = scene.actor_at(token)
        if actor is not None and actor.kind == "person" and actor.is_named:
            return Count(token.i, token.i, 1, 1, 1, at) if token.idx + len(token) == actor.span.end else None
        if token.tag_ not in ("NN", "NNP") or scene.lemma(token) not in self.people or token.dep_ in ("compound", "nmod", "poss"):
            return None
        first = next((child for child in token.children if child.i < token.i and (child.lower_ in ONE or child.dep_ == "poss")), None)
        if first is None and (sentence.text.rstrip().endswith((".", "!", "?", '"', "”")) or token.i != sentence.start):
            return None
        return Count(first.left_edge.i if first is not None else token.i, token.i, 1, 1, 1, at)


def _is_whole(count: Count, scene: Scene) -> bool:
    """ "Ten members of |one family|": whence those counted are."""
    return (count.first > 1 and scene.doc[count.first - 1].lower_ == "of" and scene.doc[count.first].lower_ == "one") and scene.doc[
        count.first - 2
    ].lower_ in MEMBERS


def _is_behind_preposition(quantity: QuantityMention, noun: Token, scene: Scene) -> bool:
    span = scene.doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    return span is not None and span.end < noun.i and scene.doc[span.end].lower_ in ("in", "at", "from", "on", "to")


def _is_harm(noun: Token) -> bool:
    """ "eight hurt": the tagger takes the adjective for what is counted."""
    return noun.lower_ in ("hurt", "wounded", "injured", "dead", "killed")


def bounds(quantity: QuantityMention) -> tuple[int | None, int | None, int | None]:
    """Low, best, high of a number as it is qualified."""
    if quantity.value is None:
        return None, None, None
    n = int(quantity.value)
    return {"exact": (n, n, n), "at_least": (n, n, None), "at_most": (None, n, n), "about": (None, n, None)}[quantity.qualifier]


def _ranges(counts: list[Count], scene: Scene) -> Iterator[Count]:
    """Puts "between 20 and 30" and "20 to 30" together."""
    waiting: Count | None = None
    for count in counts:
        if waiting is not None and _is_range(waiting, count, scene):
            count = replace(waiting, head=count.head, best=None, high=count.best, span=Span(waiting.span.start, count.span.end))
        elif waiting is not None:
            yield waiting
        waiting = count
    if waiting is not None:
        yield waiting


def _is_range(one: Count, two: Count, scene: Scene) -> bool:
    start = scene.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
    if start is None or start.end + 1 != two.first or one.best is None or two.best is None or one.best >= two.best:
        return False
    before, joint = scene.doc[one.first - 1].lower_ if one.first else "", scene.doc[two.first - 1].lower_
    return (before == "between" and joint == "and") or (before != "from" and joint in ("to", "-", "–"))
