"""Which version a word on the command line means, and what its readers must be told."""

from __future__ import annotations

from pathlib import Path

import click

from newspkg.cli.running import visible
from newspkg.errors import UsageError


def found_version(told: str, out: Path) -> Path:
    """A folder as it is; else the version of that name (or `latest`, or NAME/VERSION) below `out`. Raises UsageError."""
    if Path(told).is_dir():
        return Path(told)
    if (out / told / "datapackage.json").is_file():
        return out / told
    home, names = data_set(out)
    name = standing(home, names)[-1] if told == "latest" else told
    if name not in names:
        raise UsageError(f"{told!r} is neither a folder nor a version of {home.name}; there are {', '.join(names)}")
    return home / name


def newest(out: Path) -> Path:
    """The newest version of the one data set under `out`; one that was retracted only where all were."""
    home, names = data_set(out)
    return home / standing(home, names)[-1]


def data_set(out: Path) -> tuple[Path, list[str]]:
    """The one data set under `out`, and its versions. Raises UsageError where there is none, or several."""
    from newspkg.history import versions

    found = [(home, versions(home)) for home in sorted(out.iterdir() if out.is_dir() else ()) if home.is_dir()]
    found = [(home, names) for home, names in found if names]
    if len(found) != 1:
        raise UsageError(f"{out}: {len(found)} data sets with a version; name the folder of a version")
    return found[0]


def standing(home: Path, names: list[str]) -> list[str]:
    from newspkg.history import retraction

    return [name for name in names if retraction(home / name) is None] or names


def warn_of_retraction(*folders: Path) -> None:
    """Say on stderr which of the versions were withdrawn, and why."""
    from newspkg.history import retraction

    for folder in folders:
        reason = retraction(folder)
        if reason is not None:
            click.echo(f"newspkg: {visible(f'{folder} was retracted: {reason}')}", err=True)
