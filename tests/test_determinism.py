"""Two runs over the same articles give the same bytes."""

import shutil
from pathlib import Path

import pytest

from newspkg.model.context import BuildContext
from newspkg.pipeline import build
from newspkg.specs.home import default_schemas

ARTICLES = Path(__file__).resolve().parent / "articles"
SOME = 6  # articles are enough to show an order that wavers


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for path in sorted(ARTICLES.glob("*.md"))[:SOME]:
        shutil.copy(path, folder)
    return folder


def published(raw: Path, out: Path) -> dict[str, bytes]:
    build(BuildContext(raw=raw, schemas=default_schemas(), out=out))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_two_builds_give_the_same_bytes(raw, tmp_path):
    one, two = published(raw, tmp_path / "one"), published(raw, tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
