"""Raw files to articles: metadata, encodings, faults with their lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newspkg.errors import DataError, EnvironmentFault
from newspkg.ingest import inspect_article, read_article
from newspkg.model import RawArticle

BODY = "The river town was quiet and the bridge was closed, said the mayor’s office.\n"


def made(folder: Path, content: str | bytes, name: str = "a1.md") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def faults(path: Path, root: Path | None = None) -> list[tuple[str, int | None, str]]:
    return [(issue.check, issue.line, issue.severity) for issue in inspect_article(path, root).issues]


def test_front_matter_is_read_and_one_blank_line_after_it_swallowed(tmp_path: Path) -> None:
    content = f"---\ntitle: 'Quiet: a town'\npublished_on: 2024-03-02\nurl: https://example.org/a\nlanguage: en-GB\n---\n\n\n{BODY}"
    article = read_article(made(tmp_path, content), tmp_path)
    assert article.body == "\n" + BODY
    assert (article.title, article.published_on, article.language, article.body_line) == ("Quiet: a town", date(2024, 3, 2), "en", 8)
    assert (article.article_id, article.path, article.media_type) == ("a1", "a1.md", "text/markdown")


def test_without_front_matter_the_title_is_a_first_line_that_is_a_heading(tmp_path: Path) -> None:
    assert read_article(made(tmp_path, f"Quiet on the river\n{BODY}", "a.txt")).title == "Quiet on the river"
    assert read_article(made(tmp_path, BODY, "b.txt")).title is None


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("published_on: 2024-02-30", "error"),
        ("published_on: soon", "error"),
        ("url: javascript:alert(1)", "error"),
        ("language: English", "error"),
        ("title: a\ntitle: b", "error"),
        ("title: [a, b]", "error"),
        ("title: &a b", "error"),
        ("title: *a", "error"),
        ("title: !!python/object:os.system x", "error"),
        ("title: 'open", "error"),
        ("- a list", "error"),
        ("puplisher: The Post", "warning"),
        ("tags: [a, b]", "warning"),
    ],
)
def test_faults_of_front_matter_have_a_line(tmp_path: Path, line: str, severity: str) -> None:
    found = faults(made(tmp_path, f"---\nlicense: MIT\n{line}\n---\n\n{BODY}"))
    assert [each[2] for each in found] == [severity]
    assert found[0][0] == "front-matter"
    assert found[0][1] == 3 + line.count("\n")


def test_an_unknown_key_is_met_with_the_key_that_was_meant(tmp_path: Path) -> None:
    (issue,) = inspect_article(made(tmp_path, f"---\npuplisher: The Post\n---\n\n{BODY}")).issues
    assert issue.hint == "did you mean `publisher`?"


def test_a_yaml_bomb_does_nothing(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(50))
    assert faults(made(tmp_path, f"---\n{bomb}---\n\n{BODY}")) == [("front-matter", 2, "error")]
    assert faults(made(tmp_path, f"---\ntitle: {'[' * 5000}\n---\n\n{BODY}"))[0][2] == "error"
    assert faults(made(tmp_path, f"---\ntitle: {'x' * 70_000}\n---\n\n{BODY}")) == [("front-matter", 1, "error")]


def test_front_matter_that_never_ends_is_a_fault(tmp_path: Path) -> None:
    assert faults(made(tmp_path, f"---\ntitle: x\n\n{BODY}")) == [("front-matter", 1, "error")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_give_the_same_article(tmp_path: Path, encoding: str) -> None:
    text = BODY * 3 + "Café owners waited – and “left”.\n"
    article = read_article(made(tmp_path, text.replace("\n", "\r\n").encode(encoding)))
    assert article.body == text
    assert article.sha256 == read_article(made(tmp_path, text, "b.md")).sha256


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b" \n\n", 1), (b"one\ntwo\0", 2), (b"%PDF-1.7 x", 1), ("“a”\n".encode() * 9 + b"\xff", 10), (b"\xff\xfea", 1)],
)
def test_what_is_no_text_is_a_clear_fault(tmp_path: Path, content: bytes, line: int) -> None:
    with pytest.raises(DataError) as caught:
        read_article(made(tmp_path, content))
    assert [issue.line for issue in caught.value.issues] == [line]
    assert caught.value.issues[0].hint


def test_names_and_links_that_lead_astray_are_refused(tmp_path: Path) -> None:
    home = tmp_path / "raw"
    home.mkdir()
    outside = made(tmp_path, BODY, "secret.txt")
    (home / "link.txt").symlink_to(outside)
    assert faults(home / "link.txt", home) == [("file-name", 1, "error")]
    for name, target in (("gone.txt", "nowhere.txt"), ("loop.txt", "loop.txt")):
        (home / name).symlink_to(target)
        assert faults(home / name, home) == [("file-name", 1, "error")]
    assert faults(made(home, BODY, "a\u202eb.txt"), home) == [("file-name", 1, "error")]
    assert faults(made(home, BODY, "x" * 129 + ".txt"), home) == [("file-name", 1, "error")]
    assert faults(made(home, BODY, "a.docx"), home) == [("file-name", 1, "error")]


def test_a_missing_file_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be read"):
        read_article(tmp_path / "none.txt")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    assert faults(path) == [("file-size", 1, "error")]


def test_other_languages_are_told(tmp_path: Path) -> None:
    french = "Le maire de la ville a déclaré que le pont était fermé depuis lundi et que les habitants devaient attendre. " * 3
    article = read_article(made(tmp_path, french))
    assert (article.language, article.is_english) == ("fr", False)
    assert read_article(made(tmp_path, "Міст у місті закрито з понеділка, повідомив мер. " * 5)).language == "uk"
    assert read_article(made(tmp_path, "Bridge closed")).is_english


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from([b"", b"---\n", b"---\ntitle: ", b"\xff\xfe", b"\xef\xbb\xbf"]),
    tail=st.sampled_from([b"", b"\n---\n\nText."]),
)
def test_no_bytes_break_the_reader(tmp_path: Path, data: bytes, head: bytes, tail: bytes) -> None:
    path = made(tmp_path, head + data + tail)
    try:
        assert isinstance(read_article(path), RawArticle)
    except DataError as fault:
        assert fault.issues
