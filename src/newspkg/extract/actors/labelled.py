"""Names told by the noun before them: "the shipping company X", "rights group X", "the militant group X", "news agency X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.scene import Scene

LABELS = (
    (r"company|firm|manufacturer|airline|carmaker|shipbuilder|start-up|startup|drone maker|arms maker|shipping line|refiner", "company"),
    (
        (
            r"(?:rights|aid|relief|monitoring|advocacy|humanitarian|civil society|campaign|charity|environmental|research|medical) "
            r"(?:group|organi[sz]ation|agency)|charity|NGO|think[ -]tank|watchdog|trade union|police union"
        ),
        "ngo",
    ),
    (
        (
            r"(?:militant|rebel|armed|insurgent|jihadist|Islamist|extremist|terrorist|separatist|paramilitary|guerrilla) "
            r"(?:group|organi[sz]ation|movement|faction|network|coalition)|militia|drug cartel|mercenary group"
        ),
        "armed_group",
    ),
    (r"news agency|newspaper|news outlet|news site|news website|broadcaster|television channel|TV channel|news channel|daily", "media"),
    (r"opposition party|ruling party", "party"),
)
NAMED = re.compile(
    r"\b(?:" + "|".join(rf"(?P<k{i}>(?i:{words}))" for i, (words, _) in enumerate(LABELS)) + r"),? "
    r"(?P<name>(?:(?:al|el|Al|El)-)?[A-Z][\w'&.-]*\w(?: (?:(?:of|for|de) )?[A-Z][\w'&-]*\w){0,4})"
)


def find_labelled(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each capitalised name after such a noun, in the same clause; what is a country or a place is none."""
    for match in NAMED.finditer(scene.text):
        kind = next(LABELS[i][1] for i in range(len(LABELS)) if match.group(f"k{i}"))
        start, end = match.span("name")
        if any(hit.start == start for hit in scene.countries) or "," in scene.text[match.start() : start]:
            continue
        if kind == "media" and not _speaks(scene, end):
            continue
        yield Candidate(match.start(), end, _identity(scene, match, kind), 61)


def _speaks(scene: Scene, end: int) -> bool:
    token = scene.token_at(end - 1)
    return token is not None and (token.dep_ == "nsubj" or token.head.dep_ == "nsubj")


def _identity(scene: Scene, match: re.Match[str], kind: str) -> Identity:
    """Its country is the one whose word stands up to two words before the noun ("a Greek shipping company")."""
    name = match.group("name").removesuffix("'s")
    listed = next(scene.world.body_index.find(name), None)
    if listed and listed.start == 0:
        return listed.value.identity
    low = match.start() - 30
    before = [hit for hit in scene.countries if low <= hit.start and hit.end <= match.start()]
    close = [hit for hit in before if re.fullmatch(r"(?:'s)? (?:[a-z-]+ ){0,2}", scene.text[hit.end : match.start()])]
    alpha3 = close[-1].value.alpha3 if close else None
    return Identity(slug(name), name, kind, alpha3 or scene.country_near(match.start()))
