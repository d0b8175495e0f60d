"""Where the schemas of a data set live."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def default_schemas() -> Path:
    """The schemas that travel with newspkg: inside the wheel, or at the root of a checkout."""
    inside = PACKAGE / "schemas"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "schemas"


def own_schemas(path: Path) -> Path | None:
    """The schemas of the data set that a file or folder is part of; None where there are none but newspkg's."""
    homes = (parent / "schemas" for parent in path.resolve().parents)
    found = next((home for home in homes if (home / "datapackage.json").exists()), None)
    return found if found is None or path.is_absolute() else Path(os.path.relpath(found))
