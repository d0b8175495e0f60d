"""Bodies whose name tells nothing, by what is said of them: "shares in X", "analysts at X", "a contract with X", "Piraeus-based X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import named
from newspkg.extract.actors.scene import Scene

WORD = r"[A-Z][\w&'-]*\w"
NAME = rf"(?P<name>{WORD}(?: (?:(?:de|of|und|&) )?{WORD}){{0,3}})"
LONG = rf"(?P<name>{WORD}(?: (?:(?:de|of|und|&) )?{WORD}){{1,3}})"
BASED = re.compile(
    r"(?<![\w-])(?P<home>U\.S\.|U\.K\.|[A-Z]\w+(?: [A-Z]\w+)?)-(?:based|headquartered|listed|registered) "
    rf"(?P<what>(?:[a-z-]+ ){{0,4}}){NAME}"
)
SHARES = re.compile(rf"\b[Ss]hares (?:in|of) (?:the )?(?:[a-z-]+ ){{0,3}}{NAME}")
STAFF = re.compile(
    r"\b(?:(?:[Aa]nalysts?|[Ee]conomists?|[Bb]rokers?|[Ss]trategists?|[Tt]raders?) (?:at|with)|"
    rf"(?:[Ww]orkers|[Ee]mployees|[Ww]elders|[Ff]itters|[Ee]ngineers) at) (?:the )?(?:[a-z-]+ ){{0,2}}{NAME}"
)
DESCRIBED = re.compile(r"[A-Z][\w'-]+, (?:an? |the )?(?:[\w-]+ )?$")
DEALS = re.compile(
    rf"\b(?:contracts?|orders?|deals?|agreements?|joint ventures?) (?:with|to|from) (?:the )?(?:[a-z-]+ ){{0,3}}{LONG}"
    r"(?= (?:for|to|on|worth|in|under)\b|[,.])"
)
HELPS = re.compile(r"\b(?:group|charity|monitor|tank|institute|organi[sz]ation|foundation|observatory|network|NGO|watchdog)\b")
NO_NAME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Mr|Ms|Dr|President|Minister)\b|"
    r"-(?:listed|based|owned)$"
)
SHORTEST = 4  # letters of a first word that stands for the whole name


def find_firms(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each such name that is nobody's else."""
    for match in BASED.finditer(scene.text):
        if _is_free(scene, *match.span("name"), ("GPE", "LOC")):
            home = scene.world.adjective_country(match["home"]) or scene.place_in(match.start("home"), match.end("home"))
            kind = "ngo" if HELPS.search(match["what"]) else "company"
            yield Candidate(*match.span("name"), named(_bare(match["name"]), kind, home), 82)
    for pattern in (SHARES, STAFF, DEALS):
        for match in pattern.finditer(scene.text):
            is_described = pattern is STAFF and DESCRIBED.search(scene.text, max(0, match.start() - 40), match.start())
            if not is_described and _is_free(scene, *match.span("name"), ("GPE", "LOC", "PERSON", "NORP", "DATE")):
                yield Candidate(match.start(), match.end(), named(_bare(match["name"]), "company", scene.country_near(match.start())), 56)


def _bare(name: str) -> str:
    return name.removesuffix("'s")


def _is_free(scene: Scene, start: int, end: int, labels: tuple[str, ...]) -> bool:
    """Whether a name is no country's, place's, weapon's or listed body's, nor of what the parser calls by one of the labels."""
    token = scene.token_at(start)
    if token is None or token.ent_type_ in labels or NO_NAME.search(scene.text[start:end]):
        return False
    listed = any(hit.start < end and start < hit.end for hit in scene.within(scene.bodies, start - 40, end))
    return not (listed or scene.is_taken(start, end) or scene.is_in_body(start, end))


def find_repeated(scene: Scene, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The later mentions of bodies that no list holds, by their whole name or its first word."""
    for each in found:
        identity = each.identity
        words = identity.name.split()
        if identity.kind not in ("company", "ngo", "media") or len(words) < 2 or next(scene.world.body_index.find(identity.name), None):
            continue
        forms = [identity.name, *([words[0]] if _stands_alone(scene, words[0]) else [])]
        either = "|".join(map(re.escape, forms))
        for match in re.finditer(rf"(?<![\w-])(?:{either})\b(?! [A-Z]|-)", scene.text[each.end :]):
            yield Candidate(each.end + match.start(), each.end + match.end(), identity, 83)


def _stands_alone(scene: Scene, word: str) -> bool:
    """Whether the first word of a name is a name itself: no common word, country or place."""
    if len(word) < SHORTEST or not word.isalpha() or scene.world.adjective_country(word):
        return False
    is_place = any(scene.text[place.span.start : place.span.end] == word for place in scene.annotated.places)
    return not is_place and re.search(rf"\b{word.lower()}\b", scene.text) is None
