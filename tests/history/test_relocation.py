"""Spans of a corrected article are found again by their words, their order and their neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newspkg.history.relocation import relocated

OLD = "Rockets struck the port at dawn. Two guards were killed there. Later that day shells struck the depot; nobody was killed."


def spans(*told: tuple[str, int], text: str = OLD) -> list[tuple[int, str]]:
    """Words with the number of their place."""
    found = []
    for words, nth in told:
        at = -1
        for _ in range(nth + 1):
            at = text.index(words, at + 1)
        found.append((at, words))
    return found


TOLD = spans(("struck", 0), ("killed", 0), ("struck", 1), ("killed", 1), ("Two guards were killed there", 0), ("nobody was killed", 0))


def moved(new: str, told: list[tuple[int, str]] = TOLD) -> list[int]:
    """How often the words were said before the place that each span moved to; -1 where it is lost."""
    places = relocated(told, new)
    ends = [places.get((start, start + len(words))) for start, words in told]
    assert all(place is None or new[slice(*place)] == words for place, (_, words) in zip(ends, told, strict=True))
    return [-1 if place is None else new.count(words, 0, place[0]) for place, (_, words) in zip(ends, told, strict=True)]


def test_where_nothing_changed() -> None:
    assert all(old == new for old, new in relocated(TOLD, OLD).items())


def test_text_before_within_and_after() -> None:
    assert moved(f"A headline.\n\n{OLD}") == [0, 0, 1, 1, 0, 0]
    assert moved(OLD.replace("Later", "It was a night of rain, the town said. Later")) == [0, 0, 1, 1, 0, 0]
    assert moved(OLD.replace("at dawn", "before sunrise, at about five")) == [0, 0, 1, 1, 0, 0]


def test_a_sentence_that_is_gone_takes_its_spans_with_it() -> None:
    assert moved(OLD.replace("Two guards were killed there. ", "")) == [0, -1, 1, 0, -1, 0]


def test_a_sentence_put_before_like_ones() -> None:
    new = OLD.replace("Two guards", "Three men were killed in the harbour. Two guards")
    assert moved(new) == [0, 1, 1, 2, 0, 0]


def test_another_text_altogether() -> None:
    assert relocated(TOLD, "Nothing of the kind.") == {}
    assert relocated([], OLD) == {} and relocated(TOLD, "") == {}


WORDS = st.lists(st.sampled_from(["fired", "killed", "at", "the port", "Avaria", "said", "12"]), max_size=25)


@given(WORDS, WORDS, st.data())
def test_no_two_spans_share_a_place(old: list[str], new: list[str], data: st.DataObject) -> None:
    text, now = " ".join(old), " ".join(new)
    cuts = st.integers(0, max(0, len(text) - 1))
    told = [(at, text[at : at + size]) for at, size in data.draw(st.lists(st.tuples(cuts, st.integers(1, 20)), max_size=12)) if text[at:]]
    found = relocated(told, now)
    assert all(text[slice(*was)] == now[slice(*place)] for was, place in found.items())
    assert len(set(found.values())) == len(found)
