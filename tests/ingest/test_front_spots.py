"""Faults of an article's front matter and bytes stand at their line and character."""

import pytest

from newspkg.ingest import inspect_article
from newspkg.text import Lines

ARTICLE = """---
title: A thing
url: https://paper.example/1
published_on: 2024-03-04
language: en
---

The militia shelled the fort.
"""


@pytest.mark.parametrize(
    ("old", "new", "at", "hint"),
    [
        ("https://paper.example/1", "paper", "paper", "write it in full"),
        ("2024-03-04", "2024-02-30", "2024-02-30", "check the day"),
        ("published_on: 2024-03-04", "published_on:   '4 March'", "'4 March'", "2024-11-19"),
        ("language: en", "language: English", "English", "write en"),
        ("published_on", "publised_on", "publised_on", "did you mean `published_on`?"),
        ("language: en", "title: B", "title: B", "keep one"),
        ("language: en", "language: [en]", "[en]", "as text"),
        ("language: en", "language: &a en", "&a", "write the value out"),
        ("A thing", "!!x A", "!!x", "plain values"),
        ("A thing", "a: b: c", ": b: c", "quote values"),
        ("---\n\nThe", "--\n\nThe", "---", "alone"),
        ("The militia shelled the fort.\n", "", "---\n\n", "write the text"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_fault_stands_where_it_is(tmp_path, old, new, at, hint, end):
    text = ARTICLE.replace(old, new, 1)
    path = tmp_path / "a.md"
    path.write_bytes(text.replace("\n", end).encode())
    spot = Lines(text).spot(text.index(at) + (5 if at == "---\n\n" else 0))
    issues = inspect_article(path).issues
    found = [issue for issue in issues if (issue.line, issue.position) == (spot, spot.position)]
    assert found and hint in str(found[0].hint), [(issue.line, issue.position, issue.message) for issue in issues]


@pytest.mark.parametrize(("content", "line", "position"), [("é\nüa".encode() + b"\xffb" + "ü".encode() * 9, 2, 3), (b"ab\nc\0", 2, 2)])
def test_bytes_that_are_no_text(tmp_path, content, line, position):
    (tmp_path / "a.txt").write_bytes(content)
    (issue,) = inspect_article(tmp_path / "a.txt").issues
    assert (issue.check, issue.line, issue.position) == ("encoding", line, position)
