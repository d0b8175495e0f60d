"""Descriptions and pronouns that stand for an actor named before: "the group", "the president", "he"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.scene import Candidate, Scene

GROUP = (
    r"(?:militant |rebel |armed |Islamist |jihadist )?(?:group|movement|militia|rebels|militants|insurgents|guerrillas|"
    r"fighters|jihadists|gang|faction|gunmen)"
)
HOLDER = r"(?:president|governor|mayor|prime minister|premier|chancellor|secretary of state|general|emir|minister|commander)"
RULES = (
    (re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) {GROUP}\b"), "armed_group", None),
    (re.compile(r"\b[Tt]he (?:attackers|assailants|paramilitaries|bandits|kidnappers|raiders)\b"), "armed_group", None),
    (re.compile(r"\b[Tt]he ministry\b"), "government", "ministry"),
    (re.compile(r"\b[Tt]he (?:service|agency)\b"), "government", "servic|agency|intelligence|security|sbu|fsb"),
    (re.compile(r"\b[Tt]he (?:company|firm|manufacturer|arms maker|start-up|carrier)\b"), "company", None),
    (re.compile(r"\b[Tt]he (?:alliance|bloc)\b"), "igo", None),
    (re.compile(r"\b[Tt]he (?:occupiers|invaders|enemy)\b"), "military", None),
    (re.compile(rf"\b[Tt]he {HOLDER}\b(?! of)"),
     "person", None),
)  # fmt: skip
SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]{3,}s?)\b(?! [A-Z])")
PRONOUN = re.compile(r"\b(?:he|she|He|She)\b")


def resolve_descriptions(scene: Scene, named: list[Candidate]) -> Iterator[Candidate]:
    """Definite descriptions whose antecedent was named before."""
    for pattern, kind, needs in RULES:
        for match in pattern.finditer(scene.text):
            antecedent = _antecedent(scene, named, match, kind, needs)
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


def _antecedent(scene: Scene, named: list[Candidate], match: re.Match[str], kind: str, needs: str | None) -> Identity | None:
    before = [each for each in named if each.end <= match.start() and each.identity.kind == kind]
    if needs:
        before = [each for each in before if re.search(needs, each.identity.actor_id)]
    if kind == "person":
        office = match.group().split()[-1].lower()
        before = [each for each in before if office in _titles(scene, each)]
    return before[-1].identity if before else None


def _titles(scene: Scene, each: Candidate) -> str:
    """The words around a person's mention that may say an office, with the office known."""
    return f"{scene.text[each.start : each.end]} {each.identity.role_title or ''} {scene.text[each.end : each.end + 40]}".lower()
