"""Phrases that make a place of a name: "Kharkiv region", "Kursk and Belgorod regions", "Kurumoch airport", "the village of Novopil"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.annotate.places.spot import PARTICLES, Word, joined

ADMIN_WORD = re.compile(
    r"(?i)[ \u00a0](?:autonomous )?(regions?|oblasts?|provinces?|krais?|krays?|governorates?|states?|prefectures?|count(?:y|ies)|territor(?:y|ies)|departments?|republics?|okrugs?|emirates?)\b"  # noqa: E501
)
DISTRICT_WORD = re.compile(
    r"(?i)[ \u00a0](districts?|raions?|townships?|sub-?districts?|municipalit(?:y|ies)|count(?:y|ies)|parish(?:es)?|canton|woreda|sector|governorates?)\b"  # noqa: E501
)
REPUBLIC_OF = re.compile(r"(?i)\b(?:region|oblast|province|governorate|state|department|prefecture|republic) of (?:the )?$")
SITE = re.compile(
    r"(?i)[ \u00a0-](?:international |military |air |naval |nuclear |oil |fuel |gas |thermal |hydroelectric |hydropower |power |refugee |displacement |border |training |"  # noqa: E501
    r"central |general |children'?s |children’s |maternity |university |railway |train |metro |bus |steel |chemical |ammunition |arms |cargo |sea |road |prison |tank |missile |test |space )*"  # noqa: E501
    r"(airports?|airbase|airbases|air base|airfield|aerodrome|airstrip|base|refinery|power plant|power station|plant|nuclear plant|npp|dam|reservoir|bridge|port|seaport|harbou?r|terminal|depot|"  # noqa: E501
    r"camp|hospital|clinic|prison|jail|crossing|checkpoint|barracks|garrison|station|pipeline|oilfield|oil field|gas field|shipyard|factory|steelworks|works|mine|cosmodrome|"  # noqa: E501
    r"range|training ground|mosque|church|cathedral|monastery|synagogue|university|school|market|mall|square|stadium|palace|theatre|theater|hotel|tunnel|lighthouse|island|islands|mountain|mountains|"  # noqa: E501
    r"valley|forest|reactor|facility|arsenal|substation)\b"
)
VILLAGE_OF = re.compile(
    r"(?:\b(?:[Vv]illages?|[Tt]owns?|[Cc]it(?:y|ies)|[Ss]ettlements?|[Hh]amlets?|[Cc]ommunes?|[Ll]ocalit(?:y|ies)|[Ss]uburbs?) of )$"
)
NEVER = frozenset(["The", "A", "An", "This", "That", "Its", "Their", "His", "Her", "Our", "One", "Two", "Three", "Four", "Five", "Several", "Many", "Some", "All", "Both", "Each", "Every", "No", "Other", "Another", "Any", "In", "On", "At", "By", "From", "And", "But", "As", "When", "While", "After", "Before", "During", "It", "He", "She", "They", "We"])  # fmt: skip  # noqa: E501


def names_before(text: str, words: list[Word], last: int) -> int:
    """The index of the first word of the run of capitalised words that ends with word `last`."""
    first = last
    while first and last - first < 5 and joined(text, words[first - 1], words[first]):
        before = words[first - 1]
        if before.is_name and before.text not in NEVER:
            first -= 1
        elif (
            before.text in PARTICLES
            and first > 1
            and words[first - 2].is_name
            and joined(text, words[first - 2], before)
            and before.text not in ("in", "of", "the", "on", "and")
        ):
            first -= 2
        else:
            break
    return first


def sites(text: str, words: list[Word]) -> Iterator[tuple[int, int, int]]:
    """Named facilities: (first word, last word of the name exclusive, end offset with the type word)."""
    for at, word in enumerate(words):
        if word.is_name and word.text not in NEVER:
            match = SITE.match(text, word.end)
            if match and not (at + 1 < len(words) and words[at + 1].is_name and words[at + 1].end < match.end()):
                yield names_before(text, words, at), at + 1, match.end()


def unknown_villages(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Runs of names after "the village of" and its like, a list of them too: (first word, last word exclusive)."""
    for at, word in enumerate(words):
        if word.is_name and VILLAGE_OF.search(text, max(0, word.start - 16), word.start):
            last = at + 1
            while last < len(words) and last - at < 4 and words[last].is_name and joined(text, words[last - 1], words[last]):
                last += 1
            yield at, last
