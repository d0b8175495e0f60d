"""The words that say whose deed an attack was: blaming, claiming, owning up, whose men did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.syntax import conjuncts, is_passive, subject
from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ACCUSING = frozenset(["blame", "accuse", "suspect"])
PINNING = frozenset(["blame", "attribute", "pin", "ascribe", "impute", "trace"])
CLAIMED = frozenset(
    "responsibility attack strike bombing blast explosion assault raid ambush killing shooting shelling credit salvo barrage operation"
    " bombardment rocket launch hit airstrike".split()
)
OWNING = frozenset(["take", "assume", "accept", "admit", "acknowledge", "avow"])  # what one does with responsibility, with credit
DEEDS = CLAIMED | frozenset(
    (
        "it this carry commit launch attack shell bomb kill fire target strike hit terrorism massacre violence incident"
        " death murder shoot be all both three two four bombardment ambush raid destroy damage abduct abduction"
        " kidnapping explode violation deaths drone missile"
    ).split()
)
STAGING = frozenset("organise organize orchestrate plan mastermind plot perpetrate commit stage order execute".split())
BELONGING = frozenset(["belong"])
DOERS = frozenset("attacker bomber assailant gunman killer perpetrator hijacker kidnapper shooter raider member fighter militant".split())
TELLING = (
    ACCUSING | PINNING | OWNING | STAGING | {"claim", "hold", "work", "suspicion", "finger"}
)  # the verbs and nouns that may tell whose an attack is
DENYING = frozenset(["deny", "reject", "dismiss", "disclaim"])


def accused(token: Token) -> list[Token]:
    """The nouns that name the accused, by the verb or phrase of blaming."""
    lemma = token.lemma_
    if lemma in DOERS or lemma in BELONGING:
        return _of_doers(token)
    if lemma not in TELLING and token.lower_ not in ("behind", "responsible"):
        return []
    objects = children(token, "dobj", "obj")
    if lemma in PINNING and (pinned := _after(token, "on", "to")):
        return pinned
    if lemma in ACCUSING and _is_of_an_attack(token):
        accused = children(token, "nsubjpass") if is_passive(token) else objects
        return [each for noun in accused for each in conjuncts(noun)]
    if lemma in OWNING and any(noun.lower_ in ("responsibility", "credit") for noun in objects):
        return _subject(token)
    if lemma == "claim":
        claimed = [noun for noun in objects if noun.lemma_ in CLAIMED]
        if claimed:
            return _subject(token)
        return _after(token, "by") if token.tag_ == "VBN" and (token.head.lemma_ in CLAIMED or is_passive(token)) else []
    if token.lower_ == "behind" and token.head.lemma_ in ("be", "stand") and token.head.lemma_ not in DENYING:
        return _subject(token.head)
    if token.lower_ == "responsible":
        return (
            _subject(token.head)
            if token.dep_ in ("acomp", "attr", "oprd") and token.head.lemma_ == "be" and _is_of_an_attack(token)
            else []
        )
    if lemma in ("suspicion", "finger"):
        return _after(token.head, "on", "at") if token.head.lemma_ in ("fall", "point") else []
    if lemma in STAGING:
        staged = [noun for noun in [*objects, *children(token, "nsubjpass")] if noun.lemma_ in CLAIMED]
        return _after(token, "by") if staged and is_passive(token) else []
    if lemma == "hold" and any(child.lower_ == "responsible" for child in token.subtree):
        return objects or children(token, "nsubj")
    if lemma == "work" and token.dep_ == "attr":
        return _after(token, "of")
    return []


def _of_doers(token: Token) -> list[Token]:
    """ "The bombers were members of the group", "the gunmen belonged to it": to whom those who did it belong."""
    verb = token if token.lemma_ in BELONGING else token.head
    said = subject(verb) if token.lemma_ in BELONGING or (token.dep_ == "attr" and verb.lemma_ == "be") else None
    if said is None or said.lemma_.lower() not in DOERS or not any(child.lower_ in ("the", "both", "all") for child in said.children):
        return []
    return _after(token, "to", "from") if token.lemma_ in BELONGING else [token, *_after(token, "of", "from")]


def _is_of_an_attack(token: Token) -> bool:
    """ "Accused them of shelling the town", "blamed them for the blast", or of nothing said; not "for the delay"."""
    preps = children(token, "prep")
    below = [each for prep in preps if prep.lower_ in ("of", "for", "over") for each in children(prep, "pobj", "pcomp")]
    return not below or any(each.lemma_ in DEEDS for noun in below for each in noun.subtree)


def _subject(verb: Token) -> list[Token]:
    found = subject(verb)
    return list(conjuncts(found)) if found is not None else []


def _after(token: Token, *prepositions: str) -> list[Token]:
    preps = [prep for prep in children(token, "prep", "agent", "dative") if prep.lower_ in prepositions]
    return [each for prep in preps for noun in children(prep, "pobj") for each in conjuncts(noun)]
