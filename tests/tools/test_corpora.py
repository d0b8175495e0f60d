"""The metrics of tools/corpora.py on tiny data."""

import json

import corpora
import pytest


def entities(*names):
    return [frozenset(name.split("|")) for name in names]


@pytest.mark.parametrize(
    ("found", "gold", "strict", "overlap"),
    [
        (["rebels"], entities("rebels"), (1, 1, 1), (1, 1, 1)),
        (["two rebels"], entities("rebels"), (0, 1, 1), (1, 1, 1)),
        (["rebels", "armed rebels"], entities("rebels|armed rebels"), (1, 2, 1), (1, 2, 1)),  # an entity is paired once
        (["red front", "front"], entities("red front", "front"), (2, 2, 2), (2, 2, 2)),
        (["front", "red front"], entities("blue front", "red front"), (1, 2, 2), (2, 2, 2)),  # the best pairing, not the first
        (["refronted"], entities("front"), (0, 1, 1), (0, 1, 1)),  # whole words
        ([], entities("front"), (0, 0, 1), (0, 0, 1)),
    ],
)
def test_ceaf_ree(found, gold, strict, overlap):
    for same, expected in ((corpora.holds, strict), (corpora.overlaps, overlap)):
        tally = corpora.ceaf_ree(found, gold, [], same)
        assert (tally.hits, tally.found, tally.gold) == expected


def test_what_matches_an_optional_entity_is_not_counted():
    tally = corpora.ceaf_ree(["bus", "car"], entities("bus"), entities("car"), corpora.holds)
    assert (tally.hits, tally.found, tally.gold) == (1, 1, 1)


def test_articles_case_and_punctuation_do_not_count():
    assert corpora.plain('The "Red" Front, a party') == "red front party"


def test_fillers_that_share_a_string_are_one_entity():
    def template(*names):
        fillers = [{"mentions": [{"text": text} for text in name.split("|")], "optional": False} for name in names]
        return {"optional": False, "phys_id": fillers}

    needed, optional = corpora.muc_gold({"templates": [template("BUS|THE COACH"), template("COACH", "BRIDGE")]}, "target")
    assert needed == [frozenset({"bus", "coach"}), frozenset({"bridge"})]
    assert optional == []


def test_spans_pair_once():
    tally = corpora.spans_paired([(0, 4), (2, 6), (8, 9)], [(1, 5), (5, 6)], "x" * 10)
    assert (tally.hits, tally.found, tally.gold) == (2, 3, 2)


def test_a_file_is_scored_as_the_command_sees_it(tmp_path, capsys):
    text = "Rebels attacked a bridge near Goma with mortars on Monday, killing two soldiers, the army said."
    row = {
        "doc_id": "a",
        "text": text,
        "date": "2024-03-05",
        "gold": {"entities": [{"type": "Location", "begin": 30, "end": 34, "confidence": 1}]},
    }
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert corpora.main(["re3d", str(path)]) == 0
    assert "Location" in capsys.readouterr().out
