"""What the schemas say in words and addresses: nothing in it is hidden, runs anything, or leads elsewhere; no file is forgotten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from newspkg.disguise import disguises, escaped
from newspkg.model import Issue
from newspkg.specs.descriptor import Reader, open_descriptor
from newspkg.specs.members import Trail
from newspkg.text import Spot

ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]{1,2000}")
WITHIN = re.compile(r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^:\\\s<>]{1,1000}")
ADDRESSES = ("path", "url", "homepage", "image")
KINDS = ("hidden-character", "markup")  # a pattern or an example may well begin with a sign, and mix alphabets
BESIDE = ("datapackage.json", "coverage.md", "readme.md", "changelog.md", "license", "codelists")


def check_words(reader: Reader) -> Iterator[Issue]:
    """Texts and addresses of a descriptor that are not what they look like."""
    for trail, text in _texts(reader.value, ()):
        spot, file = reader.spot_of(*trail), str(reader.path)
        if trail[-1] in ADDRESSES and not ADDRESS.fullmatch(text) and not WITHIN.fullmatch(text):
            message = f"{_told(trail)} is {escaped(text)}; expected a web address, or a path within the data set"
            yield Issue("address", "error", message, "write it in full, from https:// on", file, spot)
        for each in disguises(text) if trail[-1] not in ("pattern", *ADDRESSES) else ():
            if each.check in KINDS and not (each.check == "hidden-character" and text[each.at] == "\n"):
                severity, message = "error" if each.check == KINDS[0] else "warning", f"{_told(trail)} is {escaped(text)} with {each.found}"
                yield Issue(each.check, severity, f"{message}; expected {each.expected}", each.hint, file, spot)  # type: ignore[arg-type]


def _texts(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str) and trail:
        yield trail, value
    elif isinstance(value, Mapping | list):
        for key, each in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _texts(each, (*trail, key))


def _told(trail: Trail) -> str:
    return ".".join(str(each) if isinstance(each, int) or each.isidentifier() else escaped(each) for each in trail)


def check_places(schemas: Path, tables: Collection[str]) -> Iterator[Issue]:
    """Links, and files that nothing reads: below `schemas/` are the template, a schema a table, and codelists with theirs."""
    for path in sorted(schemas.iterdir()):
        known = path.name.lower() in BESIDE or path.stem in tables or not tables  # without any, it is the template that is at fault
        yield from _placed(path, known, "datapackage.json names no such table", "name it there among the resources, or remove the file")
    for path in sorted((schemas / "codelists").iterdir()) if (schemas / "codelists").is_dir() else ():
        beside = path.with_name(f"{path.name.removesuffix('.schema.json')}.csv")
        known = path.name.endswith(".csv") or (path.name.endswith(".schema.json") and beside.exists()) or path.name.lower() == "readme.md"
        yield from _placed(path, known, "no codelist", "name it NAME.csv beside NAME.schema.json, or remove it")


def _placed(path: Path, known: bool, what: str, hint: str) -> Iterator[Issue]:
    if path.name == "codelists" and (path.is_symlink() or not path.is_dir()):  # of files, who reads them tells
        told = "a symbolic link" if path.is_symlink() else "something that is no folder"
        yield Issue("file-name", "error", f"{told}; expected the folder itself", "put the folder there", str(path), Spot(1, 1))
    elif not known and not path.name.startswith("."):
        yield Issue("file-name", "warning", f"a file that nothing reads: {what}; expected none", hint, str(path), Spot(1, 1))


def opened(path: Path) -> Reader | None:
    """A reader of the descriptor; None where it holds no object, which is told elsewhere."""
    reader = open_descriptor(path) if path.exists() else None
    return reader if reader is not None and not reader.issues else None
