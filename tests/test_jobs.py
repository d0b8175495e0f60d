"""Several processes read what one reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from newspkg import readings
from newspkg.ingest import read_articles
from newspkg.model.context import BuildContext
from newspkg.specs import default_schemas

ARTICLES = Path(__file__).parent / "articles"


def test_two_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "CHUNK", 2)
    articles = read_articles(ARTICLES)[0][:4]

    def told(jobs: int) -> list[tuple[object, ...]]:
        context = BuildContext(ARTICLES, default_schemas(), Path("packages"), jobs=jobs)
        return [(r.article_id, r.weapons, r.actors, r.events, r.claims) for r in readings.readings_of(articles, context)]

    assert told(2) == told(1)
