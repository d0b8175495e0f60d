"""The codings that lie beside the articles of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newspkg.coding.coding import Coding
from newspkg.coding.form import Form
from newspkg.coding.load import inspect_coding
from newspkg.coding.values import shown
from newspkg.errors import DataError
from newspkg.model import Issue, RawArticle

SUFFIXES = (".coding.yaml", ".coding.yml")


@dataclass(frozen=True, slots=True)
class CodingFile:
    """A coding and the file that it was read from."""

    path: str
    coding: Coding


def read_codings(
    folder: Path, articles: Sequence[RawArticle], text_of: Callable[[RawArticle], str], form: Form
) -> tuple[dict[str, CodingFile], list[Issue]]:
    """The codings below `folder` by article id, and every fault; `text_of` gives the text that an article's spans are sought in.

    Raises EnvironmentFault where a file can't be read.
    """
    by_id = {article.article_id: article for article in articles}
    found: dict[str, CodingFile] = {}
    issues: list[Issue] = []
    for path in coding_files(folder):
        fault = _misplaced(path, folder, by_id, found)
        if fault:
            issues.append(fault)
            continue
        coding, faults = read_coding(path, text_of(by_id[article_of(path)]), form)
        issues += faults
        if coding is not None:
            found[article_of(path)] = CodingFile(str(path), coding)
    return found, issues


def coding_files(folder: Path) -> Iterator[Path]:
    """Every coding below a folder, by path; hidden folders are left out."""
    for path in sorted(folder.rglob("*")):
        if path.name.lower().endswith(SUFFIXES) and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def article_of(path: Path) -> str:
    """The id of the article that a coding's file name names."""
    return path.name[: -len(next(suffix for suffix in SUFFIXES if path.name.lower().endswith(suffix)))]


def read_coding(path: Path, text: str, form: Form) -> tuple[Coding | None, list[Issue]]:
    """One coding, None where it is at fault, and all its issues."""
    try:
        coding, issues = inspect_coding(path, text, form)
    except DataError as fault:
        return None, list(fault.issues)
    if coding.article_id != article_of(path):
        message = f"article: {shown(coding.article_id)}; {article_of(path)} is expected, as the file is named"
        issues.append(Issue("coding", "error", message, "name the article whose file lies beside it", str(path), coding.spot))
    return (None if any(issue.is_error for issue in issues) else coding), issues


def _misplaced(path: Path, folder: Path, articles: dict[str, RawArticle], found: dict[str, CodingFile]) -> Issue | None:
    name = article_of(path)
    if path.is_symlink() and not path.exists():  # where it leads in a circle, asking for the place itself would fail
        return Issue("file-name", "error", "a link that leads nowhere", "put the file itself into the folder", str(path))
    if not path.resolve().is_relative_to(folder.resolve()):
        return Issue("file-name", "error", f"a link that leads out of {folder}", "put the file itself into the folder", str(path))
    if not path.is_file():
        return Issue("file-name", "error", "something that is no regular file", "remove it", str(path))
    if name in found:
        return Issue("file-name", "error", f"a second coding of {name}", f"keep this one or {found[name].path}", str(path))
    if name not in articles:
        message = f"a coding of {shown(name)}, of which there is no article"
        return Issue("file-name", "error", message, f"put {name}.md, .txt or .html beside it, or rename the coding", str(path))
    if articles[name].duplicate_of:
        message = f"a coding of a near copy of {articles[name].duplicate_of}; it is not used"
        return Issue("coding", "warning", message, f"code {articles[name].duplicate_of}", str(path))
    return None
