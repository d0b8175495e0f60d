"""Persons: listed leaders, names after titles, names that the parser takes for persons; each family name one actor in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit, around
from newspkg.extract.actors.personal import identify
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.speaking import ACTS, NOT_ELSE, find_living, find_speaking, known_alone
from newspkg.extract.actors.titles import CAP, LINK, NAME, Titles, with_title
from newspkg.specs import Codelists

NO_NAME = frozenset(
    "Staff Minister Ministry Secretary President Office Council Committee Command Army Navy Force Forces Police Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September October November December The Party "
    "Street House General State Brigade Division Regiment Battalion Front Movement University Hospital Airport Agency Group News Times "
    "Court Union Bank Church Mosque School Hotel Bridge River Islands Island Sea Strait Gulf War Day Operation Plant Province Region "
    "Oblast County District City Town Village Camp Base Reuters Mount Lake Corps Maritime Shipping Lines Line Marine Airlines Airways "
    "Spirit Star Express Ocean Energy Oil Gas Steel Systems Defence Defense Industries Company Holding Shipyard Boulevard Avenue Square "
    "Road Valley Hill Hills Mountain Mountains Castle Palace Market Tower Stadium Park Cathedral Monastery".split()
)  # fmt: skip
NO_FIRST = frozenset({"Air", "Operation", "Camp", "Fort", "Port", "Radio", "Smaller", "Greater", "Task"})
SHIP = re.compile(
    r"(?:flagged|owned|operated|managed|\b(?:ships?|vessels?|tankers?|freighters?|boxship|bulkers?|carriers?|ferry|trawler|tug|frigate|"
    r"destroyer|corvette|cutter|submarine|yacht|MV|M/V|MT|USS|HMS|INS|BRP|ROKS|JS|HMAS|TCG|KRI))(?: [a-z]+)? [*_\"“]?$"
)
OWNER = re.compile(
    r"\b(?:[Ii]ts|[Ww]hose|(?:ship|vessel|tanker|carrier|freighter|plant|refinery|rig)'s) (?:[a-z-]+ )?"
    r"(?:owner|operator|manager|charterer|insurer|maker)s?, $"
)
WORD = re.compile(r"\w+(?:[-']\w+)*")
APPOSED = re.compile(
    rf"(?<![\w'-])(?P<name>{NAME})(?=, (?P<what>(?:an?|the|his|her|then|once|now|head|deputy|former|who) [^,.;:\n]{{3,70}}))"
)
COMMA = re.compile(r", (?:an?|the|his|her|then|once|now|head|deputy|former|who) ")
AGED = re.compile(rf"(?<![\w'-])(?P<name>{NAME})(?=, (?:aged )?[1-9]\d, )")
WHO = re.compile(rf"(?<![\w'-])(?P<name>{CAP}(?:[ -](?:{LINK}[ -]){{0,2}}{CAP}){{1,2}})(?=, who )")
TOLD = ((re.compile(r", (?:aged )?[1-9]\d, "), AGED), (re.compile(r", who "), WHO))
LAST_NAME = re.compile(r" ([A-Z][a-zà-ž'-]+)\b")
FIRST_NAME = re.compile(rf"({CAP}) $")


class People:
    """Finds the persons of an article."""

    def __init__(self, codelists: Codelists) -> None:
        self._titles = Titles(codelists)

    def find(self, scene: Scene) -> Iterator[Candidate]:
        known = self._known(scene)
        for start, end, identity in known:
            yield Candidate(with_title(scene, self._titles, start), end, identity, 80)
        yield from _repeated(scene, known)

    def _known(self, scene: Scene) -> list[tuple[int, int, Identity]]:
        """Full names in the article with who they are, in text order; names of leaders outrank patterns, patterns the parser's guesses."""
        found = [(hit.start, hit.end, hit.value) for hit in self._leaders(scene)]
        spans = [match.span("name") for match in self._titles.named(scene)]
        spans += [(ent.start_char, ent.end_char) for ent in scene.annotated.doc.ents if ent.label_ == "PERSON" and " " in ent.text]
        told = find_living(scene)
        told += [match.span("name") for comma, pattern in TOLD for match in around(scene.text, comma, pattern)]
        spans += find_speaking(scene) + self._apposed(scene)
        people = {identity.name.split()[-1]: identity for _, _, identity in found}
        taken = {offset for start, end, _ in found for offset in range(start, end)}
        bare = [self._without_title(scene, start, end - 2 * scene.text.endswith("'s", start, end)) for start, end in [*spans, *told]]
        for start, end in sorted(bare, key=lambda span: " " not in scene.text[slice(*span)]):  # whole names first
            if end - start > 2 and taken.isdisjoint(range(start, end)) and self._is_person(scene, start, end, (start, end) in told):
                found.append((start, end, identify(scene, start, end, people)))
                taken.update(range(start, end))
        return sorted(found, key=lambda each: each[:2])

    def _apposed(self, scene: Scene) -> list[tuple[int, int]]:
        """Names of two words or more that an apposition explains by an office or a trade ("Ada Roe, a retired nurse")."""
        found = around(scene.text, COMMA, APPOSED)
        return [match.span("name") for match in found if " " in match["name"] and self._titles.office.search(match["what"])]

    def _leaders(self, scene: Scene) -> list[Hit[Identity]]:
        """Listed leaders; a family name alone is theirs unless a first name before it, or the article's only bearer, is another's."""
        hits = scene.leaders
        full = {hit.value.actor_id for hit in hits if " " in scene.text[hit.start : hit.end]}
        others = {
            scene.text[hit.start : hit.end]
            for hit in hits
            if " " not in scene.text[hit.start : hit.end] and hit.value.actor_id not in full and self._has_first_name(scene, hit.start)
        }
        return [
            hit
            for hit in hits
            if scene.text[hit.start : hit.end] not in others
            and not self._has_first_name(scene, hit.start)
            and not scene.is_half_place(hit.start, hit.end)
            and not _is_first_name(scene, hit)
            and known_alone(scene, hit, full)
        ]

    def _has_first_name(self, scene: Scene, start: int) -> bool:
        match = FIRST_NAME.search(scene.text, max(0, start - 25), start)
        if not match or scene.country_ending.get(match.end(1)) or scene.body_ending.get(match.end(1)) or match.end(1) in scene.place_ending:
            return False
        token, tail = scene.token_at(match.start(1)), scene.text[max(0, start - 25) : start].rstrip()
        return token is not None and token.tag_ in ("NNP", "NNPS") and not self._titles.ends_in_title.search(tail)

    def _without_title(self, scene: Scene, start: int, end: int) -> tuple[int, int]:
        return end - len(self._titles.untitled(scene.text[start:end])), end

    def _is_person(self, scene: Scene, start: int, end: int, is_told: bool) -> bool:
        name = scene.text[start:end]
        if not re.fullmatch(NAME, name) or NO_NAME.intersection(name.split()) or name.split()[0] in NO_FIRST or scene.is_taken(start, end):
            return False
        if SHIP.search(scene.text, max(0, start - 40), start) or "-based" in name or OWNER.search(scene.text, max(0, start - 40), start):
            return False
        if next(scene.world.body_index.find(name), None) or scene.is_in_body(start, end):
            return False
        before, after = scene.text[max(0, start - 50) : start], scene.text[end : end + 50]
        token = scene.token_at(end - 1)
        subject = token is not None and token.dep_ in ACTS and token.ent_type_ in NOT_ELSE
        return (
            is_told
            or subject
            or bool(self._titles.office.search(before + "\n" + after))
            or bool(self._titles.ends_in_title.search(before.rstrip()))
        )


def _is_first_name(scene: Scene, hit: Hit[Identity]) -> bool:
    """Whether a family name alone is the first name of somebody else ("Petro |Roe|")."""
    follows = LAST_NAME.match(scene.text, hit.end)
    return " " not in scene.text[hit.start : hit.end] and follows is not None and follows[1] not in NO_NAME


def _repeated(scene: Scene, known: list[tuple[int, int, Identity]]) -> Iterator[Candidate]:
    """The family names that stand alone later."""
    families = {scene.text[start:end].split()[-1]: identity for start, end, identity in known if " " in scene.text[start:end]}
    for match in WORD.finditer(scene.text):
        word = match.group().removesuffix("'s")
        if word in families:
            yield Candidate(match.start(), match.start() + len(word), families[word], 78)
