"""One raw file to a RawArticle, with every fault at its line."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from newspkg.errors import DataError, EnvironmentFault
from newspkg.ingest import frontmatter, html
from newspkg.ingest.encoding import Decoded, Undecodable, decode
from newspkg.ingest.hostile import harmless
from newspkg.ingest.metadata import URL, described
from newspkg.ingest.names import name_fault
from newspkg.ingest.overlooked import look_through
from newspkg.model import Issue, RawArticle
from newspkg.text import Lines, Spot

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}
LIMIT = 64 * 1024 * 1024  # bytes
LONG = 200_000  # characters of a text: thirty thousand words, for which the parser alone may take gigabytes


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
    fault = name_fault(path, root, MEDIA_TYPES)
    if fault:
        return Read(None, (fault,))
    try:
        found = decode(_bytes(path), MEDIA_TYPES[path.suffix.lower()] == "text/html")
    except Undecodable as bad:
        return Read(
            None, (Issue("encoding", "error", f"{bad.found}; text in UTF-8 is expected", bad.hint, str(path), bad.line or Spot(1, 1)),)
        )
    except DataError as bad:
        return Read(None, bad.issues)
    read = _from_text(path, root, found.text)
    return read if found.doubt is None else Read(read.article, (_doubt(found, path), *read.issues))


def _doubt(found: Decoded, path: Path) -> Issue:
    hint = "save the file as UTF-8, and see that its letters read right"
    return Issue("encoding", "warning", f"{found.doubt}; text in UTF-8 is expected", hint, str(path), found.at)


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise DataError(
                "no file", [Issue("file-name", "error", "something that is no regular file", "remove it", str(path), Spot(1, 1))]
            )
        size = path.stat().st_size
        if size > LIMIT:
            message = f"{size:,} bytes; at most {LIMIT:,} are read"
            raise DataError(message, [Issue("file-size", "error", message, "split the file into its articles", str(path), Spot(1, 1))])
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
    look_through(matter, shown, body, line)
    if len(shown) > LONG:
        told = f"a text of {len(shown):,} characters, which is recorded and not extracted; expected at most {LONG:,}"
        matter.fault(told, "split the file into its articles", Spot(line, 1), "warning", "file-size")
    article = RawArticle(path.stem, _relative(path, root), body, sha256_of(body), line, media_type, is_long=len(shown) > LONG)
    article = described(replace(article, word_count=len(shown.split())), matter, shown)
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
    lines = Lines(source)
    matter.spots.update({key: lines.spot(max(source.find(value), 0)) for key, value in matter.values.items() if value})
    return page.text


def sha256_of(body: str) -> str:
    """The SHA-256 of a body's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def _relative(path: Path, root: Path | None) -> str:
    if root is None:
        return path.name
    whole, home = path.resolve(), root.resolve()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else path.name
