"""Rows of the table `articles`."""

from __future__ import annotations

from newspkg.model import ArticleReading, ArticleRecord, RawArticle


def is_in_scope(reading: ArticleReading) -> bool:
    return bool(reading.events or reading.weapons)


def article_record(article: RawArticle, *, is_told: bool) -> ArticleRecord:
    """The row of an article; `is_told`: it was extracted, and is in scope."""
    return ArticleRecord(
        article_id=article.article_id,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published_on=article.published_on,
        language=article.language,
        license=article.license,
        path=article.path,
        sha256=article.sha256,
        word_count=article.word_count,
        in_scope=is_told,
        duplicate_of=article.duplicate_of,
    )
