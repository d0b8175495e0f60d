"""Ministries, forces, services, officials: organs of a state by phrase, with the country from the words before or the context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.alone import IN_PLACE, begin_alone, owner_of
from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.owners import owner_by_context, sent_by
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import Organ

MODIFIERS = frozenset(
    "senior top local provincial federal interim transitional central provisional internationally recognised recognized military "
    "regional elite special government security army state own health defence defense two three several ruling national "
    "occupation breakaway separatist public city city's district municipal civilian royal former supreme additional fresh "
    "opposition unnamed anonymous naval civil".split()
)  # fmt: skip
WORD_BEFORE = re.compile(r"([\w'-]+) $")
SPEAKER = re.compile(
    r"(?:'s)? (?:(?:[\w-]+ )?spokes(?:man|woman|person|people)|officials?|officers?|sources?|representatives?|statement|command|"
    r"press service|(?:[a-z-]+ )?(?:column|convoy|patrol|units?|detachment|contingent|team|delegation|crews?|personnel|leadership|"
    r"chiefs|commanders))\b"
)
APPOSED = re.compile(r"[A-Z][\w-]+, (?:(?:the|a|an|its|their) )?(?:[A-Z][\w-]+ |[A-Z][\w-]+'s )?$")
OF_COUNTRY = re.compile(r" (?:of|from) (?:the )?")
RUNNER = re.compile(r"([A-Z][\w.]+(?: [A-Z]\w+)?)-(?:run|controlled|led|held|appointed|installed) (?:\w+ )?$")
SHORT = ("U.S.", "US", "U.K.", "UK")  # names that are their own adjectives
AND = re.compile(r" (?:and|or) (?:the )?$")
OCCUPIERS = ("RUS", "ISR", "TUR", "RWA")
OCCUPYING = re.compile(r"(?i)occupation |occupying ")  # "the |occupation administration|" is its enemy's
LED = re.compile(r"[\w.]-(?:led|backed|aligned|affiliated|allied|linked|supported|trained|held|sponsored|based) $")


def find_organs(scene: Scene) -> Iterator[Candidate]:
    """Organs of states named with their country, or with "the" where the context tells the country."""
    known: dict[str, str] = {}
    for hit in scene.world.organ_index.find(scene.low, scene.low_words):
        found = _organ(scene, hit, known)
        if found:
            yield found
            yield from _twin(scene, hit, found)


def _organ(scene: Scene, hit: Hit[Organ], known: dict[str, str]) -> Candidate | None:
    speaker = SPEAKER.match(scene.text, hit.end)
    begin, end = _without_modifiers(scene, hit.start), speaker.end() if speaker else hit.end
    if scene.owner_end(begin) in scene.people_ending or LED.search(scene.text, max(0, begin - 30), begin) or _is_other(scene, hit):
        return None
    if speaker and (APPOSED.search(scene.text, max(0, begin - 40), begin) or scene.low.endswith(("their ", "his "), 0, begin)):
        return None
    start, alpha3 = scene.qualifier_before(begin) or _runner(scene, begin) or _rulers(scene, hit, begin) or (-1, None)
    if start < 0 and (told := _told_after(scene, hit)):
        start, alpha3 = begin, told
    if start < 0:
        article = begin_alone(scene, hit, begin, bool(speaker))
        if article is None:
            return None
        start, alpha3 = article, owner_of(scene, article)
    end, alpha3 = _owned_after(scene, end, alpha3)
    alpha3 = alpha3 or owner_by_context(scene, hit, known)
    if OCCUPYING.match(scene.text, begin):
        alpha3 = _occupier(scene, alpha3)
    if alpha3 is None and hit.value.alone != "bare":
        return None
    if alpha3:
        known[hit.value.label] = alpha3
    identity = _identity(scene, hit, begin, alpha3)
    return Candidate(scene.widened(start), end, identity, 70 if hit.value.alone == "bare" or hit.value.label == "Embassy" else 60)


def _twin(scene: Scene, hit: Hit[Organ], found: Candidate) -> Iterator[Candidate]:
    """The other side of "|Thai| and Cambodian troops", named by its adjective alone."""
    joined = AND.search(scene.text, max(0, found.start - 9), found.start)
    own, first = scene.country_starting.get(found.start), scene.country_ending.get(joined.start()) if joined else None
    if hit.value.kind != "military" or own is None or first is None or own.value.kind != "adjective":
        return
    if first.value.alpha3 == own.value.alpha3:
        return
    if first.value.kind == "adjective" or scene.text[first.start : first.end] in SHORT:
        label = "Armed Forces" if hit.value.label == "Government forces" else hit.value.label
        yield Candidate(first.start, first.end, scene.world.organ_of(label, hit.value.kind, first.value.alpha3), found.rank)


def _without_modifiers(scene: Scene, start: int) -> int:
    """Where the phrase begins with the adjectives before it ("senior local |officials")."""
    for _ in range(3):
        match = WORD_BEFORE.search(scene.low, max(0, start - 20), start)
        if not match or not (match[1] in MODIFIERS or match[1].isdigit()):
            return start
        start = match.start()
    return start


def _is_other(scene: Scene, hit: Hit[Organ]) -> bool:
    """The phrase only modifies the next noun ("army base"), or is a small word that is written like an abbreviation."""
    text = scene.text[hit.start : hit.end]
    if len(text) < 4 and text.islower():
        return True
    if hit.value.kind == "media" and scene.text[hit.end + 1 : hit.end + 2].isupper():
        return True
    is_joined = scene.text[hit.end : hit.end + 1] == "-" or scene.text[hit.start - 1 : hit.start] == "-"
    return is_joined or (not SPEAKER.match(scene.text, hit.end) and scene.is_compound(hit.end - 1))


def _runner(scene: Scene, offset: int) -> tuple[int, str | None] | None:
    """The body or country before "-run" ("Hamas-run"), with its country."""
    match = RUNNER.search(scene.text, max(0, offset - 40), offset)
    if not match:
        return None
    hit = next(iter(scene.world.body_index.find(match[1])), None)
    alpha3 = hit.value.identity.country_code if hit else scene.world.adjective_country(match[1])
    return (match.start(), alpha3) if alpha3 else None


def _occupier(scene: Scene, alpha3: str | None) -> str | None:
    """Whose "the occupation administration" is: of the one state at war there that the article names beside the country of the place."""
    told = scene.nearness.shares
    foes = [foe for foe in scene.world.foes.get(alpha3 or "", ()) if foe.isupper() and foe in told]
    return foes[0] if len(foes) == 1 and foes[0] in OCCUPIERS else alpha3


def _rulers(scene: Scene, hit: Hit[Organ], offset: int) -> tuple[int, str | None] | None:
    """The group whose ministry it is, with its country: "the |Taliban| foreign ministry"."""
    body = scene.body_ending.get(scene.owner_end(offset)) if hit.value.kind == "government" else None
    ruler = body.value.identity if body is not None and not body.value.needs_context else None
    is_ruler = ruler is not None and ruler.kind == "armed_group" and ruler.country_code is not None
    return (body.start, ruler.country_code) if body is not None and ruler is not None and is_ruler else None


def _told_after(scene: Scene, hit: Hit[Organ]) -> str | None:
    """Whose soldiers they are where the words after tell it ("two peacekeepers from |Nepal|"), or the state that sends them."""
    if hit.value.kind != "military" or hit.value.alone != "never":
        return None
    return _owned_after(scene, hit.end, None, inside=False)[1] or sent_by(scene, hit)


def _owned_after(scene: Scene, end: int, alpha3: str | None, inside: bool = True) -> tuple[int, str | None]:
    """Where the mention ends with "of COUNTRY", and the country that follows."""
    after = OF_COUNTRY.match(scene.text, end)
    hit = scene.country_starting.get(after.end()) if after else None
    if hit and hit.value.kind == "name":
        return hit.end, hit.value.alpha3
    placed = IN_PLACE.match(scene.text, end) if inside else None
    if placed and alpha3 is None:
        return end, scene.world.adjective_country(placed[1].rstrip(".")) or scene.place_in(placed.start(1), placed.end(1))
    return end, alpha3


def _identity(scene: Scene, hit: Hit[Organ], begin: int, alpha3: str | None) -> Identity:
    organ = hit.value
    metonym = scene.country_ending.get(scene.owner_end(begin))
    if metonym and metonym.value.kind == "metonym" and alpha3 and scene.low.startswith("regime", hit.start):
        return scene.world.state_of(alpha3)
    if scene.is_place_before(begin):
        place = scene.place_ending[scene.owner_end(begin)]
        local = f"{scene.text[place[0] : scene.owner_end(begin)]} {scene.text[begin : hit.end]}"
        return named(local, organ.kind, alpha3)
    label = "Armed Forces" if organ.label == "Government forces" else organ.label
    return scene.world.organ_of(label, organ.kind, alpha3)
