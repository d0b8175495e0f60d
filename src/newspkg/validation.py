"""Everything a contribution can contain, checked: articles, codings, schemas, codelists, bundles, any table with a schema."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newspkg.bundles import is_version, lost, undescribed, versions_below
from newspkg.errors import DataError, EnvironmentFault
from newspkg.model import Checked, Issue
from newspkg.specs.home import own_schemas
from newspkg.text import Spot


@dataclass
class Findings:
    """Every issue, and what was checked by what."""

    issues: list[Issue] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)

    def add(self, path: Path, by: str, what: str, issues: Iterable[Issue]) -> None:
        self.issues += issues
        self.checked.append(Checked(str(path), by, what))


def validate(paths: Iterable[Path]) -> list[Issue]:
    """Every issue of the files and folders named; each kind is known by what the folder holds or how the file ends."""
    return inspect(paths).issues


def inspect(paths: Iterable[Path]) -> Findings:
    """Like `validate`, with what was checked by what. Raises EnvironmentFault where a file can't be read."""
    found = Findings()
    for path in paths:
        try:
            _inspect(path, found)
        except DataError as fault:  # what all else hangs on is told, and the next path looked at
            found.issues += fault.issues
    found.issues = list(dict.fromkeys(found.issues))
    return found


def _inspect(path: Path, found: Findings) -> None:
    if not path.exists() and not path.is_symlink():
        raise EnvironmentFault(f"{path}: there is no such file or folder")
    if not path.is_dir():
        _file(path, found)
    elif is_version(path):
        _bundle(path, found)
    elif (path / "codelists").is_dir() or (path / "datapackage.json").is_file():
        _schemas(path, found)
    elif bundles := versions_below(path):
        found.issues += lost(path)
        for bundle in bundles:
            _bundle(bundle, found)
    else:
        _articles(path, found)


def _file(path: Path, found: Findings) -> None:
    if path.suffix == ".csv":
        from newspkg.check import check_codelist

        found.add(path, "the compiled checks", "all rows against the schema beside the file", check_codelist(path))
    elif path.name == "datapackage.json":
        _described(path, found)
    elif path.suffix == ".json":
        _schema(path, found)
    elif path.name.lower().endswith((".coding.yaml", ".coding.yml")):
        found.add(path, "newspkg", "the coding and its spans in the article", _coding(path))
    else:
        from newspkg.ingest import inspect_article

        found.add(path, "newspkg", "the article", inspect_article(path).issues)


def _described(path: Path, found: Findings) -> None:
    """A data package: a version of ours, the template of a data set, or a stranger's."""
    home = path.parent
    if (home / "data").is_dir():
        _bundle(home, found)
    elif (home / "codelists").is_dir():
        _schemas(home, found)
    else:
        _package(path, found)


def _package(path: Path, found: Findings) -> None:
    """What is told of a file's hash already is not told again."""
    from newspkg.check import check_described

    described, told = check_described(path), {issue.file for issue in found.issues if issue.check == "hash"}
    found.issues += [issue for issue in described.issues if issue.check not in ("bytes", "hash") or issue.file not in told]
    found.checked += described.checked


def _bundle(path: Path, found: Findings) -> None:
    if missing := list(undescribed(path)):
        found.add(path, "newspkg", "the version", missing)
        return
    from newspkg.proof import prove_beside

    what = "hashes, index, keys, CSV against Parquet, the README's dictionary"
    found.add(path, "newspkg verify", what, prove_beside(path))
    _package(path / "datapackage.json", found)


def _schemas(path: Path, found: Findings) -> None:
    from newspkg.check import check_codelists, check_schemas

    found.add(path, "newspkg and frictionless", "the Table Schemas", check_schemas(path))
    found.add(path / "codelists", "the compiled checks", "all rows against the schemas beside the codelists", check_codelists(path))


def _schema(path: Path, found: Findings) -> None:
    from newspkg.check import check_schemas
    from newspkg.check.codelists import read_codelist_schema

    if path.name.endswith(".schema.json"):
        beside = path.with_name(path.name.removesuffix(".schema.json") + ".csv")
        found.add(path, "newspkg", "the Table Schema of a codelist", read_codelist_schema(beside)[1])
    else:
        faults = (issue for issue in check_schemas(path.parent) if issue.file is None or Path(issue.file).name == path.name)
        found.add(path, "newspkg and frictionless", "the Table Schema", faults)


def _articles(folder: Path, found: Findings) -> None:
    from newspkg.coding import coding_files, form_of, read_codings
    from newspkg.ingest import coded_text, read_articles

    articles, issues = read_articles(folder)
    found.add(folder, "newspkg", "the articles", issues)
    if any(True for _ in coding_files(folder)):
        faults = read_codings(folder, articles, coded_text, form_of(own_schemas(folder)))[1]
        found.add(folder, "newspkg", "the codings and their spans", faults)


def _coding(path: Path) -> list[Issue]:
    from newspkg.coding import article_of, form_of, read_coding
    from newspkg.ingest import MEDIA_TYPES, coded_text, inspect_article

    beside = (path.with_name(article_of(path) + suffix) for suffix in MEDIA_TYPES)
    article = next((inspect_article(each).article for each in beside if each.is_file()), None)
    if path.is_symlink() or article is None:
        message = f"a coding without a readable article {article_of(path)!r} beside it; expected one"
        return [Issue("file-name", "error", message, "put the article beside it, and neither as a link", str(path), Spot(1, 1))]
    return read_coding(path, coded_text(article), form_of(own_schemas(path)))[1]
