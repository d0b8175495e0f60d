"""Documents: offsets that lead back to the raw body, text without traps."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newspkg.ingest import clean, read_article
from newspkg.ingest.align import align
from newspkg.ingest.hostile import harmless
from newspkg.model import Document, RawArticle, Span

PAGE = """<!doctype html><html><head><title>Smoke &amp; ash | The Post</title>
<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2024-03-02T10:00:00Z">
<script>var a = "<p>Not text at all, however long this line may be</p>";</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Smoke &amp; ash</h1><p>Two <b>rock</b>ets fell near the mill &mdash; nobody was hurt, the mayor said on a windy Friday.</p>
<!-- <p>hidden words</p> --><p>The mill&nbsp;had stood &quot;empty&quot; for nine years before the fire, its owner told reporters there.</p>
<ul><li>Fish &#38; chips sold out at noon</li></ul></article><footer>Copyright</footer></body></html>"""


def document(body: str, media_type: str = "text/plain") -> Document:
    return clean(RawArticle("a", "a", body, "0", media_type=media_type))


def raw_of(found: Document, words: str) -> str:
    start = found.text.index(words)
    return found.to_raw(Span(start, start + len(words))).of(found.article.body)


def test_spans_of_a_page_lead_back_to_its_source(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    article = read_article(path)
    found = clean(article)
    assert (article.publisher, str(article.published_on), article.body) == ("The Post", "2024-03-02", PAGE)
    assert raw_of(found, "rockets") == "rock</b>ets"
    assert raw_of(found, "mill — nobody") == "mill &mdash; nobody"
    assert raw_of(found, '"empty"') == "&quot;empty&quot;"
    assert raw_of(found, "Fish & chips") == "Fish &#38; chips"
    assert "Not text" not in found.text


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab c\n<>/p&amp;-é", max_size=120), st.text(alphabet="ab c\n-é&", max_size=60))
def test_any_alignment_is_monotone_and_in_range(source: str, text: str) -> None:
    starts, ends = align(source, text)
    assert len(starts) == len(ends) == len(text)
    assert list(starts) == sorted(starts) and list(ends) == sorted(ends)
    assert all(0 <= start <= end <= len(source) for start, end in zip(starts, ends, strict=True))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_replacement_keeps_the_length_and_leaves_nothing_invisible(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert all(char == "\n" or char.isprintable() for char in shown)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab1 .\n#*_-•[]()“”!:\u200b\u202e", max_size=150), st.sampled_from(["text/plain", "text/markdown"]))
def test_blocks_are_in_order_and_offsets_in_range(body: str, media_type: str) -> None:
    found = document(body, media_type)
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        last = block.end
    if found.raw_starts:
        assert len(found.raw_starts) == len(found.raw_ends) == len(found.text)
    else:
        assert len(found.text) == len(body)


def test_marks_are_dropped_and_so_are_invisible_characters_inside_words() -> None:
    linked = document("## A **big** [fire](http://x.org/y) aboard *Aurora*.\n", "text/markdown")
    assert linked.text == "   A big fire aboard Aurora.\n"
    assert raw_of(linked, "big fire aboard Aurora.") == "big** [fire](http://x.org/y) aboard *Aurora*."
    assert document("A bi\u202eg fire\u200b .").text == "A big fire  ."
    assert raw_of(document("The mis\u00adsile flew."), "missile") == "mis\u00adsile"
    assert document("A * B and snake_case_name").text == "A * B and snake_case_name"


def test_lines_that_a_mailer_wrapped_are_joined_others_not() -> None:
    lines = (
        "The convoy reached the northern depot",
        "before dawn on Monday, and the drivers",
        "unloaded flour for the whole district",
        "until dusk.",
    )
    wrapped = "\n".join((*lines, "", "A second one is due.", ""))
    assert document(wrapped).text.startswith(" ".join(lines) + "\n\n")
    uneven = "Short head\nThen a line.\nAnother head\nThen a line of some more words."
    assert document(uneven).text == uneven
    assert document("The mill burned down.\n" * 5).text.count("\n") == 5


def test_giant_lines_take_linear_time() -> None:
    began = time.process_time()
    for piece in ("word ", "*", "[", " ", "- A", "• ", "“", "#", "(Reporting by "):
        document(piece * (1_000_000 // len(piece)), "text/markdown")
    align("<a" * 500_000, "words of some length that are not there\n" * 50)
    assert time.process_time() - began < 60
