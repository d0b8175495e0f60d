"""Objects and infinitives that a cue takes as its content: "condemned X", "accused X of Y", "vowed to Y", "called X Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.content import content_span, is_marked, right_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

NOMINAL = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM"})
MUTE = frozenset(
    {
        "comment",
        "say",
        "elaborate",
        "answer",
        "confirm",
        "discuss",
        "name",
        "specify",
        "give",
        "identify",
        "disclose",
        "reveal",
        "speak",
        "respond",
    }
)
DISPLEASURE = frozenset(
    [
        "anger",
        "outrage",
        "dissatisfaction",
        "dismay",
        "concern",
        "displeasure",
        "indignation",
        "alarm",
        "regret",
        "disgust",
        "horror",
        "condemnation",
        "protest",
        "unease",
        "frustration",
        "disappointment",
    ]
)
OBJECTS = frozenset({"object", "object_as", "object_quoted", "put", "gerund", "object_from:responsibility", "quote_as"})
QUANTITY = frozenset({"dozens", "scores", "hundreds", "thousands", "no"})


def content(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """The content that stands as the cue's object or infinitive; empty where it has none of a shape it takes."""
    start = _start(reading, hit, frame)
    if start is None:
        return ()
    end = right_end(reading, hit, start, frame.end)
    if "put" in hit.cue.frames:
        end = next((i for i in range(start, end) if reading.doc[i].text == ","), end)
    if end <= start or not _holds(reading, hit, start, end):
        return ()
    span = content_span(reading, start, end)
    return (span,) if span else ()


def is_given(hit: CueHit, frame: Frame) -> bool:
    """Whether the cue has an object before what follows its colon ("expects the reverse: ...")."""
    return bool(hit.cue.frames & OBJECTS) and any(
        child.dep_ in {"dobj", "ccomp", "xcomp"} and frame.after <= child.i < frame.stop for child in hit.head.children
    )


def _start(reading: Reading, hit: CueHit, frame: Frame) -> int | None:
    frames = hit.cue.frames
    if hit.head.i > frame.after - 1 and hit.start != hit.head.i:
        return None
    i = _past_adverbs(reading, hit.end, frame.end)
    if i >= frame.end or frame.after > hit.end:  # the subject stands behind an inverted cue
        return None
    if frames & {"infinitive"} and _is_infinitive(reading, i, frame.end):
        return i
    if frames & {"addressee_infinitive"} and _has_infinitive(reading, hit, i, frame.end):
        return i
    if frames & {"of", "for"} and reading.doc[i].lower_ in {"of", "against", "about", "for"}:
        return i + 1
    if frames & OBJECTS and _is_object(reading, hit, i, frame):
        return hit.start + len(hit.cue.words) - 2 if "object_from:responsibility" in frames else i
    return None


def _past_adverbs(reading: Reading, i: int, end: int) -> int:
    while (
        i < end and reading.doc[i].pos_ == "ADV" and reading.doc[i].lower_ not in {"not", "as", "more", "less", "nearly", "almost", "about"}
    ):
        i += 1
    return i


def _is_infinitive(reading: Reading, i: int, end: int) -> bool:
    doc = reading.doc
    j = i + 1 if doc[i].lower_ in {"not", "never"} else i
    return j + 1 < end and doc[j].lower_ == "to" and any(doc[k].tag_ == "VB" for k in range(j + 1, min(j + 4, end)))


def _has_infinitive(reading: Reading, hit: CueHit, i: int, end: int) -> bool:
    """An addressee and what it is to do: "urged all sides to stop"."""
    doc = reading.doc
    if doc[i].pos_ not in NOMINAL or doc[i].lower_ in {"not", "to"}:
        return False
    for child in hit.head.children:
        if (
            child.i > i
            and child.tag_ == "VB"
            and child.dep_ in {"ccomp", "xcomp", "advcl"}
            and any(to.lower_ == "to" for to in child.lefts)
        ):
            return child.i < end and not any(doc[k].text == ";" for k in range(i, child.i))
    for k in range(i, min(i + 14, end - 1)):
        if doc[k].text in {",", ";", ":"} or reading.is_finite(doc[k]):
            return False
        if doc[k].lower_ == "to" and any(each.tag_ == "VB" for each in doc[k + 1 : min(k + 4, end)]):
            return True
    return False


