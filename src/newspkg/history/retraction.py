"""Whether a published version was withdrawn: the index beside it says so, the version itself never changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def index_entry(folder: Path) -> dict[str, Any]:
    """What `index.json` beside the version in `folder` says of it; nothing where there is no index, or none that can be read."""
    whole = folder.resolve()
    try:
        entries = json.loads((whole.parent / "index.json").read_text(encoding="utf-8"))["versions"]
        return next((dict(each) for each in entries if each["version"] == whole.name), {})
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def retraction(folder: Path) -> str | None:
    """Why the version in `folder` was withdrawn; None where it stands."""
    told = index_entry(folder).get("retracted")
    return None if told is None else str(told.get("reason", told) if isinstance(told, dict) else told)
