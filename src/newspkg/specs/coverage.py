"""The kept answer to "which checker enforces which constraint?": `schemas/coverage.md`, with the digest of its schemas."""

from __future__ import annotations

import re
from pathlib import Path

from newspkg.specs.package import PackageSpec

NAME = "coverage.md"
HEAD = re.compile(r"<!-- made by `newspkg schema --coverage --write` for ([0-9a-f]{64}) -->\n\n")


def written(package: PackageSpec, matrix: str) -> Path:
    """Keeps the matrix beside the schemas; returns the file."""
    path = package.root / NAME
    path.write_text(
        f"<!-- made by `newspkg schema --coverage --write` for {package.digest} -->\n\n{matrix}", encoding="utf-8", newline="\n"
    )
    return path


def kept(package: PackageSpec) -> str | None:
    """The matrix as Markdown; None where there is none, or it was made for other schemas."""
    path = package.root / NAME
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    head = HEAD.match(text)
    return text[head.end() :] if head and head[1] == package.digest else None
