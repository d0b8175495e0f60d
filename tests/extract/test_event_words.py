"""The words that name events: what each kind of event is told by, and what looks like one and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.extract.events.naming.asker import KINDS, SEEN
from newspkg.extract.events.naming.needs import Term, parse_needs
from newspkg.model import EventMention
from newspkg.specs import Codelists

Told = Callable[[str], tuple[EventMention, ...]]
LEAD = "The army has rockets, tanks and drones in this war.\n\n"  # without it a sentence is about no conflict


@pytest.mark.parametrize(
    ("subtype", "text"),
    [
        ("missile_strike", "The tanker took direct hits from two missiles near Mocha."),
        ("drone_strike", "A missile fired by a drone tore through a tent camp in Dabanga on Tuesday."),
        ("shelling", "Tanks opened fire on a residential block in Sinjil."),
        ("killing_of_civilians", "Gunmen dragged three engineers out of their pickup near Tame and killed them."),
        ("sabotage", "A cyberattack disabled Ukraine's largest mobile operator on Tuesday."),
        ("deployment", "Ten F-16s have arrived at the base in Lask."),
        ("restriction", "Berlin refused to allow Madrid to re-export the howitzers."),
        ("restriction", "Bern would not let Spain ship the howitzers to Kyiv."),
        ("authorization", "Washington dropped its objections to the delivery of the F-16s to Ankara."),
        ("outage", "Trains did not run on the line until noon."),
        ("prisoner_exchange", "Israel let 110 Palestinian prisoners go on Thursday in return for three captives."),
        ("proposal", "Oman's proposal would free ten captives within a week."),
        ("ceasefire", "The guns fell silent in Stepanakert at midnight."),
        ("talks", "A new round is scheduled for Thursday in Doha between the two delegations."),
        ("evacuation", "The crew abandoned ship off Hodeidah at dawn."),
        ("protest", "Demonstrators burned tyres outside the embassy in Baghdad."),
        ("detention", "The tribunal issued an arrest warrant for the general."),
        ("missile_strike", "Iran fired a volley of ballistic missiles at the Israeli air base of Nevatim on Tuesday night."),
        ("missile_strike", "A missile slammed into an apartment block in Zaporizhzhia, killing six people."),
        ("drone_strike", "Sudan's paramilitary RSF sent drones against Port Sudan airport on Sunday."),
        ("drone_strike", "A drone crashed into a fuel depot in Feodosia, setting it ablaze."),
        ("combined_strike", "Russia launched 58 missiles and 171 drones at Ukraine overnight."),
        ("combined_strike", "Iran attacked Israel with missiles and drones on Saturday night."),
        ("air_strike", "Israeli warplanes bombed the Sabra district of Gaza City on Monday."),
        ("air_strike", "Fighter jets dropped bombs on Sagaing on Friday, killing 11 people."),
        ("shelling", "Artillery fire killed three people in Nikopol on Tuesday."),
        ("shelling", "Syrian rebels fired mortars at Aleppo on Thursday."),
        ("bombing", "A suicide attacker blew herself up at a mosque in Kabul on Friday, killing 20 people."),
        ("bombing", "A car bomb exploded outside the interior ministry in Mogadishu on Sunday."),
        ("armed_assault", "Gunmen killed nine labourers in Panjgur on Saturday."),
        ("armed_assault", "Gunmen on motorcycles attacked a village in Zamfara on Sunday, killing 12 people."),
        ("killing_of_civilians", "RSF fighters massacred more than 100 villagers in Wad al-Noura on Wednesday."),
        ("killing_of_civilians", "Militants beheaded four men in Cabo Delgado on Monday."),
        ("sabotage", "Saboteurs cut a railway line near Lublin on Sunday."),
        ("sabotage", "A cyberattack knocked out the systems of Ukraine's railways on Monday."),
        ("other_attack", "Israel struck Hodeidah port on Monday."),
        ("other_attack", "Explosions rocked Isfahan early on Friday."),
        ("clash", "Heavy fighting erupted in El Fasher on Friday."),
        ("clash", "Clashes between M23 rebels and Congolese troops left 20 dead near Sake on Monday."),
        ("territory_gained", "Russia said its forces had taken control of the village of Novooleksandrivka on Saturday."),
        ("territory_gained", "Rebels overran the city of Goma on Monday."),
        ("withdrawal", "Russian troops withdrew from Kherson on November 11."),
        ("withdrawal", "Ukraine's army pulled out of Avdiivka on Saturday."),
        ("deployment", "The United States sent a carrier strike group to the Eastern Mediterranean on Sunday."),
        ("deployment", "North Korea has deployed 10,000 troops to Russia's Kursk region."),
        ("mobilization", "Israel called up 60,000 reservists on Wednesday."),
        ("mobilization", "Putin ordered a partial mobilisation on September 21."),
        ("exercise", "China staged live-fire drills around Taiwan on Tuesday."),
        ("exercise", "South Korea and the United States began their Ulchi Freedom Shield exercise on Monday."),
        ("weapons_test", "North Korea test-fired an intercontinental ballistic missile on Thursday."),
        ("weapons_test", "North Korea fired a ballistic missile into the sea off its east coast on Sunday."),
        ("delivery", "The first F-16 jets have arrived in Ukraine."),
        ("delivery", "Germany handed over two IRIS-T systems to Ukraine on Monday."),
        ("pledge", "The Pentagon announced a $275 million military aid package for Ukraine on Friday."),
        ("pledge", "Norway pledged 14 F-16 jets to Kyiv on Thursday."),
        ("sale", "Serbia bought 12 Rafale jets from France in August."),
        ("sale", "Taiwan ordered 66 F-16s from the United States in 2019."),
        ("authorization", "Biden allowed Ukraine to use ATACMS to strike inside Russia on Sunday."),
        ("authorization", "The State Department approved a $2.2 billion sale of missiles to Saudi Arabia on Tuesday."),
        ("restriction", "Canada suspended arms exports to Israel on Tuesday."),
        ("restriction", "The White House paused a shipment of 2,000-pound bombs to Israel in May."),
        ("doctrine_change", "Putin approved changes to Russia's nuclear doctrine on Tuesday."),
        ("doctrine_change", "Japan adopted a new national security strategy in December."),
        ("sanction", "The European Union adopted its 14th package of sanctions against Russia on Monday."),
        ("sanction", "The US Treasury blacklisted two Sudanese commanders on Wednesday."),
        ("other_policy", "Russia revoked its ratification of the test ban treaty on November 2."),
        ("other_policy", "Yoon Suk Yeol declared martial law in South Korea on December 3."),
        ("talks", "Israeli and Hamas negotiators met in Cairo on Sunday."),
        ("talks", "US and Russian officials held talks in Riyadh on Tuesday."),
        ("proposal", "Egypt proposed a two-day truce in Gaza on Sunday."),
        ("proposal", "China put forward a 12-point peace plan on Friday."),
        ("agreement", "Russia and North Korea signed a mutual defence treaty on June 19."),
        ("agreement", "Israel and Hamas reached a deal on hostages on Wednesday."),
        ("ceasefire", "A ceasefire between Sudan and the rebels took effect on Wednesday."),
        ("ceasefire", "India and Pakistan agreed to a ceasefire on Saturday."),
        ("prisoner_exchange", "Russia and Ukraine exchanged 390 prisoners each on Friday."),
        ("prisoner_exchange", "Hamas released three hostages on Sunday in return for 90 Palestinian prisoners."),
        ("vote", "The UN General Assembly adopted a resolution demanding a truce on Tuesday."),
        ("vote", "Russia vetoed a Security Council resolution on Sudan on Monday."),
        ("expulsion", "Poland expelled a Russian diplomat on Monday."),
        ("expulsion", "Mali broke off diplomatic relations with Ukraine on Sunday."),
        ("evacuation", "Thousands of people fled Goma on Sunday."),
        ("evacuation", "Authorities evacuated 600 children from Vovchansk on Monday."),
        ("outage", "Half of Kharkiv was left without power on Friday."),
        ("outage", "Vilnius airport was closed on Sunday after balloons were sighted."),
        ("protest", "Tens of thousands of Israelis took to the streets of Tel Aviv on Saturday."),
        ("protest", "Demonstrators rallied outside the French embassy in Niamey on Sunday."),
        ("detention", "Police arrested three men in Leipzig on Tuesday on suspicion of spying for Russia."),
        ("detention", "A Moscow court jailed a teacher for six years on Friday."),
    ],
)
def test_an_event_of_each_kind(told: Told, subtype: str, text: str) -> None:
    assert [(event.event_subtype, event.factuality) for event in told(LEAD + text)] == [(subtype, "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "The missile can strike targets 300 km away.",
        "Russia could attack a NATO country within five years, the general warned.",
        "If Iran launched missiles at Israel, the response would be harsh.",
        "The drones are designed to hit tanks.",
        "Kyiv wants to use the missiles to strike airfields in Russia.",
        "Ukraine has asked Germany to deliver Taurus missiles.",
        "Trump threatened to impose sanctions on Russia.",
        "The minister urged Israel to halt the strikes on Gaza.",
        "Moscow denounced the planned deployment as a provocation.",
        "The general warned of further attacks on the power grid.",
        "Analysts fear that the rebels may take the capital.",
        "Hamas rejected calls to release the hostages.",
        "The city is preparing for an attack.",
        "The army is ready to repel any invasion.",
        "Residents live in fear of drone attacks.",
        "The system protects cities from missile strikes.",
        "The bill would ban arms exports to Israel.",
        "There was no sign of a ceasefire.",
        "Turkey called for an immediate ceasefire in Gaza.",
        "Washington refused to supply the missiles to Kyiv.",
        "He said that attacks on civilians were a war crime.",
        "Each attack costs millions of dollars.",
        "Russia regularly shells the border villages.",
        "The war has killed tens of thousands of people.",
        "The right to strike back is enshrined in the UN Charter.",
        "The ministry did not say when the jets would arrive.",
        "The missile has a range of 500 km and carries a 480 kg warhead.",
        "The howitzer fires up to six rounds a minute.",
        "The bomber is able to carry 12 cruise missiles.",
        "Experts discussed how drones changed the war.",
        "Without air defence the city would have been destroyed.",
        "The commander denied rumours of a retreat.",
        "The law allows the president to mobilise reservists.",
        "The foreign ministry condemned the violence.",
        "Zelensky thanked Washington for its support.",
        "He recalled the attack with tears.",
        "Attacks on shipping have pushed up insurance costs.",
        "Negotiations are never easy.",
        "Peace talks remain a distant prospect.",
        "Drone warfare is changing fast.",
        "Sanctions rarely work.",
        "Air strikes alone will not defeat the rebels.",
        "The arms industry is expanding production of shells.",
    ],
)
def test_no_event(told: Told, text: str) -> None:
    assert [event.event_subtype for event in told(LEAD + text) if event.factuality == "actual"] == []


@pytest.mark.parametrize(
    ("subtype", "text"),
    [
        ("shelling", "13 May – Shells land on the livestock market of El Obeid, North Kordofan."),
        ("drone_strike", "30 May – A Chinese-made drone crashes into Al-Rahma hospital in El Obeid."),
        ("other_attack", "A Chinese coast guard vessel rammed a Philippine supply boat near Second Thomas Shoal on Monday."),
        ("other_attack", "A Chinese coast guard ship fired water cannon at a Philippine boat off Scarborough Shoal on Saturday."),
        ("clash", "RSF fighters laid siege to El Fasher in May."),
        ("clash", "Armenian and Azerbaijani soldiers exchanged heavy fire near Tegh on Tuesday."),
        ("outage", "About 200,000 homes in Haifa lost power on Monday."),
        ("outage", "The Hadera power station was knocked off the grid on Monday."),
        ("deployment", "Norway put 200 soldiers on the streets of Kirkenes on Friday."),
        ("deployment", "Two Chinese frigates joined the coast guard ships at the shoal on Monday."),
        ("exercise", "Iran's navy wrapped up a three-day exercise in the Gulf of Oman on Thursday."),
        ("exercise", "The Freedom Shield exercise ran from March 4 to March 14."),
        ("weapons_test", "India conducted a flight trial of its Agni-5 missile on Monday."),
        ("delivery", "Sweden handed over the second of three batteries to Ukraine on Monday."),
        ("delivery", "The last of 31 Abrams tanks arrived in Ukraine on Monday."),
        ("sale", "Defence group Kronos wins 640 million euro order for air defence systems from Lithuania."),
        ("restriction", "Ukraine forbade men under 60 to leave the country in February 2022."),
        ("sanction", "Washington put the Houthis back on its list of terrorist groups on Wednesday."),
        ("talks", "New Delhi and Islamabad spoke over a military hotline on Wednesday."),
        ("talks", "In a call with his Turkish counterpart on Sunday, Iran's foreign minister rejected the terms."),
        ("proposal", "The two foreign ministries exchanged a draft of a peace treaty in August."),
        ("proposal", "Under a proposal that Washington tabled on Wednesday, Hamas would free ten hostages."),
        ("agreement", "Commissions from both countries signed a regulation on marking the border on Friday."),
        ("ceasefire", "The two sides agreed to prolong the truce for a further month on Saturday."),
        ("vote", "Armenia's parliament ratified a purchase of three French radars on Tuesday."),
        ("evacuation", "Police drove 46 people out of Vovchansk on Monday."),
        ("detention", "A Moscow court jailed a physicist for 14 years for treason on Tuesday."),
    ],
)
def test_other_ways_to_tell_it(told: Told, subtype: str, text: str) -> None:
    assert [(event.event_subtype, event.factuality) for event in told(LEAD + text)] == [(subtype, "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "He would not travel while bombs fall on his people.",
        "The hand that bombs every market will be punished, he said.",
        "The depot supplied fuel to Russian forces fighting around Kupiansk.",
        "Israel's offensive has killed more than 44,000 Palestinians, the ministry says.",
        "The treaty forbids missiles with a range of more than 500 km.",
        "Tokyo lodged a protest with Beijing on Monday.",
        "In protest he resigned on Monday.",
        "The troops ought to have left by now.",
        "The war began as a dispute over water.",
        "Aid planes shuttled between Aden and Sanaa on Sunday.",
        "The North calls the drills a rehearsal for invasion.",
        "The two sides remain far apart on the release of prisoners.",
        "Three wounded passengers were taken to hospital on Monday.",
        "Two cargo ships collided off Rotterdam in fog on Sunday.",
        "The company fired 400 workers at its plant in Leeds on Friday.",
    ],
)
def test_states_of_things_are_no_events(told: Told, text: str) -> None:
    assert [event.event_subtype for event in told(LEAD + text)] == []


def test_a_headline_in_the_infinitive_is_planned(told: Told) -> None:
    (event,) = told(LEAD + "Germany to station a brigade in Lithuania permanently")
    assert (event.event_subtype, event.factuality) == ("deployment", "planned")


def test_what_is_only_denied_is_denied(told: Told) -> None:
    events = told(LEAD + "Ruritania denied that its jets had bombed the harbour of Latakia on Monday.")
    assert [event.factuality for event in events] == ["denied"]


def test_a_light_verb_gives_way_to_its_noun(told: Told) -> None:
    (event,) = told(LEAD + "Turkish-backed rebels launched a ground offensive near Manbij on Friday.")
    text = LEAD + "Turkish-backed rebels launched a ground offensive near Manbij on Friday."
    assert (event.event_subtype, {span.of(text) for span in event.triggers}) == ("clash", {"launched", "ground offensive"})


def test_needs_are_alternatives_of_conditions() -> None:
    assert parse_needs("any") == ()
    assert parse_needs("weapon|agent:armed+!into:place/base") == (
        (Term((), ("weapon",)),),
        (Term(("agent",), ("armed",)), Term(("into",), ("place", "base"), negated=True)),
    )


def test_every_set_that_a_trigger_asks_for_is_there() -> None:
    codelists = Codelists()
    known = {row["set"] for row in codelists.rows("event_objects")} | SEEN | KINDS.keys()
    asked = {
        (row["trigger"], name)
        for row in codelists.rows("event_triggers")
        for terms in parse_needs(row["needs"])
        for term in terms
        for name in term.sets
    }
    assert {each for each in asked if each[1] not in known} == set()
