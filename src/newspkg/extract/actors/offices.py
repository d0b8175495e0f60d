"""Persons known by their office alone: "Peru's foreign minister", "the mayor of Odesa", "the defence secretary said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.owners import owner_by_pronoun
from newspkg.extract.actors.scene import Scene

TOPIC = r"(?:foreign|defen[cs]e|interior|health|energy|finance|justice|information|economy|transport|security|home|treasury|trade)"
RANKS = r"(?:(?:deputy|acting|interim|vice|former|regional|provincial|state|city|town|district|local) )?"
OFFICE = re.compile(
    rf"\b(?i:{RANKS}(?:prime minister|{TOPIC} (?:affairs )?(?:minister|secretary)|president|emir|king|"
    r"supreme leader|secretary of state|attorney general|ambassador|chancellor|premier|crown prince|army chief|police chief|navy chief|"
    r"air force chief|intelligence chief|spy chief|security chief|chief of (?:the )?(?:general )?staff|military chief|"
    r"national security advis[eo]r|secretary[- ]general|foreign policy chief|"
    r"junta leader|opposition leader|military ruler|governor|mayor|commander-in-chief|top diplomat|(?:special |peace |top |climate )?envoy|"
    r"chargé d'affaires|ombudsman|chief negotiator|lead negotiator|consul(?: general)?|ruler|monarch|head of state|head of government|"
    r"interior chief|military commander|top general|top commander))\b"
    r"(?!,? [A-Z])"
)
LOCAL = re.compile(r"(?i)(?:governor|mayor)$")
OF_NAME = re.compile(r" of (?:the )?(?=[A-Z])")
ACTING = frozenset({"nsubj", "nsubjpass", "dobj"})
BY = frozenset({"by", "to", "from", "with", "of"})
VAGUE = re.compile(r"(?:envoy|negotiator|ruler|monarch|consul|ombudsman|commander|top general|ambassador)$", re.IGNORECASE)
STATES = frozenset({"be", "seem", "remain", "become"})
NAME_BEFORE = re.compile(r"(?<!\bIn )(?<!\bAt )(?<!\bFrom )(?<!\bOn )[A-Z][\w'-]+, (?:the |its |then )?(?:[\w-]+ )?$")


def find_offices(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each office that stands for its holder, where it does not describe a name beside it."""
    for match in OFFICE.finditer(scene.text):
        found = _held(scene, match) or _of_place(scene, match) or _speaking(scene, match)
        if found and not NAME_BEFORE.search(scene.text, max(0, found.start - 30), found.start):
            yield found


def _held(scene: Scene, match: re.Match[str]) -> Candidate | None:
    """ "Peru's foreign minister"; what follows an "of" is left to the next."""
    qualifier = scene.qualifier_before(match.start())
    if qualifier:
        return Candidate(scene.widened(qualifier[0]), match.end(), _holder(scene, match, qualifier[1]), 55)
    article = scene.article_before(match.start())
    if article is not None and scene.low.startswith(("its ", "their "), article) and (alpha3 := owner_by_pronoun(scene, article)):
        return Candidate(article, match.end(), _holder(scene, match, alpha3), 55)
    body = scene.body_ending.get(scene.owner_end(match.start()))
    if not body or body.value.needs_context:
        return None
    return Candidate(scene.widened(body.start), match.end(), _of_body(match, body.value.identity), 63)


def _of_place(scene: Scene, match: re.Match[str]) -> Candidate | None:
    """ "The mayor of Odesa", "the president of Peru", where no name follows."""
    after = OF_NAME.match(scene.text, match.end())
    if not after:
        return None
    hit = scene.country_starting.get(after.end())
    place = next((each for each in scene.annotated.places if each.span.start == after.end()), None)
    end, alpha3 = (hit.end, hit.value.alpha3) if hit else (place.span.end, place.country_code) if place else (0, None)
    if alpha3 is None or re.match(r",? [A-Z]", scene.text[end : end + 4]):
        return None
    name = f"{title_of(match)} of {scene.text[after.end() : end]}"
    return Candidate(scene.widened(match.start()), end, named(name, "person", alpha3), 55)


def _speaking(scene: Scene, match: re.Match[str]) -> Candidate | None:
    """ "The defence secretary said", of the country that the text speaks of; one whom the article names goes first (a lower rank)."""
    article = scene.article_before(match.start())
    token = scene.token_at(match.end() - 1)
    if VAGUE.search(match.group()):
        return None
    if article is None or token is None or not scene.low.startswith("the ", article) or OF_NAME.match(scene.text, match.end()):
        return None
    is_told = token.dep_ == "pobj" and token.head.lower_ in BY
    if (token.dep_ not in ACTING and not is_told) or (token.dep_ == "nsubj" and token.head.lemma_.lower() in STATES):
        return None
    if match.group().lower().startswith("secretary") and match.group().lower().endswith("general"):
        bodies = [hit.value.identity for hit in scene.within(scene.bodies, 0, article) if hit.value.identity.kind == "igo"]
        return Candidate(article, match.end(), _of_body(match, bodies[-1]), 15) if bodies else None
    alpha3 = scene.country_near(match.start(), is_local=LOCAL.search(match.group()) is not None)
    return Candidate(article, match.end(), _holder(scene, match, alpha3), 15) if alpha3 else None


def title_of(match: re.Match[str]) -> str:
    return match.group().capitalize().replace("defense", "defence").replace("Defense", "Defence")


def _holder(scene: Scene, match: re.Match[str], alpha3: str) -> Identity:
    return scene.world.organ_of(title_of(match), "person", alpha3)


def _of_body(match: re.Match[str], body: Identity) -> Identity:
    return named(f"{title_of(match)} of {body.name}", "person", body.country_code)
