"""Raw files to articles, articles to documents with the way back to the raw body."""

from newspkg.ingest.add import normalise
from newspkg.ingest.cleaning import clean, coded_text
from newspkg.ingest.folder import article_paths, read_articles, shelve_articles
from newspkg.ingest.reading import MEDIA_TYPES, Read, inspect_article, read_article
from newspkg.ingest.shelf import Articles, Bodies

__all__ = [
    "MEDIA_TYPES",
    "Articles",
    "Bodies",
    "Read",
    "article_paths",
    "clean",
    "coded_text",
    "inspect_article",
    "normalise",
    "read_article",
    "read_articles",
    "shelve_articles",
]
