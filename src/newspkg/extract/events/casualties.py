"""Deaths and injuries: who was counted, how many, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import children, conjuncts
from newspkg.model import Casualties, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["fatalities", "injured"]
DEATH_VERBS = frozenset(["kill", "die", "perish", "slay", "massacre", "execute", "assassinate", "murder", "behead", "slaughter", "drown"])
HURT_VERBS = frozenset(["wound", "injure", "hurt", "maim", "hospitalise", "hospitalize"])
DEAD_WORDS = frozenset(["dead", "killed"])
HURT_WORDS = frozenset(["wounded", "injured", "hurt"])
NOBODY = re.compile(
    r"(?i)\b(?:no (?:casualties|injuries|deaths|victims|one (?:was|had been|were) (?:hurt|killed|injured|wounded)|fatalities)"
    r"|nobody (?:was|had been) (?:hurt|killed|injured)"
    r"|without (?:casualties|injuries|loss of life)|no (?:dead|deaths) or (?:wounded|injured|injuries))"
)
NO_DEATHS = re.compile(r"(?i)\b(?:no (?:deaths|fatalities|one (?:was|died|had been) ?(?:killed)?)|nobody (?:was killed|died))")
SINGULAR = frozenset(["a", "an", "one", "his", "her", "their", "another", "the"])


def no_casualties(text: str, start: int, end: int) -> Span | None:
    """The words of a sentence that say that nobody was hurt."""
    found = NOBODY.search(text, start, end)
    return Span(found.start(), found.end()) if found else None


def counted(token: Token, scene: Scene) -> list[tuple[Kind, Casualties]]:
    """What a verb or adjective of death or injury says of numbers; empty where it says none."""
    lemma = token.lemma_.lower()
    victims = _victims(token)
    kind: Kind = "injured" if lemma in HURT_VERBS or token.lower_ in HURT_WORDS else "fatalities"
    if _joined(token):
        return []  # "killed or wounded" together fills neither
    numbers = [value for victim in victims if (value := _number(victim, scene)) is not None]
    if not numbers:
        return []
    return [(kind, _sum(numbers))]


def _joined(token: Token) -> bool:
    near = token.doc[max(0, token.i - 2) : token.i + 3].text.lower()
    return any(
        f"{a} or {b}" in near or (f"{a} and {b}" in near and f"{b} and" not in near and " or " in near)
        for a in ("killed", "dead")
        for b in ("wounded", "injured", "hurt")
    )


def _victims(token: Token) -> list[Token]:
    from newspkg.extract.events.syntax import is_passive, of_verb

    if token.pos_ in ("VERB", "AUX"):
        arguments = of_verb(token)
        if token.lemma_ in ("die", "perish", "drown"):
            return list(arguments.agents)
        return list(arguments.patients) if arguments.patients or not is_passive(token) else []
    if token.dep_ in ("amod", "acomp", "oprd", "ccomp", "attr") and token.head.pos_ in ("NOUN", "VERB", "NUM", "AUX"):
        head = token.head
        if head.pos_ in ("NOUN", "NUM"):
            return [head]
        return [each for noun in children(head, "dobj", "nsubj") for each in conjuncts(noun)]
    return list(children(token, "nummod", "nsubj", "quantmod")) or ([token] if token.pos_ == "NOUN" else [])


def _number(victim: Token, scene: Scene) -> tuple[int | None, int | None, int | None, Span] | None:
    """low, best, high and the span of a counted noun phrase."""
    quantity = scene.quantity_of(victim) or next((q for c in victim.children if (q := scene.quantity_of(c))), None)
    if quantity is not None:
        if quantity.value is None:
            return None
        n, at = int(quantity.value), quantity.span
        return {
            "exact": (n, n, n, at),
            "at_least": (n, n, None, at),
            "at_most": (None, n, n, at),
            "about": (None, n, None, at),
        }[quantity.qualifier]
    span = Span(victim.idx, victim.idx + len(victim))
    if victim.tag_ == "NNP" and (actor := scene.actor_at(victim)) is not None and actor.kind == "person":
        return 1, 1, 1, span
    if (
        victim.tag_ == "NN"
        and any(child.lower_ in SINGULAR for child in children(victim, "det", "poss", "nummod"))
        and victim.lemma_ in SINGULAR_PEOPLE
    ):
        return 1, 1, 1, span
    return None


SINGULAR_PEOPLE = frozenset(
    [
        "man",
        "woman",
        "child",
        "boy",
        "girl",
        "soldier",
        "civilian",
        "person",
        "resident",
        "pensioner",
        "teenager",
        "guard",
        "driver",
        "officer",
        "policeman",
        "worker",
        "journalist",
        "medic",
        "doctor",
        "nurse",
        "student",
        "teacher",
        "villager",
        "baby",
        "infant",
        "pupil",
        "passenger",
        "commander",
        "fighter",
        "militant",
        "leader",
        "mother",
        "father",
        "son",
        "daughter",
        "husband",
        "wife",
        "brother",
        "sister",
        "farmer",
        "sailor",
        "fisherman",
        "paramedic",
        "rescuer",
        "firefighter",
        "peacekeeper",
        "contractor",
        "general",
        "colonel",
        "protester",
        "mayor",
        "official",
        "minister",
        "gunman",
        "attacker",
        "policewoman",
        "grandmother",
        "grandfather",
        "pilot",
        "crewman",
        "toddler",
        "member",
        "employee",
        "cameraman",
        "reporter",
        "photographer",
        "priest",
        "imam",
        "cleric",
        "settler",
        "tourist",
    ]
)


def _sum(numbers: list[tuple[int | None, int | None, int | None, Span]]) -> Casualties:
    if len(numbers) == 1:
        return Casualties(*numbers[0])
    low, best, high = ([number[which] for number in numbers] for which in (0, 1, 2))
    return Casualties(_total(low), _total(best), _total(high), Span(numbers[0][3].start, max(number[3].end for number in numbers)))


def _total(column: Sequence[object]) -> int | None:
    """The sum, or None where any of it is not known."""
    known = [value for value in column if isinstance(value, int)]
    return sum(known) if len(known) == len(column) else None
