"""Pronouns that speak: who is meant by "he added", "It blamed the rebels", "they say"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from newspkg.extract.claims.draft import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newspkg.extract.claims.draft import Draft
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import ActorMention

PERSONS = frozenset({"person"})
BODIES = frozenset({"government", "military", "armed_group", "igo", "party", "company", "media", "ngo", "state", "other"})
FITTING = {"he": PERSONS, "she": PERSONS, "it": BODIES, "they": BODIES, "his": PERSONS, "her": PERSONS, "its": BODIES, "their": BODIES}
REACH = 2  # sentences back in which whoever spoke last still speaks


def resolved(reading: Reading, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in the order of their cues, speaking pronouns resolved where it is plain who is meant."""
    found: list[Draft] = []
    ordered = sorted(drafts, key=lambda each: each.hit.start)
    told = _Told(reading, ordered)
    for draft in ordered:
        fitting = FITTING.get(draft.speaker.span.of(reading.text).casefold())
        if fitting is not None:
            draft = replace(draft, speaker=_meant(reading, draft, found, fitting, told))
        found.append(draft)
    return found


class _Told:
    """The actors that a document itself names, by position: whoever is named inside a statement is no rival to its speaker."""

    def __init__(self, reading: Reading, drafts: list[Draft]) -> None:
        spans = sorted({span for draft in drafts for span in draft.content})
        named = sorted((mention for mention in reading.actors if mention.is_named), key=lambda mention: mention.span)
        ends = list(accumulate((span.end for span in spans), max))
        starts = [span.start for span in spans]
        self.mentions = [each for each in named if not (at := bisect_right(starts, each.span.start)) or ends[at - 1] <= each.span.start]
        self.starts = [each.span.start for each in self.mentions]

    def between(self, start: int, end: int) -> list[ActorMention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _meant(reading: Reading, draft: Draft, before: list[Draft], fitting: frozenset[str], told: _Told) -> Speaker:
    """The pronoun with the actor that it stands for: who spoke last, else the actor that the sentence before is about."""
    spoken = next((each for each in reversed(before) if each.hit.start < draft.hit.start), None)
    if spoken is not None and _goes_on(reading, draft, spoken, fitting, told):
        return replace(draft.speaker, actor_id=spoken.speaker.actor_id, is_voice=spoken.speaker.is_voice)
    if draft.speaker.actor_id is None and fitting is BODIES:
        return replace(draft.speaker, actor_id=_topic(reading, draft, fitting))
    return draft.speaker


def _goes_on(reading: Reading, draft: Draft, spoken: Draft, fitting: frozenset[str], told: _Told) -> bool:
    """Whether the pronoun can only be who spoke last: near, of the fitting kind, and with no rival between."""
    if not _is_near(reading, draft, spoken) or not _fits(reading, spoken.speaker, fitting):
        return False
    rivals = (each for each in told.between(spoken.speaker.span.end, draft.speaker.span.start) if each.kind in fitting)
    return _agrees(reading, draft, spoken) and all(mention.actor_id == spoken.speaker.actor_id for mention in rivals)


def _agrees(reading: Reading, draft: Draft, spoken: Draft) -> bool:
    """Whether "they" takes up several, and "it" one: "officials ... they", "the army ... it"."""
    pronoun, text = (each.speaker.span.of(reading.text).casefold() for each in (draft, spoken))
    if pronoun not in {"they", "their", "it", "its"} or text == pronoun:
        return True
    first, last = reading.tokens(spoken.speaker.span)
    is_many = text in {"they", "their"} or reading.doc[first:last].root.tag_ in {"NNS", "NNPS"}
    return is_many if pronoun in {"they", "their"} else text not in {"they", "their"}


def _is_near(reading: Reading, draft: Draft, spoken: Draft) -> bool:
    """In the same paragraph, at most REACH sentences back; a quotation counts as one."""
    first = draft.hit.start
    for _ in range(REACH):
        first = reading.sentence(max(reading.sentence(first)[0] - 1, 0))[0]
    end = max(span.end for span in (*spoken.content, reading.span(spoken.hit.start, spoken.hit.end)))
    return first <= reading.tokens(spoken.content[-1])[1] and "\n" not in reading.text[end : draft.speaker.span.start].strip()


def _fits(reading: Reading, speaker: Speaker, fitting: frozenset[str]) -> bool:
    text = speaker.span.of(reading.text).casefold()
    if text in FITTING:
        return FITTING[text] is fitting
    if speaker.actor_id is None:
        return _is_person(reading, speaker) == (fitting is PERSONS)
    kind = reading.kinds.get(speaker.actor_id)
    return (fitting is PERSONS) if speaker.is_voice else kind in fitting


def _is_person(reading: Reading, speaker: Speaker) -> bool:
    """Whether an unnamed source is one person: "a doctor", and not "the company" or "residents"."""
    first, last = reading.tokens(speaker.span)
    head = reading.doc[first:last].root
    return head.tag_ == "NN" and (head.lemma_.lower() in reading.lexicon.words("bystander") or _is_voice(reading, head.lemma_.lower()))


def _is_voice(reading: Reading, lemma: str) -> bool:
    return lemma in reading.lexicon.words("mouthpiece") or lemma.endswith(("er", "or", "ist", "man", "woman", "ian", "ant"))


def _topic(reading: Reading, draft: Draft, fitting: frozenset[str]) -> str | None:
    """The actor that is the subject of the sentence before, or of the clause before the pronoun."""
    start, _ = reading.sentence(draft.hit.start)
    low = reading.sentence(max(start - 1, 0))[0]
    first = reading.tokens(draft.speaker.span)[0]
    if "\n" in reading.text[reading.doc[low].idx : draft.speaker.span.start].strip():
        low = start
    subjects = (
        mention
        for token in reading.doc[low:first]
        if token.dep_ in {"nsubj", "nsubjpass"} and reading.quote_at(token.i) is None
        if (mention := reading.actor_at(token.i)) is not None and mention.is_named and mention.kind in fitting
    )
    ids = list(dict.fromkeys(mention.actor_id for mention in subjects))
    return ids[0] if len(ids) == 1 else None
