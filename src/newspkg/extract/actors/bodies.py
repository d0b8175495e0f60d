"""Bodies that a list holds, where they act: their members count as they do, half a compound does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.identity import Identity, named
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import GENERIC, Scene
from newspkg.extract.actors.world import Body

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMBER = (
    r"(?:fighters|militants|rebels|gunmen|insurgents|members|troops|forces|leaders|officials|terrorists|guerrillas|peacekeepers|experts|"
    r"investigators|inspectors|diplomats|ambassadors|ministers|commanders|operatives|jihadists|soldiers|officers|sources|men|group|"
    r"movement|militia|spokes(?:man|woman|person)|official|leadership|delegation|negotiators|mission|envoys)"
)
MEMBERS = re.compile(rf"(?:'s?)? {MEMBER}\b(?! [A-Z])")
MEMBERS_OF = re.compile(
    rf"\b(?:(?:the|a|an|some|suspected|\d+|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of) )*{MEMBER} "
    r"(?:of|from|for|with|in|loyal to|linked to) (?:the )?$",
    re.IGNORECASE,
)
OFFICE_AFTER = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,4}(?:adviser|advisor|chief|head|spokes\w+|director|president|minister|envoy|diplomat|secretary|leader|"
    r"coordinator|representative|commissioner|ambassador|rapporteur|branch|affiliate|offshoot|arm|wing)\b"
)
DATELINE = re.compile(r"(?:, [A-Z][a-z]{2,8}\.? \d| \(| [—–-] )")
APPOSED = re.compile(r"[A-Z][\w-]+, (?:the )?$")
AT_BUILDING = ("in the ", "at the ", "into the ", "inside the ", "outside the ", "near the ", "to the ")
ADJECTIVES = ("Houthi",)  # names that only modify the next noun, as a country's adjective does
BUILDINGS = ("White House", "Kremlin", "Downing Street")
MEDIA_VERBS = frozenset(
    "report say publish quote cite write announce claim show tell declare air broadcast add make carry deny give put count note describe "
    "identify reveal geolocate verify obtain release suggest call name accuse warn estimate confirm post run allege explain find state "
    "locate identify blame insist maintain interview speculate point stress recall observe argue calculate hail praise condemn denounce "
    "criticise criticize slam mock boast threaten urge applaud laud celebrate brand dub relay reprint tally".split()
)  # fmt: skip
NATIONAL = re.compile(r"\b(?:National|Defen[cs]e|Supreme|State) $")  # whose "Security Council" is a state's
NAMED_ON = re.compile(
    r" (?!Chief|CEO|President|Director|Chair|Spokes|Editor|Executive|Vice|Managing|Founder|Correspondent|Inc|Ltd|News)[A-Z][a-z]+ [a-z]"
)
TELLS = frozenset({"write", "report", "say", "add", "claim", "note"})  # "writes |X|,"
TOLD_BY = re.compile(
    r"\b(?:according to|(?:reported|cited|quoted|published|carried|aired|broadcast|verified|obtained|released|geolocated|identified|seen|"
    r"shared|posted|filmed|analy[sz]ed|reviewed|first reported|relayed|run) by|citing|quoting|told to)(?: the)?(?: [a-z][\w-]+){0,5} $",
    re.IGNORECASE,
)


def find_bodies(scene: Scene) -> Iterator[Candidate]:
    """A candidate for each name of a listed body; an ambiguous one only for a body that the article names plainly too."""
    sure = {hit.value.identity.actor_id for hit in scene.bodies if not hit.value.needs_context}
    for hit in scene.bodies:
        start, end, body = hit
        identity = next((each for each in body.identities if not body.needs_context or each.actor_id in sure), None)
        if start in scene.country_starting and body.needs_context:
            continue
        if identity is None or _is_half(scene, start, end, identity) or _stands_for_place(scene, start, identity.name):
            continue
        if scene.text[start:end] in ADJECTIVES and scene.is_compound(end - 1) and not MEMBERS.match(scene.text, end):
            continue
        if identity.kind == "media" and not _media_acts(scene, start, end):
            continue
        yield _candidate(scene, hit, identity)


def _candidate(scene: Scene, hit: Hit[Body], identity: Identity) -> Candidate:
    start, qualifier = hit.start, scene.qualifier_before(hit.start)
    if qualifier:
        start = qualifier[0]
        is_national = identity.kind in ("government", "military") or scene.text.startswith(GENERIC, hit.start)
        if is_national and identity.country_code not in (None, qualifier[1]):
            of_country = f"{scene.text[hit.start : hit.end]} of {scene.world.country_name(qualifier[1])}"
            identity = named(of_country, identity.kind, qualifier[1])
    before = MEMBERS_OF.search(scene.text, max(0, start - 60), start)
    members = MEMBERS.match(scene.text, hit.end)
    return Candidate(before.start() if before else start, members.end() if members else hit.end, identity, 62)


def _is_half(scene: Scene, start: int, end: int, identity: Identity) -> bool:
    """Half of a compound ("Hamas-run"), or inside an apposition that only describes a person ("Ada Roe, the EU's envoy")."""
    if scene.is_half_name(start) or (
        scene.text.startswith("Security Council", start) and NATIONAL.search(scene.text, max(0, start - 12), start)
    ):
        return True
    if identity.kind in ("company", "media", "ngo") and " " not in scene.text[start:end] and NAMED_ON.match(scene.text, end):
        return True
    if scene.text[end : end + 1] == "-" and scene.text[end + 1 : end + 2].isalpha():
        return True
    if (start == 0 or scene.text[start - 1] == "\n") and DATELINE.match(scene.text, end) and scene.text[start:end].isupper():
        return True
    return bool(OFFICE_AFTER.match(scene.text, end)) and bool(APPOSED.search(scene.text, max(0, start - 30), start))


def _media_acts(scene: Scene, start: int, end: int) -> bool:
    token, after = scene.token_at(end - 1), scene.token_at(end + 1)
    if TOLD_BY.search(scene.text, max(0, start - 60), start) or (after is not None and _tells(after)):
        return True
    before = token.doc[token.i - 1] if token is not None and token.i else None
    if before is not None and before.lemma_ in TELLS and before.tag_ in ("VBZ", "VBD") and scene.text[end : end + 1] in ",.;:\n":
        return True
    while token is not None and token.dep_ in ("appos", "compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head  # "state news agency X", "X, a daily,"
    return (
        token is not None
        and token.dep_ == "nsubj"
        and token.head.lemma_.lower() in MEDIA_VERBS
        and not scene.text[:start].endswith("told ")
    )


def _tells(verb: Token) -> bool:
    """Whether the word right after a medium's name is a verb by which it acts."""
    return verb.tag_ in ("VBZ", "VBD", "VBP") and verb.lemma_.lower() in MEDIA_VERBS


def _stands_for_place(scene: Scene, start: int, name: str) -> bool:
    """A building where something happens ("at the White House")."""
    return name in BUILDINGS and scene.text[max(0, start - 14) : start].endswith(AT_BUILDING)
