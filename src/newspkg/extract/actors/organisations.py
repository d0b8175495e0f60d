"""Organisations that no list holds, by the head of their capitalised name: "the Free Officers Brigade", "Riverside Institute"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newspkg.extract.actors.bodies import MEMBER, MEMBERS, MEMBERS_OF
from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.proper import acts, is_proper
from newspkg.extract.actors.scene import Scene
from newspkg.specs import Codelists

CAPITAL = r"[A-Z][\w'&-]*"
BEFORE = re.compile(rf"(?:{CAPITAL} (?:(?:of|for|and|de|du|al) (?:the )?)?){{1,6}}$")
GOES_ON = re.compile(rf" (?:(?:of|for|against|on) (?:the )?)?{CAPITAL}(?:(?: and| of the| of| for|,)? {CAPITAL}){{0,5}}")
BASED = re.compile(r"[A-Z][\w.]+(?: [A-Z]\w+)?-(?:based|headquartered|registered|listed|owned) ")
OWNER = re.compile(r"^[A-Z]\w+'s ")
INTERNATIONAL = re.compile(r"^(?:UN|U\.N\.|United Nations|European|African Union|EU|International|World|Joint UN|NATO|OSCE|Arab) ")
HELP = re.compile(
    r"\b(?:Relief|Rescue|Rights|Solidarity|Refugees?|Aid|Peace|Citizens|Journalists|Doctors|Workers|Teachers|Lawyers|Physicians)\b"
)
FIGHT = re.compile(
    r"\b(?:Liberation|Revolutionary|Defen[cs]e|Self-Defen[cs]e|People's|Peoples'|Resistance|Salvation|Islamic|Independence|Patriotic|Popular)\b"
)
OF_MEMBERS = re.compile(rf"(?:{MEMBER}|analysts|residents|leaders|workers|units) (?:of|from|for|at|in) (?:the )?", re.IGNORECASE)
JOINT = re.compile(r"\b(\w+) and (the )?")
ARTICLES = ("The ", "A ", "An ", "In ", "At ", "But ", "And ", "On ", "Meanwhile ", "For ", "As ", "When ", "While ", "After ", "If ")
COMMITTEES = frozenset({"Committee", "Council", "Commission", "Agency", "Assembly", "Secretariat", "Directorate"})
NO_OWN_AFTER = frozenset({"company", "media"})


class Organisations:
    """Finds organisations by the nouns of the codelist `organisation_heads`."""

    def __init__(self, codelists: Codelists) -> None:
        self._kind_of = {row["head"]: row["actor_kind"] for row in codelists.rows("organisation_heads")}

    @cached_property
    def _head(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(sorted(self._kind_of, key=lambda head: (-len(head), head))) + r")\b")

    def find(self, scene: Scene) -> Iterator[Candidate]:
        """A candidate for each capitalised name with such a head, where it acts, is acted on or speaks."""
        done = 0
        for match in self._head.finditer(scene.text):
            if match.start() < done:
                continue
            begin = self._after_other(scene, _begin(scene, match.start()), match.start())
            after = GOES_ON.match(scene.text, match.end(), match.end() + 80)
            tail = self._until_other(after.group().removesuffix("'s")) if after else ""
            end, last = match.end() + len(tail), self._last_head(tail) or match.group()
            kind = self._kind(scene.text[begin:end], last if begin < match.start() else match.group())
            is_name = begin < match.start() or (
                bool(tail) and kind not in NO_OWN_AFTER and match.group() not in ("Army", "Force", "Forces", "Plant")
            )
            if is_name and is_proper(scene, begin, match) and acts(scene, begin, match.end() - 1, end, kind):
                done = end
                yield _candidate(scene, begin, end, kind)

    def _after_other(self, scene: Scene, begin: int, end: int) -> int:
        """Where a name begins that another is joined to ("the Kivu Observatory and the |Red Sea Institute|")."""
        joined = [each for each in JOINT.finditer(scene.text, begin, end) if each[1] in self._kind_of or each[2]]
        return joined[-1].end() if joined else begin

    def _until_other(self, tail: str) -> str:
        """What a name goes on to, up to another that is joined to it."""
        for joint in re.finditer(r"(?: and|,) ", tail):
            if self._head.search(tail, joint.end()):
                return tail[: joint.start()]
        return tail

    def _last_head(self, tail: str) -> str | None:
        """The head that a name goes on to ("Maritime Trade |Operations Centre|"), unless an "of" or "for" parts them."""
        if re.match(r" (?:of|for|against|on) ", tail):
            return None
        found = [match.group() for match in self._head.finditer(tail)]
        return found[-1] if found else None

    def _kind(self, name: str, head: str) -> str:
        kind = self._kind_of[head]
        if INTERNATIONAL.match(name) and kind in ("government", "igo", "ngo"):
            return "ngo" if kind == "ngo" else "igo"
        if head in COMMITTEES and HELP.search(name):
            return "ngo"
        if kind == "armed_group" and head == "Front" and HELP.search(name):
            return "ngo"
        if kind == "igo" and not INTERNATIONAL.match(name):
            return "armed_group" if FIGHT.search(name) else "ngo"
        return (
            "armed_group"
            if kind in ("ngo", "military") and head in ("Union", "Guard", "Guards", "Coalition") and FIGHT.search(name)
            else kind
        )


def _begin(scene: Scene, start: int) -> int:
    """Where the name begins: its capitalised words before the head, without an article or a word that opens the sentence."""
    before = BEFORE.search(scene.text, max(0, start - 80), start)
    begin = before.start() if before else start
    based = BASED.match(scene.text, begin, start)
    begin = based.end() if based else begin
    opening = OF_MEMBERS.match(scene.text, begin, start)
    begin = opening.end() if opening else begin
    for word in ARTICLES:
        if scene.text.startswith(word, begin):
            return begin + len(word)
    return begin


def _candidate(scene: Scene, begin: int, end: int, kind: str) -> Candidate:
    members, member = MEMBERS_OF.search(scene.text, max(0, begin - 60), begin), MEMBERS.match(scene.text, end)
    start = members.start() if members else begin
    return Candidate(start, member.end() if member else end, _identity(scene, begin, end, kind), 57)


def _identity(scene: Scene, start: int, end: int, kind: str) -> Identity:
    """Its country is one in its name or just before it; else it is of the country the text speaks of."""
    name = OWNER.sub("", scene.text[start:end])
    if kind == "igo":
        return named(name, kind)
    inside = next((hit.value.alpha3 for hit in scene.countries if start <= hit.start < end), None)
    before = scene.qualifier_before(start)
    home = next((each.group() for each in BASED.finditer(scene.text, max(0, start - 30), start) if each.end() == start), None)
    based = (scene.world.adjective_country(home.rpartition("-")[0]) or scene.place_in(start - len(home), start)) if home else None
    told = inside or scene.place_in(start, end) or based or (before[1] if before else None)
    return named(name, kind, told if told or home else scene.country_near(start))
