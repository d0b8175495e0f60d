"""Names that only their verb tells to be a person's: subjects of speech, first names alone, family names of listed leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.names import Hit
from newspkg.extract.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SPEECH = frozenset("say tell warn add write insist argue recall explain note call describe believe reckon concede admit remember".split())
NOT_ELSE = ("PERSON", "", "NORP")  # what the parser calls a name that may be a person's
PERSONAL = frozenset({"he", "she", "his", "her", "himself", "herself"})
REACH = 25  # tokens after a name in which a pronoun tells that it is a person's
ACTS = ("nsubj", "appos", "nsubjpass")


def find_speaking(scene: Scene) -> list[tuple[int, int]]:
    """One to four capitalised words that are the subject of a verb of speech, where the parser saw no name of something else.

    A word alone counts where the parser takes it for a person.
    """
    found: list[tuple[int, int]] = []
    for token in scene.annotated.doc:
        if token.dep_ == "nsubj" and token.tag_ == "NNP" and token.head.lemma_ in SPEECH and token.ent_type_ in NOT_ELSE:
            first = _first(token)
            if first.i < token.i or (token.ent_type_ == "PERSON" and len(token) > 2 and token.text.isalpha()):
                found.append((first.idx, token.idx + len(token)))
    return found


def find_living(scene: Scene) -> list[tuple[int, int]]:
    """Two to four capitalised words that are the subject of a sentence, and soon a "he", "she", "his" or "her": no body has these."""
    found: list[tuple[int, int]] = []
    doc = scene.annotated.doc
    for token in doc:
        if token.dep_ == "nsubj" and token.tag_ == "NNP" and token.ent_type_ in NOT_ELSE and token.head.pos_ == "VERB":
            first, soon = _first(token), doc[token.i + 1 : token.i + REACH]
            if first.i < token.i and _is_first_personal(soon):
                found.append((first.idx, token.idx + len(token)))
    return found


def _is_first_personal(soon: Span) -> bool:
    """Whether the first pronoun is a person's, with no other name before it."""
    for token in soon:
        if token.lower_ in PERSONAL:
            return True
        if token.lower_ in ("it", "its", "they", "their") or (token.tag_ == "NNP" and token.ent_type_ not in ("DATE", "GPE")):
            return False
    return False


def _first(token: Token) -> Token:
    """The first of the up to three capitalised words before a name's last."""
    first = token
    while first.i and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).head in (token, first) and token.i - first.i < 3:
        first = first.nbor(-1)
    return first


def known_alone(scene: Scene, hit: Hit[Identity], full: set[str]) -> bool:
    """Whether one word means the listed leader: one that may be a first name does only with the full name or the leader's country."""
    if scene.text[hit.start : hit.end] not in scene.world.given_names or hit.value.actor_id in full or hit.value.country_code is None:
        return True
    return hit.value.country_code in scene.nearness.shares
