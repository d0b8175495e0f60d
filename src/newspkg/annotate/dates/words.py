"""The words of English date expressions, and the regex fragments made of them.

Months, weekdays and years are fragments to build rules with. Month names need a capital: "may" and "march" are verbs.
"""

from __future__ import annotations

import re

from newspkg.dates import MONTH_NAMES, WEEKDAY_NAMES

SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]
SOME = ("few", "several", "couple of", "many", "some", "numerous", "number of")
HOLIDAYS = {  # month, day; those with one fixed day
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year": (1, 1), "may day": (5, 1), "halloween": (10, 31), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "international women's day": (3, 8), "armistice day": (11, 11), "bastille day": (7, 14),
    "anzac day": (4, 25), "all saints' day": (11, 1),
    "epiphany": (1, 6), "fourth of july": (7, 4),
}  # fmt: skip

_short = {name: name[:3] for name in MONTH_NAMES if name != "May"}
MONTHS = {form.lower(): i for i, name in enumerate(MONTH_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
WEEKDAYS = {form.lower(): i for i, name in enumerate(WEEKDAY_NAMES) for form in (name, name[:3])} | {
    "tues": 1,
    "wednes": 2,
    "thur": 3,
    "thurs": 3,
}

NUMBERS = {word: i for i, word in enumerate(ONES)} | {word: 10 * i for i, word in enumerate(TENS, 2)}
NUMBERS |= {f"{ten}{join}{one}": 10 * i + j for i, ten in enumerate(TENS, 2) for j, one in enumerate(ONES[1:10], 1) for join in ("-", " ")}
NUMBERS |= {"a": 1, "an": 1, "a single": 1, "a dozen": 12, "hundred": 100, "a hundred": 100, "one hundred": 100, "a thousand": 1000}
ORDINAL_NUMBERS = {word: i for i, word in enumerate(ORDINALS)}


def either(words: object) -> str:
    """An alternation of literal words, longest first."""
    return "(?:" + "|".join(sorted((re.escape(str(w)).replace(r"\ ", r"\s") for w in words), key=lambda w: (-len(w), w))) + ")"  # type: ignore[attr-defined]


_capital = list(MONTH_NAMES) + [name.upper() for name in MONTH_NAMES]
_abbreviated = [form for name in MONTH_NAMES if len(name) > 4 for form in (name[:3], name[:3].upper())] + ["Sept", "SEPT"]
MONTH_FULL = either(_capital)
MONTH = rf"(?:{MONTH_FULL}|(?:{either(_abbreviated)}\b(?!')\.?))"
_days = [form for name in WEEKDAY_NAMES for form in (name, name.upper())]
WEEKDAY = either(_days)
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"  # the short ones only beside a date
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
SEASON = r"(?:[Ss]pring(?:time)?|[Ss]ummer(?:time)?|[Aa]utumn|[Ff]all|[Ww]inter(?:time)?)"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})?(?!\d)|(?i:{either(NUMBERS)}))"
VAGUE = rf"(?i:(?:(?:a|the|an)\s)?{either(SOME)})"
DASH = r"\s?[-–—]\s?"
PHASE = (
    r"(?:(?i:the\s)?(?i:very\s)?(?i:early|late|mid(?:dle)?)(?:\s(?:in|of|the)\b)?(?:\sthe\b)?[-\s]"
    r"|(?i:(?:the\s(?:very\s)?)?(?:end|beginning|start|middle|close|first\shalf|second\shalf"
    r"|latter\s(?:half|part)|early\spart|later\spart|onset|rest)\sof)\s(?:the\s)?"
    r"|(?i:the\s(?:first|second|last|final|opening|closing)\s(?:days|weeks|months)\sof)\s)"
)


def number(words: str) -> int | None:
    """The value of a number in figures or words, None where it is neither."""
    plain = " ".join(words.lower().replace(",", "").split())
    return int(plain) if plain.isdecimal() else NUMBERS.get(plain, ORDINAL_NUMBERS.get(plain))


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    return WEEKDAYS[name.rstrip(".").lower()]


def day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))
