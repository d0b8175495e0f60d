"""A folder of raw files to its articles and the faults met."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from newspkg.errors import EnvironmentFault
from newspkg.ingest.copies import mark_copies
from newspkg.ingest.known import Known
from newspkg.ingest.prints import Prints
from newspkg.ingest.reading import MEDIA_TYPES
from newspkg.ingest.shelf import Articles, Bodies
from newspkg.model import Issue, RawArticle
from newspkg.text import Spot

CODING = (".coding.yaml", ".coding.yml")


def read_articles(folder: Path) -> tuple[list[RawArticle], list[Issue]]:
    """All articles of a folder by id, near copies marked, and every issue met, by file.

    Of articles with one id (also where only case or suffix differ) none is kept but the first. Raises EnvironmentFault where the folder
    or a file can't be read.
    """
    issues: list[Issue] = []
    found = sorted(_read(folder, issues), key=lambda article: article.article_id)
    return mark_copies(found), issues


def shelve_articles(folder: Path, kept: MutableMapping[str, bytes] | None = None) -> tuple[Articles, list[Issue]]:
    """The same, with the bodies on disk. `kept` keeps what files without a fault said, and the prints by which near copies are found."""
    issues: list[Issue] = []
    bodies, prints = Bodies(), Prints(kept)
    found = []
    for article in _read(folder, issues, kept):
        prints.add(article)
        found.append(bodies.put(article))
    order = sorted(range(len(found)), key=lambda number: found[number].article_id)
    copies = mark_copies(found, prints)
    return Articles([copies[number] for number in order], bodies), issues


def _read(folder: Path, issues: list[Issue], kept: MutableMapping[str, bytes] | None = None) -> Iterator[RawArticle]:
    """The articles by path."""
    paths: dict[str, Path] = {}
    known = Known(folder, kept)
    for path in article_paths(folder, issues):
        key = path.stem.casefold()
        if key in paths:
            issues.append(_same_name(path, paths[key]))
            continue
        paths[key] = path
        read = known.read(path)
        issues.extend(read.issues)
        if read.article is not None:
            yield read.article


def article_paths(folder: Path, issues: list[Issue] | None = None) -> Iterator[Path]:
    """The articles' files below `folder` in the order of their paths; what is none of ours is added to `issues` as a warning."""
    if not folder.is_dir():
        raise EnvironmentFault(f"{folder}: there is no such folder; name the one that holds the articles")
    for home, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if issues is not None:
            issues.extend(_linked(Path(home, name)) for name in folders if Path(home, name).is_symlink())
        for name in sorted(names):
            path = Path(home, name)
            if name.startswith(".") or name.lower().endswith(CODING) or name.lower() == "readme.md":
                continue
            if path.suffix.lower() in MEDIA_TYPES:
                yield path
            elif issues is not None:
                message = f"a file that is no article ({', '.join(MEDIA_TYPES)} are read)"
                issues.append(Issue("file-name", "warning", message, "rename or remove it", str(path), Spot(1, 1)))


def _same_name(path: Path, first: Path) -> Issue:
    message = f"the id of {first.name} again; ids differ in more than case and suffix"
    return Issue("file-name", "error", message, "rename one of the two", str(path), Spot(1, 1))


def _linked(path: Path) -> Issue:
    message = "a folder that is a symbolic link; nothing below it is read"
    return Issue("file-name", "error", message, "put the folder itself there, or remove the link", str(path), Spot(1, 1))


def _unreadable(fault: OSError) -> None:
    raise EnvironmentFault(f"{fault.filename}: can't be read ({fault.strerror}); check that you may read it") from fault
