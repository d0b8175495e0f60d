"""Descriptions and pronouns that stand for an actor named before: "the group", "the president", "he"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.scene import Scene

GROUP = (
    r"(?:militant |rebel |armed |Islamist |jihadist |insurgent |paramilitary |separatist |terrorist |extremist |guerrilla )?"
    r"(?:group|movement|militia|rebels|militants|insurgents|guerrillas|organi[sz]ation|"
    r"fighters|jihadists|gang|faction|gunmen|paramilitaries|separatists|cartel|front)"
)
HOLDER = (
    r"(?:president|governor|mayor|prime minister|premier|chancellor|secretary of state|general|emir|minister|commander|ambassador|envoy)"
)


def _the(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:{nouns})\b")


RULES = (
    (re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) {GROUP}\b"), ("armed_group",), None),
    (_the("attackers|assailants|bandits|kidnappers|raiders"), ("armed_group",), None),
    (_the("ministry|department"), ("government",), "ministry|department|foreign-office|home-office"),
    (_the("service|agency"), ("government", "igo", "media"), "servic|agency|intelligence|security|sbu|fsb|news|iaea|unrwa|unhcr|press"),
    (
        _the("company|firm|manufacturer|arms ?maker|drone ?maker|start-up|carrier|airline|concern|operator|conglomerate"),
        ("company",),
        None,
    ),
    (_the("alliance|bloc|regional bloc"), ("igo",), None),
    (_the(r"(?:UN |U\.N\. )?(?:mission|peacekeeping mission|world body|watchdog)"), ("igo",), None),
    (_the("coalition"), ("military", "igo", "armed_group"), "coalition|alliance"),
    (_the("brigade|regiment|battalion|division|unit|corps"), ("military",), "brigade|regiment|battalion|division|corps"),
    (
        _the(
            "think[ -]tank|charity|NGO|rights group|aid group|monitor|war monitor|monitoring group|observatory|institute|watchdog|"
            "research group|campaigners"
        ),
        ("ngo",),
        None,
    ),
    (_the("broadcaster|newspaper|news agency|outlet|paper|channel|network"), ("media",), None),
    (_the("council|commission|committee"), ("government", "igo"), "council|commission|committee"),
    (_the("party"), ("party",), None),
    (re.compile(rf"\b[Tt]he {HOLDER}\b(?! of)"), ("person",), None),
)
ORGANISED = ("group", "movement", "organisation", "organization", "cartel", "front", "faction", "militia")
UNNAMED = 10  # the rank of "gunmen", "rebels"
SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]{3,}s?)\b(?! [A-Z])")
PRONOUN = re.compile(r"\b(?:he|she|He|She)\b")


def resolve_descriptions(scene: Scene, named: list[Candidate]) -> Iterator[Candidate]:
    """Definite descriptions whose antecedent was named before."""
    for pattern, kinds, needs in RULES:
        fitting = [each for each in named if each.identity.kind in kinds and (not needs or re.search(needs, each.identity.actor_id))]
        for match in pattern.finditer(scene.text) if fitting else ():
            antecedent = None if _modifies(scene, match.end()) else _antecedent(scene, fitting, match)
            if antecedent:
                yield Candidate(match.start(), match.end(), antecedent, 40)


def resolve_short_names(scene: Scene, named: list[Candidate]) -> Iterator[Candidate]:
    """The last word of a body's name, capitalised, for the body: "the Council" after "the Riverside Council"."""
    bodies = [each for each in named if each.identity.kind not in ("person", "state", "civilians") and each.end - each.start > 8]
    last_words = {scene.text[each.start : each.end].split()[-1]: each for each in reversed(bodies)}
    for match in SHORT.finditer(scene.text):
        each = last_words.get(match.group(1))
        if each and each.end < match.start() and match.group(1)[0].isupper():
            yield Candidate(match.start(), match.end(), each.identity, 35)


def resolve_pronouns(scene: Scene, named: list[Candidate]) -> Iterator[Candidate]:
    """He and she as the last person named in the same paragraph or the one before."""
    persons = [each for each in named if each.identity.kind == "person"]
    starts = [each.start for each in persons]
    for match in PRONOUN.finditer(scene.text):
        at = bisect_left(starts, match.start())
        if at and match.start() - persons[at - 1].end < 400:
            yield Candidate(match.start(), match.end(), persons[at - 1].identity, 5, is_named=False)


def _modifies(scene: Scene, end: int) -> bool:
    """Whether the description is only the first half of another ("the group chat")."""
    return scene.is_compound(end - 1)


def _antecedent(scene: Scene, fitting: list[Candidate], match: re.Match[str]) -> Identity | None:
    """Who was named last before the description, for an office its last holder."""
    before = fitting[: bisect_left(fitting, match.start(), key=attrgetter("end"))]
    if match.group().split()[-1] in ORGANISED:  # "the group" is one with a name where there is one
        before = [each for each in before[-50:] if each.rank > UNNAMED] or before
    if before and before[-1].identity.kind == "person":
        office = match.group().split()[-1].lower()
        return next((each.identity for each in reversed(before[-50:]) if office in _titles(scene, each)), None)
    return before[-1].identity if before else None


def _titles(scene: Scene, each: Candidate) -> str:
    """The words around a person's mention that may say an office, with the office known."""
    return f"{scene.text[each.start : each.end]} {each.identity.role_title or ''} {scene.text[each.end : each.end + 40]}".lower()
