"""The phrases of an attack: who was harmed, what was struck, who did it."""

from __future__ import annotations

from datetime import date

import pytest

from newspkg.annotate import Annotator
from newspkg.extract import Extractor
from newspkg.extract.fillers import Fillers
from newspkg.ingest import clean
from newspkg.model import RawArticle
from newspkg.shown import shown
from newspkg.specs import Codelists


@pytest.fixture(scope="module")
def roles():
    codelists = Codelists()
    annotate, extract, fillers = Annotator(codelists), Extractor(codelists), Fillers(codelists)

    def read(text):
        article = RawArticle("a", "a.txt", text, "0" * 64, published_on=date(2024, 3, 5))
        reading = extract(next(iter(annotate([clean(article)]))))
        told = shown(reading, fillers(reading))
        found: dict[str, list[str]] = {}
        for event in told["events"]:
            for role, items in event["roles"].items():
                found.setdefault(role, []).extend(item["text"] for item in items)
        return found

    return read


@pytest.mark.parametrize(
    ("text", "role", "phrases"),
    [
        ("Gunmen killed three priests and a judge in Goma on Tuesday, the army said.", "victim", {"priests", "judge"}),
        ("Rebels attacked a bus station and a bridge near Goma with mortars, the army said.", "target", {"bus station", "bridge"}),
        ("A teacher was shot dead by soldiers in Goma during the insurgency, residents said.", "victim", {"teacher"}),
        ("TWO NURSES WERE KILLED WHEN GUERRILLAS SHELLED A HOSPITAL NEAR GOMA ON TUESDAY, THE ARMY SAID.", "victim", {"NURSES"}),
    ],
)
def test_phrases_of_a_role(roles, text, role, phrases):
    assert phrases <= set(roles(text).get(role, ())), roles(text)


def test_nobody_is_no_victim(roles):
    assert "victim" not in roles("Rebels shelled a bridge near Goma on Tuesday, but no civilians were killed, the army said.")
