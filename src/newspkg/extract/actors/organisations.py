"""Organisations that no list holds, by the head of their capitalised name: "the Free Officers Brigade", "Riverside Institute"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.scene import Candidate, Scene

HEADS = {
    "company": "Company Corp Corporation Inc Ltd LLC Holdings Industries Shipping Airlines Airways Dynamics Technologies Aerospace "
    "Aeronautics Shipyards Motors Maritime Electronics Robotics Logistics Petroleum",
    "ngo": "Foundation Institute Observatory Network Society Association Federation Watch Initiative Monitor Charity Crescent Cross "
    "Project Fund Thinktank Coalition",
    "media": "News Times Post Radio TV Television Herald Tribune Gazette Newspaper Broadcasting Press Telegraph",
    "government": "Agency Commission Committee Council Authority Bureau Department Directorate Inspectorate Secretariat Administration",
    "armed_group": "Front Movement Brigades Army Militia Cartel Gang Resistance Brotherhood Battalions Mujahideen Fighters",
    "military": "Command Corps Fleet Regiment Squadron Brigade Battalion",
    "party": "Party",
}
KIND_OF = {head: kind for kind, heads in HEADS.items() for head in heads.split()}
HEAD = re.compile(r"\b(?:" + "|".join(sorted(KIND_OF, key=lambda head: (-len(head), head))) + r")\b")
CAPITAL = r"[A-Z][\w'&-]*"
BEFORE = re.compile(rf"(?:{CAPITAL} (?:(?:of|for|and) (?:the )?)?){{1,6}}$")
AFTER = re.compile(rf" (?:of|for) (?:the )?{CAPITAL}(?:(?: and| of|,)? {CAPITAL}){{0,3}}")
OWNER = re.compile(r"^[A-Z]\w+'s ")
HELP = re.compile(r"\b(?:Relief|Rescue|Rights|Solidarity|Refugees?|Aid|Peace|Citizens|Journalists)\b")
AT = re.compile(r"\b(?:in|at|near|inside|outside|around|on|into|through) (?:the |a |an )?$")
ACTING = frozenset({"nsubj", "pobj", "appos", "dobj", "conj", "poss", "nsubjpass"})
SPEAKING = frozenset({"nsubj", "conj"})


def find_organisations(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each capitalised name that ends in the head of an organisation, where it acts, is acted on or speaks."""
    for match in HEAD.finditer(scene.text):
        before = BEFORE.search(scene.text[max(0, match.start() - 80) : match.start()])
        after = AFTER.match(scene.text, match.end(), match.end() + 60)
        kind = KIND_OF[match.group()]
        start = match.start() - (len(before.group()) if before else 0)
        start, end = _without_article(scene, start), after.end() if after else match.end()
        is_name = start < match.start() or (after and kind not in ("company", "media") and match.group() != "Army")
        if is_name and _acts(scene, start, match.end() - 1, kind):
            yield Candidate(start, end, _identity(scene, start, end, kind), 57)


def _without_article(scene: Scene, start: int) -> int:
    for word in ("The ", "A ", "An ", "In ", "At ", "But ", "And ", "On "):
        if scene.text.startswith(word, start):
            return start + len(word)
    return start


def _acts(scene: Scene, start: int, last: int, kind: str) -> bool:
    token = scene.token_at.get(last)
    after = scene.text[last + 1 : last + 5]
    if token is None or AT.search(scene.text[max(0, start - 12) : start]) or re.match(r" \d|-|'s [A-Z]", after):
        return False
    while token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.text[:1].isupper():
        token = token.head
    return token.dep_ in (SPEAKING if kind == "media" else ACTING)


def _identity(scene: Scene, start: int, end: int, kind: str) -> Identity:
    """Its country is one in its name or just before it; else it is of the country the text speaks of."""
    name = OWNER.sub("", scene.text[start:end])
    if kind == "government" and HELP.search(name):
        kind = "ngo"
    inside = next((hit.value.alpha3 for hit in scene.countries if start <= hit.start < end), None)
    before = scene.qualifier_before(start)
    alpha3 = inside or scene.place_in(start, end) or (before[1] if before else None) or scene.country_near(start)
    return Identity(slug(name), name, kind, alpha3)
