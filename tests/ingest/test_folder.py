"""Folders: order, duplicates, near copies; articles brought into `raw/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from newspkg.errors import EnvironmentFault
from newspkg.ingest import normalise, read_article, read_articles

STORY = " ".join(f"On day {n} the ferry to island {n * 7} left the harbour with {n + 3} sacks of mail." for n in range(40)) + "\n"


def put(folder: Path, name: str, text: str, day: str | None = None) -> None:
    (folder / name).write_text((f"---\npublished_on: {day}\n---\n\n" if day else "") + text)


def test_near_copies_name_the_earliest(tmp_path: Path) -> None:
    put(tmp_path, "a.md", STORY, "2024-05-02")
    put(tmp_path, "b.md", "Ferries sail on\n" + STORY, "2024-05-01")
    put(tmp_path, "c.txt", STORY)
    put(tmp_path, "d.md", STORY.replace("ferry", "train").replace("mail", "coal").replace("harbour", "yard"), "2024-05-03")
    articles, issues = read_articles(tmp_path)
    assert [(each.article_id, each.duplicate_of) for each in articles] == [("a", "b"), ("b", None), ("c", "b"), ("d", None)]
    assert issues == []


def test_same_names_other_files_and_faults_are_collected(tmp_path: Path) -> None:
    for name in ("a.txt", "A.md", "README.md", ".hidden.txt", "a.coding.yaml", "notes.pdf"):
        put(tmp_path, name, STORY)
    put(tmp_path, "z.txt", "")
    articles, issues = read_articles(tmp_path)
    assert [each.article_id for each in articles] == ["A"]
    found = [(Path(issue.file or "").name, issue.severity) for issue in issues]
    assert found == [("a.txt", "error"), ("notes.pdf", "warning"), ("z.txt", "error")]


def test_a_missing_folder_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="no such folder"):
        read_articles(tmp_path / "none")


def test_an_article_is_normalised_and_reads_back(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", "A ferry: late again\n" + STORY)
    name, content = normalise(tmp_path / "x.txt", published_on="2024-05-02", publisher='The "Post": daily')
    assert name == "a-ferry-late-again.md"
    (tmp_path / name).write_text(content)
    article = read_article(tmp_path / name)
    assert (article.title, article.publisher, str(article.published_on)) == ("A ferry: late again", 'The "Post": daily', "2024-05-02")
    assert article.body == "A ferry: late again\n" + STORY
