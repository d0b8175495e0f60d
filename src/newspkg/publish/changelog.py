"""`CHANGELOG.md`: what each version changed, newest first."""

from __future__ import annotations

from pathlib import Path

from newspkg.model.release import Release
from newspkg.publish.markdown import escaped

TITLE = "# Changelog\n"


def changelog(release: Release, created: str | None, home: Path) -> str:
    """The changelog of a release: its own entry, then all that the version before it had."""
    return f"{TITLE}\n{_entry(release, created)}{_earlier(release, home)}"


def _entry(release: Release, created: str | None) -> str:
    day = f" ({created[:10]})" if created else ""
    why = f"Why this version: {'; '.join(map(escaped, release.reasons))}.\n\n" if release.reasons else ""
    return f"## {release.version}{day}\n\n{why}" + "".join(f"- {line}\n" for line in release.changes)


def _earlier(release: Release, home: Path) -> str:
    if release.previous is None:
        return ""
    path = home / release.previous / "CHANGELOG.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return "\n" + text.removeprefix(TITLE).lstrip("\n") if text else ""
