"""The words before and after a number that say how exact it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.annotate.numerals import Number
from newspkg.model.annotation import Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Doc

BEFORE: tuple[tuple[str, Qualifier], ...] = (
    ("at least", "at_least"),
    ("at the very least", "at_least"),
    ("more than", "at_least"),
    ("no fewer than", "at_least"),
    ("no less than", "at_least"),
    ("not less than", "at_least"),
    ("not fewer than", "at_least"),
    ("upwards of", "at_least"),
    ("upward of", "at_least"),
    ("in excess of", "at_least"),
    ("a minimum of", "at_least"),
    ("over", "at_least"),
    ("above", "at_least"),
    ("exceeding", "at_least"),
    ("well over", "at_least"),
    ("well above", "at_least"),
    ("greater than", "at_least"),
    ("north of", "at_least"),
    ("up to", "at_most"),
    ("as many as", "at_most"),
    ("at most", "at_most"),
    ("no more than", "at_most"),
    ("not more than", "at_most"),
    ("fewer than", "at_most"),
    ("less than", "at_most"),
    ("under", "at_most"),
    ("a maximum of", "at_most"),
    ("as much as", "at_most"),
    ("below", "at_most"),
    ("maximum of", "at_most"),
    ("as few as", "at_least"),
    ("about", "about"),
    ("around", "about"),
    ("some", "about"),
    ("roughly", "about"),
    ("nearly", "about"),
    ("almost", "about"),
    ("close to", "about"),
    ("approximately", "about"),
    ("an estimated", "about"),
    ("estimated", "about"),
    ("approx.", "about"),
    ("circa", "about"),
    ("perhaps", "about"),
    ("somewhere around", "about"),
    ("just under", "about"),
    ("just over", "at_least"),
    ("in the region of", "about"),
    ("on the order of", "about"),
    ("probably", "about"),
    ("maybe", "about"),
    ("~", "about"),
    ("c.", "about"),
    ("an approximate", "about"),
    ("near", "about"),
)
PHRASES = sorted(((tuple(phrase.split()), qualifier) for phrase, qualifier in BEFORE), key=lambda pair: -len(pair[0]))
BY_LAST = {last: [pair for pair in PHRASES if pair[0][-1] == last] for last in {phrase[-1] for phrase, _ in PHRASES}}
AFTER: dict[tuple[str, ...], Qualifier] = {
    ("or", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "fewer"): "at_most",
    ("or", "less"): "at_most",
    ("-", "odd"): "about",
    ("-", "plus"): "at_least",
    ("+",): "at_least",
}


def qualified(doc: Doc, number: Number, head: int | None) -> tuple[Qualifier, int]:
    """The qualifier, and the token where number and qualifier begin. Vague numbers are `about`."""
    for phrase, qualifier in BY_LAST.get(doc[number.first - 1].lower_, ()) if number.first else ():
        first = number.first - len(phrase)
        if first >= 0 and tuple(token.lower_ for token in doc[first : number.first]) == phrase and not _is_place(doc, first, phrase):
            return qualifier, first
    for start in (number.last, head + 1 if head is not None else number.last):
        for words, qualifier in AFTER.items():
            if tuple(token.lower_ for token in doc[start : start + len(words)]) == words:
                return qualifier, number.first
    return ("about" if number.value is None else "exact"), number.first


def _is_place(doc: Doc, first: int, phrase: tuple[str, ...]) -> bool:
    """ "flew over 12 villages", "under three flags": where the verb moves over the things counted, nothing is said of their number."""
    return (
        phrase in (("over",), ("under",), ("above",), ("below",))
        and bool(first)
        and doc[first - 1].lemma_ in ("fly", "shoot", "down", "hover", "pass", "circle", "flew", "flown")
    )
