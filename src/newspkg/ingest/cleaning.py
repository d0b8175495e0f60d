"""A raw article to the document that the annotators read, with the way back."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from newspkg.ingest.align import align
from newspkg.ingest.blocks import split_blocks
from newspkg.ingest.hostile import INSIDE_WORD, harmless, without_piles
from newspkg.ingest.html import extract
from newspkg.ingest.markup import GONE, joined, unmarked
from newspkg.model import Document, RawArticle


def clean(article: RawArticle) -> Document:
    """The article's text, its blocks, and the offsets of the raw body (empty where text and body agree one for one)."""
    if article.media_type == "text/html":
        return _from_html(article)
    text, starts, ends = _without_joiners(article.body)
    return _marks_gone(article, joined(without_piles(harmless(text))), starts, ends)


def _from_html(article: RawArticle) -> Document:
    text = extract(article.body).text
    starts, ends = align(article.body, text)
    return _marks_gone(article, without_piles(harmless(text)), starts, ends)


def _marks_gone(article: RawArticle, text: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> Document:
    """The document without the marks of emphasis and links inside its lines: "the carrier *Aurora*" is two words and a name."""
    bare, blocks = unmarked(text, article.media_type), tuple(split_blocks(text))
    if GONE not in bare:
        return Document(article, bare, blocks, starts, ends)
    kept = [at for at, char in enumerate(bare) if char != GONE]
    blocks = tuple(replace(each, start=bisect_left(kept, each.start), end=bisect_left(kept, each.end)) for each in blocks)
    raw_starts, raw_ends = (
        (tuple(starts[at] for at in kept), tuple(ends[at] for at in kept)) if starts else (tuple(kept), tuple(at + 1 for at in kept))
    )
    return Document(article, bare.replace(GONE, ""), blocks, raw_starts, raw_ends)


def _without_joiners(body: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The body without invisible characters inside words ("mis\\u00adsile"), which no one-for-one replacement could mend."""
    if body.isascii() or not INSIDE_WORD.search(body):
        return body, (), ()
    kept: list[int] = []
    at = 0
    for match in INSIDE_WORD.finditer(body):
        kept.extend(range(at, match.start()))
        at = match.end()
    kept.extend(range(at, len(body)))
    return INSIDE_WORD.sub("", body), tuple(kept), tuple(each + 1 for each in kept)


def coded_text(article: RawArticle) -> str:
    """The text in which a coding's spans are sought: what is read of a page, the body of all else."""
    return clean(article).text if article.media_type == "text/html" else article.body
