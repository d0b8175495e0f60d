"""Who speaks: from the subject of a cue to an actor's mention, or to the words for an unnamed source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.claims.draft import Speaker
from newspkg.extract.claims.speakers.phrase import with_conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newspkg.extract.claims.reading import Reading
    from newspkg.model import ActorMention

RELATIVE = frozenset({"who", "which", "that"})
SELF = frozenset({"i", "we", "you", "me", "us", "there", "this", "these", "what", "it's", "nobody", "nothing", "none", "neither"})
THIRD = frozenset({"he", "she", "it", "they"})
OWNING = frozenset({"his", "her", "its", "their"})
PEOPLE = frozenset({"person", "government", "military", "armed_group", "igo", "party", "company", "media", "ngo", "state"})
LINKS = frozenset({"of", "for", "in", "from", "by", "with", "at", "inside", "within"})
SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})
LIFELESS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "WORK_OF_ART"})


def speaker_of(reading: Reading, head: Token, is_speech: bool = False) -> Speaker | None:
    """The speaker that the noun phrase of `head` names; None where it names no one who could speak.

    Verbs that only those who speak do (`is_speech`) make a speaker of every noun.
    """
    head = _antecedent(head)
    if (head.lower_ in SELF and head.text != "US") or (head.lower_ in RELATIVE and head.pos_ != "NOUN"):
        return None
    if any(child.lower_ in {"no", "neither"} for child in head.lefts):  # "no group has claimed it"
        return None
    mention = _mention_of(reading, head)
    if mention is not None:
        return mention
    if head.lower_ == "one" and head.head.lemma_.lower() == "say" and any(child.tag_ == "MD" for child in head.head.children):
        return None
    if head.pos_ == "PRON" and head.lower_ not in THIRD | OWNING | {"one", "each", "both"}:
        return None
    if (head.pos_ not in SPEAKING and not head.is_title) or not (_can_speak(reading, head) or (is_speech and _is_thing_named(head))):
        return None
    return Speaker(reading.span(*with_conjuncts(reading, head)), None)


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
            return _speaking(reading, head, mention)
    return _principal(reading, head)


def _speaking(reading: Reading, head: Token, mention: ActorMention) -> Speaker:
    """The speaker that a mention names; residents, witnesses and the like are nobody."""
    if mention.kind == "civilians" or _is_anyone(reading, mention):
        return Speaker(reading.span(*with_conjuncts(reading, head)) if mention.kind == "civilians" else mention.span, None)
    return Speaker(mention.span, mention.actor_id, is_mouthpiece(reading, head))


def _is_anyone(reading: Reading, mention: ActorMention) -> bool:
    """Whether a mention names nobody: "local sources", "residents"."""
    last = reading.tokens(mention.span)[1] - 1
    return not mention.is_named and reading.doc[last].lemma_.lower() in reading.lexicon.words("bystander")


def _aliases(head: Token) -> list[Token]:
    """Other heads for the same one: appositions ("its governor, Vitaliy Kim"), the name in "spokesman X"."""
    found = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos" and head.head.dep_ != "pobj":
        found.append(head.head)
    return found


def _principal(reading: Reading, head: Token) -> Speaker | None:
    """The body or person that a mouthpiece or a document speaks for ("a spokesman for the ministry", "the army's statement")."""
    is_person = is_mouthpiece(reading, head)
    if not is_person and head.lower_ != "one" and head.lemma_.lower() not in reading.lexicon.words("document"):
        return None
    for child in head.children:
        owners = [child] if child.dep_ in {"poss", "compound", "nmod", "amod"} else []
        if child.dep_ in {"prep", "agent"} and child.lower_ in LINKS:
            owners = [each for each in child.children if each.dep_ == "pobj"]
        for owner in owners:
            mention = reading.actor_at(owner.i)
            if mention is not None and mention.kind in PEOPLE and (head.lower_ != "one" or mention.kind not in {"person", "state"}):
                return Speaker(mention.span, mention.actor_id, is_person)
            if mention is None and (found := _principal(reading, owner)) is not None:
                return found
    return None


def is_mouthpiece(reading: Reading, head: Token) -> bool:
    """Whether a noun is for those who speak in a body's name ("spokesman", "source", "minister")."""
    return head.lemma_.lower() in reading.lexicon.words("mouthpiece")


def _can_speak(reading: Reading, head: Token) -> bool:
    lexicon = reading.lexicon
    if head.lower_ in THIRD | OWNING | {"each", "both"}:
        return True
    lemma = head.lemma_.lower()
    if lemma in lexicon.words("source") or lemma in lexicon.words("document") or head.lower_ in lexicon.words("source"):
        return True
    if head.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    return head.pos_ == "PROPN" or head.lower_ == "one" or lemma.endswith(("ist", "man", "men", "woman", "women"))


def _is_thing_named(head: Token) -> bool:
    """Any noun that is no time and no amount: who says something speaks, whatever we know of the word."""
    is_person = head.pos_ in {"ADJ", "NUM"} and head.dep_ == "nsubj" and any(child.dep_ == "det" for child in head.children)
    return (head.pos_ in {"NOUN", "PROPN"} and head.ent_type_ not in LIFELESS) or is_person
