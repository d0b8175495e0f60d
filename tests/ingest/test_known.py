"""Files without a fault are examined once; what is said of them is the same ever after."""

from __future__ import annotations

from pathlib import Path

import pytest

from newspkg.ingest import known, read_articles, shelve_articles

TEXT = "---\ntitle: Raid\npublished_on: 2031-05-02\nlanguage: en\n---\n\nShells hit the port of Sarvik on Sunday, the mayor said.\n"
PAGE = (
    "<html><body><article><h1>Raid</h1>"
    + "<p>Shells hit the port of Sarvik on Sunday, the mayor said.</p>" * 3
    + "</article></body></html>"
)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw" / "sub").mkdir(parents=True)
    (tmp_path / "raw" / "plain.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "raw" / "sub" / "marked.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").replace("Sarvik", "Nor").encode())
    (tmp_path / "raw" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "raw" / "odd.md").write_text(TEXT.replace("language", "tongue"), encoding="utf-8")
    return tmp_path / "raw"


def _all(raw: Path, kept: dict[str, bytes]) -> object:
    articles, issues = shelve_articles(raw, kept)
    return list(articles), issues


def test_what_is_kept_is_what_is_read(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, bytes] = {}
    fresh = _all(raw, kept)
    assert fresh == read_articles(raw)
    again: list[str] = []
    inspect = known.inspect_article
    monkeypatch.setattr(known, "inspect_article", lambda path, root: (again.append(path.name), inspect(path, root))[1])
    assert _all(raw, kept) == fresh
    assert again == ["odd.md"]  # it has a warning, which is told each time


def test_other_bytes_or_another_name_are_read_anew(raw: Path) -> None:
    kept: dict[str, bytes] = {}
    _all(raw, kept)
    (raw / "plain.md").write_text(TEXT.replace("Sunday", "Monday"), encoding="utf-8")
    (raw / "sub" / "marked.txt").rename(raw / "renamed.txt")
    assert _all(raw, kept) == read_articles(raw)


def test_a_link_is_looked_at_each_time(raw: Path, tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    _all(raw, kept)
    (tmp_path / "outside.md").write_bytes((raw / "plain.md").read_bytes())
    (raw / "plain.md").unlink()
    (raw / "plain.md").symlink_to(tmp_path / "outside.md")
    articles, issues = _all(raw, kept)  # type: ignore[misc]
    assert "plain" not in {each.article_id for each in articles} and any(issue.is_error for issue in issues)


def test_what_is_damaged_is_read_anew(raw: Path) -> None:
    kept: dict[str, bytes] = {}
    fresh = _all(raw, kept)
    assert _all(raw, {key: value[:-3] for key, value in kept.items()}) == fresh
    assert _all(raw, dict.fromkeys(kept, b"")) == fresh
