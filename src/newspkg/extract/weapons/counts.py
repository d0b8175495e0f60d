"""What a mention says of itself: how many there are, and how far they reach."""

from __future__ import annotations

import re

from newspkg.extract.weapons.found import Found
from newspkg.extract.weapons.reading import Reading
from newspkg.model import Span
from newspkg.model.annotation import Qualifier

KILOMETRES = {
    "km": 1.0,
    "kilometre": 1.0,
    "kilometer": 1.0,
    "kilometres": 1.0,
    "kilometers": 1.0,
    "kms": 1.0,
    "mile": 1.609344,
    "miles": 1.609344,
}
REACH = re.compile(
    r"(?:range|reach|strik\w+|hit\w*|fly\w*|flies|travel\w*|distance|targets?|away|credited)\b[^.;\n]{0,60}?\b(\d[\d,]{0,6}(?:\.\d+)?)[\s\u00a0-]?(km|kms|kilomet(?:re|er)s?|miles?)\b"
    r"|\((\d[\d,]{0,6})[\s\u00a0](km|miles)\b"
    r"|\b(\d[\d,]{0,6})[\s\u00a0-](km|kilomet(?:re|er)s?|miles?)[\s-]range\b"
)
WINDOW = 160


def counted(reading: Reading, span: Span, found: Found) -> tuple[int | None, Qualifier | None]:
    """The number that the mention's own noun phrase states; "a missile" is 1."""
    for word in reading.words[found.first : found.last]:
        quantity = reading.quantity_of.get(word.start)
        if quantity is not None and quantity.value is not None and quantity.span.start < span.end:
            value = quantity.of_total if quantity.of_total is not None else quantity.value
            return (round(value), quantity.qualifier) if value == int(value) else (None, None)
    return (1, "exact") if _is_single(reading, found) else (None, None)


def _is_single(reading: Reading, found: Found) -> bool:
    """An article "a" opens the phrase, and its head is the weapon itself, in the singular."""
    token = reading.token(found.last - 1)
    if token is None or token.tag_ in ("NNS", "NNPS") or token.dep_ in ("compound", "nmod", "amod"):
        return False
    index = found.first - 1
    for _ in range(4):
        if index < reading.sentence(found.first)[0] or reading.gap(index) not in (" ", "-", "\u00a0", " “", ' "'):
            return False
        if reading.word(index) in ("a", "an"):
            return True
        before = reading.token(index)
        if before is None or before.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB"):
            return False
        index -= 1
    return False


def reach_km(reading: Reading, span: Span) -> float | None:
    """A range that the sentence states after the mention, in kilometres."""
    end = reading.text.find("\n", span.end)
    window = reading.text[span.end : min(span.end + WINDOW, end if end >= 0 else span.end + WINDOW)]
    window = re.split(r"(?<=[a-z\d])\.\s", window, maxsplit=1)[0]
    match = REACH.search(window)
    if match is None:
        return None
    figure, unit = next((match[i], match[i + 1]) for i in (1, 3, 5) if match[i])
    return round(float(figure.replace(",", "")) * KILOMETRES[unit], 1)
