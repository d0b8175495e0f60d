"""Parties without a name: "gunmen", "villagers", "local officials", where they act, speak, flee or are exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.scene import Candidate, Scene
from newspkg.specs import Codelists

NUMBER = (
    r"(?:(?:at least|about|some|more than|over|nearly|almost|around) )?(?:\d[\d,.]*|(?:tens of )?(?:hundreds|thousands|dozens|scores) of|"
    r"two|three|four|five|six|seven|eight|nine|ten|a group of)"
)
QUALITY = (
    r"(?:(?:unidentified|unknown|armed|suspected|masked|heavily|islamist|local|regional|provincial|municipal|city|district|security|"
    r"displaced|captured|foreign|pro-government|gang|cartel|tribal|ethnic|state) )"
)
DIES = frozenset({"die", "perish", "drown"})
MOVES = frozenset(
    [
        "flee",
        "leave",
        "escape",
        "evacuate",
        "shelter",
        "protest",
        "rally",
        "march",
        "demonstrate",
        "block",
        "burn",
        "return",
        "gather",
        "storm",
        "seek",
        "abandon",
        "say",
        "tell",
        "describe",
        "report",
        "recount",
        "complain",
        "accuse",
        "blame",
    ]
)
MOVED = frozenset(
    [
        "exchange",
        "free",
        "release",
        "swap",
        "evacuate",
        "abduct",
        "kidnap",
        "detain",
        "displace",
        "return",
        "seize",
        "capture",
        "arrest",
        "rescue",
        "deploy",
        "send",
        "repatriate",
    ]
)
SPEECH = frozenset(
    [
        "say",
        "report",
        "tell",
        "announce",
        "confirm",
        "add",
        "state",
        "warn",
        "deny",
        "impose",
        "declare",
        "claim",
        "accuse",
        "blame",
        "order",
        "estimate",
    ]
)
PLACED = re.compile(r" (?:of|in|from|near|around) (?:the )?$")


class Collectives:
    """Finds unnamed parties by the nouns of the codelist `collective_nouns`."""

    def __init__(self, codelists: Codelists) -> None:
        self._kinds = {row["noun"]: row["actor_kind"] for row in codelists.rows("collective_nouns") if row["alone"] == "true"}
        nouns = "|".join(re.escape(noun) for noun in sorted(self._kinds, key=lambda noun: (-len(noun), noun)))
        self._pattern = re.compile(
            rf"\b(?P<article>(?:the|its|their|his) )?(?:{NUMBER} )?(?P<quality>{QUALITY}{{0,2}})(?P<noun>{nouns})\b(?!-)", re.IGNORECASE
        )

    def find(self, scene: Scene) -> Iterator[Candidate]:
        """A candidate for each noun that is a party in its clause; "the gunmen" is left to what was named before."""
        for match in self._pattern.finditer(scene.text):
            noun = match.group("noun").lower()
            kind = self._kinds[noun]
            if not (match.group("article") and kind == "armed_group") and self._is_party(scene, match, kind):
                yield _candidate(scene, match, noun, kind)

    def _is_party(self, scene: Scene, match: re.Match[str], kind: str) -> bool:
        token = scene.token_at.get(match.start("noun") + len(match.group("noun").split(" of ")[0]) - 1)
        if token is None:
            return False
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.idx >= match.start():
            token = token.head.head  # "hundreds of villagers": the number has the noun's place in the clause
        verb, is_agent = token.head.lemma_.lower(), token.dep_ == "pobj" and token.head.lower_ == "by"
        if kind == "armed_group":
            return is_agent or (token.dep_ == "nsubj" and verb not in DIES)
        if kind == "government":
            return token.dep_ == "nsubj" and verb in SPEECH and bool(match.group("quality") or scene.qualifier_before(match.start()))
        if token.dep_ in ("dobj", "nsubjpass"):
            return verb in MOVED and (kind != "military" or match.start() < match.start("noun"))
        return kind in ("civilians", "other") and token.dep_ == "nsubj" and verb in MOVES


def _candidate(scene: Scene, match: re.Match[str], noun: str, kind: str) -> Candidate:
    owner = scene.qualifier_before(match.start())
    start, alpha3 = owner or (match.start(), None)
    end, where = _with_place(scene, match.end()) if kind in ("civilians", "government") else (match.end(), None)
    alpha3 = alpha3 or where or (scene.country_near(match.start()) if kind != "armed_group" else None)
    label = "Local authorities" if kind == "government" else noun.capitalize()
    name = label if alpha3 is None else f"{label} of {scene.world.country_name(alpha3)}"
    return Candidate(start, end, Identity(slug(name), name, kind, alpha3), 10)


def _with_place(scene: Scene, end: int) -> tuple[int, str | None]:
    """Where the mention ends with the place it names ("residents of X"), and the country of the place."""
    for place in scene.annotated.places:
        if end < place.span.start <= end + 12 and PLACED.match(scene.text, end, place.span.start):
            return place.span.end, place.country_code
    return end, None
