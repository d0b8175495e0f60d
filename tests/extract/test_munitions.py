"""What was fired, shot down, hit, destroyed and handed over, and how many of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.model import EventMention

Told = Callable[[str], tuple[EventMention, ...]]
Counts = tuple[int | None, int | None, int | None]


def arms(events: tuple[EventMention, ...]) -> dict[tuple[str, str], Counts]:
    return {
        (each.weapon_id, each.role): (each.quantity, each.quantity_intercepted, each.quantity_hit)
        for event in events
        for each in event.weapons
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia launched 45 Shahed drones at Ukraine overnight. Ukrainian air defences shot down 38 of them.",
            {("shahed-136", "used"): (45, 38, None)},
        ),
        ("Russia fired 12 cruise missiles at Kyiv, all but two of which were intercepted.", {("cruise-missile", "used"): (12, 10, None)}),
        (
            "Iran launched 170 drones, 30 cruise missiles and 120 ballistic missiles at Israel on Saturday.",
            {
                ("drone", "used"): (170, None, None),
                ("cruise-missile", "used"): (30, None, None),
                ("ballistic-missile", "used"): (120, None, None),
            },
        ),
        (
            "Russia fired 45 drones and missiles at Ukraine. Ukraine shot down 18 missiles and 39 of the drones.",
            {("drone", "used"): (None, 39, None), ("missile", "used"): (None, 18, None)},
        ),
        ("Ukraine shot down all six ballistic missiles.", {("ballistic-missile", "used"): (6, 6, None)}),
        ("Air defences shot down 60 out of 70 drones over Ukraine.", {("drone", "used"): (70, 60, None)}),
        ("Eleven one-way drones hit Kassala air base in Sudan.", {("attack-drone", "used"): (11, None, 11)}),
        ("Two guided bombs fell on Kupiansk in Ukraine.", {("guided-bomb", "used"): (2, None, 2)}),
        ("Russia hit the port of Mykolaiv with two Iskander missiles.", {("iskander", "used"): (2, None, 2)}),
        ("Poland has taken delivery of the last 12 of 48 FA-50 jets.", {("fa-50", "transferred"): (12, None, None)}),
        ("One missile hit a hospital in Kramatorsk in Ukraine.", {("missile", "used"): (1, None, 1)}),
        ("Rebels shot down an army helicopter near Myitkyina in Myanmar.", {("helicopter", "destroyed"): (1, None, None)}),
        (
            "A naval drone hit a Russian warship in Sevastopol on Sunday.",
            {("naval-drone", "used"): (1, None, 1), ("warship", "destroyed"): (1, None, None)},
        ),
        (
            "Germany delivered 20 Gepard tanks and a Patriot battery to Ukraine.",
            {("gepard", "transferred"): (20, None, None), ("patriot", "transferred"): (1, None, None)},
        ),
    ],
)
def test_counts(told: Told, text: str, expected: dict[tuple[str, str], Counts]) -> None:
    assert arms(told(text)) == expected
