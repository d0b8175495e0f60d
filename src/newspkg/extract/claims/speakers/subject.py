"""The subject of a cue by the parse; where the parse does not hold, `position` finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.cues import SPEECH
from newspkg.extract.claims.speakers.phrase import named_behind
from newspkg.extract.claims.speakers.position import before_comma, by_position, closer, inverted, over_clause, over_insertion, over_relative
from newspkg.extract.claims.speakers.shared import JOINING, earlier_cue, inherited, is_followed, is_series
from newspkg.extract.claims.speakers.speaker import speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

SUBJECTS = frozenset({"nsubj", "csubj"})


def subject_of(reading: Reading, hit: CueHit) -> Token | None:
    """The head of the phrase that speaks by `hit`, in the same sentence; None where there is none."""
    start, end = reading.sentence(hit.head.i)
    found = _found(reading, hit, start, end)
    if found is not None and found.lemma_.lower() in reading.lexicon.words("document"):
        found = _author(reading, found) or found
    if found is not None and found.i < hit.start and not hit.is_participle:
        found = named_behind(reading, hit.start) or _named_before(reading, hit, found, start) or found
    return found if found is not None and start <= found.i < end else None


def _found(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    verb = hit.head
    found = _passive(reading, hit) if hit.is_passive else _own(verb)
    if found is None and hit.is_participle and verb.i > start and reading.doc[verb.i - 1].text == ",":
        earlier = earlier_cue(reading, verb.i, start)
        found = _found(reading, earlier, *reading.sentence(earlier.head.i)) if earlier is not None else None
        if found is not None:
            return found
    if (apart := over_clause(reading, hit, start, end)) is not None:
        return apart
    if found is None or found.pos_ == "VERB" or not start <= found.i < end or _is_misplaced(reading, found, verb):
        return _elsewhere(reading, hit, start, end)
    if found.i < verb.i:
        related = over_relative(reading, hit, start, end)
        nearer = related if related is not None and related.i > found.i else None
        return inverted(reading, hit, found, end) or closer(reading, hit, found, start) or nearer or found
    return found


def _author(reading: Reading, document: Token) -> Token | None:
    """Who issued the statement, in "The group issued a statement saying ..."."""
    verb = document.head
    is_made = document.dep_ == "dobj" and verb.lemma_.lower() in reading.lexicon.words("light")
    owned = any(child.dep_ in {"poss", "prep"} for child in document.children)
    return (_own(verb) or inherited(reading, verb)) if is_made and not owned else None


def _named_before(reading: Reading, hit: CueHit, subject: Token, start: int) -> Token | None:
    """The actor at the sentence's start in "Malaysia, chair of the bloc, offered", where the parse takes the apposition for the subject."""
    low = subject.left_edge.i
    is_enclosed = reading.doc[hit.start - 1].text == "," and low >= start + 2 and reading.doc[low - 1].text == ","
    if not is_enclosed or reading.actor_at(subject.i) is not None:
        return None
    mention = reading.actor_at(low - 2)
    return reading.doc[low - 2] if mention is not None and reading.tokens(mention.span)[0] <= start + 1 else None


def _elsewhere(reading: Reading, hit: CueHit, start: int, end: int) -> Token | None:
    """The subject that the parse does not give the verb: by position, or shared with another verb."""
    if _is_behind_comma(reading, hit) and (joined := _of_joined(reading, hit, start)) is not None:
        return joined
    shared = inherited(reading, hit.head)
    if shared is not None and (
        _is_misplaced(reading, shared, hit.head) or (is_series(reading, hit) and speaker_of(reading, shared) is None)
    ):
        shared = None
    return (
        by_position(reading, hit, start, end)
        or shared
        or _of_fronted(hit, start)
        or before_comma(reading, hit, start, end)
        or over_insertion(reading, hit, start, end)
        or over_relative(reading, hit, start, end)
        or _of_joined(reading, hit, start)
    )


def _passive(reading: Reading, hit: CueHit) -> Token | None:
    """The subject of "was quoted as saying"."""
    above = reading.doc[hit.start]
    verb = above.head if above.dep_ in {"auxpass", "aux"} else above
    return next((child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}), None) or inherited(reading, verb)


def _of_joined(reading: Reading, hit: CueHit, start: int) -> Token | None:
    """A finite cue behind "and" or a comma goes on with the last one before it, where the parse joins it to what that one holds."""
    if not is_series(reading, hit):
        return None
    earlier = earlier_cue(reading, hit.start - 1, start, hit.head)
    while earlier is not None:
        found = _found(reading, earlier, *reading.sentence(earlier.head.i))
        if found is not None and speaker_of(reading, found, SPEECH in earlier.cue.frames) is not None:
            return found
        earlier = earlier_cue(reading, earlier.start, start, hit.head)
    return None


def _is_behind_comma(reading: Reading, hit: CueHit) -> bool:
    """Behind ", and" or a comma alone, with no subject that could follow it (", writes SOURCE")."""
    i = hit.start - 1
    while i > 0 and reading.doc[i].lower_ in JOINING:
        i -= 1
    return i > 0 and reading.doc[i].text == "," and is_followed(reading, hit)


def _of_fronted(hit: CueHit, start: int) -> Token | None:
    """The main clause's subject behind a participle that opens the sentence: "Calling the raid a crime, the bloc urged"."""
    verb = hit.head
    if not hit.is_participle or verb.i > start + 1 or verb.dep_ not in {"advcl", "ccomp", "dep", "csubj"}:
        return None
    return next((child for child in verb.head.children if child.dep_ in SUBJECTS and child.i > verb.i), None)


def _own(verb: Token) -> Token | None:
    return min((child for child in verb.children if child.dep_ in SUBJECTS), key=lambda child: abs(child.i - verb.i), default=None)


def _is_misplaced(reading: Reading, subject: Token, verb: Token) -> bool:
    """A subject inside a quotation that the verb is outside of belongs to what is said."""
    return reading.quote_at(subject.i) != reading.quote_at(verb.i) and reading.sentence(subject.i) != reading.sentence(verb.i)
