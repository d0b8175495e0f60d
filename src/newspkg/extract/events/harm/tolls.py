"""Gives the tolls that an article states to the attacks and battles that it tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.harm.casualties import CasualtyReader, Statement
from newspkg.extract.events.harm.harm_cues import Kind
from newspkg.extract.events.harm.harmless import nobody
from newspkg.extract.events.harm.rivals import reconciled
from newspkg.extract.events.scene import Scene
from newspkg.model import Casualties, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

REACH = 3  # sentences after its event in which a toll may follow
AHEAD = 2  # sentences before its event, where none was told before ("Dead: 4")


class Tolls:
    """The tolls of one article. Given to the tellings first, then to the events for those whose telling was dropped."""

    def __init__(self, scene: Scene, read: CasualtyReader) -> None:
        self.scene = scene
        self.stated = [each for sentence in scene.doc.sents for each in _of_sentence(sentence, scene, read)]
        self.by_span = {(each.kind, each.toll.span): each for each in self.stated}

    def given(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with each toll given to the nearest of them."""
        found = list(drafts)
        places = [_tokens(draft, self.scene) for draft in found]
        landed = {(kind, toll.span) for draft in drafts for kind, toll in _own(draft)}
        for each in self.stated:
            if (each.kind, each.toll.span) not in landed and (at := _host(found, places, each.at, self.scene)) is not None:
                found[at] = self._stated(found[at], each)
        return found

    def _stated(self, event: Draft, each: Statement) -> Draft:
        """The first toll stands until an update or a rival's figure."""
        had = event.fatalities if each.kind == "fatalities" else event.injured
        toll = each.toll if had is None else reconciled(self.by_span[each.kind, had.span], each, had, self.scene)
        return replace(event, fatalities=toll) if each.kind == "fatalities" else replace(event, injured=toll)


def _own(draft: Draft) -> list[tuple[str, Casualties]]:
    return [(kind, toll) for kind, toll in (("fatalities", draft.fatalities), ("injured", draft.injured)) if toll is not None]


def _of_sentence(sentence: Sentence, scene: Scene, read: CasualtyReader) -> list[Statement]:
    if scene.is_boilerplate(sentence[0]):
        return []
    dead, hurt = nobody(scene.annotated.text, sentence.start_char, sentence.end_char)
    spans: tuple[tuple[Kind, Span | None], ...] = (("fatalities", dead), ("injured", hurt))
    none = [Statement(sentence.start, kind, Casualties(0, 0, 0, span)) for kind, span in spans if span]
    said = {each.kind for each in none}
    return [*(each for each in read(sentence, scene) if each.kind not in said), *none]


def _host(drafts: list[Draft], places: list[list[int]], at: int, scene: Scene) -> int | None:
    """The attack or battle told nearest: in the same sentence, else the last in the sentences before, else the next."""
    ranked = []
    for number, draft in enumerate(drafts):
        if draft.event_type not in ("attack", "battle") or draft.event_subtype == "withdrawal" or draft.factuality != "actual":
            continue
        for token in places[number]:
            gap = scene.sentence[at] - scene.sentence[token]
            aside = draft.event_subtype == "clash" and draft.token.pos_ == "NOUN"  # "took the town after two days of fighting"
            if gap == 0:
                ranked.append((0, aside, abs(token - at), number))
            elif 0 < gap <= REACH:
                ranked.append((gap, aside, at - token, number))
            elif -AHEAD <= gap < 0:
                ranked.append((REACH - gap, aside, token - at, number))
    return min(ranked)[3] if ranked else None


def _tokens(draft: Draft, scene: Scene) -> list[int]:
    """The token of each of its triggers."""
    spans = draft.triggers or (draft.trigger.span,)
    found = [scene.doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans]
    return [span.root.i for span in found if span is not None]
