"""Whose an organ is that stands without its country's name: told by its phrase, its sentence, its last mention, the passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import Scene
from newspkg.extract.actors.world import Organ

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADS_IN = re.compile(r"[\s\"“*•–-]*(?:In|At|From|Over in|Back in|Meanwhile,? in) (?:the )?")
VIOLENT = frozenset(
    "attack strike hit bomb shell fire launch invade kill seize capture destroy send target pound storm raid shoot drop take use enter "
    "advance cross occupy lob hurl loose release assault ambush torch".split()
)
SENDS = frozenset("send move deploy station mass dispatch commit withdraw pull rotate put position".split())
BEFORE = ("poss", "amod", "compound", "nmod")
ORGANS = frozenset("ministry military army staff command government cabinet official officer navy spokesman spokeswoman department".split())
MAIN = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


def owner_by_context(scene: Scene, hit: Hit[Organ], known: Mapping[str, str]) -> str | None:
    """The country of an organ that no word beside it tells."""
    phrase, label = scene.low[hit.start : hit.end], hit.value.label
    fits = _fitting(scene, phrase)
    told = state_of_sentence(scene, hit.end - 1, hit.value.kind != "military")
    for alpha3 in (told, known.get(label)):
        if alpha3 and fits(alpha3):
            return alpha3
    near = scene.country_near(hit.start, fits=fits)
    homes = scene.world.homes.get(phrase, ())
    return near or (homes[0] if len(homes) == 1 else None)


def _fitting(scene: Scene, phrase: str) -> Callable[[str], bool]:
    """Whether a state has an organ of such a name."""
    homes = scene.world.homes.get(phrase, ())
    foreign = {code for word in phrase.split() for code in scene.world.no_homes.get(word, ())}
    return lambda alpha3: alpha3 not in foreign and (not homes or alpha3 in homes)


def owner_by_pronoun(scene: Scene, offset: int) -> str | None:
    """Whose "its" and "their" at `offset` are: of the state that is the subject of the sentence, or of the one before."""
    token = scene.token_at(offset)
    if token is None:
        return None
    subjects = [*_subjects(scene, token.sent.start_char, offset)]
    if not subjects and token.sent.start > 0:
        before = token.doc[token.sent.start - 1].sent
        if "\n" not in scene.text[before.start_char : offset]:
            subjects = [*_subjects(scene, before.start_char, before.end_char)][:1]
    return subjects[-1][1] if subjects else scene.state_before(offset)


def is_of_subject(scene: Scene, offset: int) -> bool:
    """Whether a state, or an organ of one, is the subject of the sentence before an offset."""
    token = scene.token_at(offset)
    return token is not None and any(True for _ in _subjects(scene, token.sent.start_char, offset))


def state_of_sentence(scene: Scene, offset: int, is_civil: bool) -> str | None:
    """The state that a sentence opens with ("In Lima, ..") or, for a civil organ, whose peaceful deed it tells before `offset`."""
    token = scene.token_at(offset)
    if token is None:
        return None
    start = token.sent.start_char
    leads = LEADS_IN.match(scene.text, start, offset)
    if leads:
        named = [(hit.end, hit.value.alpha3) for hit in [scene.country_starting.get(leads.end())] if hit]
        named += [(end, alpha3) for end, (begin, alpha3) in scene.place_ending.items() if begin == leads.end()]
        told = next((alpha3 for end, alpha3 in named if scene.text.startswith(",", end)), None)
        if told:
            return told
    peaceful = [alpha3 for token, alpha3 in _subjects(scene, start, offset) if token.head.lemma_.lower() not in VIOLENT]
    return peaceful[-1] if peaceful and is_civil and token.dep_ != "dobj" else None  # whom a state backs is another's


def sent_by(scene: Scene, hit: Hit[Organ]) -> str | None:
    """The state that sends, moves or loses the troops in its sentence ("Peru moved two |brigades| to the border")."""
    token = scene.token_at(hit.end - 1)
    if token is None or token.dep_ != "dobj" or token.head.lemma_.lower() not in SENDS:
        return None
    subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    state = scene.country_ending.get(subject.idx + len(subject)) if subject is not None else None
    return state.value.alpha3 if state and state.value.kind in ("name", "metonym") else None


def _subjects(scene: Scene, low: int, high: int) -> Iterator[tuple[Token, str]]:
    """The states, and bodies and organs of states, that are subjects of main clauses between two offsets."""
    named = [(hit.end, hit.value.alpha3) for hit in scene.within(scene.countries, low, high) if hit.value.kind in ("name", "metonym")]
    bodies = [
        hit for hit in scene.within(scene.bodies, low, high) if hit.value.identity.kind == "government" and not hit.value.needs_context
    ]
    named += [(hit.end, hit.value.identity.country_code) for hit in bodies if hit.value.identity.country_code]
    modifying = [(hit.end, hit.value.alpha3) for hit in scene.within(scene.countries, low, high)]
    for end, alpha3 in sorted({*named, *modifying}):
        token = scene.token_at(end - 1)
        if token is not None and token.dep_ in BEFORE and token.head.lemma_.lower() in ORGANS:
            token = token.head  # "the Russian defence ministry said its forces .."
        elif (end, alpha3) not in named:
            continue
        if token is not None and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in MAIN:
            yield token, alpha3
