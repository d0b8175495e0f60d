"""`index.json`: the versions of a data set, derived from the folders alone, so that it can always be made again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newspkg.errors import EnvironmentFault
from newspkg.files import replace_text, sha256_of

VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def versions(home: Path) -> list[str]:
    """The published versions below `home`, oldest first."""
    folders = home.iterdir() if home.is_dir() else ()
    found = [path.name for path in folders if VERSION.fullmatch(path.name) and (path / "datapackage.json").is_file()]
    return sorted(found, key=lambda name: tuple(map(int, name.split("."))))


def write_index(home: Path, retracted: Mapping[str, str] | None = None) -> None:
    """Bring `home/index.json` up to date, in one step, with further marks of retraction; it is left alone where it is."""
    path = home / "index.json"
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    new = index_text(home, {**retractions(home), **(retracted or {})})
    if new != old:
        replace_text(path, new)


def index_text(home: Path, retracted: Mapping[str, str]) -> str:
    """What `index.json` says when it is up to date."""
    return json.dumps(_index(home, retracted), ensure_ascii=False, indent=2) + "\n"


def _index(home: Path, retracted: Mapping[str, str]) -> dict[str, Any]:
    names = versions(home)
    entries = [{**_entry(home / name), **({"retracted": retracted[name]} if name in retracted else {})} for name in names]
    standing = [name for name in names if name not in retracted]
    return {"name": home.name, "latest": standing[-1] if standing else None, "versions": entries}


def _entry(folder: Path) -> dict[str, Any]:
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    known = {resource["path"]: resource for resource in descriptor["resources"]}
    files = [_file(folder, path, known) for path in sorted(each for each in folder.rglob("*") if each.is_file())]
    about = {"version": folder.name, "created": descriptor.get("created"), "path": f"{folder.name}/datapackage.json"}
    return {**about, "bytes": sum(file["bytes"] for file in files), "files": files}


def _file(folder: Path, path: Path, known: dict[str, Any]) -> dict[str, Any]:
    name = path.relative_to(folder).as_posix()
    digest = known[name]["hash"] if name in known else f"sha256:{sha256_of(path)}"
    return {"path": name, "hash": digest, "bytes": path.stat().st_size}


def retractions(home: Path) -> dict[str, str]:
    """Why versions were retracted, by version: the one thing that the folders can't tell.

    Raises EnvironmentFault where the index is broken: to make it again would lose them silently.
    """
    path = home / "index.json"
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["versions"]
        return {entry["version"]: str(entry["retracted"]) for entry in entries if "retracted" in entry}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as fault:
        advice = "restore it, or delete it to have it made again without the marks of retracted versions"
        raise EnvironmentFault(f"{path}: not an index that can be read ({fault}); {advice}") from fault
