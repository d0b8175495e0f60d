"""The cache: never the cause of a different result, whatever state it is in."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newspkg.cache import fingerprint, key_of, open_store, packed, unpacked
from newspkg.cache.store import NAME
from newspkg.ingest import read_articles
from newspkg.model.context import BuildContext
from newspkg.readings import readings_of
from newspkg.specs.home import default_schemas

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
HTML = "<html><body><article><h1>Raid</h1><p>Rebels shelled Goma on Monday, killing 4 people, the army said.</p>" * 2


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    raw = tmp_path_factory.mktemp("raw")
    for name in ("wire-copy", "sahel-ambush", "live-blog"):
        shutil.copy(ARTICLES / f"{name}.md", raw)
    (raw / "page.html").write_text(HTML, encoding="utf-8")
    return read_articles(raw)[0]


@pytest.fixture(scope="module")
def fresh(articles):
    return [packed(reading) for reading in readings_of(articles, BuildContext(Path("raw"), default_schemas(), Path("out")))]


def read(articles, folder):
    return [packed(reading) for reading in readings_of(articles, BuildContext(Path(), default_schemas(), Path(), cache=folder))]


def test_bytes_are_the_reading_again(articles, fresh):
    assert [packed(unpacked(data, article)) for article, data in zip(articles, fresh, strict=True)] == fresh


def test_a_warm_cache_reads_nothing_and_says_the_same(articles, fresh, tmp_path, monkeypatch):
    assert read(articles[:2], tmp_path) == fresh[:2]
    assert read(articles, tmp_path) == fresh
    monkeypatch.setattr("newspkg.readings.read_chunk", lambda *_, **__: pytest.fail("an article was read again"))
    assert read(articles, tmp_path) == fresh


@pytest.mark.parametrize("harm", ["truncate", "garble", "other values", "a folder in its place"])
def test_a_damaged_cache_changes_nothing(articles, fresh, tmp_path, harm):
    read(articles, tmp_path)
    path = tmp_path / NAME
    for beside in tmp_path.glob(f"{NAME}-*"):
        beside.unlink()
    if harm == "truncate":
        path.write_bytes(path.read_bytes()[:3000])
    elif harm == "garble":
        path.write_bytes(b"no database" * 999)
    elif harm == "a folder in its place":
        path.unlink()
        path.mkdir()
    else:
        with sqlite3.connect(path) as database:
            database.execute("UPDATE readings SET value = x'00ff'")
    assert read(articles, tmp_path) == fresh


def test_two_builds_use_one_cache(articles, fresh, tmp_path):
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: read(articles[:2], tmp_path), range(2))) == [fresh[:2]] * 2


def test_a_key_tells_articles_codelists_and_code_apart(articles, tmp_path):
    schemas = tmp_path / "schemas"
    shutil.copytree(default_schemas(), schemas)
    before = fingerprint(schemas, None)
    assert before == fingerprint(default_schemas(), None)
    with (schemas / "codelists" / "weapon_nouns.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprint(schemas, None) != before
    assert len({key_of(article, before) for article in articles}) == len(articles)


def test_a_folder_that_cannot_be_used_is_no_fault(articles, fresh, tmp_path):
    (tmp_path / "file").write_text("x")
    store = open_store(tmp_path / "file" / "cache")
    store.put([("a", b"b")])
    assert (store.is_open, store.get(["a"])) == (False, {})
