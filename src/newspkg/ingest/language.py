"""Which language a text is in, so that only English is extracted."""

from __future__ import annotations

import re

SAMPLE = 20_000  # characters
ENOUGH = 0.04  # share of words that are English function words: English, without asking further
SHORT = 200  # letters below which a detector guesses wildly
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# words that are common in English and rare in other languages written in Latin letters
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the and with that from have has had been were their which this they said would after before into its by than about not who could"
        " where there these while",
    )
)


def detect(text: str) -> str | None:
    """The ISO 639-1 code of `text`; None where it is too short to tell and nothing speaks against English."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in WORD.findall(sample)]
    if not words:
        return None
    common = sum(word in ENGLISH for word in words)
    if common >= max(2, ENOUGH * len(words)):
        return "en"
    letters = "".join(words)
    latin = sum(letter < "\u0250" for letter in letters)
    if len(letters) < SHORT and latin > 0.9 * len(letters) and (common or letters.isascii()):
        return None
    return _classified(sample)


def _classified(sample: str) -> str:
    import py3langid

    return str(py3langid.classify(sample)[0])
