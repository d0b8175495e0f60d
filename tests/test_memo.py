"""Rows that come from the cache are the very rows that would be worked out anew."""

import shutil
from pathlib import Path

import pytest

from newspkg.cache import open_store
from newspkg.model.context import BuildContext
from newspkg.pipeline import build
from newspkg.resolve import memo, resolution
from newspkg.resolve.memo import parts
from newspkg.specs.home import default_schemas

ARTICLES = Path(__file__).resolve().parent / "articles"
MORE = "---\ntitle: One more\npublished_on: 2025-02-03\nlanguage: en\n---\n\nRebels shelled Goma on Sunday, killing 4 people.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(memo, "PART", 2)
    (tmp_path / "raw").mkdir()
    for path in sorted(ARTICLES.glob("*.md"))[:8]:
        shutil.copy(path, tmp_path / "raw")
    return tmp_path


def published(home, out, cache):
    build(BuildContext(raw=home / "raw", schemas=default_schemas(), out=home / out, cache=cache and home / cache))
    return {path.relative_to(home / out).as_posix(): path.read_bytes() for path in sorted((home / out).rglob("*")) if path.is_file()}


def test_the_state_of_the_cache_plays_no_part(home):
    without, first, again = (published(home, *each) for each in (("a", None), ("b", "cache"), ("c", "cache")))
    assert without == first == again


def test_one_article_more_gives_the_bytes_of_a_full_build(home):
    published(home, "a", "cache")
    shutil.copytree(home / "a", home / "b")
    (home / "raw" / "d-one-more.md").write_text(MORE, encoding="utf-8")
    assert published(home, "a", "cache") == published(home, "b", None)


def test_what_was_worked_out_is_not_worked_out_again(home, monkeypatch):
    published(home, "a", "cache")
    monkeypatch.setattr(resolution, "members_of", None)
    monkeypatch.setattr(resolution, "claim_records", None)
    assert published(home, "b", "cache")


def test_what_is_damaged_is_worked_out_again(home):
    before = published(home, "a", "cache")
    store = open_store(home / "cache")
    store._connection.execute("UPDATE readings SET value = x'00'")
    store.close()
    assert published(home, "b", "cache") == before


def test_one_key_more_changes_one_part():
    keys = [f"a{number:05d}" for number in range(1_000)]
    before, after = list(parts(keys)), list(parts(sorted([*keys, "a00500-b"])))
    assert [key for part in before for key in part] == keys
    assert len({tuple(part) for part in after} - {tuple(part) for part in before}) <= 2
    assert list(parts([])) == []
