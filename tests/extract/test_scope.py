"""Scope: short and sober articles on conflict are read, sport, business and figures of speech are not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.extract.scope import Scope
from newspkg.model import ArticleReading, Document, RawArticle
from newspkg.specs import Codelists

Read = Callable[[str], ArticleReading]


@pytest.fixture(scope="module")
def read() -> Read:
    codelists = Codelists()
    annotator, extractor = Annotator(codelists), Extractor(codelists)

    def run(text: str) -> ArticleReading:
        article = RawArticle("a", "a.txt", text, "0", published_on=date(2024, 5, 1), language="en")
        return extractor(next(iter(annotator([Document(article, text)]))))

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit an oil depot in Ryazan overnight, the governor said.",
        "Two Ethiopian soldiers died when their lorry struck a mine near Kobo.",
        "Gunmen shot dead a village chief in Plateau state, police said.",
        "Norway will give Ukraine 14 self-propelled howitzers.",
        "The grenade landed in a courtyard; nobody was hurt.",
        "Rockets fell on Kiryat Shmona. No injuries were reported.",
        "A car bomb tore through a bakery queue in Mogadishu.",
        "The ministry confirmed the loss of a Su-34 over the Kherson region.",
        "Kim watched the launch of a solid-fuel ICBM, state media said.",
        "Brussels adopted a new package of sanctions against Moscow, its nineteenth.",
    ],
)
def test_a_short_article_on_conflict_is_read(read: Read, text: str) -> None:
    reading = read(text)
    assert reading.weapons or reading.events


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a missile into the top corner and the visitors' defence collapsed; a second strike sealed the match.",
        "United's attack was shot down by a resolute back four. The captain called it a battle, and the coach praised his troops.",
        "Shares in the drone maker jumped 12% after it beat forecasts; revenue rose on orders for crop-spraying drones.",
        "The supermarket chain fired its opening shot in the price war, and rivals warned of casualties on the high street.",
        "The film's siege scene was shot in Malta with 300 extras as soldiers and two museum tanks, the director of the film said.",
        "The launch put 23 satellites into orbit; the rocket's booster landed on a drone ship in the Atlantic.",
        "The delivery drone dropped a parcel in the wrong garden, the company said; regulators will investigate.",
        "The senator took flak from rivals over the budget, fired back on television and vowed to fight on until the election.",
        "The hurricane's assault on the islands was relentless, and 300 people were evacuated by helicopter.",
        (
            "The Rockets killed the clock and slammed the door in overtime. Denver was shelled in the third quarter, and the guard "
            "was bombed with messages after the game; the coach spoke of missiles from everywhere."
        ),
        "The opposition leader came under fire over housing; aides said a truce between the factions had been agreed until the vote.",
        "Sir Alastair Penhallow, who has died aged 94, served in destroyers on convoys, studied botany and bred orchids in Truro.",
        "The update adds three maps and a tank; you launch missiles at the enemy's bunker, and the studio counts two million players.",
        "The rider launched an attack below the summit, shelled his last rival and said he had fired his only bullet at the right time.",
        "Farmers are fighting a losing battle against wild boar; hunters shot 1,400, and the ministry lifted a ban on night scopes.",
        "A bus plunged into a gorge near the pass. Soldiers pulled out survivors and army helicopters flew the wounded to hospital.",
        "The auction house sold a cavalry sword carried at Waterloo, two duelling pistols and a model of a battleship for 180,000 pounds.",
        "Wildfires tore through the hills; water-bombing planes battled the flames, and police detained a man suspected of arson.",
        "The league's deadliest sniper launched a missile from 30 feet, and a truce ended the siege of the visitors' basket.",
    ],
)
def test_sport_business_and_figures_of_speech_yield_nothing(read: Read, text: str) -> None:
    reading = read(text)
    assert (reading.weapons, reading.events, reading.actors, reading.claims) == ((), (), (), ())


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sale", "Shares in the sight maker rose 7% as its order book passed 3 billion euros, analysts said. Warsaw ordered 180 K2 tanks."),
        (
            "missile_strike",
            "The striker scored twice. The players had stood in silence for nine people killed when a ballistic missile struck Lviv.",
        ),
    ],
)
def test_an_article_about_something_else_is_read_for_what_is_plainly_war(read: Read, kind: str, text: str) -> None:
    assert kind in {event.event_subtype for event in read(text).events}


def test_figurative_words_count_little_without_literal_ones() -> None:
    assert not Scope(literal=0.0, figurative=12.0, other=2.0).is_conflict
    assert Scope(literal=2.0, figurative=12.0, other=5.0).is_conflict
    assert Scope(literal=0.0, figurative=0.0, other=0.0).with_weapons(1).is_conflict
