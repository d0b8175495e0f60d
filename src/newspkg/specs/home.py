"""Where the schemas of a data set live."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def default_schemas() -> Path:
    """The schemas that travel with newspkg: inside the wheel, or at the root of a checkout."""
    inside = PACKAGE / "schemas"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "schemas"
