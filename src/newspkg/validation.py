"""Everything a contribution can contain, checked: articles, schemas, codelists, bundles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newspkg.errors import EnvironmentFault
from newspkg.model import Issue


def validate(paths: Iterable[Path]) -> list[Issue]:
    """Every issue of the files and folders named; each kind is known by what the folder holds or how the file ends."""
    return [issue for path in paths for issue in _of(path)]


def _of(path: Path) -> Iterator[Issue]:
    if not path.exists():
        raise EnvironmentFault(f"{path}: there is no such file or folder")
    if path.is_file():
        yield from _file(path)
    elif (path / "datapackage.json").is_file() and (path / "data").is_dir():
        yield from _bundle(path)
    elif (path / "datapackage.json").is_file() or (path / "codelists").is_dir():
        from newspkg.check import check_codelists, check_schemas

        yield from (*check_schemas(path), *check_codelists(path))
    elif bundles := sorted(each.parent for each in path.glob("**/datapackage.json") if (each.parent / "data").is_dir()):
        for bundle in bundles:
            yield from _bundle(bundle)
    else:
        from newspkg.ingest import read_articles

        yield from read_articles(path)[1]


def _file(path: Path) -> Iterator[Issue]:
    if path.suffix == ".csv":
        from newspkg.check import check_codelist

        yield from check_codelist(path)
    elif path.name == "datapackage.json":
        yield from _of(path.parent)
    elif path.suffix == ".json":
        from newspkg.check import check_schemas

        home = path.parent.parent if path.parent.name == "codelists" else path.parent
        yield from (issue for issue in check_schemas(home) if issue.file is None or Path(issue.file).name == path.name)
    else:
        from newspkg.ingest import inspect_article

        yield from inspect_article(path).issues


def _bundle(path: Path) -> Iterator[Issue]:
    from newspkg.check import check_bundle
    from newspkg.history import verify

    yield from (*verify(path), *check_bundle(path))
