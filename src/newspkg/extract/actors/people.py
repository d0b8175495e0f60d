"""Persons: listed leaders, names after titles, names that the parser takes for persons; each family name one actor in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.identity import Identity, slug
from newspkg.extract.actors.names import plain
from newspkg.extract.actors.scene import Candidate, Scene
from newspkg.specs import Codelists

CAP = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'-]+|[A-Z]\.)"
LINK = r"(?:al|el|bin|bint|ibn|de|del|della|di|da|van|von|der|den|la|le|ben|ul|ur|abu|Al)"
NAME = rf"{CAP}(?:[ -](?:{LINK}[ -]){{0,2}}{CAP}){{0,3}}"
BEFORE_TITLE = (
    r"(?:ex|acting|former|deputy|then|own|military|army|Army|police|Police|government|rebel|Acting|Former|"
    r"(?:defen[cs]e|foreign|interior|health|Defen[cs]e|Foreign|Interior|Health) [Mm]inistry)"
)
DECAY = 800  # characters: the country of a person named without one is that of the wider text
NO_NAME = frozenset(
    [
        "Staff",
        "Minister",
        "Ministry",
        "Secretary",
        "President",
        "Office",
        "Council",
        "Committee",
        "Command",
        "Army",
        "Navy",
        "Force",
        "Forces",
        "Police",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "Party",
        "Street",
        "House",
        "General",
        "State",
    ]
)
WORD = re.compile(r"\w+(?:[-']\w+)*")
OFFICE = re.compile(
    r"\b(?:president|minister|governor|mayor|secretary|spokes(?:man|woman|person)|chief|commander|general|envoy|ambassador|director|leader|"
    r"head|chancellor|premier|emir|king|adviser|deputy|analyst|blogger|officer|lawmaker|senator|representative|prosecutor|chairman|priest|colonel)\b",
    re.IGNORECASE,
)


SPEECH = frozenset(["say", "tell", "warn", "add", "write", "insist", "argue", "recall", "explain", "note"])
NOT_ELSE = ("PERSON", "", "NORP")  # what the parser calls a name that may be a person's


class People:
    """Finds the persons of an article."""

    def __init__(self, codelists: Codelists) -> None:
        titles = sorted((row["title"] for row in codelists.rows("titles")), key=lambda title: (-len(title), title))
        either = "|".join(re.escape(form) for title in titles for form in dict.fromkeys((title, title.lower(), title.capitalize())))
        self._titled = re.compile(rf"(?<![\w-])(?:{BEFORE_TITLE}[ -]){{0,2}}((?:{either})(?: (?:{either}))?),? (?P<name>{NAME})")
        self._title = re.compile(rf"(?:{either}),?$")

    def find(self, scene: Scene) -> Iterator[Candidate]:
        known = self._known(scene)
        for start, end, identity in known:
            yield Candidate(self._with_title(scene, start), end, identity, 80)
        yield from _repeated(scene, known)

    def _known(self, scene: Scene) -> list[tuple[int, int, Identity]]:
        """Full names in the article with who they are, in text order; names of leaders outrank patterns, patterns the parser's guesses."""
        found: list[tuple[int, int, Identity]] = [(hit.start, hit.end, hit.value) for hit in scene.world.leader_index.find(scene.text)]
        spans = [(match.start("name"), match.end("name")) for match in self._titled.finditer(scene.text)]
        spans += [(ent.start_char, ent.end_char) for ent in scene.annotated.doc.ents if ent.label_ == "PERSON" and " " in ent.text]
        spans += _speaking(scene)
        people: dict[str, Identity] = {identity.name.split()[-1]: identity for _, _, identity in found}
        for start, end in spans:
            start, end = _trimmed(scene, start, end)
            if end - start > 2 and not any(start < b and a < end for a, b, _ in found) and self._is_person(scene, start, end):
                found.append((start, end, _identity(scene, start, end, people)))
        return sorted(found, key=lambda each: each[:2])

    def _is_person(self, scene: Scene, start: int, end: int) -> bool:
        name = scene.text[start:end]
        if (
            not re.fullmatch(NAME, name)
            or NO_NAME.intersection(name.split())
            or scene.is_blocked(start, end)
            or any(p.span.start < end and start < p.span.end for p in scene.annotated.places)
        ):
            return False
        if any(hit.start < end and start < hit.end for hit in scene.countries) or any(True for _ in scene.world.body_index.find(name)):
            return False
        near = scene.text[max(0, start - 50) : start] + " " + scene.text[end : end + 50]
        speaks = scene.token_at.get(end - 1)
        subject = speaks is not None and speaks.dep_ in ("nsubj", "appos", "nsubjpass") and speaks.ent_type_ in NOT_ELSE
        return bool(OFFICE.search(near)) or subject or bool(self._title.search(scene.text[max(0, start - 25) : start].rstrip()))

    def _with_title(self, scene: Scene, start: int) -> int:
        """The mention begins with the title and what names its office, back to the clause's border."""
        match = re.search(r"(?:[\w.',-]+ ){0,5}$", scene.text[max(0, start - 60) : start])
        if not match or not match.group():
            return start
        words = match.group()
        begin = start - len(words)
        titled = [
            hit for hit in self._titled.finditer(scene.text, begin, start + 60) if hit.start("name") == start or hit.end(1) + 1 == start
        ]
        owner = scene.qualifier_before(start)
        if not titled:
            held = [hit.start for hit in scene.world.body_index.find(words) if words[hit.end :] == "'s "]
            return owner[0] if owner else (begin + held[-1] if held else start)
        at = titled[0].start()
        qualifier = scene.qualifier_before(at)
        body = next(
            (hit.start for hit in scene.world.body_index.find(scene.text[begin:start]) if begin + hit.end in (at - 1, at - 3)), None
        )
        place = next((each.span.start for each in scene.annotated.places if each.span.end in (at - 1, at - 3)), None)
        return min(at, qualifier[0] if qualifier else at, begin + body if body is not None else at, place if place is not None else at)


