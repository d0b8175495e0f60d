"""What speaks for and against an event being one that a person would code, as traits that the decision `is_event` weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newspkg.extract.events.draft import Draft
from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children

DETERMINERS = frozenset("the a an this that its their his any no another".split())
QUOTES = ('"', "“")
BACKWARD = frozenset("since year years month months war last earlier previous".split())


def event_traits(events: Sequence[Draft], number: int, scene: Scene) -> tuple[str, ...]:
    """The traits of the event of that number among those of its article."""
    event = events[number]
    return (*_kind(event), *_filled(event), *_age(event, scene), *_grammar(event), *_beside(events, event, scene))


def _kind(event: Draft) -> Iterator[str]:
    token, entry = event.token, event.trigger.entry
    yield f"type={event.event_type}"
    yield f"subtype={event.event_subtype}"
    yield f"frame={entry.frame}"
    yield f"needs={bool(entry.needs)}"
    yield f"lemma={token.lemma_.lower()}"
    yield from (f"pos={token.pos_}", f"tag={token.tag_}", f"dep={token.dep_}", f"{event.event_type}+{token.pos_}")
    yield f"fact={event.factuality}"
    yield f"firm={event.is_firm}"
    yield f"part={event.is_part}"
    yield "tellings=" + _up_to(len(event.triggers), (1, 2, 3))


def _filled(event: Draft) -> Iterator[str]:
    slots = {
        "date": event.date, "place": event.place, "weapon": event.weapons, "toll": event.fatalities or event.injured,
        "target_kind": event.target_kind, "roles": event.roles,
    }  # fmt: skip
    for name, filler in slots.items():
        yield f"{name}={bool(filler)}"
    count = sum(map(bool, slots.values()))
    yield from (f"slots={count}", f"{event.event_type}+slots={count}")
    yield from (f"{event.event_type}+date={bool(event.date)}", f"{event.event_type}+place={bool(event.place)}")
    for role in sorted({each.role for each in event.roles}):
        yield f"role={role}"
    if event.place:
        yield f"precision={event.place.precision}"


def _age(event: Draft, scene: Scene) -> Iterator[str]:
    """How long before the article, where in it."""
    today = scene.annotated.document.article.published_on
    yield "at=" + _up_to(round(100 * event.token.idx / max(1, len(scene.doc.text))), (10, 30, 60, 80))
    if event.date is None or event.date.start is None or today is None:
        yield "age=none"
        return
    yield "age=" + _up_to((today - event.date.start).days, (-1, 1, 7, 31, 365))
    yield f"date_precision={event.date.precision}"
    if event.date.end != event.date.start:
        yield "range"


def _grammar(event: Draft) -> Iterator[str]:
    token = event.token
    yield f"root={token.dep_ == 'ROOT'}"
    if token.pos_ == "NOUN":
        words = [child.lower_ for child in children(token, "det", "poss")]
        yield "determiner=" + (words[0] if words and words[0] in DETERMINERS else "other" if words else "none")
        yield "below=" + (token.head.lower_ if token.head.pos_ == "ADP" else token.head.pos_)
        return
    for child in children(token, "aux", "auxpass", "mark"):
        yield f"{child.dep_}={child.lower_}"
    if children(token, "neg"):
        yield "negated"
    if not children(token, "nsubj", "nsubjpass", "csubj"):
        yield "no subject"


def _beside(events: Sequence[Draft], event: Draft, scene: Scene) -> Iterator[str]:
    """What else the article and the sentence tell."""
    here, others = scene.sentence[event.token.i], [each for each in events if each is not event]
    near = [each for each in others if scene.sentence[each.token.i] == here]
    before = [each for each in others if each.event_type == event.event_type and each.token.i < event.token.i]
    yield "alike=" + _up_to(sum(each.event_subtype == event.event_subtype for each in others), (0, 1, 3))
    yield "near=" + _up_to(len(near), (0, 1, 2))
    yield "before=" + _up_to(len(before), (0, 1, 3))
    if any(each.event_type == event.event_type for each in near):
        yield "twin"
    if event.place and any(each.place and each.place.name == event.place.name for each in before):
        yield "place told before"
    words = scene.words_in(here)
    yield f"quoted={not words.isdisjoint(QUOTES)}"
    for word in sorted(words & BACKWARD):
        yield f"word={word}"


def _up_to(number: int, bounds: Sequence[int]) -> str:
    """The first of the rising bounds that a number does not pass."""
    return next((f"<={bound}" for bound in bounds if number <= bound), f">{bounds[-1]}")
