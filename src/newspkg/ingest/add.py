"""An article from anywhere, brought into the form that `raw/` keeps: Markdown with front matter."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

from newspkg.errors import DataError
from newspkg.ingest import frontmatter, html
from newspkg.ingest.names import STEM
from newspkg.ingest.reading import read_article
from newspkg.model import Issue, RawArticle


def normalise(source: Path, name: str | None = None, **metadata: str | None) -> tuple[str, str]:
    """The file name and the content with which the HTML or text file `source` goes into `raw/`.

    `name` is the stem to use (made from day and title where none is given); `metadata` overrides what the file says, by front matter key.
    Raises DataError where the file is no readable article or the name can't be one, EnvironmentFault where it can't be read.
    """
    article = read_article(source)
    stem = name or _stem(article, source)
    if not STEM.fullmatch(stem):
        message = f"the name {stem[:60]!r}, which can't be an article's id"
        issue = Issue("file-name", "error", message, "use Latin letters, figures, . _ -", str(source))
        raise DataError(issue.message, [issue])
    text = html.extract(article.body).text if article.media_type == "text/html" else article.body
    values = _values(article) | {key: value for key, value in metadata.items() if value}
    return f"{stem}.md", written(values) + text.strip("\n") + "\n"


def _values(article: RawArticle) -> dict[str, str | None]:
    day = article.published_on.isoformat() if article.published_on else None
    values = {key: getattr(article, key) for key in frontmatter.KEYS}
    return values | {"published_on": day}


def _stem(article: RawArticle, source: Path) -> str:
    words = _plain(article.title or source.stem)
    day = f"{article.published_on.isoformat()}-" if article.published_on else ""
    return (day + "-".join(words.split("-")[:10]))[:80].strip("-") or "article"


def _plain(title: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def written(values: dict[str, str | None]) -> str:
    """Front matter that `frontmatter` reads back as `values`, keys in their usual order, those without a value left out."""
    lines = [f"{key}: {_quoted(values[key] or '')}" for key in frontmatter.KEYS if values.get(key)]
    return "---\n" + "\n".join(lines or ["title:"]) + "\n---\n\n"


def _quoted(value: str) -> str:
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ._/-]*|https?://[!-~]+", value) and not value.endswith((" ", ":")) and " #" not in value
    reserved = value.lower() in ("null", "true", "false", "yes", "no", "on", "off", "y", "n", "~")
    return value if plain and not reserved else json.dumps(value, ensure_ascii=False)
