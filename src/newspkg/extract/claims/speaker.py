"""Who speaks: from the subject of a cue to an actor's mention, or to the words for an unnamed source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.draft import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.reading import Reading
    from newspkg.model import ActorMention

STOPS = frozenset(',;:()[]—–“”"‘«»')
RELATIVE = frozenset({"who", "which", "that"})
SELF = frozenset({"i", "we", "you", "me", "us", "one", "there", "this", "these", "what", "it's", "nobody", "nothing"})
THIRD = frozenset({"he", "she", "it", "they"})
PEOPLE = frozenset({"person", "government", "military", "armed_group", "igo", "party", "company", "media", "ngo", "state"})
UNNAMED = frozenset(
    {"source", "resident", "witness", "eyewitness", "analyst", "expert", "observer", "medic", "activist", "local", "survivor"}
)
LINKS = frozenset({"of", "for", "in", "from", "by", "with", "at", "inside", "within"})


def noun_phrase(reading: Reading, head: Token) -> tuple[int, int]:
    """The tokens of the noun phrase of `head`: its modifiers, prepositional and unmarked relative ones too, up to a comma or a conjunct."""
    start, end = head.i, head.i + 1
    low, high = head.left_edge.i, head.right_edge.i
    while start > low and not _stops(reading.doc[start - 1]):
        start -= 1
    while end <= high and not _stops(reading.doc[end]) and not _conjoined(reading.doc[end], head):
        end += 1
    mention = reading.actor_at(head.i)
    if mention is not None:
        first, last = reading.tokens(mention.span)
        start, end = min(start, first), max(end, last)
    return start, end


def _stops(token: Token) -> bool:
    return token.text in STOPS or token.is_space


def _conjoined(token: Token, head: Token) -> bool:
    return token.head == head and token.dep_ in {"cc", "conj", "preconj"}


def speaker_of(reading: Reading, head: Token) -> Speaker | None:
    """The speaker that the noun phrase of `head` names; None where it names no one who could speak."""
    head = _antecedent(head)
    if (head.lower_ in SELF and head.text != "US") or (head.lower_ in RELATIVE and head.pos_ != "NOUN"):
        return None
    mention = _mention_of(reading, head)
    if mention is not None:
        return mention
    if head.pos_ == "PRON" and head.lower_ not in {"his", "her", "its", "their", *THIRD}:
        return None
    if head.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"} and not head.is_title:
        return None
    if not _can_speak(reading, head):
        return None
    start, end = noun_phrase(reading, head)
    return Speaker(reading.span(start, end), None)


def _antecedent(head: Token) -> Token:
    """What "who" stands for."""
    if head.lower_ in RELATIVE and head.pos_ in {"PRON", "DET", "SCONJ"}:
        for above in head.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return head


def _mention_of(reading: Reading, head: Token) -> Speaker | None:
    for token in (head, *_aliases(head)):
        mention = reading.actor_at(token.i)
        if mention is not None:
            return Speaker(mention.span, None if _is_anyone(reading, mention) else mention.actor_id)
    return _principal(reading, head)


def _is_anyone(reading: Reading, mention: ActorMention) -> bool:
    """Whether a mention names nobody: "local sources", "residents"."""
    last = reading.tokens(mention.span)[1] - 1
    return not mention.is_named and reading.doc[last].lemma_.lower() in UNNAMED


def _aliases(head: Token) -> list[Token]:
    """Other heads for the same one: appositions ("its governor, Vitaliy Kim"), the name in "spokesman X"."""
    found = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        found.append(head.head)
    return found


def _principal(reading: Reading, head: Token) -> Speaker | None:
    """The body or person that a mouthpiece or a document speaks for ("a spokesman for the ministry", "the army's statement")."""
    lemma, lexicon = head.lemma_.lower(), reading.lexicon
    is_document = lemma in lexicon.words("document")
    if not is_document and lemma not in MOUTHPIECES:
        return None
    for child in head.children:
        owners = [child] if child.dep_ in {"poss", "compound", "nmod", "amod"} else []
        if child.dep_ in {"prep", "agent"} and child.lower_ in LINKS:
            owners = [each for each in child.children if each.dep_ == "pobj"]
        for owner in owners:
            mention = reading.actor_at(owner.i)
            if mention is not None and mention.kind in PEOPLE:
                return Speaker(mention.span, mention.actor_id)
    return None


MOUTHPIECES = frozenset(
    [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "source",
        "official",
        "officer",
        "representative",
        "aide",
        "adviser",
        "advisor",
        "insider",
        "commander",
        "leader",
        "chief",
        "head",
        "minister",
        "president",
        "envoy",
        "ambassador",
        "diplomat",
        "delegation",
        "negotiator",
        "post",
        "account",
        "channel",
        "website",
    ]
)


def _can_speak(reading: Reading, head: Token) -> bool:
    lexicon = reading.lexicon
    if head.lower_ in THIRD or head.lower_ in {"his", "her", "its", "their"}:
        return True
    lemma = head.lemma_.lower()
    if lemma in lexicon.words("source") or lemma in lexicon.words("document") or head.lower_ in lexicon.words("source"):
        return True
    if head.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    return head.pos_ == "PROPN" or lemma.endswith(("ist", "man", "men", "woman", "women"))
