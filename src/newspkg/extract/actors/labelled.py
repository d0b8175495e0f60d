"""Names told by the noun beside them: "the shipping company X", "rights group X", "X, a militant group", "one of the firms, X,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.names import around
from newspkg.extract.actors.scene import Scene

COMPANY = (
    r"company|companies|firms?|manufacturers?|airline|carmaker|shipbuilder|start-up|startup|(?:drone|arms|engine|missile|chip) ?makers?|"
    r"shipping line|refiner|contractor|insurer|supplier|grid operator|utility|energy giant|oil giant|conglomerate"
)
NGO = (
    r"(?:rights|aid|relief|monitoring|advocacy|humanitarian|civil society|campaign|charity|environmental|research|medical|OSINT|"
    r"open-source intelligence|activist|mapping) (?:group|organi[sz]ation|agency|collective|project|network)|charity|NGO|"
    r"think[ -]tank|watchdog|trade union|police union|war monitor|research institute|consultancy"
)
ARMED_GROUP = (
    r"(?:militant|rebel|armed|insurgent|jihadist|Islamist|extremist|terrorist|separatist|paramilitary|guerrilla|splinter|terror|"
    r"resistance) (?:group|organi[sz]ation|movement|faction|network|coalition|force|alliance)|militia|drug cartel|cartel|street gang|"
    r"gang|mercenary (?:group|outfit)|private military (?:company|contractor)|guerrilla army"
)
MEDIA = (
    r"news agency|newspaper|news outlet|news (?:site|website|portal)|broadcaster|television channel|TV channel|news channel|daily|"
    r"weekly|tabloid|Telegram channel|radio station|magazine"
)
PARTY = r"opposition party|ruling party|governing party|Islamist party|nationalist party"
LABELS = ((COMPANY, "company"), (NGO, "ngo"), (ARMED_GROUP, "armed_group"), (MEDIA, "media"), (PARTY, "party"))
NOUN = "|".join(rf"(?P<k{i}>(?i:{words}))" for i, (words, _) in enumerate(LABELS))
NAME = r"(?P<name>(?:(?:al|el|Al|El)-)?[A-Z][\w'&.-]*\w(?: (?:(?:of|for|de) |(?:al|el|as|an|e)-)?[A-Z][\w'&-]*\w){0,4})"
BEFORE = re.compile(rf"\b(?:{NOUN}) {NAME}")
ONE_OF = re.compile(rf"\b(?:[Oo]ne of|[Aa]mong) (?:the |its |their )?(?:[\w-]+ ){{0,3}}(?:{NOUN}), {NAME}(?=,)")
AFTER = re.compile(
    rf"(?<![\w'-]){NAME}(?: of [A-Z]\w+| \([A-Z]{{2,8}}\))?, (?:a|an|the) (?:[\w'-]+ ){{0,4}}?(?:{NOUN})(?=[ ,.;:)\n])"
    r"(?! (?:leader|spokes\w+|member|founder|chief|official|worker|executive|director|commander|figure|fighter|owner|expert|lawyer|"
    r"source|boss|driver|employee|engineer|analyst|researcher|head|editor|reporter|columnist|manager)\b)"
)
PLAIN = re.compile(r"(?:Conference|Summit|Show|Expo|Exhibition|Agreement|Act|Treaty|Street|Square|Airport|Base|War|Day|Games|Cup)$")
COMMA = re.compile(r", (?:a|an|the) ")
RANK = 81  # above a person's: the noun says what the name is
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|General|Col|Colonel|President|Minister|Captain)\.? $")


def find_labelled(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each capitalised name beside such a noun; what is a country or a place is none."""
    for pattern in (BEFORE, ONE_OF, AFTER):
        for match in around(scene.text, COMMA, AFTER) if pattern is AFTER else pattern.finditer(scene.text):
            kind = next(LABELS[i][1] for i in range(len(LABELS)) if match.group(f"k{i}"))
            start, end = match.span("name")
            if start in scene.country_starting or (pattern is AFTER and not _is_free(scene, start, end)):
                continue
            if PLAIN.search(match["name"]):
                continue
            if kind == "media" and not _speaks(scene, end):
                continue
            yield Candidate(start if pattern is not BEFORE else match.start(), end, _identity(scene, match, kind), RANK)


def _is_free(scene: Scene, start: int, end: int) -> bool:
    """Whether the name before an apposition is nobody's, no place's and no listed body's."""
    ent = scene.token_at(end - 1)
    is_person = ent is not None and ent.ent_type_ == "PERSON" and " " in scene.text[start:end]
    is_place = any(place.span.start <= start and end <= place.span.end for place in scene.annotated.places)
    return not (is_person or is_place or scene.is_blocked(start, end) or TITLED.search(scene.text, max(0, start - 12), start))


def _speaks(scene: Scene, end: int) -> bool:
    token = scene.token_at(end - 1)
    return token is not None and (token.dep_ == "nsubj" or token.head.dep_ == "nsubj")


def _identity(scene: Scene, match: re.Match[str], kind: str) -> Identity:
    """Its country is the one whose word stands up to three words before the noun ("a Greek shipping company")."""
    name = match.group("name").removesuffix("'s")
    listed = next(scene.world.body_index.find(name), None)
    if listed and listed.start == 0 and listed.end == len(name):
        return listed.value.identity
    noun = next(match.start(f"k{i}") for i in range(len(LABELS)) if match.group(f"k{i}"))
    before = scene.within(scene.countries, noun - 30, noun)
    close = [hit for hit in before if re.fullmatch(r"(?:'s)? (?:[a-z-]+ ){0,3}", scene.text[hit.end : noun])]
    place = scene.place_in(match.end("name"), match.end("name") + 5)
    told = close[-1].value.alpha3 if close else place
    return named(name, kind, told if told or (kind in ("company", "ngo") and match.re is not AFTER) else scene.country_near(match.start()))
