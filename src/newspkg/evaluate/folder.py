"""Every coded article of a folder, read and scored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newspkg.coding import load_coding
from newspkg.errors import DataError, UsageError
from newspkg.evaluate.report import Report
from newspkg.evaluate.score import score
from newspkg.evaluate.tally import Scores
from newspkg.ingest import MEDIA_TYPES, read_article
from newspkg.model import RawArticle, Records

CODINGS = (".coding.yaml", ".gold.yaml")


def coding_paths(folder: Path) -> list[Path]:
    """The coding files below a folder, sorted. Raises UsageError where there is none."""
    paths = sorted(path for path in folder.rglob("*.yaml") if path.name.endswith(CODINGS))
    if not paths:
        raise UsageError(f"{folder}: no coding found; files NAME.coding.yaml beside NAME.md are expected")
    return paths


def article_path(coding: Path) -> Path:
    stem = coding.name.removesuffix(CODINGS[0]).removesuffix(CODINGS[1])
    for suffix in MEDIA_TYPES:
        if (path := coding.with_name(stem + suffix)).exists():
            return path
    raise DataError(f"{coding}: no article {stem} beside it; a file {stem}.md, .txt or .html is expected")


def evaluate_folder(folder: Path, records_of: Callable[[RawArticle], Records]) -> Report:
    """The scores of every coded article of `folder`; `records_of` gives the records of one article read alone.

    Raises DataError where an article or a coding is at fault, UsageError where there is none.
    """
    scored: list[tuple[str, Scores]] = []
    for path in coding_paths(folder):
        article = read_article(article_path(path))
        scored.append((article.article_id, score(load_coding(path, article.body), records_of(article))))
    return Report(tuple(scored))
