"""What must hold of an object beside its shape, by the `condition` of its cue: a quantity in it, a quotation, something said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.content import is_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.reading import Reading

    Check = Callable[[Reading, int, int], bool]

AMOUNTS = frozenset({"dozen", "dozens", "scores", "hundreds", "thousands", "no", "twice", "double", "half"})
PARTICLES = frozenset({"for", "on", "off", "up", "in", "out"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})


def holds(reading: Reading, hit: CueHit, start: int, end: int) -> bool:
    """Whether the tokens `start` to `end` are an object that the cue attributes."""
    frame = next((frame for frame in ("put", "object_quoted") if frame in hit.cue.frames), hit.cue.condition)
    if "object_as" in hit.cue.frames and reading.doc[start].lower_ in REFLEXIVE:
        return False
    check = CHECKS.get(frame)
    return check is None or check(reading, start, end)


def _quote(reading: Reading, start: int, end: int) -> bool:
    return is_marked(reading.text[reading.doc[start].idx : reading.doc[end - 1].idx + len(reading.doc[end - 1].text)])


def _quantity(reading: Reading, start: int, end: int) -> bool:
    return any(token.like_num or token.lower_ in AMOUNTS for token in reading.doc[start : min(end, start + 6)])


def _event(reading: Reading, start: int, end: int) -> bool:
    span = reading.span(start, end)
    return _quote(reading, start, end) or any(trigger.overlaps(span) for event in reading.events for trigger in event.triggers)


def _happening(reading: Reading, start: int, end: int) -> bool:
    return _event(reading, start, end) or _quantity(reading, start, end)


def _any_of(*words: str) -> Check:
    """One of these words behind the object's first."""
    return lambda reading, start, end: any(token.lower_ in words for token in reading.doc[start + 1 : min(end, start + 30)])


def _listed(kind: str, reach: int, otherwise: Check | None = None) -> Check:
    """One of the codelist's words of a kind among the first `reach` tokens."""

    def check(reading: Reading, start: int, end: int) -> bool:
        words = reading.lexicon.words(kind)
        near = reading.doc[start : min(end, start + reach)]
        return any(token.lower_ in words or token.lemma_.lower() in words for token in near) or (
            otherwise is not None and otherwise(reading, start, end)
        )

    return check


def _figure(reading: Reading, start: int, end: int) -> bool:
    """A figure that is given: "a toll of 40", "its losses as 40 dead"."""
    return _listed("figure", 5)(reading, start, end) and any(token.like_num for token in reading.doc[start:end])


def _toll(reading: Reading, start: int, end: int) -> bool:
    return _figure(reading, start, end) and _any_of("to", "from", "by")(reading, start, end)


def _put(reading: Reading, start: int, end: int) -> bool:
    return _any_of("at", "above", "below", "between")(reading, start, end) and any(
        token.like_num or token.lower_ in AMOUNTS for token in reading.doc[start:end]
    )


def _complement(reading: Reading, start: int, end: int) -> bool:
    """Something is called something: a second phrase follows the object."""
    doc = reading.doc
    if _quote(reading, start, end):
        return True
    if any(token.dep_ == "oprd" for token in doc[start + 1 : min(end, start + 12)]):
        return True
    return doc[start].lower_ not in PARTICLES and any(
        doc[i].lower_ in {"a", "an", "the"} or doc[i].pos_ == "ADJ"
        for i in range(start + 1, min(end, start + 12))
        if doc[i - 1].pos_ in {"NOUN", "PROPN", "PRON"}
    )


def _substance(reading: Reading, start: int, end: int) -> bool:
    return not _listed("mute", 3)(reading, start, end)


CHECKS: dict[str, Check] = {
    "quote": _quote,
    "event": _happening,
    "quantity": _quantity,
    "as": _any_of("as"),
    "to": _any_of("to"),
    "to_quote": lambda reading, start, end: _quote(reading, start, end) and _any_of("to", "with")(reading, start, end),
    "of": _any_of("of"),
    "complement": _complement,
    "displeasure": _listed("displeasure", 5),
    "stance": _listed("stance", 6, _quote),
    "claimed": _listed("claimed", 12, _event),
    "responsible": _any_of("responsible", "accountable", "liable", "culpable"),
    "substance": _substance,
    "figure": _figure,
    "toll": _toll,
    "put": _put,
    "object_quoted": _quote,
}
