"""Verbs that the parser took for nouns or adjectives, as it does in headlines: "Kyiv fires rockets at a depot", "Turkey scrambled jets"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import Arguments, conjuncts, obliques
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE_HEAD = ("compound", "amod", "nmod", "poss")
OPENERS = ("DET", "NUM", "ADJ", "PROPN", "NOUN", "PRON", "ADV")
FORMS = ("NNS", "NNPS", "NNP", "VBD", "VBN", "VBZ", "JJ")
OF_OTHERS = frozenset("backed led made held occupied controlled aligned allied based supported trained armed supplied".split())


def misread_verb(token: Token, scene: Scene) -> Arguments | None:
    """The arguments of a word that stands between a side and what it acts on, whatever the parser made of it; None where it is no verb."""
    if token.tag_ not in FORMS or not token.lower_.endswith(("s", "ed")) or token.lower_ in OF_OTHERS or not token.i:
        return None
    if token.pos_ == "ADJ" and token.dep_ == "ROOT":
        return None
    side, after = scene.doc[token.i - 1], scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else None
    if after is None or after.pos_ not in OPENERS or after.sent != token.sent or side.sent != token.sent:
        return None
    if scene.actor_at(token) is not None or scene.weapon_at(token) is not None:
        return None
    thing = _thing(token, after)
    if thing is None or not (scene.is_party(side) or _is_capital(side, after, thing, scene)):
        return None
    return Arguments((side,), tuple(conjuncts(thing)), tuple(obliques(thing)))


def misread_fall(token: Token, scene: Scene) -> Arguments | None:
    """A verb of munitions before a preposition: "Shells land on the market", "Drone crashes into hospital"; None where it is none."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.i or token.i + 1 >= len(scene.doc):
        return None
    side, after = scene.doc[token.i - 1], scene.doc[token.i + 1]
    if scene.weapon_of(side) is None or after.pos_ not in ("ADP", "ADV") or side.sent != token.sent or after.lower_ == "of":
        return None
    agrees = token.lower_.endswith("s") != (side.tag_ in ("NNS", "NNPS"))
    around = [*obliques(token), *(obliques(after.head) if after.head != token else ())]
    return Arguments((side,), (), tuple(dict.fromkeys(pair for pair in around if pair[1].i > token.i))) if agrees else None


def _is_capital(side: Token, after: Token, thing: Token, scene: Scene) -> bool:
    """A place that stands for its state, which nothing but the misread verb would show."""
    return scene.place_at(side) is not None and (after.pos_ in ("DET", "NUM") or scene.weapon_of(thing) is not None)


def _thing(token: Token, after: Token) -> Token | None:
    """The head of the noun phrase that begins after the word: one whose modifier the word was taken for, or a phrase of its own."""
    if token.dep_ in BEFORE_HEAD and token.head.i > token.i:
        return token.head
    head = after
    while head.dep_ in ("det", "nummod", "quantmod", *BEFORE_HEAD) and head.head.i > head.i:
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "NUM") and token.dep_ != "ROOT" else None


def is_misread_present(token: Token) -> bool:
    """ "The airports close for the night": an adjective that has a subject and no copula."""
    return token.pos_ == "ADJ" and bool(children(token, "nsubj")) and not children(token, "cop", "aux") and token.lower_ in SAME_AS_VERB


SAME_AS_VERB = frozenset(["close", "open", "free", "clear"])
