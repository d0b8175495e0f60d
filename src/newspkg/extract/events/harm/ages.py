"""Years of age, which count nobody: "a woman of 58", "her daughter, 12,"; who is told by them alone: "a 61-year-old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

AGED = frozenset(["aged", "age", "ages"])
AFTER = frozenset([",", ".", ";", ")", "and", "\n", "–", "—", "from", "of"])


def is_age(number: Tokens, people: frozenset[str], scene: Scene) -> bool:
    """Whether a number tells how old the person named just before it is."""
    doc, at = scene.doc, number.start
    if (at and doc[at - 1].lower_ in AGED) or (at > 2 and doc[at - 1].lower_ in ("and", "or", ",") and doc[at - 3].lower_ in AGED):
        return True
    if at < 2 or len(number) > 1 or doc[at - 1].lower_ not in ("of", ",", "and"):
        return False
    if doc[at - 1].lower_ == "and" and doc[at - 2].pos_ == "NUM" and at > 3 and doc[at - 3].text == ",":
        return doc[at - 4].tag_ == "NNS" and (doc[number.end].text if number.end < len(doc) else ".") in AFTER  # "two men, 34 and 41,"
    if doc[at - 2].tag_ == "NNS" and doc[at - 1].text == ",":
        return number.end + 1 < len(doc) and doc[number.end].lower_ == "and" and doc[number.end + 1].pos_ == "NUM"
    if doc[at - 1].lower_ == "and" or doc[at - 2].tag_ not in ("NN", "NNP"):
        return False
    if not (scene.lemma(doc[at - 2]) in people or (doc[at - 1].text == "," and doc[at - 2].ent_type_ == "PERSON")):
        return False
    return doc[at - 1].lower_ == "of" or (doc[number.end].lower_ if number.end < len(doc) else ".") in AFTER


def aged(old: Token) -> Token | None:
    """The article of "a 61-year-old", where no noun follows."""
    after = old.nbor() if old.i + 1 < len(old.doc) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text == "-"):
        return None
    return next((each for each in reversed(old.doc[max(0, old.i - 6) : old.i - 2]) if each.lower_ in ("a", "an", "another")), None)
