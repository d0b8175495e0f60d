"""Ministries, branches, brigades, officials: organs of a state by pattern, with the country from the words before or the context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.scene import Candidate, Scene

TOPIC = (
    r"(?:Defen[cs]e|Foreign|Interior|Health|Energy|Finance|Justice|Transport|Agriculture|Education|Economy|Information|Emergency|"
    r"Emergencies|Security|Culture|Environment|Digital|Infrastructure|Trade|Labou?r|Oil|Power|Intelligence)"
)
MINISTRY = re.compile(
    rf"(?:(?:Federal|Public) )?({TOPIC}(?: Affairs| Situations)?) (?:[Mm]inistry)\b|\b({TOPIC.lower()}) ministry\b|"
    rf"(?:Ministry|Department) of (?:the )?(?:Public |National |Internal )?({TOPIC}(?: Affairs)?|External Affairs|Affairs)\b|"
    r"\bMo[DF]\b|\bMFA\b",
)
UNIT = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th) (?:(?:[A-Z][\w-]+|and) ){0,5}(?:Brigade|Regiment|Division|Battalion|Army(?: Corps)?|Corps|Fleet|Squadron)\b"
)
FORCES = (
    r"(?:army|Army|military|armed forces|Armed Forces|Defen[cs]e Forces|defen[cs]e forces|forces|troops|soldiers|servicemen|marines|"
    r"fighters|commandos|paratroopers|army (?:source|officer|spokesman)|security forces|high command)"
)
ORGANS = (
    (r"[Gg]overnment (?:forces|troops|soldiers)", "Armed Forces", "military"),
    (r"air force|Air Force", "Air Force", "military"),
    (r"navy|Navy", "Navy", "military"),
    (r"(?:ground|land|Ground|Land) [Ff]orces", "Ground Forces", "military"),
    (r"(?:special (?:operations? )?forces|Special (?:Operations? )?Forces)", "Special Operations Forces", "military"),
    (r"General Staff|general staff", "General Staff", "military"),
    (r"Joint Chiefs(?: of Staff)?", "Joint Chiefs of Staff", "military"),
    (
        r"(?:southern|eastern|northern|western|Southern|Eastern|Northern|Western) (?:military )?[Cc]ommand",
        "Operational Command",
        "military",
    ),
    (r"[Mm]ilitary [Ii]ntelligence(?: (?:agency|directorate|service|sources?|officials?))?", "Military Intelligence", "military"),
    (r"[Nn]ational [Gg]uard", "National Guard", "military"),
    (r"[Cc]oast [Gg]uard", "Coast Guard", "military"),
    (r"[Bb]order [Gg]uards?(?: [Ss]ervice)?", "Border Guard", "government"),
    (
        FORCES,
        "Armed Forces",
        "military",
    ),
    (r"(?:police(?: officers)?|Police|National Police)", "Police", "government"),
    (r"(?:parliament|Parliament|lawmakers|legislature)", "Parliament", "government"),
    (r"(?:prosecutors?|Prosecutor General's Office|Prosecutor's Office|prosecutor's office)", "Prosecutor's Office", "government"),
    (r"(?:Supreme Court|High Court|Constitutional Court)", "Supreme Court", "government"),
    (r"(?:spy agency|intelligence (?:agency|service|services|officials)|secret service)", "Intelligence Service", "government"),
    (r"(?:security service|Security Service)", "Security Service", "government"),
    (
        r"(?:junta|regime|government|Government|administration|authorities|cabinet|officials?|ministers|diplomats?)",
        "Government",
        "government",
    ),
    (r"(?:embassy|Embassy)", "Embassy", "government"),
    (r"(?:[Cc]ivil [Dd]efen[cs]e|[Ee]mergency [Ss]ervices?|[Rr]escue [Ss]ervices?)", "Emergency Service", "government"),
)
OFFICE_OF = re.compile(
    r"\b(?:(?:prime|foreign|defen[cs]e|interior) minister|president|emir|king|supreme leader|ambassador|army chief|police chief|"
    r"chancellor|premier)\b"
    r"(?!,? [A-Z])(?! of )"
)
MODIFIER = (
    r"(?:(?:senior|top|local|provincial|federal|interim|transitional|central|provisional|internationally|recogni[sz]ed|"
    r"military|regional|elite|special|government|security|army|state|own|health|defen[cs]e|[\d,]+|two|three) ){0,2}"
)
ORGAN = re.compile(r"\b" + MODIFIER + "(?:" + "|".join(f"(?P<o{i}>{pattern})" for i, (pattern, _, _) in enumerate(ORGANS)) + r")\b")
ALONE = {"Air Force", "Navy", "Ground Forces", "General Staff", "National Guard", "Special Operations Forces", "Police", "Parliament",
         "Operational Command", "Coast Guard"}  # fmt: skip
ALONE_WORDS = ("army", "military", "armed forces", "government", "authorities", "junta", "regime")


def find_organs(scene: Scene) -> Iterator[Candidate]:
    """Organs of states named with their country, or with "the" where the context tells the country."""
    yield from _ministries(scene)
    yield from _units(scene)
    yield from _office_holders(scene)
    known: dict[str, str] = {}
    for match in ORGAN.finditer(scene.text):
        found = _organ(scene, match, known)
        if found:
            yield found


def _article_before(scene: Scene, start: int) -> int | None:
    """Where "the", "its" or "their" begins just before `start`."""
    match = re.search(r"\b(?:the|its|their|a|an) $", scene.text[max(0, start - 7) : start], re.IGNORECASE)
    return start - len(match.group()) if match else None


def _widened(scene: Scene, start: int) -> int:
    article = _article_before(scene, start)
    return start if article is None else article


def _ministries(scene: Scene) -> Iterator[Candidate]:
    last: dict[str, str] = {}
    for match in MINISTRY.finditer(scene.text):
        topic = (next(filter(None, match.groups()), None) or ("Defence" if match.group() == "MoD" else "Foreign")).title()
        topic = topic.replace("Defense", "Defence").replace(" Affairs", "").replace("External", "Foreign")
        end, qualifier = match.end(), scene.qualifier_before(match.start())
        start, alpha3 = qualifier or _runner(scene, match.start()) or (_widened(scene, match.start()), None)
        after = re.compile(r" of ").match(scene.text, end)
        hit = next((each for each in scene.countries if after and each.start == after.end()), None)
        if hit:
            end, alpha3 = hit.end, hit.value.alpha3
        inside = re.compile(r" in (\w+)").match(scene.text, end)
        place = scene.world.adjective_country(inside.group(1)) if inside else None
        if inside and place:
            alpha3 = alpha3 or place
        if scene.text[start : start + 4].lower() == "its ":
            alpha3 = alpha3 or scene.state_before(start)
        alpha3 = alpha3 or last.get(topic) or scene.country_near(match.start())
        if alpha3:
            last[topic] = alpha3
        kind = "Ministry of Foreign Affairs" if topic == "Foreign" else f"Ministry of {topic}"
        if not (alpha3 == "USA" and topic == "Defence"):
            yield Candidate(_widened(scene, start), end, scene.world.organ_of(kind, "government", alpha3), 70)


def _runner(scene: Scene, offset: int) -> tuple[int, str | None] | None:
    """The body before "-run" ("Hamas-run"), with its country."""
    match = re.search(r"([A-Z]\w+)-(?:run|controlled|led) (?:\w+ )?$", scene.text[max(0, offset - 40) : offset])
    hit = next(iter(scene.world.body_index.find(match.group(1))), None) if match else None
    return (offset - len(match.group()), hit.value[0].country_code) if match and hit else None


def _units(scene: Scene) -> Iterator[Candidate]:
    for match in UNIT.finditer(scene.text):
        qualifier = scene.qualifier_before(match.start())
        start, alpha3 = qualifier or (_widened(scene, match.start()), scene.country_near(match.start()))
        yield Candidate(start, match.end(), Identity(slug(match.group()), match.group(), "military", alpha3), 65)


def _office_holders(scene: Scene) -> Iterator[Candidate]:
    """A person known by the office alone ("Peru's foreign minister"), where it does not describe a name before it."""
    for match in OFFICE_OF.finditer(scene.text):
        qualifier = scene.qualifier_before(match.start())
        if qualifier and scene.text[max(0, qualifier[0] - 2) : qualifier[0]] != ", ":
            organ = scene.world.organ_of(match.group().capitalize(), "person", qualifier[1])
            yield Candidate(_widened(scene, qualifier[0]), match.end(), organ, 55)


def _organ(scene: Scene, match: re.Match[str], known: dict[str, str]) -> Candidate | None:
    index = next(i for i in range(len(ORGANS)) if match.group(f"o{i}"))
    _, organ, kind = ORGANS[index]
    word = match.group(f"o{index}")
    qualifier = scene.qualifier_before(match.start())
    start: int
    alpha3: str | None
    if qualifier:
        start, alpha3 = qualifier
        start = _widened(scene, start)
    else:
        article = _alone_from(scene, match, index)
        if article is None:
            return None
        owner = scene.state_before(article) if scene.text[article : article + 4].lower() == "its " else None
        start, alpha3 = article, owner or known.get(organ) or scene.country_near(match.start())
    if alpha3 is None or _is_compound(scene, match.end() - 1):
        return None
    known[organ] = alpha3
    capital = scene.country_ending.get(match.start() - 1) if word == "regime" else None
    if capital and capital.value.kind == "metonym":
        return Candidate(start, match.end(), scene.world.state_of(alpha3), 60)
    if organ == "Armed Forces":
        return Candidate(start, match.end(), scene.world.forces_of(alpha3), 60)
    return Candidate(start, match.end(), scene.world.organ_of(organ, kind, alpha3), 60)


def _alone_from(scene: Scene, match: re.Match[str], index: int) -> int | None:
    """Where an organ without a country's name begins ("the army", "police", "government forces"); None where it is no actor."""
    organ, word = ORGANS[index][1], match.group(f"o{index}")
    article, is_bare = _article_before(scene, match.start()), match.start() == match.start(f"o{index}")
    if article is None and _is_subject(scene, match.end() - 1):
        is_force = organ == "Armed Forces" and match.group().lower().startswith(("government ", "army "))
        return match.start() if is_force or (organ == "Police" and is_bare) else None
    if article is None or scene.text[article : match.start()].lower() in ("a ", "an "):
        return None
    is_office = organ == "Prosecutor's Office" and word.lower().endswith("office")
    if not (is_office or (is_bare and (organ in ALONE or word in ALONE_WORDS))):
        return None
    is_modifier = scene.text[match.end() : match.end() + 1] == " " and _is_compound(scene, match.end() - 1)
    return None if is_modifier else article


def _is_subject(scene: Scene, offset: int) -> bool:
    token = scene.token_at.get(offset)
    return token is not None and token.dep_ == "nsubj"


def _is_compound(scene: Scene, offset: int) -> bool:
    """Whether the word modifies the next noun ("army base")."""
    token = scene.token_at.get(offset)
    return token is not None and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i and token.head.pos_ == "NOUN"
