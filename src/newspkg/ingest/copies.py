"""Near copies: articles that share almost all their words with an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from newspkg.ingest.prints import Prints
from newspkg.model import RawArticle


def mark_copies(articles: Sequence[RawArticle], prints: Prints | None = None) -> list[RawArticle]:
    """The articles in the same order; a near copy names in `duplicate_of` the earliest article that it copies (by day, then by id).

    An article without a day counts as later than any with one. An original is never itself a copy. `prints` are those of the articles, in
    their order, where they were taken already.
    """
    if prints is None:
        prints = Prints()
        for article in articles:
            prints.add(article)
    original_of = _originals(articles, prints)
    return [replace(each, duplicate_of=original_of.get(number)) for number, each in enumerate(articles)]


def _originals(articles: Sequence[RawArticle], prints: Prints) -> dict[int, str]:
    """The number of each copy, with the id of what it copies."""
    found: dict[int, str] = {}
    by_hash: dict[str, str] = {}
    for number in sorted(range(len(articles)), key=lambda each: (articles[each].published_on or date.max, articles[each].article_id)):
        article = articles[number]
        same = by_hash.get(article.sha256) or min((articles[each].article_id for each in prints.near(number)), default=None)
        if same is None:
            by_hash[article.sha256] = article.article_id
            prints.keep(number)
        else:
            found[number] = same
    return found
