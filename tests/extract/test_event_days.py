"""The day that an event takes: of its clause, of another event, of its line, of the article's news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.model import EventMention

Told = Callable[[str], tuple[EventMention, ...]]
CASES = {
    "a day told by another event": (
        "Rebels took the town of Kashebere on Wednesday. A day before the town fell, an army jet bombed rebels near Luhonga.",
        {"attack": "2024-04-30"},
    ),
    "the main clause's": (
        "The deal was signed in Berlin on Tuesday.\n\nIt came two days after the minister, visiting Kyiv, pledged 40 tanks to Ukraine.",
        {"arms_transfer": "2024-04-28"},
    ),
    "that of when": (
        "A nurse told me of the evening of 20 April, when gunmen from a gang shot dead a patient in Durán.",
        {"attack": "2024-04-20"},
    ),
    "not that of the report": (
        "On Tuesday a missile hit a tanker off Hodeidah. Shells killed two fishermen in Mokha, the governor reported on Wednesday.",
        {"attack": "2024-04-30"},
    ),
    "of the line": ("A timeline.\n\nAPRIL 27. Ukraine attacked Novak.\n\nAPRIL 29. Rebels have seized Sarmin.", {"battle": "2024-04-29"}),
    "the perfect of today": (
        "On Thursday shells hit Kherson. Power has been cut to nine thousand homes in the city.",
        {"civil": "2024-05-02"},
    ),
    "nothing ahead": (
        "Russia attacked Odesa on Wednesday.\n\nTwo people were killed by shells in Sumy. Talks will be held in Doha on Monday.",
        {"attack": "2024-05-01"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_days(told: Told, case: str) -> None:
    text, expected = CASES[case]
    found = {
        event.event_type: str(event.date.start) if event.date else None for event in reversed(told(text)) if event.factuality == "actual"
    }
    assert {kind: found.get(kind) for kind in expected} == expected


def test_background_is_not_the_news(told: Told) -> None:
    """An attack of last year, told of the same bridge, leaves the date of today's attack alone."""
    events = told(
        "Drones attacked the Kerch bridge overnight. It was the second attack on it: on Sept. 14 last year a truck bomb wounded two guards."
    )
    assert "2023-09-14" not in {str(event.date.start) for event in events[:1] if event.date}
