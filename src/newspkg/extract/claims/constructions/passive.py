"""Passive cues with their agent: "was condemned by SOURCE", "was told by SOURCE that ...", "The blast, blamed by SOURCE on ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.charged import charge_in, told_at
from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.draft import Draft
from newspkg.extract.claims.speakers.speaker import speaker_of
from newspkg.extract.claims.veto import MODALS
from newspkg.extract.tree import child_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

TYPES = frozenset({"condemnation", "denial", "rejection", "confirmation", "support"})
EMPTY = frozenset({"it", "he", "she", "they", "who", "which", "that", "this", "i", "we", "you", "what"})
SAID = frozenset({"clause", "addressee_clause", "addressee_infinitive"})
REACH = 8  # tokens between a passive and its "by"
CHARGED = {"accuse": frozenset({"of"}), "blame": frozenset({"on", "for"}), "put": frozenset({"at"}), "attribute": frozenset({"to"})}


def find(reading: Reading) -> Iterator[Draft]:
    """A draft for each passive cue with its agent, of which the rest says what is claimed."""
    for token in reading.doc:
        if token.tag_ not in {"VBN", "VBD"} or reading.is_skipped(token.i):
            continue
        agent = _agent(reading, token)
        hit = reading.verb_at(token.i) if agent is not None else None
        if agent is None or hit is None or _is_unsaid(token):
            continue
        draft = _draft(reading, hit, agent)
        if draft is not None:
            yield draft


def _draft(reading: Reading, hit: CueHit, agent: Token) -> Draft | None:
    source = child_of(agent, "pobj")
    speaker = speaker_of(reading, source) if source is not None else None
    if source is None or speaker is None:
        return None
    mention = reading.actor_at(source.i)  # what the parse hangs on a source is not its own: "blamed by survivors on soldiers"
    after = max(source.i + 1, reading.tokens(mention.span)[1] if mention is not None else 0)
    content = _content(reading, hit, agent.i, after)
    if speaker.actor_id is None and any(span.overlaps(speaker.span) for span in content):
        speaker = replace(speaker, span=reading.span(source.left_edge.i, after))
    return Draft(hit, speaker, content) if content and not any(span.overlaps(speaker.span) for span in content) else None


def _agent(reading: Reading, verb: Token) -> Token | None:
    """The "by" of a passive; of a participle behind its noun ("a claim denied by SOURCE") or of "was told by SOURCE"."""
    near = reading.doc[verb.i + 1 : verb.i + REACH]
    agent = next((token for token in near if token.lower_ == "by" and token.dep_ in {"agent", "prep"} and verb.is_ancestor(token)), None)
    is_passive = child_of(verb, "auxpass") is not None or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl", "conj"})
    return agent if is_passive else None


def _is_unsaid(verb: Token) -> bool:
    """Whether the passive is denied, only possible or still to come."""
    return any(
        child.dep_ == "neg" or (child.dep_ == "aux" and (child.lower_ in MODALS or child.lower_ in {"to", "will"})) for child in verb.lefts
    )


def _content(reading: Reading, hit: CueHit, by: int, after: int) -> tuple[Span, ...]:
    """What the passive at `hit` claims, its agent at the tokens `by` to `after`."""
    verb = hit.head
    end = reading.sentence(verb.i)[1]
    if verb.dep_ == "acl":
        end = next((i for i in range(after, end) if reading.doc[i].text == ","), end)
    subject = _subject(reading, verb)
    if hit.cue.frames & SAID and (told := told_at(reading, hit, after, end)) is not None:
        return (*(subject if reading.doc[told].lower_ == "to" else ()), *_rest(reading, hit, told, end))
    prepositions = CHARGED.get(verb.lemma_.lower())
    if prepositions is not None:
        charge = charge_in(reading, verb, prepositions, after, end)
        kept = subject if child_of(verb, "auxpass") is not None else ()
        return (*kept, *_rest(reading, hit, *charge)) if charge is not None else ()
    called = _called(reading, hit, by, after, end)
    if "object_as" in hit.cue.frames:
        return (*subject, *called) if called else ()
    is_finite = child_of(verb, "auxpass") is not None or hit.cue.claim_type in {"condemnation", "denial"} or verb.lemma_ == "claim"
    is_taken = (hit.cue.claim_type in TYPES and hit.cue.condition != "stance") or verb.lemma_ == "claim"
    return (*subject, *called) if subject and "object" in hit.cue.frames and is_taken and is_finite else ()


def _called(reading: Reading, hit: CueHit, by: int, after: int, end: int) -> tuple[Span, ...]:
    """What the subject is called, before the agent or behind it: "as propaganda", “a disgrace”."""
    doc = reading.doc
    for i, stop in ((hit.end, by), (after, end)):
        if i < stop and (doc[i].lower_ == "as" or ("object_as" in hit.cue.frames and _is_name(reading, i))):
            return _rest(reading, hit, i, stop)
    return ()


def _is_name(reading: Reading, i: int) -> bool:
    """Whether a noun phrase, or a quotation without a verb of its own, begins at token `i`."""
    quote = reading.quote_opening(i)
    if quote is None:
        return reading.doc[i].pos_ == "DET"
    return not any(reading.is_finite(token) for token in reading.doc[slice(*reading.tokens_of(quote))])


def _subject(reading: Reading, verb: Token) -> tuple[Span, ...]:
    """What is spoken of: the passive's subject, or the noun that a participle qualifies."""
    subject = child_of(verb, "nsubjpass")
    if subject is None and verb.dep_ == "acl" and verb.head.i < verb.i:
        subject = verb.head
    if subject is None or subject.lower_ in EMPTY:
        return ()
    high = min(subject.right_edge.i + 1, *(child.i for child in (verb, *verb.lefts) if child.i > subject.i))
    low = subject.left_edge.i
    return _only(content_span(reading, low, high) if low < high else None)


def _rest(reading: Reading, hit: CueHit, start: int, end: int) -> tuple[Span, ...]:
    return _only(content_span(reading, start, min(end, right_end(reading, hit, start, end))))


def _only(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
