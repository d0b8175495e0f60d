"""Did it happen? Modal, conditional, negated, habitual and hoped-for tellings are no events; announced ones are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.syntax import children
from newspkg.model.mention import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

UNREAL = frozenset(["could", "may", "might", "would", "should", "can", "must", "ca", "need", "shall"])
FUTURE = frozenset(["will", "wo", "'ll", "’ll"])
INTENT = frozenset(
    [
        "want",
        "hope",
        "wish",
        "seek",
        "threaten",
        "warn",
        "urge",
        "demand",
        "try",
        "attempt",
        "aim",
        "consider",
        "prepare",
        "fear",
        "refuse",
        "fail",
        "vow",
        "pledge",
        "promise",
        "ask",
        "call",
        "encourage",
        "intend",
        "mull",
        "ponder",
        "discuss",
        "debate",
        "oppose",
        "reject",
        "risk",
        "avoid",
        "prevent",
        "deter",
        "continue",
        "like",
        "expect",
        "want",
    ]
)
UNREAL_NOUNS = frozenset(
    [
        "threat",
        "risk",
        "possibility",
        "prospect",
        "fear",
        "danger",
        "potential",
        "chance",
        "plan",
        "attempt",
        "bid",
        "effort",
        "hope",
        "ability",
        "capability",
        "capacity",
        "right",
        "readiness",
        "preparation",
        "talk",
        "warning",
        "call",
        "request",
        "demand",
        "likelihood",
        "pretext",
        "excuse",
        "case",
        "question",
        "willingness",
        "intention",
    ]
)
PLANS = frozenset(["plan", "schedule", "announce", "agree", "decide", "order", "set", "expect", "due", "prepare"])
HAPPENED = frozenset({"have", "be"})  # "said to have struck"
REALISED = frozenset("begin start continue manage go proceed come help appear seem resume rush force use move".split())
NEGATORS = frozenset(["no", "not", "n't", "n’t", "never", "neither", "nor", "without", "nobody"])
CONDITIONS = frozenset(["if", "unless", "whether", "lest", "once", "until", "should"])
GENERAL = frozenset(
    [
        "every",
        "each",
        "any",
        "whenever",
        "often",
        "usually",
        "always",
        "routinely",
        "regularly",
        "typically",
        "generally",
        "sometimes",
        "such",
    ]
)


def factuality(token: Token) -> Factuality | None:
    """`actual`, `planned`, `denied`, or None where the telling is no event at all."""
    chain = list(_clause_chain(token))
    for verb, via in chain:
        auxiliaries = {child.lower_ for child in children(verb, "aux")}
        if auxiliaries & UNREAL:
            return None
        if any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children) and not _is_time(verb):
            return None
        if "to" in auxiliaries and verb == token and not auxiliaries & HAPPENED and verb.head.lemma_ not in (REALISED | PLANS):
            return None
        if via == "xcomp" and verb.head.lemma_ in INTENT and "to" in auxiliaries:
            return None
        if auxiliaries & FUTURE:
            return "planned" if token.pos_ in ("VERB", "NOUN") and verb == chain[0][0] else None
        if "to" in auxiliaries and verb.head.lemma_ in PLANS and via in ("xcomp", "acl"):
            return "planned"
        if via == "acl" and "to" in auxiliaries and verb.head.lemma_ in UNREAL_NOUNS:
            return None
        if via == "advcl" and "to" in auxiliaries and verb == token:
            return None
        if any(child.dep_ == "neg" for child in verb.children) and verb == chain[0][0]:
            return None
    return None if _is_unreal_noun(token) or _is_general(token) else "actual"


def _clause_chain(token: Token) -> list[tuple[Token, str]]:
    """The verbs above a trigger, each with the relation by which it hangs on what is above; attribution verbs end the chain."""
    found: list[tuple[Token, str]] = []
    current = token
    for _ in range(12):
        if current.pos_ in ("VERB", "AUX"):
            found.append((current, current.dep_))
            if current.dep_ in ("ccomp", "relcl", "ROOT", "parataxis", "advcl"):
                if current.dep_ == "ccomp" and current.head.lemma_ in ("want", "hope", "wish", "fear", "imagine", "demand", "ensure"):
                    found.append((current, "xcomp"))
                break
        if current.head == current:
            break
        current = current.head
    return found


def _is_time(verb: Token) -> bool:
    return any(child.lower_ in ("once", "until") for child in children(verb, "mark")) and verb.tag_ in ("VBD", "VBN")


def _is_unreal_noun(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(
        child.lower_ in NEGATORS or child.lower_ in ("any", "possible", "potential", "future", "further", "hypothetical", "planned")
        for child in token.children
    ):
        return True
    above = token.head
    if token.dep_ == "pobj" and above.head.lemma_ in UNREAL_NOUNS and above.lower_ in ("of", "for", "about", "against"):
        return True
    if token.dep_ == "pobj" and above.lower_ in ("against", "from", "without"):
        return above.lower_ == "without" or above.head.lemma_ in (
            "defend",
            "protect",
            "deter",
            "warn",
            "guard",
            "shield",
            "refrain",
            "defence",
            "protection",
        )
    return token.dep_ in ("dobj", "obj") and above.lemma_ in (INTENT - {"continue", "expect", "like"})


def _is_general(token: Token) -> bool:
    """Habits and generalities: "every attack", "often strikes", and bare plurals that nothing pins down."""
    if any(child.lower_ in GENERAL for child in token.children):
        return True
    if token.pos_ != "NOUN" or token.tag_ != "NNS":
        return False
    pinned = any(
        child.dep_ in ("det", "nummod", "poss", "amod", "compound", "prep", "acl", "relcl", "nmod", "quantmod") for child in token.children
    )
    return not pinned and token.dep_ not in ("ROOT", "dobj", "nsubj", "nsubjpass")
