"""Names that no list holds and the tagger takes for persons or firms, where they stand as only places stand: "on Torva", "at Bel Umar"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newspkg.annotate.places.beside import runs
from newspkg.annotate.places.evidence import Evidence
from newspkg.annotate.places.spot import Word

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LABELS = ("GPE", "LOC", "FAC", "PERSON", "ORG", "PRODUCT", "NORP", "")
GROUND = frozenset(["GPE", "LOC", "FAC"])
WHEREVER = frozenset(["in", "near", "outside", "around", "inside", "into", "off", "over", "toward", "towards", "onto", "across", "beyond"])
FALLING = frozenset(["on", "at", "upon", "from", "to"])  # where places stand, and others too
STRUCK = frozenset(
    "advance arrive assault attack base battle be bombardment bridge camp checkpoint church clash clinic come crash"
    " depot drive drop evacuate fall fighting fire flee home hospital house land launch live market monastery mosque"
    " move outpost plant position raid retreat school shell shelling slam sleep stand stop strike village withdraw".split()
)
SEIZING = frozenset(
    "abandon besiege bomb bombard capture encircle enter evacuate flee leave liberate overrun pound reach recapture"
    " retake seize shell storm strafe".split()
)
ACTING = ("nsubj", "poss", "agent", "appos", "dative")
NO_PLACE = re.compile(
    r"(?:Street|Road|Avenue|Boulevard|Lane|Highway|Channel|Inc|Ltd|Corp|Group|Party|Army|Front|Union|Council|Ministry|Agency|Movement|Brigade|Battalion|Bank|Club|River|Social)$|^(?:Avenida|Rue|Calle|Mount|Lake|Telegram|Facebook|Twitter|Instagram)\b"
)
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) [\s*_]*$|[*_]\s?$")


def standing(text: str, words: list[Word], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Runs of names that nowhere in the text act and that stand here in a phrase of place: (first word, last word exclusive)."""
    spans = list(runs(text, words))
    actors = {text[words[first].start : words[last - 1].end] for first, last in spans if _acts(words[last - 1], evidence)}
    for first, last in spans:
        name = text[words[first].start : words[last - 1].end]
        if ARTICLE.search(text, max(0, words[first].start - 8), words[first].start):
            continue
        if name not in actors and not name.isupper() and not NO_PLACE.search(name) and _stands(words[first], words[last - 1], evidence):
            yield first, last


def _acts(last: Word, evidence: Evidence) -> bool:
    token = evidence.token_at(last.start)
    return token is not None and token.dep_ in ACTING


def _stands(first: Word, last: Word, evidence: Evidence) -> bool:
    head, start = evidence.token_at(last.start), evidence.token_at(first.start)
    if head is None or start is None or head.pos_ != "PROPN":
        return False
    entity: Span | None = evidence.entity_of.get(head.i)
    label = entity.label_ if entity is not None else ""
    if label not in LABELS or (entity is not None and (entity.end > head.i + 1 or entity.start < start.i - 1)):
        return False
    if head.dep_ in ("dobj", "obj", "advmod") and head.head.pos_ == "VERB":
        return head.head.lemma_ in SEIZING
    return head.dep_ == "pobj" and _is_of_place(head.head, label)


def _is_of_place(prep: Token, label: str) -> bool:
    if prep.lower_ in WHEREVER:
        return label in GROUND or prep.lower_ not in ("over", "across", "into", "towards", "toward", "beyond", "in") or label == "PERSON"
    return prep.lower_ in FALLING and (label in GROUND or prep.head.lemma_ in STRUCK)
