"""Raw files to articles, articles to documents with the way back to the raw body."""

from newspkg.ingest.add import normalise
from newspkg.ingest.cleaning import clean, coded_text
from newspkg.ingest.folder import article_paths, read_articles
from newspkg.ingest.reading import MEDIA_TYPES, Read, inspect_article, read_article

__all__ = ["MEDIA_TYPES", "Read", "article_paths", "clean", "coded_text", "inspect_article", "normalise", "read_article", "read_articles"]
