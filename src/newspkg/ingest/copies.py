"""Near copies: articles that share almost all their words with an earlier one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from newspkg.ingest.html import extract
from newspkg.model import RawArticle

PERMUTATIONS = 128
LIKENESS = 0.7  # estimated Jaccard likeness of the word shingles from which on one is a copy of the other
SHINGLE = 4  # words
SAMPLE = 2_000_000  # characters


def mark_copies(articles: Sequence[RawArticle]) -> list[RawArticle]:
    """The articles in the same order; a near copy names in `duplicate_of` the earliest article that it copies (by day, then by id).

    An article without a day counts as later than any with one. An original is never itself a copy.
    """
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=LIKENESS, num_perm=PERMUTATIONS)
    original_of: dict[str, str] = {}
    by_hash: dict[str, str] = {}
    prints: dict[str, Any] = {}
    for article in sorted(articles, key=lambda each: (each.published_on or date.max, each.article_id)):
        mine = fingerprint(_text(article))
        found = [by_hash[article.sha256]] if article.sha256 in by_hash else []
        found += [key for key in sorted(index.query(mine)) if prints[key].jaccard(mine) >= LIKENESS] if mine else []
        if found:
            original_of[article.article_id] = found[0]
            continue
        by_hash[article.sha256] = article.article_id
        if mine:
            prints[article.article_id] = mine
            index.insert(article.article_id, mine)
    return [replace(each, duplicate_of=original_of.get(each.article_id)) for each in articles]


def _text(article: RawArticle) -> str:
    return extract(article.body).text if article.media_type == "text/html" else article.body


def fingerprint(text: str) -> Any:
    """The MinHash of a text's word shingles; None where it has too few words to tell."""
    from datasketch import MinHash

    words = re.findall(r"\w+", text[:SAMPLE].lower())
    if len(words) < 2 * SHINGLE:
        return None
    shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)}
    mine = MinHash(num_perm=PERMUTATIONS, seed=1)
    mine.update_batch(sorted(shingles))
    return mine
