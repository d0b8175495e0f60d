"""The telling words of an event: names, numbers and rarer nouns of the sentences that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newspkg.model import Span

WORD = re.compile(r"[^\W\d_]{3,40}|\d[\d.,:]{0,12}")
STOP = re.compile(r"[.!?][\"'”’)\]]{0,3}\s|\n")
REACH = 300  # characters before and after a trigger in which its sentence is sought
ENDS = re.compile(r"(?<=[^\W\d_]{3})(?:es|s|ed|ing)$")
FUNCTION = frozenset(
    "the and that this these those with from into over under upon about after before between during while where when which who whom whose"
    " what why how has have had having was were been being are its his her their they them him she you your our ours not nor but for than"
    " then there here also will would could should might may can must shall did does done doing said says say told tell according such"
    " some any all both each other more most least very just only even still again once one two first last out off down through against"
    " among because since until though although monday tuesday wednesday thursday friday saturday sunday".split()
)
NAMED = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
NUMBERS = {word: str(number) for number, word in enumerate(NAMED.split(), 3)}


def sentence(text: str, trigger: Span) -> Span:
    """The sentence about a trigger, as far as REACH."""
    start, end = max(0, trigger.start - REACH), min(len(text), trigger.end + REACH)
    for stop in STOP.finditer(text, start, trigger.start):
        start = stop.end()
    following = STOP.search(text, trigger.end, end)
    return Span(start, following.start() + 1 if following else end)


def telling_words(text: str, sentences: Iterable[Span]) -> frozenset[str]:
    """Words of the sentences, folded, without function words."""
    return frozenset(word for span in sentences for word in words_of(span.of(text)))


def words_of(text: str) -> Iterator[str]:
    """The words of a text but its function words: case-folded, numbers in figures, regular endings off."""
    for match in WORD.finditer(text):
        word = match.group().casefold().rstrip(".,:")
        if word not in FUNCTION:
            yield NUMBERS.get(word) or ENDS.sub("", word)
