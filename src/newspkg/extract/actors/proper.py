"""What makes an organisation's name one, and its place in the clause one of an actor."""

from __future__ import annotations

import re

from newspkg.extract.actors.scene import Scene

AT = re.compile(r"\b(?:in|at|near|inside|outside|around|on|into|through) (?:the |a |an )?$")
STAFF_AT = re.compile(
    r"(?:^|[^,] |[.!?\n\"“] ?)(?:[Tt]he |[Aa]n? )?"
    r"(?:[Aa]nalysts?|[Rr]esearchers?|[Ee]xperts?|[Dd]octors|[Mm]edics|[Ss]taff|"
    r"[Hh]ealth workers|[Oo]fficials?|[Ee]conomists?|[Ss]omeone|[Ss]ources?|[Ll]awyers|[Ss]cholars|[Ii]nvestigators) (?:at|with|in|from) "
    r"(?:the )?$"
)
GLUED = re.compile(r" \d|-|'s [A-Z]")
ACTING = frozenset({"nsubj", "pobj", "appos", "dobj", "conj", "poss", "nsubjpass", "ROOT"})
SPEAKING = frozenset({"nsubj", "conj"})


def is_proper(scene: Scene, begin: int, head: re.Match[str]) -> bool:
    """Whether the words before a common noun ("the Lobos |gang|") are a name, not a country's adjective or the opening of a sentence."""
    if head.group()[0].isupper():
        return True
    if begin in scene.country_starting or head.start() - 1 in scene.people_ending or begin == head.start():
        return False
    words = scene.annotated.doc.char_span(begin, head.start() - 1, alignment_mode="expand")
    return words is not None and all(word.tag_ in ("NNP", "NNPS", "IN", "DT", "CC") for word in words)


def acts(scene: Scene, begin: int, last: int, end: int, kind: str) -> bool:
    """Whether the organisation whose head ends at `last` acts, is acted on or speaks, and is no place where something happens."""
    token = scene.token_at(last)
    is_at = AT.search(scene.text, max(0, begin - 12), begin) and not STAFF_AT.search(scene.text, max(0, begin - 60), begin)
    if token is None or is_at or GLUED.match(scene.text, end):
        return False
    while token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.text[:1].isupper():
        token = token.head
    only_speaks = kind in ("media", "other")
    is_title = token.dep_ == "ROOT" and kind in ("company", "media", "other")
    return token.dep_ in (SPEAKING if only_speaks else ACTING) and not is_title