def _is_object(reading: Reading, hit: CueHit, i: int, frame: Frame) -> bool:
    token = reading.doc[i]
    if token.text in {",", ".", ";", ":", "—", "–", ")"} or token.is_space:
        return False
    if reading.quote_opening(i) is not None:
        return True
    if token.lower_ == "that":  # no clause, else it had been found
        return True
    if token.tag_ == "VBG":
        return bool(hit.cue.frames & {"gerund", "object"})
    if token.pos_ in {"ADP", "SCONJ", "CCONJ", "PART"} and token.lower_ not in {"as", "at", "up", "some", "more", "over", "about"}:
        return False
    if any(date.span.start == token.idx for date in reading.annotated.dates) and not any(
        child.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} and child.left_edge.i == i for child in hit.head.children
    ):
        return False
    if token.pos_ in NOMINAL or token.lower_ in {"as", "at", "more", "up"}:
        return True
    return any(child.i > hit.head.i and child.dep_ in {"dobj", "ccomp", "xcomp", "oprd", "attr"} for child in hit.head.children)


def _holds(reading: Reading, hit: CueHit, start: int, end: int) -> bool:
    frame = next((frame for frame in ("put", "object_quoted") if frame in hit.cue.frames), hit.cue.condition)
    check = CHECKS.get(frame)
    return check is None or check(reading, start, end)


def _quote(reading: Reading, start: int, end: int) -> bool:
    return is_marked(reading.text[reading.doc[start].idx : reading.doc[end - 1].idx + len(reading.doc[end - 1].text)])


def _quantity(reading: Reading, start: int, end: int) -> bool:
    return any(token.pos_ == "NUM" or token.lower_ in QUANTITY or token.like_num for token in reading.doc[start : min(end, start + 6)])


def _event(reading: Reading, start: int, end: int) -> bool:
    span = reading.span(start, end)
    return _quote(reading, start, end) or any(trigger.overlaps(span) for event in reading.events for trigger in event.triggers)


def _word(*words: str) -> Callable[[Reading, int, int], bool]:
    return lambda reading, start, end: any(token.lower_ in words for token in reading.doc[start + 1 : min(end, start + 30)])


def _put(reading: Reading, start: int, end: int) -> bool:
    return _word("at", "above", "below", "between")(reading, start, end) and _quantity(reading, start, end) | any(
        t.like_num for t in reading.doc[start:end]
    )


def _complement(reading: Reading, start: int, end: int) -> bool:
    """Something is called something: a second phrase follows the object."""
    doc = reading.doc
    if _quote(reading, start, end):
        return True
    if doc[start].lower_ in {"for", "on", "off", "up", "in", "out"}:
        return False
    return any(
        doc[i].lower_ in {"a", "an", "the"} or doc[i].pos_ == "ADJ"
        for i in range(start + 1, min(end, start + 12))
        if doc[i - 1].pos_ in {"NOUN", "PROPN", "PRON"}
    )


def _displeasure(reading: Reading, start: int, end: int) -> bool:
    return any(token.lemma_ in DISPLEASURE for token in reading.doc[start : min(end, start + 5)])


def _stance(reading: Reading, start: int, end: int) -> bool:
    words = {
        "call",
        "calls",
        "plan",
        "proposal",
        "decision",
        "move",
        "deal",
        "agreement",
        "idea",
        "ceasefire",
        "truce",
        "resolution",
        "effort",
        "efforts",
        "initiative",
        "bid",
    }
    return _quote(reading, start, end) or any(token.lower_ in words for token in reading.doc[start : min(end, start + 6)])


def _claimed(reading: Reading, start: int, end: int) -> bool:
    words = {
        "claim",
        "claims",
        "report",
        "reports",
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "idea",
        "suggestion",
        "suggestions",
        "charge",
        "charges",
    }
    words |= {
        "warning",
        "warnings",
        "criticism",
        "concerns",
        "threat",
        "threats",
        "offer",
        "proposal",
        "plan",
        "call",
        "calls",
        "demands",
        "fears",
        "notion",
        "talk",
        "as",
    }
    return _event(reading, start, end) or any(token.lower_ in words for token in reading.doc[start : min(end, start + 12)])


def _substance(reading: Reading, start: int, end: int) -> bool:
    return not any(token.lemma_ in MUTE for token in reading.doc[start : min(end, start + 3)])


CHECKS: dict[str, Callable[[Reading, int, int], bool]] = {
    "quote": _quote,
    "event": lambda reading, start, end: _event(reading, start, end) or _quantity(reading, start, end),
    "quantity": _quantity,
    "as": _word("as"),
    "to": _word("to"),
    "to_quote": lambda reading, start, end: _quote(reading, start, end) and _word("to", "with")(reading, start, end),
    "of": _word("of"),
    "complement": _complement,
    "displeasure": _displeasure,
    "stance": _stance,
    "claimed": _claimed,
    "substance": _substance,
    "put": _put,
    "object_quoted": _quote,
}
