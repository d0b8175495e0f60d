"""What only describes a person named before it is no mention: "Ada Roe, head of the General Staff," "Ada Roe, Peru's ombudsman,"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newspkg.extract.actors.candidate import Candidate
from newspkg.extract.actors.scene import Scene

OFFICE = (
    r"(?:adviser|advisor|chief|head|spokes(?:man|woman|person)|director|president|minister|envoy|diplomat|secretary|leader|coordinator|"
    r"representative|commissioner|ambassador|rapporteur|ombudsman|commander|officer|official|member|chair(?:man|woman|person)?|deputy|"
    r"prosecutor|governor|mayor|general|captain|colonel|major|analyst|fellow|researcher|economist|expert|founder|negotiator|delegate|"
    r"lawyer|counsel|employee|engineer|veteran|volunteer|fighter|commander-in-chief|boss|executive|professor|lecturer|historian|editor|"
    r"correspondent|reporter|lawmaker|senator|deputy|speaker|judge|inspector|manager|doctor|surgeon|nurse|teacher|pilot|sergeant|soldier|whip|underwriter|broker|trader|monk|priest|pastor|bishop|activist|campaigner|witness|resident)s?"
)
OF = re.compile(
    rf", (?:(?:a|an|the|its|their|then|now|and) )?(?:[\w'’-]+ ){{0,4}}?{OFFICE} (?:of|for|to|at|in|from|with|on|under|on loan to) (?:the )?"
    r"(?:[a-z-]+ )?$"
)
OWNED = re.compile(rf"(?:'s|’s|’|')? (?:[a-z-]+ ){{0,4}}{OFFICE}\b")
OWNER = re.compile(r", (?:(?:a|an|the|then|now) )?(?:[a-z-]+ ){0,2}$")
COMMON = re.compile(r"(?:an?|the|its|their) (?:[\w'’-]+ )*[a-z][\w'’-]+(?: (?:of|for|at|in) .+)?$")
ENDS = re.compile(r"[,.;:)\n]")
REACH = 70  # characters between a name and what describes it


def without_appositions(scene: Scene, found: list[Candidate]) -> list[Candidate]:
    """The candidates but those that stand in a description right behind a person's name."""
    described = set(_described(scene, found))
    return [each for each in found if each not in described]


def _described(scene: Scene, found: Iterable[Candidate]) -> Iterator[Candidate]:
    person = before = None
    for each in found:
        if before is not None and _is_apposed(scene, before, each):
            yield each
        before = each if each.is_named else before
        if each.identity.kind == "person" and each.is_named:
            person = each
        elif person is not None and each.start - person.end < REACH:
            between = scene.text[person.end : each.start]
            if OF.fullmatch(between) or (OWNER.fullmatch(between) and OWNED.match(scene.text, each.end)):
                yield each


def _is_apposed(scene: Scene, name: Candidate, each: Candidate) -> bool:
    """Whether a common noun says what the name right before it is: "Red Cross, the ambulance service,", "Ada Roe, a Peruvian diplomat"."""
    if scene.text[name.end : each.start] != ", " or not COMMON.match(scene.text, each.start, each.end):
        return False
    if scene.text.startswith(("a ", "an "), each.start):
        return True
    head = scene.token_at(each.end - 1)
    is_told = head is not None and head.dep_ == "appos" and name.start <= head.head.idx < name.end
    return is_told and ENDS.match(scene.text, each.end) is not None
