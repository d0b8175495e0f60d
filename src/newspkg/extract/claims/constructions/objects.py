"""Objects and infinitives that a cue takes as its content: "condemned X", "accused X of Y", "vowed to Y", "called X Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.contents.conditions import holds
from newspkg.extract.claims.contents.content import content_span
from newspkg.extract.claims.contents.ends import right_end
from newspkg.extract.claims.contents.trim import object_end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.cues import CueHit
    from newspkg.extract.claims.frame import Frame
    from newspkg.extract.claims.reading import Reading
    from newspkg.model import Span

LONGEST_GAP = 12  # tokens of time and place before an infinitive
NOMINAL = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM"})
OBJECTS = frozenset({"object", "object_as", "object_quoted", "put", "gerund", "object_from:responsibility", "quote_as"})


def content(reading: Reading, hit: CueHit, frame: Frame) -> tuple[Span, ...]:
    """The content that stands as the cue's object or infinitive; empty where it has none of a shape it takes."""
    start = _start(reading, hit, frame)
    if start is None:
        return ()
    end = object_end(reading, hit, start, right_end(reading, hit, start, frame.end))
    if hit.cue.condition == "figure" and holds(reading, hit, start, end):  # "gave other figures: 26 dead"
        start = next((i + 1 for i in range(start, end - 1) if reading.doc[i].text == ":"), start)
    if end <= start or not holds(reading, hit, start, end):
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
    if frames & {"infinitive"} and (found := _later_infinitive(reading, hit, i, frame.end)) is not None:
        return found
    if frames & {"of", "for"} and reading.doc[i].lower_ in {"of", "against", "about", "for"}:
        return i + 1
    if frames & OBJECTS and not _is_object(reading, hit, i, frame):
        i = _later_object(reading, hit, i, frame.end)
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


def _later_infinitive(reading: Reading, hit: CueHit, i: int, end: int) -> int | None:
    """Where an infinitive begins behind a time or place ("threatened on Tuesday to leave")."""
    doc = reading.doc
    for child in hit.head.children:
        if child.tag_ != "VB" or child.dep_ not in {"xcomp", "advcl", "ccomp"} or not i < child.i < end:
            continue
        to = next((each.i for each in child.lefts if each.lower_ == "to"), None)
        if to is not None and to - i <= LONGEST_GAP and not any(_parts(doc[k], hit) for k in range(i, to)):
            return to
    return None


def _parts(token: Token, hit: CueHit) -> bool:
    """Whether a token keeps an infinitive behind it from being the cue's: an object of its own, or a break."""
    return token.text in {";", ":", "."} or (token.head == hit.head and token.dep_ in {"dobj", "ccomp", "conj"})


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


def _later_object(reading: Reading, hit: CueHit, i: int, end: int) -> int:
    """Where the object begins behind a time or place ("promised on Thursday 60 missiles", "denied in May having met"); else `i`."""
    objects = (child for child in hit.head.children if child.dep_ == "dobj" or (child.dep_ == "xcomp" and child.left_edge.tag_ == "VBG"))
    found = next((child for child in objects if i < child.left_edge.i < end), None)
    if found is None or reading.doc[i].dep_ not in {"prep", "npadvmod"} or reading.doc[i].head != hit.head:
        return i
    return found.left_edge.i if found.left_edge.i == reading.doc[i].right_edge.i + 1 else i


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
    if (
        token.dep_ != "poss"
        and any(date.span.start == token.idx for date in reading.annotated.dates)
        and not any(child.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} and child.left_edge.i == i for child in hit.head.children)
    ):
        return False
    if token.pos_ in NOMINAL or token.lower_ in {"as", "at", "more", "up"}:
        return True
    return any(child.i > hit.head.i and child.dep_ in {"dobj", "ccomp", "xcomp", "oprd", "attr"} for child in hit.head.children)
