"""The machine's readings of the project's own articles, made once."""

from pathlib import Path

import pytest

from newspkg.ingest import read_article
from newspkg.readings import read_all
from newspkg.specs import Codelists

ARTICLES = Path(__file__).resolve().parent.parent / "articles"


@pytest.fixture(scope="session")
def readings():
    articles = [read_article(path) for path in sorted(ARTICLES.glob("*.md"))]
    return {reading.article_id: reading for reading in read_all(articles, Codelists())}
