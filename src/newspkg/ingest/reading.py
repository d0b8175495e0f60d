"""One raw file to a RawArticle, with every fault at its line."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from newspkg.errors import DataError, EnvironmentFault
from newspkg.ingest import frontmatter, html
from newspkg.ingest.encoding import Undecodable, decode
from newspkg.ingest.hostile import harmless, one_line
from newspkg.ingest.metadata import URL, described
from newspkg.model import Issue, RawArticle
from newspkg.text import Spot

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}
LIMIT = 64 * 1024 * 1024  # bytes
STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file: the article, None where the file is at fault, and all issues."""

    article: RawArticle | None
    issues: tuple[Issue, ...]


def read_article(path: Path, root: Path | None = None) -> RawArticle:
    """The article of one file; `root` is the folder that it must lie in and that its `path` is relative to.

    Raises DataError with every fault of the file, EnvironmentFault where it can't be read.
    """
    read = inspect_article(path, root)
    errors = [issue for issue in read.issues if issue.is_error]
    if errors or read.article is None:
        first = errors[0]
        raise DataError(f"{first.file}:{first.line or 1}: {first.message}; {first.hint}", errors)
    return read.article


def inspect_article(path: Path, root: Path | None = None) -> Read:
    """Like `read_article`, with faults and warnings as issues. Raises EnvironmentFault where the file can't be read."""
    fault = _name_fault(path, root)
    if fault:
        return Read(None, (fault,))
    try:
        text = decode(_bytes(path), MEDIA_TYPES[path.suffix.lower()] == "text/html")
    except Undecodable as bad:
        return Read(
            None, (Issue("encoding", "error", f"{bad.found}; text in UTF-8 is expected", bad.hint, str(path), bad.line or Spot(1, 1)),)
        )
    except DataError as bad:
        return Read(None, bad.issues)
    return _from_text(path, root, text)


def _name_fault(path: Path, root: Path | None) -> Issue | None:
    if path.suffix.lower() not in MEDIA_TYPES:
        message = f"the suffix {one_line(path.suffix) or '(none)'}; {', '.join(MEDIA_TYPES)} are read"
        return Issue("file-name", "error", message, "rename or remove the file", str(path))
    if not STEM.fullmatch(path.stem):
        hint = "use at most 128 Latin letters, figures, and . _ - after a letter or figure"
        return Issue("file-name", "error", f"the name `{one_line(path.stem)[:60]}`, which can't be an article's id", hint, str(path))
    if path.is_symlink() and not path.exists():  # where it leads in a circle, asking for the place itself would fail
        return Issue("file-name", "error", "a link that leads nowhere", "put the file itself into the folder", str(path))
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        return Issue("file-name", "error", f"a file or link that leads out of {root}", "put the file itself into the folder", str(path))
    return None


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise DataError("no file", [Issue("file-name", "error", "something that is no regular file", "remove it", str(path))])
        size = path.stat().st_size
        if size > LIMIT:
            message = f"{size:,} bytes; at most {LIMIT:,} are read"
            raise DataError(message, [Issue("file-size", "error", message, "split the file into its articles", str(path))])
        return path.read_bytes()
    except OSError as fault:
        reason = os.strerror(fault.errno or 0)
        raise EnvironmentFault(f"{path}: can't be read ({reason}); check that it is there and that you may read it") from fault


def _from_text(path: Path, root: Path | None, text: str) -> Read:
    media_type = MEDIA_TYPES[path.suffix.lower()]
    source, body, line = (None, text, 1) if media_type == "text/html" else frontmatter.split(text)
    matter = frontmatter.read(source, "" if media_type == "text/html" else text)
    shown = body
    if media_type == "text/html":
        shown = _page_text(matter, body)
    elif not harmless(body).strip():
        matter.fault("an article without text", "write the text after the front matter, or remove the file", Spot(line, 1))
    article = RawArticle(path.stem, _relative(path, root), body, sha256_of(body), line, media_type, word_count=len(shown.split()))
    article = described(article, matter, shown)
    issues = tuple(replace(issue, file=str(path)) for issue in matter.issues)
    return Read(None if any(issue.is_error for issue in issues) else article, issues)


def _page_text(matter: frontmatter.FrontMatter, source: str) -> str:
    if len(source) > html.LIMIT:
        matter.fault(f"a page of {len(source):,} characters; at most {html.LIMIT:,} are read", "cut it down to the article", Spot(1, 1))
        return ""
    page = html.extract(source)
    if not page.text.strip():
        matter.fault("a page in which no main text is found", "keep the article as .md or .txt instead (newspkg add)", Spot(1, 1))
    values = {key: getattr(page, key) for key in ("title", "publisher", "url", "published_on", "license")}
    matter.values.update({key: value for key, value in values.items() if value and (key != "url" or URL.fullmatch(value))})
    return page.text


def sha256_of(body: str) -> str:
    """The SHA-256 of a body's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def _relative(path: Path, root: Path | None) -> str:
    if root is None:
        return path.name
    whole, home = path.resolve(), root.resolve()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else path.name
