"""Whose an organ is that stands without its country's name."""

from __future__ import annotations

import pytest

from newspkg.annotate import Annotator
from newspkg.extract.actors import ActorExtractor
from newspkg.model import ActorMention, Document, RawArticle
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def actors():
    codelists = Codelists()
    annotate, extract = Annotator(codelists), ActorExtractor(codelists)

    def found(text: str) -> tuple[ActorMention, ...]:
        document = Document(RawArticle("a", "a.md", text, "0", language="en"), text)
        return extract(next(iter(annotate([document]))))

    return found


CASES = [
    ("Chile will close two crossings on its border with Peru, its Interior Ministry said.", "Interior Ministry", "CHL"),
    ("Peru denied that it ships fuel to Bolivia, and its foreign ministry called the report false.", "foreign ministry", "PER"),
    ("Kenya sent troops to Somalia. The State Department welcomed the step.", "State Department", "USA"),
    ("Peru's Finance Ministry refused. In Santiago, the Finance Ministry agreed to pay.", "the Finance Ministry", "CHL"),
    ("Mali's army shelled Kidal. The Foreign Office told Britons to leave Mali.", "Foreign Office", "GBR"),
]


@pytest.mark.parametrize(("text", "words", "alpha3"), CASES)
def test_organ_is_of(actors, text, words, alpha3):
    assert next(each.country_code for each in actors(text) if words in text[each.span.start : each.span.end]) == alpha3


NAMED = [
    ("Infantry Battalion 77 shelled the village in Myanmar.", "Infantry Battalion 77", "infantry-battalion-77"),
    ("KIA Brigade 3 took a base in Myanmar.", "Brigade 3", "brigade-3-of-kachin-independence-army"),
    ("The National Unity Government of Myanmar blamed the generals.", "National Unity Government", "national-unity-government"),
    ("In Israel Magen David Adom treated six people after the strike.", "David Adom", "magen-david-adom"),
]


@pytest.mark.parametrize(("text", "words", "actor"), NAMED)
def test_the_whole_name_is_the_actor(actors, text, words, actor):
    assert [each.actor_id for each in actors(text) if words in text[each.span.start : each.span.end]] == [actor]


SPOKEN_OF = [
    ("A shell hit a school in Kadugli, Sudan, the town's military administration said.", "administration", "SDN"),
    ("Rebels took Bria in the Central African Republic. The country's defence ministry said nothing.", "defence ministry", "CAF"),
    ("Three men were held in Lima, prosecutors said, after Peru closed its border.", "prosecutors", "PER"),
    ("In Honduras the junta's information office denied the raid.", "information office", "HND"),
    ("At least 12 people died in Omdurman, Sudan, according to the doctors' union.", "doctors' union", "SDN"),
]


@pytest.mark.parametrize(("text", "words", "alpha3"), SPOKEN_OF)
def test_organ_of_what_is_only_spoken_of(actors, text, words, alpha3):
    assert [each.country_code for each in actors(text) if words in text[each.span.start : each.span.end]] == [alpha3]


SENT = [
    ("Two peacekeepers from Nepal were hurt in Congo.", "peacekeepers from Nepal", "NPL"),
    ("Eritrea has moved three brigades to the border with Ethiopia.", "three brigades", "ERI"),
]


@pytest.mark.parametrize(("text", "words", "alpha3"), SENT)
def test_troops_are_of_who_sends_them(actors, text, words, alpha3):
    assert [each.country_code for each in actors(text) if words in text[each.span.start : each.span.end]] == [alpha3]
