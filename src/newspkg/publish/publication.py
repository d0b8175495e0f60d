"""From checked tables to a published version: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from newspkg.errors import DataError, EnvironmentFault
from newspkg.files import machine_faults
from newspkg.model import Issue
from newspkg.model.context import BuildContext
from newspkg.model.release import Release
from newspkg.publish.bundle import in_order, write_bundle
from newspkg.publish.index import retractions, versions, write_index
from newspkg.publish.lock import only_builder
from newspkg.publish.moment import created
from newspkg.publish.staging import clean_leftovers, put_in_place, staged
from newspkg.specs import PackageSpec

Checks = Callable[[Path], list[Issue]]


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it: the folder of `version`, whether it `is_new`, what it changes, and the warnings of the checks."""

    folder: Path
    version: str
    is_new: bool
    summary: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


def publish(tables: Mapping[str, pa.Table], package: PackageSpec, context: BuildContext, release: Release, checks: Checks) -> Publication:
    """Publish `tables` as `release` below `context.out`.

    Raises DataError with every issue where a check finds an error, EnvironmentFault where the disk fails or another build is at work;
    then, as after a kill at any moment, nothing of it is published.
    """
    home = context.out / package.name
    with machine_faults("publishing", home), _held(home):
        clean_leftovers(home)
        _still_latest(home, release)
        retractions(home)  # a broken index stops the build before anything is published
        issues = _publish_new(home, tables, package, context, release, checks) if release.is_new else ()
        write_index(home)
    return Publication(home / release.version, release.version, release.is_new, release.changes, issues)


@contextmanager
def _held(home: Path) -> Iterator[None]:
    """The folder of the data set, made where there is none and, if nothing comes of it, removed again."""
    home.mkdir(parents=True, exist_ok=True)
    try:
        with only_builder(home):
            yield
    finally:
        with suppress(OSError):
            home.rmdir()  # fails, as it should, where anything is in it


def _still_latest(home: Path, release: Release) -> None:
    """Another build may have published since the release was computed."""
    there = versions(home)
    if (there[-1] if there else None) != release.previous or (release.is_new and (home / release.version).exists()):
        found = there[-1] if there else "no version"
        raise EnvironmentFault(f"{home}: another build published meanwhile ({found} is there); nothing was published. Run it again")


def _publish_new(
    home: Path, tables: Mapping[str, pa.Table], package: PackageSpec, context: BuildContext, release: Release, checks: Checks
) -> tuple[Issue, ...]:
    ordered = in_order(tables, package)
    with staged(home, release.version) as folder:
        write_bundle(folder, ordered, package, release, created(ordered, context.source_date_epoch))
        issues = tuple(checks(folder))
        if errors := sum(issue.is_error for issue in issues):
            raise DataError(f"{release.version} was not published: the checks found {errors} error{'s' * (errors > 1)}", issues)
        put_in_place(folder, home / release.version)
    return issues
