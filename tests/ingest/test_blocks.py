# ruff: noqa: E501  # many short cases a line read better than one each
"""Blocks: what is a heading, an item, boilerplate, and what must never be."""

from __future__ import annotations

import pytest

from newspkg.ingest.blocks import split_blocks


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Related", "RELATED STORIES", "Read more: Bread prices rise", "Also read: Bread prices rise", "Follow us on Telegram!", "Sign up for our newsletter",
        "Photo: City Hall", "(Photo by Jo Doe/Agency)", "(Reporting by Jo Doe; Editing by Al Roe)", "Advertisement", "© 2024 The Post. All rights reserved.",
        "Click here to read the rest", "Tags: bread, mills", "(Adds quotes, details)", "(Corrects spelling of name in paragraph 3)",
        "This story corrects the name of the mill.", "Editor's note: this page was moved.", "Get the latest headlines delivered to your inbox",
        "More on this: bread", "By Jo Doe and Al Roe", "Published on 3 May 2024", "→ Bread, explained", "You may also like",
    ],
)  # fmt: skip
def test_boilerplate(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "Related attacks hit two villages on Monday.", "Photos by the drone showed three craters.", "More reports of shelling near the dam", "Updated Army rules ban leave",
        "Reported by the ministry on Friday, the blast killed two.", "Following us was a tank, the driver said.", "Readers of the leaflet were told to leave.",
        "The author was killed by a mine.", "Subscribers lost power after the strike.", "Support our people, the mayor told soldiers at the gate of the base.",
        "Sign up to fight, the posters say.", "“Join us,” the general urged.", "Watch towers were shelled.", "By Sunday the army had retaken the port.",
        "Tagged vehicles crossed the border.", "Corrections officers were shot at the prison.",
    ],
)  # fmt: skip
def test_news_is_never_boilerplate(line: str) -> None:
    assert "boilerplate" not in [kind for kind, _ in kinds(line)]


def test_boilerplate_around_news_is_cut_off() -> None:
    text = "The depot burned for two days. (Reporting by Jo Doe; Editing by Al Roe)"
    assert kinds(text) == [("paragraph", "The depot burned for two days."), ("boilerplate", "(Reporting by Jo Doe; Editing by Al Roe)")]
    assert kinds("The depot burned. Read more: How it was built")[0] == ("paragraph", "The depot burned.")


def test_links_after_related_are_boilerplate_until_the_text_goes_on() -> None:
    text = "Related\nA Mill’s Long Story in the U.S.\nBread Is Dear\nThe council met on Monday and closed the mill."
    assert [kind for kind, _ in kinds(text)] == ["boilerplate"] * 3 + ["paragraph"]


def test_headings_and_items() -> None:
    text = "# The mill\n**What next?**\nTHE LONG WAIT\n- First item\n1. Second item.\nAll agreed.\n“We will stay.”"
    assert [kind for kind, _ in kinds(text)] == ["heading"] * 3 + ["list_item"] * 2 + ["paragraph"] * 2
    assert kinds(text)[0][1] == "The mill"


def test_items_glued_to_a_sentence_are_blocks_of_their_own() -> None:
    text = "The gate stayed shut. - What the Guards Want\nNo one came. • First • Second"
    assert kinds(text) == [
        ("paragraph", "The gate stayed shut."), ("list_item", "What the Guards Want"),
        ("paragraph", "No one came."), ("list_item", "First"), ("list_item", "Second"),
    ]  # fmt: skip
