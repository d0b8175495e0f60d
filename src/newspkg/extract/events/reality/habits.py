"""What is told as a state of things and not as something that happened: rules, roles, the course of a war."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

DOCUMENTS = frozenset("treaty convention accord act statute rule charter doctrine constitution policy programme program".split())
CAMPAIGNS = frozenset("offensive campaign war operation assault bombardment blockade siege fighting conflict invasion".split())
TAKING_LIVES = frozenset("kill claim displace leave uproot cost wound".split())
LODGING = frozenset("lodge file register deliver issue hand submit send".split())
FIGHTING = frozenset("fight battle clash defend serve operate".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
PRESENT = ("VBP", "VBZ")
SAME_IN_PAST = frozenset("hit put cut set shut hurt let split beat burst cost cast bid spread".split())


def is_standing(token: Token) -> bool:
    """Whether a trigger tells what is so, was long so or is always so."""
    return _rules(token) or _is_role(token) or _is_aside(token) or _is_course_of_war(token) or _is_note(token)


def _rules(token: Token) -> bool:
    """ "A treaty banning mines", "the law allows"."""
    if token.tag_ == "VBG" and token.dep_ == "acl":
        return token.head.lemma_ in DOCUMENTS
    return token.tag_ in PRESENT and any(noun.lemma_ in DOCUMENTS for noun in children(token, "nsubj"))


def _is_role(token: Token) -> bool:
    """ "Fuel for forces fighting around the town": who they are, not what they did."""
    return token.tag_ == "VBG" and token.dep_ == "acl" and token.lemma_ in FIGHTING


def _is_aside(token: Token) -> bool:
    """A clause in the present below one that tells of the past or of what may be: "the hand that bombs them will be punished"."""
    if token.tag_ not in PRESENT or token.dep_ not in ("relcl", "advcl", "acl") or children(token, "aux", "auxpass"):
        return False
    above = next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if above is None or token.lower_ in SAME_IN_PAST:
        return False
    helpers = children(above, "aux", "auxpass")
    return above.tag_ == "VBD" or any(child.tag_ == "MD" or child.lower_ in ("was", "were", "had") for child in helpers)


def _is_course_of_war(token: Token) -> bool:
    """ "The offensive has killed more than 9,000 people": all of it since it began."""
    verb = token.head
    if token.lemma_ not in CAMPAIGNS or token.dep_ != "nsubj" or verb.lemma_ not in TAKING_LIVES:
        return False
    since = [day for prep in children(verb, "prep") if prep.lower_ == "since" for day in children(prep, "pobj")]
    if any(day.lower_ in WEEKDAYS for day in since):
        return False  # "the fighting has killed 21 people since Monday"
    return any(child.lower_ in ("has", "have", "'s") for child in children(verb, "aux"))


def _is_note(token: Token) -> bool:
    """ "Lodged a protest", "in protest": a paper or a gesture, not a crowd."""
    if token.lemma_ != "protest" or token.pos_ != "NOUN":
        return False
    alone = token.dep_ == "pobj" and token.head.lower_ == "in" and not children(token, "det", "amod", "compound")
    return alone or (token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in LODGING)
