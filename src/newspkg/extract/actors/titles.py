"""Titles and offices before and after names: where a person's mention begins, and what makes a name a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newspkg.extract.actors.names import NameIndex
from newspkg.extract.actors.scene import Scene
from newspkg.specs import Codelists

CAP = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'-]+|[A-Z]\.)"
LINK = r"(?:al|el|bin|bint|ibn|de|del|della|di|da|dos|do|van|von|der|den|la|le|ben|ul|ur|abu|Al|ag)"
NAME = rf"{CAP}(?:[ -](?:{LINK}[ -]){{0,2}}{CAP}){{0,3}}"
BEFORE_TITLE = (
    r"(?:ex|acting|former|deputy|then|own|military|army|Army|police|Police|government|rebel|Acting|Former|senior|Senior|top|"
    r"chief|regional|"
    r"state|district|provincial|city|local|junta|opposition|navy|party|security|intelligence|parliamentary|presidential|air force|"
    r"coast guard|"
    r"Deputy|retired|Retired|exiled|veteran|"
    r"(?:defen[cs]e|foreign|interior|health|Defen[cs]e|Foreign|Interior|Health) [Mm]inistry)"
)
OFFICE_WORDS = (
    r"(?:[\w'’.-]+ ){0,6}?(?:president|minister|governor|mayor|secretary|spokes(?:man|woman|person)|chief|commander|general|envoy|"
    r"ambassador|director|leader|head|chancellor|premier|official|adviser|advisor|deputy|analyst|officer|lawmaker|senator|representative|prosecutor|"
    r"chairman|coordinator|diplomat|negotiator|executive|speaker|colonel|major|captain|expert|correspondent|founder|member)s?,? "
)


class Titles:
    """The codelist `titles` as patterns."""

    def __init__(self, codelists: Codelists) -> None:
        self._titles = sorted((row["title"] for row in codelists.rows("titles")), key=lambda title: (-len(title), title))

    @cached_property
    def _either(self) -> str:
        return "|".join(re.escape(form) for title in self._titles for form in dict.fromkeys((title, title.lower(), title.capitalize())))

    @cached_property
    def titled(self) -> re.Pattern[str]:
        """A title (group 1) and a name."""
        return re.compile(
            rf"(?<![\w-])(?:{BEFORE_TITLE}[ -]){{0,2}}((?:{self._either})(?:,? (?:{self._either})){{0,2}}),? (?P<name>{NAME})"
        )

    @cached_property
    def _index(self) -> NameIndex[None]:
        return NameIndex({form: None for title in self._titles for form in (title, title.lower(), title.capitalize())})

    def named(self, scene: Scene) -> Iterator[re.Match[str]]:
        """The titles with a name after them."""
        done = 0
        for hit in self._index.find(scene.text, scene.words):
            match = self.titled.search(scene.text, max(done, hit.start - 25), min(len(scene.text), hit.end + 90))
            if match and match.end() > done:
                done = match.end()
                yield match

    @cached_property
    def ends_in_title(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self._either}),?$")

    @cached_property
    def office(self) -> re.Pattern[str]:
        """Any title as a word."""
        lower = sorted(
            {title.lower() for title in self._titles if len(title) > 3 and "." not in title}, key=lambda title: (-len(title), title)
        )
        return re.compile(r"\b(?:" + "|".join(map(re.escape, lower)) + r")s?\b", re.IGNORECASE)

    def untitled(self, name: str) -> str:
        """The name without titles that a pattern took for its first words."""
        words = name.split()
        known = {word for title in self._titles for word in title.split()}
        while len(words) > 1 and words[0] in known:
            del words[0]
        return " ".join(words)


CLAUSE_END = re.compile(r"[a-z\d)]\. |\n|[;:,] |[\"“(]")
OFFICE_OF_BEFORE = re.compile(
    r"\b(?:[Tt]he )?(?:\b(?!(?:says?|said|tells?|told|by|to|from|with)\b)[a-z][\w-]+ ){0,3}(?:president|minister|governor|mayor|"
    r"secretary|spokes(?:man|woman|person)|chief|commander|envoy|ambassador|director|leader|head|chancellor|premier|prosecutor|"
    r"chairman|speaker) (?:of|for) (?:(?:the )?[A-Z][\w'’-]*(?: [\w'’-]+){0,4}|(?:the|its|their) (?:[a-z-]+ ){0,2}[a-z-]+), $"
)
OFFICE_BEFORE = re.compile(rf"(?:(?:the|a|an) )?{OFFICE_WORDS}$")


def with_title(scene: Scene, titles: Titles, start: int) -> int:
    """Where a person's mention begins: with the title, and what names its office, in the same clause as the name at `start`."""
    hits = titles.titled.finditer(scene.text, max(0, start - 60), min(len(scene.text), start + 60))
    begin = next((hit.start() for hit in hits if hit.start("name") <= start < hit.end("name") or hit.end(1) + 1 == start), start)
    return min(begin, _office(scene, _clause(scene, begin), begin))


def _clause(scene: Scene, begin: int) -> int:
    """Where the clause begins that ends at `begin`, of up to 70 characters; a comma right before `begin` does not end it."""
    low = max(0, begin - 70)
    ends = [match.end() for match in CLAUSE_END.finditer(scene.text, low, begin)]
    return max((end for end in ends if end < begin or not scene.text.startswith(", ", end - 2)), default=low)


def _office(scene: Scene, clause: int, start: int) -> int:
    """The country, body or place that owns the office ("|Kenya's army spokesman ..", "|Senior Hamas official ..")."""
    whole = OFFICE_OF_BEFORE.search(scene.text, max(0, start - 90), start)
    if whole:
        return whole.start()
    match = OFFICE_BEFORE.search(scene.text, clause, start)
    if not match:
        owner = scene.qualifier_before(start)
        return (
            owner[0] if owner else scene.body_ending[scene.owner_end(start)].start if scene.owner_end(start) in scene.body_ending else start
        )
    words = scene.text[match.start() : start]
    owners = [hit.start for hit in scene.within(scene.countries, match.start(), start)]
    owners += [hit.start for hit in scene.within(scene.bodies, match.start(), start)]
    owners += [place.span.start for place in scene.annotated.places if match.start() <= place.span.start < start]
    if re.search(r"\b(?:says?|said|told|and|that|to|with|by|from|as|when|but)\b", words):
        inside = max((each.end() for each in re.finditer(r"\b(?:says?|said|told|and|that|to|with|by|from|as|when|but) ", words)), default=0)
        owners = [owner for owner in owners if owner >= match.start() + inside]
    return min(owners, default=start)