def _speaking(scene: Scene) -> list[tuple[int, int]]:
    """Two to four capitalised words that are the subject of a verb of speech, where the parser saw no name of something else."""
    found: list[tuple[int, int]] = []
    for token in scene.annotated.doc:
        if token.dep_ == "nsubj" and token.tag_ == "NNP" and token.head.lemma_ in SPEECH and token.ent_type_ in NOT_ELSE:
            first = token
            while first.i and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head in (token, first) and token.i - first.i < 3:
                first = first.nbor(-1)
            if first.i < token.i:
                found.append((first.idx, token.idx + len(token)))
    return found


def _trimmed(scene: Scene, start: int, end: int) -> tuple[int, int]:
    name = scene.text[start:end]
    if name.endswith("'s"):
        end -= 2
    return start, end


def _identity(scene: Scene, start: int, end: int, people: dict[str, Identity]) -> Identity:
    name = plain(scene.text[start:end])
    family = name.split()[-1]
    known = people.get(family)
    if known and (name == family or known.name.split()[0][0] == name[0]):
        return known
    before = [hit for hit in scene.countries if start - 60 <= hit.start and hit.end <= start and _qualifies(scene.text[hit.end : start])]
    qualifier = before[0].value.alpha3 if before else None
    after = next(
        (hit.value.alpha3 for hit in scene.countries if end <= hit.start <= end + 25 and OFFICE.search(scene.text[end : hit.end + 30])),
        None,
    )
    title = scene.text[max(0, start - 50) : start].rpartition("\n")[2].rpartition(". ")[2]
    body = next((hit.value[0].country_code for hit in scene.world.body_index.find(title) if _qualifies(title[hit.end :])), None)
    alpha3 = qualifier or body or scene.place_in(start - 50, start) or after or scene.country_near(start, decay=DECAY)
    people[family] = Identity(slug(name), name, "person", alpha3)
    return people[family]


def _qualifies(between: str) -> bool:
    """Whether the words between a country and a name say an office, in one sentence."""
    return "\n" not in between and "." not in between[1:] and bool(OFFICE.search(between))


def _repeated(scene: Scene, known: list[tuple[int, int, Identity]]) -> Iterator[Candidate]:
    """The family names that stand alone later."""
    families = {scene.text[start:end].split()[-1]: identity for start, end, identity in known if " " in scene.text[start:end]}
    for match in WORD.finditer(scene.text):
        word = match.group().removesuffix("'s")
        if word in families:
            yield Candidate(match.start(), match.start() + len(word), families[word], 78)
