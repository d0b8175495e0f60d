"""The date that a telling's own sentence gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.belonging import OUT, apart, could_be, is_bound, is_ongoing, prepositions_of
from newspkg.extract.events.syntax import distance
from newspkg.model import DateMention, EventDate

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset(
    "say tell report write add announce state warn confirm claim note speak post declare acknowledge quote cite insist deny".split()
)
REPORTS = frozenset("say tell report write announce state confirm claim".split())
NOMINAL = ("dobj", "nsubjpass", "prep", "pobj", "conj", "compound", "amod", "appos", "attr", "nmod")
WHEN = re.compile(r",? when\b")
FAR = 60  # characters of a dateline before its day
DATELINE = re.compile(r",?\s?(?:\d{4})?\s?(?:\([^()\n]{1,40}\))?\s?(?:-{1,2}|[–—])\s")
BOTH_DAYS = re.compile(r"\d\s*(?:-|–|/|to|and)\s*\d|(?i:day\b.*\bday\b)")


def date_of(trigger: Token, scene: Scene) -> EventDate | None:
    """The date in the trigger's sentence that belongs to it rather than to a verb of speech or to another event."""
    found = [mention for mention in scene.dates_in(scene.sentence[trigger.i]) if mention.start is not None]
    ranked = [(_cost(trigger, mention, scene), mention.span.start, mention) for mention in found]
    ranked = [each for each in ranked if each[0] < OUT and not (is_bound(trigger) and each[1] < trigger.idx)]
    if not ranked:
        return None
    best = min(ranked, key=lambda each: each[:2])[2]
    date, today = as_event_date(best, scene.annotated.text), scene.annotated.document.article.published_on
    lasts = date is not None and date.start is not None and today is not None and today > date.start and is_ongoing(trigger, best, scene)
    return replace(date, end=today) if date is not None and lasts else date


def _cost(trigger: Token, mention: DateMention, scene: Scene) -> int:
    """How far a date is from a trigger; OUT and above where it is another's."""
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or is_of_dateline(mention, scene.annotated.text) or not could_be(trigger, mention, span.root, scene):
        return OUT
    root = span.root
    steps = distance(trigger, root) + apart(trigger, mention, scene)
    governor = next((token for token in root.ancestors if token.pos_ in ("VERB", "AUX")), None)
    if WHEN.match(scene.annotated.text, mention.span.end) and trigger.idx - mention.span.end > 0:
        return steps // 4  # "on the evening of 16 September, when gunmen came"
    if governor is not None and governor.lemma_ in SPEECH and governor != trigger and not _is_object(trigger, governor):
        tells = trigger in governor.subtree and any(child.dep_ in ("ccomp", "parataxis") for child in governor.children)
        return OUT if root.i > governor.i and (tells or governor.lemma_ in REPORTS) else steps + 8
    prepositions = prepositions_of(root)
    if prepositions & {"until", "till"}:
        return OUT  # nothing happens until then
    if prepositions & {"since", "before", "by", "from"} and steps < 99:
        return steps + 12
    return steps + (0 if root.dep_ not in ("poss", "compound", "nmod") or root.head == trigger else 10)


def _is_object(trigger: Token, verb: Token) -> bool:
    """What is announced, reported, declared: a noun below the verb with no clause between."""
    between = next(([trigger, *list(trigger.ancestors)[:n]] for n, up in enumerate(trigger.ancestors) if up == verb), None)
    return between is not None and all(token.dep_ in NOMINAL for token in between)


def is_of_dateline(mention: DateMention, text: str) -> bool:
    """ "KYIV, May 2 (Agency) -": the day on which it was written."""
    line = text.rfind("\n", 0, mention.span.start) + 1
    head = text[line : mention.span.start]
    return len(head) < FAR and head[:3].isupper() and DATELINE.match(text, mention.span.end) is not None


def is_of_speech(mention: DateMention, scene: Scene) -> bool:
    """ "Said on Monday", "since Monday": a date on which nothing that is told need have happened."""
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return True
    above = next((token for token in span.root.ancestors if token.pos_ in ("VERB", "AUX")), None)
    preps = {token.lower_ for token in list(span.root.ancestors)[:2]}
    return bool(preps & {"since", "until", "before", "by"}) or (above is not None and above.lemma_ in SPEECH)


def as_event_date(mention: DateMention, text: str) -> EventDate | None:
    """A night without both its days named is the morning's date."""
    start, end = mention.start, mention.end
    if start is None or mention.precision is None:
        return None
    if mention.is_night and end is not None and start != end and not BOTH_DAYS.search(mention.span.of(text)):
        start = end
    return EventDate(start, end, mention.precision, mention.span)


def day(mention: DateMention, scene: Scene) -> EventDate | None:
    """The day that a date names; None where it is a week, a month or more."""
    return as_event_date(mention, scene.annotated.text) if mention.precision == "day" else None
