"""The names of raw files: each is an article's id, on every system, and leads nowhere else."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from newspkg.disguise import escaped, named
from newspkg.model import Issue
from newspkg.text import Spot

STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")
# What Windows takes for a device, whatever comes after a dot.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.I)
LETTERS = "use at most 128 Latin letters, figures, and . _ - after a letter or figure"


def name_fault(path: Path, root: Path | None, suffixes: Collection[str]) -> Issue | None:
    """What is wrong with the name or place of a file; `root` is the folder that it must lie in."""
    told = _name(path, suffixes) or _place(path, root)
    return None if told is None else Issue("file-name", "error", told[0], told[1], str(path), Spot(1, 1))


def _name(path: Path, suffixes: Collection[str]) -> tuple[str, str] | None:
    if path.suffix.lower() not in suffixes:
        return (
            f"the suffix {escaped(path.suffix) if path.suffix else '(none)'}; {', '.join(suffixes)} are read",
            "rename or remove the file",
        )
    if not STEM.fullmatch(path.stem):
        strange = next((char for char in path.stem if not STEM.fullmatch(f"a{char}")), None)
        which = f" with {named(strange)}" if strange else f" of {len(path.stem)} characters" if len(path.stem) > 128 else ""
        return f"the name {escaped(path.stem)}{which}, which can't be an article's id", LETTERS
    if DEVICES.fullmatch(path.stem):
        return f"the name {escaped(path.stem)}, which Windows keeps for a device", "choose another name"
    return None


def _place(path: Path, root: Path | None) -> tuple[str, str] | None:
    hint = "put the file itself into the folder"
    if path.is_symlink() and not path.exists():  # where it leads in a circle, asking for the place itself would fail
        return "a link that leads nowhere", hint
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        return f"a file or link that leads out of {root}", hint
    if root is not None and path.is_symlink():  # to another article, which would be told twice by one path
        return "a symbolic link to another article; expected the file itself", "remove the link"
    return None
