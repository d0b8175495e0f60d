"""Where a version comes from: every article, every codelist, and what the template of the descriptor names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from newspkg.specs import Codelists, PackageSpec

OWN = "the codebook of this data set"  # a codelist that names no origin
MOST_ORIGINS = 8
MOST_ARTICLES = 1_000  # a longer list would drown the descriptor; the table of articles has them all


def sources(tables: Mapping[str, pa.Table], package: PackageSpec) -> list[dict[str, str]]:
    """The descriptor's `sources`: title and, where there is one, path (a URL, or a path in the repository of the data set)."""
    return [*package.descriptor.get("sources", ()), *_articles(tables), *_codelists(package)]


def _articles(tables: Mapping[str, pa.Table]) -> list[dict[str, str]]:
    table = tables.get("articles")
    if table is None:
        return []
    if table.num_rows > MOST_ARTICLES:
        return [{"title": f"{table.num_rows} articles", "path": "data/articles.csv"}]
    return [_article(row) for row in table.to_pylist()]


def _article(row: Mapping[str, Any]) -> dict[str, str]:
    title = row.get("title") or row["article_id"]
    named = f"{title} ({row['publisher']})" if row.get("publisher") else title
    path = row.get("url") or row.get("path")
    return {"title": named, "path": path} if path else {"title": named}


def _codelists(package: PackageSpec) -> list[dict[str, str]]:
    lists = Codelists(package.root)
    return [_codelist(lists, name) for name in lists.names()]


def _codelist(lists: Codelists, name: str) -> dict[str, str]:
    """A codelist by its title, with where its rows come from: what its column `source` says, else its schema's `sources`."""
    schema = _schema(lists.root / f"{name}.schema.json")
    told = sorted({row["source"] for row in lists.rows(name) if row.get("source")})
    origins = told or [each["title"] for each in schema.get("sources", ())] or [OWN]
    more = f"; and {len(origins) - MOST_ORIGINS} more" if len(origins) > MOST_ORIGINS else ""
    title = f"Codelist {name}: {schema.get('title', name)} (from {'; '.join(origins[:MOST_ORIGINS])}{more})"
    return {"title": title, "path": f"schemas/codelists/{name}.csv"}


def _schema(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
