"""Whether a date of a sentence can be that of a telling in it: not one that only bounds, compares, or is a promise's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.setting.hung import hung
from newspkg.extract.tree import children
from newspkg.model import DateMention

if TYPE_CHECKING:
    from spacy.tokens import Token

OUT = 90  # the cost of a date that is another's
TIMES_OF_DAY = frozenset("dawn daybreak sunrise sunset dusk noon midday midnight nightfall light breakfast lunch lunchtime dark".split())
COMPARED = re.compile(
    r"(?i)\b(?:first|last|worst|only|most|no|never|not|(?!west|east|rest|forest|latest)[a-z]{3,}est)\b[^.;\n]{0,70}\bsince\b"
)
RANK = r"first|last|worst|only|most|biggest|(?:second|third|fourth|fifth)(?:-[a-z]+)?|(?!west|east|rest|forest)[a-z]{3,}est"
RANKED = re.compile(rf"(?i)\b(?:{RANK})\b[^.;\n]{{0,50}} of $")
BOUNDS = frozenset(["by", "before", "from", "until", "till", "after", "within"])
SPANS = frozenset("minute minutes hour hours day days week weeks month months".split())
BELOW = ("xcomp", "ccomp", "relcl", "acl", "advcl", "pcomp")
LONG_PAST = 45  # days


def prepositions_of(root: Token) -> set[str]:
    """The prepositions above a date, but for those of a time of day: "before dawn on Tuesday"."""
    above = [token for token in (root, *root.ancestors) if token.dep_ == "prep" and root in token.subtree]
    return {prep.lower_ for prep in above if not any(noun.lower_ in TIMES_OF_DAY for noun in children(prep, "pobj"))}


def could_be(trigger: Token, mention: DateMention, root: Token, scene: Scene) -> bool:
    """Not a day that is compared with ("the worst since 2021"), bounds what is promised, or is long past in a clause below."""
    text, sentence = scene.annotated.text, trigger.sent
    if mention.precision == "year" and "at" in prepositions_of(root):
        return False  # "at 1700"
    if mention.precision != "day" and RANKED.search(text, sentence.start_char, mention.span.start):
        return False  # "one of the heaviest raids of the summer"
    compared = COMPARED.search(text, sentence.start_char, mention.span.start)
    if compared and mention.span.start - compared.end() < 40 and "since" in prepositions_of(root):
        return False
    clause = next((up for up in (root, *root.ancestors) if up.dep_ in BELOW and trigger.is_ancestor(up)), None)
    if clause is not None and clause.dep_ in ("xcomp", "ccomp", "pcomp") and _is_past(trigger) and prepositions_of(root) & BOUNDS:
        return False
    today = scene.annotated.document.article.published_on
    if today is None or mention.start is None:
        return True
    if mention.start > today and trigger.tag_ == "VBD" and prepositions_of(root) & BOUNDS:
        return False
    return clause is None or clause.dep_ not in ("relcl", "acl") or (today - mention.start).days <= LONG_PAST


def _is_past(trigger: Token) -> bool:
    return trigger.tag_ in ("VBD", "VBN") and not any(
        child.lower_ in ("will", "would", "to", "shall") for child in children(trigger, "aux")
    )


def is_bound(token: Token) -> bool:
    """ "Hours before the barrage": an event that only says when another was: the place and the day of the sentence are not its own."""
    return token.dep_ == "pobj" and token.head.lower_ in ("before", "after") and token.head.head.lower_ in SPANS


def apart(trigger: Token, mention: DateMention, scene: Scene) -> int:
    """What it costs a date to stand on the other side of "three days after": all, where the days are counted."""
    cost = 0
    for clause in hung(scene.annotated.text, trigger.sent.start_char, trigger.sent.end_char):
        inside, dated = clause.holds(trigger.idx), clause.holds(mention.span.start)
        if inside != dated:
            cost += OUT if clause.days else 7
    return cost


def is_ongoing(trigger: Token, mention: DateMention, scene: Scene) -> bool:
    """ "Have fled since Tuesday", "fighting since May": from that day to this."""
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or "since" not in prepositions_of(span.root):
        return False
    since = next((token for token in (span.root, *span.root.ancestors) if token.lower_ == "since"), None)
    if trigger.pos_ == "NOUN":
        return since is not None and since.head == trigger
    return any(child.lemma_ == "have" for child in children(trigger, "aux"))
