"""Raise tests/floors.json to what is measured now: `python tools/raise_floors.py`.

A floor is never lowered: where one would be, nothing is written.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from newspkg.evaluate import Report, evaluate_folder
from newspkg.ingest import read_article
from newspkg.model import PriorIds
from newspkg.readings import read_all
from newspkg.resolve import resolve
from newspkg.specs import Codelists

TESTS = Path(__file__).resolve().parent.parent / "tests"
ARTICLES, FLOORS = TESTS / "articles", TESTS / "floors.json"
SLACK = 0.02  # of F1: room for a change that trades one article for another


def corpus_digest() -> str:
    """SHA-256 over the names and bytes of all articles and codings."""
    digest = hashlib.sha256()
    for path in sorted(ARTICLES.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def measured() -> Report:
    """The report on all articles, read in one run."""
    articles = [read_article(path) for path in sorted(ARTICLES.glob("*.md"))]
    readings = {reading.article_id: reading for reading in read_all(articles, Codelists())}
    return evaluate_folder(ARTICLES, lambda article: resolve([article], {article.article_id: readings[article.article_id]}, PriorIds()))


def figures(report: Report) -> dict[str, float]:
    """F1 by figure."""
    return {name: tally.f1 for name, tally in report.total.figures.items()} | {"overall": report.overall}


def main() -> int:
    now = {name: max(0.0, round(value - SLACK, 3)) for name, value in figures(measured()).items()}
    digest = corpus_digest()
    before = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"digest": digest, "floors": {}}
    # Other articles have other figures: then floors start afresh, and the review of the articles is the guard.
    old = before["floors"] if before["digest"] == digest else {}
    fallen = [
        f"{name}: {now.get(name, 0.0)} is below its floor of {floor}" for name, floor in old.items() if now.get(name, 0) + SLACK < floor
    ]
    if fallen:
        print("No floor was changed.", *fallen, sep="\n", file=sys.stderr)
        return 1
    floors = {name: max(value, old.get(name, 0.0)) for name, value in sorted(now.items())}
    FLOORS.write_text(json.dumps({"digest": digest, "floors": floors}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
