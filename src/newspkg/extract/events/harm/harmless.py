"""Sentences that say that nobody was hurt, or that count the dead of more than one event."""

from __future__ import annotations

import re

from newspkg.model import Span

NOBODY = re.compile(
    r"(?i)\b(?:no (?:reported |reports of |known |immediate reports of )?"
    r"(?:casualties|injuries|victims|(?:dead|deaths) or (?:wounded|injured|injuries))"
    r"|(?:no one|no-one|nobody|none) (?:was |were |had been |is |was reported )?(?:reported )?(?:hurt|injured|wounded|harmed)"
    r"|(?:hurt|hurting|injured|injuring|wounded|wounding|harmed|harming) (?:no one|no-one|nobody)"
    r"|without (?:any )?(?:casualties|injuries|loss of life)|casualties were avoided)\b"
)
NO_DEATHS = re.compile(
    r"(?i)\b(?:no (?:reported |reports of )?(?:deaths|fatalities|lives were lost)"
    r"|(?:no one|no-one|nobody) (?:was |were |had been )?(?:killed|died|dead)|kill(?:ed|ing) (?:no one|no-one|nobody))\b"
)
MONTHS = "january february march april may june july august september october november december".replace(" ", "|")
RUNNING = re.compile(
    rf"(?i)\bsince (?:the |its |last|early|late|\d|{MONTHS}|then|fighting|war)"
    r"|\bsince (?:been )?(?:killed|died|claimed)\b"
    r"|\bso far this\b|\b(?:in|over|during) the (?:war|conflict|past|last)\b|\bthis (?:year|month)\b|\bin total\b"
)
WORST = re.compile(r"(?i)\b(?:worst|deadliest|bloodiest|biggest|largest|first|heaviest)\b.{0,60}\b(?:since|this)\b")


def is_running(text: str) -> bool:
    """ "Since the war began 300 people have been killed": the dead of no single event; "the deadliest since March" is none."""
    return bool(RUNNING.search(text)) and not WORST.search(text)


def nobody(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """The words of a sentence that say that nobody was killed, that nobody was hurt."""
    both, dead = NOBODY.search(text, start, end), NO_DEATHS.search(text, start, end)
    hurt = Span(both.start(), both.end()) if both else None
    return (Span(dead.start(), dead.end()) if dead else hurt), hurt
