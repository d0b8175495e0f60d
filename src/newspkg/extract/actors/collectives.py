"""Parties without a name: "gunmen", "Tuareg rebels", "villagers", where they act, are fought, flee or are exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.doings import DONE, FOUGHT, MOVED, MOVES, NUMBER, QUALITY, SPEECH, is_done_to
from newspkg.extract.actors.identity import named
from newspkg.extract.actors.names import NameIndex
from newspkg.extract.actors.scene import Scene
from newspkg.specs import Codelists

BACKED = re.compile(r"-(?:backed|led|aligned|linked|allied|affiliated|supported|trained|sponsored|armed) ", re.IGNORECASE)
DIES = frozenset({"die", "perish", "drown"})
ORDERED = frozenset({"order", "tell", "urge", "instruct", "advise", "warn", "ask"})
TO_LEAVE = re.compile(r"[^.;:\n]{0,45}? to (?:leave|evacuate|flee|move|go|stay|head|get out|seek|take shelter|shelter)\b")
TO_HOSPITAL = re.compile(r"[^.;:\n]{0,30}? to (?:a |the )?(?:[a-z]+ )?hospitals?\b")
AGAINST = frozenset({"by", "against", "with", "between", "from", "on"})
PLACED = re.compile(r" (?:of|in|from|near|around) (?:the )?$")
STRANGERS = frozenset(
    ("hostages", "captives", "crew", "crew members", "crewmen", "passengers", "seafarers", "sailors", "tourists", "foreigners",
     "aid workers", "humanitarian workers", "journalists", "prisoners", "prisoners of war")
)  # fmt: skip
LONGEST = 70  # characters looked at before a noun
FORCES = ("forces", "troops", "coalition")


class Collectives:
    """Finds unnamed parties by the nouns of the codelist `collective_nouns`."""

    def __init__(self, codelists: Codelists) -> None:
        self._kinds = {row["noun"]: row["actor_kind"] for row in codelists.rows("collective_nouns") if row["alone"] == "true"}
        self._nouns = NameIndex(dict.fromkeys((*self._kinds, *FORCES), None))
        nouns = "|".join(re.escape(noun) for noun in sorted((*self._kinds, *FORCES), key=lambda noun: (-len(noun), noun)))
        self._pattern = re.compile(
            rf"\b(?P<article>(?:the|its|their|his) )?(?:(?P<number>{NUMBER}) )?(?P<quality>{QUALITY}{{0,3}})"
            rf"(?P<noun>{nouns})\b(?!-)",
            re.IGNORECASE,
        )

    def _matches(self, scene: Scene) -> Iterator[re.Match[str]]:
        """The phrases that end in one of the nouns."""
        done = 0
        for hit in self._nouns.find(scene.low, scene.low_words):
            match = self._pattern.search(scene.text, max(done, hit.start - LONGEST), hit.end + 1)
            if match:
                done = match.end()
                yield match

    def find(self, scene: Scene) -> Iterator[Candidate]:
        """A candidate for each noun that is a party in its clause; "the gunmen" is left to what was named before."""
        for match in self._matches(scene):
            noun = match.group("noun").lower()
            people = scene.people_ending.get(scene.owner_end(match.start()))
            is_told = bool(people or BACKED.search(match.group("quality")))
            kind = self._kinds.get(noun, "armed_group")
            if (noun in FORCES or kind == "military") and not is_told:
                continue
            kind = "armed_group" if is_told and kind == "military" else kind
            is_definite = match.group("article") and kind == "armed_group" and not is_told
            if not is_definite and _is_party(scene, match, kind, is_told):
                yield _candidate(scene, match, noun, kind, people.start if people else None, people.value if people else None)


def _is_party(scene: Scene, match: re.Match[str], kind: str, is_told: bool) -> bool:
    token = scene.token_at(match.start("noun") + len(match.group("noun").split(" of ")[0]) - 1)
    if token is None:
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.idx >= match.start():
        token = token.head.head  # "hundreds of villagers": the number has the noun's place in the clause
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head  # "the army and rebels": as the first of them
    verb, under = token.head.lemma_.lower(), token.head.lower_ if token.dep_ == "pobj" else ""
    if kind == "armed_group":
        fought = verb in FOUGHT and token.dep_ == "dobj" and (is_told or not match.group("quality"))
        return (
            under in AGAINST
            or (token.dep_ == "nsubj" and verb not in DIES)
            or fought
            or (is_told and token.dep_ in ("dobj", "pobj", "ROOT"))
        )
    if kind == "government":
        return token.dep_ == "nsubj" and verb in SPEECH and bool(match.group("quality") or scene.qualifier_before(match.start()))
    if token.dep_ == "pobj" and is_done_to(scene, token.idx, DONE) and (match["number"] or token.head.head.lemma_ == "evacuation"):
        return True
    if token.dep_ in ("dobj", "nsubjpass"):
        return ((verb in MOVED or verb in DONE) and not TO_HOSPITAL.match(scene.text, match.end())) or (
            verb in ORDERED and bool(TO_LEAVE.match(scene.text, match.end(), match.end() + 70))
        )
    is_placed = bool(scene.qualifier_before(match.start())) or _with_place(scene, match.end())[1] is not None
    return kind in ("civilians", "other") and token.dep_ == "nsubj" and (verb in MOVES or (is_placed and verb in SPEECH))


def _candidate(scene: Scene, match: re.Match[str], noun: str, kind: str, people: int | None, home: str | None) -> Candidate:
    owner = scene.qualifier_before(match.start())
    start, alpha3 = owner or (match.start() if people is None else people, home)
    end, where = _with_place(scene, match.end()) if kind in ("civilians", "government") else (match.end(), None)
    is_told = people is not None or bool(BACKED.search(match.group("quality")))
    is_settled = (kind != "armed_group" and noun not in STRANGERS) or is_told
    alpha3 = alpha3 or where or (scene.country_near(match.start(), is_local=kind == "civilians") if is_settled else None)
    label = "Local authorities" if kind == "government" else noun.capitalize()
    if is_told:
        label = scene.text[start : match.end()].removeprefix(match.group("article") or "").capitalize()
    name = label if alpha3 is None else f"{label} of {scene.world.country_name(alpha3)}"
    return Candidate(start, end, named(name, kind, alpha3), 10 if people is None else 30)


def _with_place(scene: Scene, end: int) -> tuple[int, str | None]:
    """Where the mention ends with the place it names ("residents of X"), and the country of the place."""
    for place in scene.annotated.places:
        if end < place.span.start <= end + 12 and PLACED.match(scene.text, end, place.span.start):
            return place.span.end, place.country_code
    return end, None
