"""Deaths and injuries that a sentence states: who was counted, how many, and how surely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newspkg.extract.events.harm.harm_counts import Count, PeopleCounter
from newspkg.extract.events.harm.harm_cues import Cue, CueFinder, Kind, is_collective, is_mixed, is_superseded
from newspkg.extract.events.harm.harm_lists import is_subset, joined, past_aside
from newspkg.extract.events.harm.harm_nouns import is_risen, last_count, of_noun, toll_figure
from newspkg.extract.events.harm.harmless import is_running
from newspkg.extract.events.reality.factuality import factuality
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import is_passive, subject
from newspkg.extract.tree import children
from newspkg.model import Casualties, Span
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


NEAR = 40  # tokens between a cue and the persons that it counts
BREAKS = ("VERB", "NOUN", "PUNCT", "CCONJ", "SCONJ", "AUX")


@dataclass(frozen=True, slots=True)
class Statement:
    """A toll that the token at `at` states; `is_update` marks "the toll rose to", `of` is the noun counted, if any."""

    at: int
    kind: Kind
    toll: Casualties
    is_update: bool = False
    of: str | None = None


class CasualtyReader:
    """What a sentence states of deaths and injuries. Built once with the codelists."""

    def __init__(self, codelists: Codelists) -> None:
        self.cues, self.people = CueFinder(codelists), PeopleCounter(codelists)

    def __call__(self, sentence: Sentence, scene: Scene) -> list[Statement]:
        cues = self.cues(sentence, scene)
        if not cues or is_running(sentence.text):
            return []
        every = self.people(sentence, scene)
        starts, found = [count.first for count in every], []
        for number, cue in enumerate(cues):
            if is_mixed(cue, scene) or is_superseded(cue, scene) or _is_unreal(scene.doc[cue.first]) or is_collective(cue, scene):
                continue
            counts = every[bisect_left(starts, cue.first - NEAR) : bisect_left(starts, cue.last + NEAR)]
            chain = self._counted(cue, cues[number - 1] if number else None, counts, cues, scene)
            if chain and not any(count.is_vague for count in chain):
                noun = scene.doc[chain[0].head]
                of = scene.lemma(noun) if noun.pos_ == "NOUN" else None
                found.append(Statement(cue.first, cue.kind, _sum(chain), cue.form == "toll" and is_risen(cue, scene), of))
        return found

    def _counted(self, cue: Cue, before: Cue | None, counts: list[Count], cues: list[Cue], scene: Scene) -> list[Count]:
        """The counts that belong to a cue, by the form that it has."""
        after = [count for count in counts if count.first > cue.last]
        floor = before.last if before is not None else -1
        back = [count for count in counts if floor < count.first and count.head < cue.first]
        back = [count for count in back if count.head + 1 == cue.first or not is_subset(count, scene)]
        if cue.form == "toll":
            return toll_figure(cue, after, scene)
        if cue.form in ("noun", "life"):
            return of_noun(cue, after, counts, back, scene)
        if cue.form == "loss":
            return [count for count in _next(cue, after, cues, scene) if self.people.is_person(scene.doc[count.head], scene)]
        if cue.form == "phrase":
            inside = [count for count in counts if cue.first < count.first <= cue.last]
            return inside[:1] or last_count(cue, back, scene) or _subject(scene.doc[cue.first], back, scene)
        return _by_position(cue, after, back, counts, cues, scene) or _by_parse(cue, before, counts, scene)


def _by_position(cue: Cue, after: list[Count], back: list[Count], counts: list[Count], cues: list[Cue], scene: Scene) -> list[Count]:
    """The counts just after an active verb or a colon, else those before a cue."""
    token = scene.doc[cue.first]
    if cue.last + 1 < len(scene.doc) and scene.doc[cue.last + 1].text == ":":
        return after[:1]
    if cue.form == "verb" and not _is_passive(token) and (chain := _next(cue, after, cues, scene)):
        return chain
    return [] if _has_object(cue, token) else last_count(cue, back, scene)


def _by_parse(cue: Cue, before: Cue | None, counts: list[Count], scene: Scene) -> list[Count]:
    token = scene.doc[cue.first]
    if _has_object(cue, token):
        return []
    own = _subject(token, [count for count in counts if count.head < cue.first or token.dep_ == "amod"], scene)
    return own if own and (before is None or own[0].first > before.last) else []


def _has_object(cue: Cue, token: Token) -> bool:
    """An active verb whose object is counted by nobody: "killed worshippers"."""
    return cue.form == "verb" and bool(children(token, "dobj", "obj")) and not is_passive(token)


def _is_unreal(token: Token) -> bool:
    return token.pos_ == "VERB" and factuality(token) != "actual"


def _is_passive(token: Token) -> bool:
    before = next((each for each in reversed(token.doc[max(0, token.i - 3) : token.i]) if each.pos_ != "ADV"), None)
    return bool(children(token, "auxpass")) or (before is not None and before.lemma_ in ("be", "get") and token.tag_ in ("VBN", "VBD"))


def _next(cue: Cue, after: list[Count], cues: list[Cue], scene: Scene) -> list[Count]:
    """The persons counted just after a cue, with those that go on the list, as long as no other cue claims them."""
    begin = past_aside(cue.last + 1, scene)
    after = [count for count in after if count.first >= begin]
    if not after or any(token.pos_ in BREAKS for token in scene.doc[begin : after[0].first]) or after[0].first - begin > 4:
        return []
    chain = joined(after[1:], after[0], scene)
    return [count for number, count in enumerate(chain) if not number or not _is_claimed(count, cues, scene)]


def _is_claimed(count: Count, cues: list[Cue], scene: Scene) -> bool:
    """A cue after the count takes it: "killed three and nine were hurt"."""
    firsts = [cue.first for cue in cues]
    for cue in cues[bisect_left(firsts, count.head + 1) : bisect_left(firsts, count.head + 5)]:
        between = scene.doc[count.head + 1 : cue.first]
        if cue.form in ("adjective", "verb", "phrase") and all(token.pos_ in ("AUX", "ADV") for token in between):
            return True
    return False


def _subject(token: Token, counts: list[Count], scene: Scene) -> list[Count]:
    """The persons that the parser gives a cue as its subject or as the noun that it describes."""
    noun = token.head if token.dep_ in ("amod", "acl") else subject(token)
    found = [count for count in counts if noun is not None and count.first <= noun.i <= count.head]
    return joined(counts, found[0], scene) if found else []


def _sum(chain: Sequence[Count]) -> Casualties:
    low, best, high = (_total([getattr(count, name) for count in chain]) for name in ("low", "best", "high"))
    return Casualties(low, best, high, Span(chain[0].span.start, max(count.span.end for count in chain)))


def _total(column: Sequence[int | None]) -> int | None:
    """The sum, or None where any of it is not known."""
    known = [value for value in column if value is not None]
    return sum(known) if len(known) == len(column) else None
