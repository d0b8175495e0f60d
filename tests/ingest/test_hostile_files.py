"""Files that mean harm: each is told clearly, at its place, with what stands there escaped; none hangs, none is read from elsewhere."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from newspkg.ingest import clean, inspect_article, read_articles

BODY = "Two rockets hit a depot near Southport on Monday, an official said.\n"
PATIENCE = 20  # seconds; the longest takes less than one here


def matter(lines: str, body: str = BODY) -> bytes:
    return f"---\n{lines}\n---\n\n{body}".encode()


def page(head: str, body: str) -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


STORY = f"<article><p>{BODY * 9}</p></article>"
# name, content, what is told: severity, check, line, character, words of the message
FILES: list[tuple[str, bytes, tuple[str, str, int, int, str]]] = [
    ("a.md", matter("a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a]" for n in range(50))), ("error", "front-matter", 2, 4, "anchor")),
    ("a.md", matter("title: " + "[" * 20_000), ("error", "front-matter", 2, 16, "key: value")),
    ("a.md", matter("title: " + "{a: " * 5_000), ("error", "front-matter", 2, 8, "list or mapping")),
    ("a.md", matter("x" * 60_000 + ": 1"), ("error", "front-matter", 2, 1, "key: value")),
    ("a.md", matter("title: " + "x" * 5_000_000), ("error", "front-matter", 1, 1, "5,000,007 characters")),
    ("a.md", matter("\n".join(" " * n + "a:" for n in range(300))), ("error", "front-matter", 10, 9, "key: value")),
    ("a.md", matter("title: !!python/object/apply:os.system ['ls']"), ("error", "front-matter", 2, 8, "tag")),
    ("a.md", matter("title: !ruby/object:Gem x"), ("error", "front-matter", 2, 8, "tag")),
    ("a.md", b"%YAML 1.1\n" + matter("title: A"), ("error", "front-matter", 1, 1, "begin or end")),
    ("a.md", b"\n\n" + matter("title: A"), ("error", "front-matter", 1, 1, "begin or end")),
    ("a.md", b"+++\ntitle = 'A'\n+++\n\n" + BODY.encode(), ("warning", "front-matter", 1, 1, "TOML")),
    ("a.md", matter("title: A\n...\n%TAG ! x\ntitle: B"), ("error", "front-matter", 5, 1, "not YAML")),
    ("a.md", matter("title: A\npublisher: P\ntitle: B"), ("error", "front-matter", 4, 1, "second time")),
    ("a.md", matter('title: A\n"title": B'), ("error", "front-matter", 3, 1, "second time")),
    ("a.md", matter("title: A\nTitle: B"), ("warning", "front-matter", 3, 1, "unknown key")),
    ("a.md", matter("title: \x1b[31mDepot"), ("error", "front-matter", 2, 8, "U+001B")),
    ("a.md", matter("published_on: 2024-02-30"), ("error", "front-matter", 2, 15, "'2024-02-30'")),
    ("a.md", matter("published_on: 2024-13-01"), ("error", "front-matter", 2, 15, "'2024-13-01'")),
    ("a.md", matter("published_on: 2024-03-04T25:00:00Z"), ("error", "front-matter", 2, 15, "T25")),
    ("a.md", matter("published_on: 2024-03-04 10:61"), ("error", "front-matter", 2, 15, "10:61")),
    ("a.md", matter("published_on: 2024-03-04T10:00+99:00"), ("error", "front-matter", 2, 15, "+99")),
    ("a.md", matter("published_on: 0000-00-00"), ("error", "front-matter", 2, 15, "0000")),
    ("a.md", matter("published_on: 9999-12-31"), ("error", "front-matter", 2, 15, "9999")),
    ("a.md", matter("published_on: ٢٠٢٤-٠٣-٠٤"), ("error", "front-matter", 2, 15, "day")),
    ("a.md", matter("title: Depot \u202ehit"), ("warning", "hidden-character", 2, 8, r"'Depot \u202ehit' with U+202E RIGHT-TO-LEFT")),
    ("a.md", matter('title: "Depot \\u202Ehit"'), ("warning", "hidden-character", 2, 8, r"\u202e")),
    ("a.md", matter("publisher: Po\u200bst"), ("warning", "hidden-character", 2, 12, "U+200B ZERO WIDTH SPACE")),
    ("a.md", matter('title: "\\e[31mDepot"'), ("warning", "hidden-character", 2, 8, r"'\x1b[31mDepot'")),
    ("a.md", matter('title: "Depot\\0hit"'), ("warning", "hidden-character", 2, 8, r"'Depot\x00hit'")),
    ("a.md", matter("license: CC\u2066BY"), ("warning", "hidden-character", 2, 10, "U+2066")),
    ("a.md", matter("title: Depot\U000e0041 hit"), ("warning", "hidden-character", 2, 8, "U+E0041")),
    ("a.md", matter("title: =cmd|'/c calc'!A1"), ("warning", "formula", 2, 8, "spreadsheet")),
    ("a.md", matter("title: '@SUM(1+1)*cmd|x'"), ("warning", "formula", 2, 8, "spreadsheet")),
    ("a.md", matter("publisher: '+cmd|x!A1'"), ("warning", "formula", 2, 12, "spreadsheet")),
    ("a.md", matter("license: '-2+3+cmd|x!A1'"), ("warning", "formula", 2, 10, "spreadsheet")),
    ("a.md", matter("title: <script>alert(1)</script> Depot"), ("warning", "markup", 2, 8, "plain text")),
    ("a.md", matter("title: <img src=x onerror=alert(1)"), ("warning", "markup", 2, 8, "plain text")),
    ("a.md", matter("title: '[x](javascript:alert(1))'"), ("warning", "markup", 2, 8, "plain text")),
    ("a.md", matter("license: 'javascript:alert(1)'"), ("warning", "markup", 2, 10, "plain text")),
    ("a.md", matter("publisher: R\u0435uters"), ("warning", "mixed-alphabets", 2, 12, r"'R\u0435uters' with U+0435 CYRILLIC SMALL")),
    ("a.md", matter("title: " + "x" * 5000), ("warning", "front-matter", 2, 8, "5,000 characters")),
    ("a.md", matter("author: A\u202eB"), ("warning", "hidden-character", 2, 9, "U+202E")),
    ("a.md", matter("aut\u200bhor: A"), ("warning", "front-matter", 2, 1, r"'aut\u200bhor'")),
    ("a.md", matter("title: A", BODY * 5_000), ("warning", "file-size", 5, 1, "recorded and not extracted")),
    ("a.md", matter("title: A", BODY + "x" * 2000), ("warning", "long-word", 6, 1, "2,000 characters without a space")),
    ("a.md", matter("url: 'javascript:alert(1)'"), ("error", "front-matter", 2, 6, "web address")),
    ("a.md", matter("url: ../../etc/passwd"), ("error", "front-matter", 2, 6, "web address")),
    ("a.md", matter("url: 'https://p\u0430per.example/x'"), ("warning", "mixed-alphabets", 2, 6, r"p\u0430per")),
    ("a.md", matter("url: 'https://paper.example@evil.example/x'"), ("warning", "front-matter", 2, 6, "before an @")),
    ("a.md", matter("language: ../en"), ("error", "front-matter", 2, 11, "two letters")),
    ("a.md", matter("title: A", "The rock\u202eets hit.\n"), ("warning", "hidden-character", 5, 9, "U+202E")),
    ("a.md", matter("title: A", "The \x1b[31mrockets\n"), ("warning", "hidden-character", 5, 5, "U+001B")),
    ("a.md", matter("title: A", "Two r\u043eckets hit\n"), ("warning", "mixed-alphabets", 5, 6, r"'r\u043eckets'")),
    ("a.md", matter("title: A", ""), ("error", "front-matter", 5, 1, "without text")),
    ("a.md", b"---\n---\n", ("error", "front-matter", 3, 1, "without text")),
    ("a.md", b"---\ntitle: A\n\n" + BODY.encode(), ("error", "front-matter", 1, 1, "begin or end")),
    ("a.txt", b"", ("error", "front-matter", 1, 1, "without text")),
    ("a.txt", " \u00a0\n".encode() * 50, ("error", "front-matter", 1, 1, "without text")),
    ("a.txt", BODY.encode() + b"a\0", ("error", "encoding", 2, 2, "NUL")),
    ("a.txt", b"%PDF-1.7\n", ("error", "encoding", 1, 1, "binary")),
    ("a.md", b"PK\x03\x04 and more", ("error", "encoding", 1, 1, "binary")),
    ("a.txt", bytes(range(1, 256)) * 20, ("error", "encoding", 2, 118, "can't be told")),
    ("a.txt", BODY.encode() * 20 + b"caf\xe9 was hit\n", ("warning", "encoding", 21, 4, r"is read as cp1252, where it is '\xe9'")),
    ("a.md", b"---\ntitle: Caf\xe9\n---\n\n" + BODY.encode() * 5, ("warning", "encoding", 2, 11, "0xe9")),
    ("a.txt", BODY.encode() + "“".encode()[:2], ("warning", "encoding", 2, 1, "0xe2")),
    ("a.txt", "“a”\n".encode() * 9 + b"\xff", ("error", "encoding", 10, 1, "0xff")),
    ("a.txt", BODY.encode() + b"\xed\xa0\x80\n", ("error", "encoding", 2, 1, "0xed")),
    ("a.txt", BODY.encode("utf-16") + b"x", ("error", "encoding", 2, 1, "utf-16")),
    ("a.txt", BODY.encode("utf-16-le"), ("error", "encoding", 1, 2, "NUL")),
    ("a.html", b"<html></html>", ("error", "front-matter", 1, 1, "no main text")),
    ("a.html", b"<html><body>" + b"<div>" * 50_000 + STORY.encode(), ("error", "front-matter", 1, 1, "no main text")),
    ("a.html", b"<!--" * 100_000, ("error", "front-matter", 1, 1, "no main text")),
    ("a.html", b"<" * 500_000, ("error", "front-matter", 1, 1, "no main text")),
    ("a.html", page("<title><script>alert(1)</script></title>", STORY), ("warning", "markup", 1, 20, "plain text")),
    ("CON.md", matter("title: A"), ("error", "file-name", 1, 1, "Windows")),
    ("lpt1.report.txt", BODY.encode(), ("error", "file-name", 1, 1, "Windows")),
    ("a\u202egpj.md", matter("title: A"), ("error", "file-name", 1, 1, r"'a\u202egpj' with U+202E")),
    ("n\u0430me.md", matter("title: A"), ("error", "file-name", 1, 1, "U+0430 CYRILLIC SMALL LETTER A")),
    ("a\nb.md", matter("title: A"), ("error", "file-name", 1, 1, r"'a\nb'")),
    ("-rf.md", matter("title: A"), ("error", "file-name", 1, 1, "'-rf'")),
    ("$(ls).md", matter("title: A"), ("error", "file-name", 1, 1, "DOLLAR SIGN")),
    ("::error::x.md", matter("title: A"), ("error", "file-name", 1, 1, "COLON")),
    ("x" * 240 + ".md", matter("title: A"), ("error", "file-name", 1, 1, "240 characters")),
    ("a.exe", b"MZ", ("error", "file-name", 1, 1, "'.exe'")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "told"), FILES)
def test_harm_is_told_where_it_stands(tmp_path: Path, name: str, content: bytes, told: tuple[str, str, int, int, str]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    start = time.monotonic()
    read = inspect_article(path, tmp_path)
    assert time.monotonic() - start < PATIENCE
    found = [(each.severity, each.check, each.line, each.position, each.message) for each in read.issues]
    assert any(each[:4] == told[:4] and told[4] in each[4] for each in found), found
    assert all(each.hint and each.message.isprintable() for each in read.issues)


HONEST = [
    matter("title: The €10m question — “why now?”"),
    matter("title: -30 degrees on the front"),
    matter("title: '- What we know: the strike (so far)'"),
    matter("publisher: '@warmonitor'"),
    matter("title: AT&T cut off; 5 < 7 and a > b"),
    matter("title: 'New data: 300 dead'"),
    matter("title: Zoë, Đorđe and Naïve café owners wait"),
    matter("title: Київ і Одеса", BODY),
    matter("title: A", "A soft\u00adhyphen, a no-break\u00a0space, a \U0001f469\u200d\U0001f692 and the T-72 (Т-72).\n"),
    matter("published_on: 2024-03-04T23:59:60+05:30"),
    matter("published_on: 2024-03-04 08:30 UTC"),
    matter("published_on: 2024-03-04 8:30:00.5Z"),
    matter("url: https://paper.example/a?b=1&copy=2;data:x"),
    b"\xef\xbb\xbf\xef\xbb\xbf" + matter("title: Marked twice"),
    b"---\n---\n\n" + BODY.encode(),
    BODY.encode("utf-16"),
]


@pytest.mark.parametrize("content", HONEST)
def test_honest_files_are_read_without_a_word(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    read = inspect_article(path, tmp_path)
    assert read.article is not None and not read.article.body.startswith("---")
    assert [each.message for each in read.issues] == []


LONG = [BODY.encode().strip() * 15_000, *(b * 500_000 for b in (b"a", b"[", b"*_", b"1,", b"(")), b"\n-" * 100_000]


@pytest.mark.parametrize("content", LONG)
def test_a_megabyte_in_one_line_is_read_in_linear_time(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    start = time.monotonic()
    article = inspect_article(path, tmp_path).article
    assert article is not None and article.is_long == (len(article.body) > 200_000)
    text = clean(article).text
    assert len(text) == len(article.body) and max(map(len, text.split()), default=0) <= 1_000
    assert time.monotonic() - start < PATIENCE


def test_links_pipes_and_folders_are_told_and_never_followed(tmp_path: Path) -> None:
    raw, secret = tmp_path / "raw", tmp_path / "secret"
    raw.mkdir()
    secret.mkdir()
    (secret / "key.md").write_text("The secret word is swordfish, which nobody may read.\n")
    (raw / "linked").symlink_to(secret)
    (raw / "up").symlink_to("..")
    (raw / "key.md").symlink_to(secret / "key.md")
    (raw / "zero.txt").symlink_to("/dev/zero")
    (raw / "loop.txt").symlink_to("loop.txt")
    (raw / "own.txt").write_text("A short text about a river and its bridge.\n")
    (raw / "twice.txt").symlink_to("own.txt")
    (raw / "folder.md").mkdir()
    os.mkfifo(raw / "pipe.md")
    articles, issues = read_articles(raw)
    assert [each.article_id for each in articles] == ["own"] and "swordfish" not in str(issues)
    found = {Path(issue.file or "").name: (issue.severity, issue.check, issue.line) for issue in issues}
    assert found == dict.fromkeys(["linked", "up", "key.md", "zero.txt", "loop.txt", "twice.txt", "pipe.md"], ("error", "file-name", 1))
