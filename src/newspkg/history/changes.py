"""The table `changes` over the versions: what was withdrawn or merged once stays told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newspkg.history.bundle import Bundle
from newspkg.model.record import ChangeRecord


def earlier_changes(bundle: Bundle | None) -> tuple[ChangeRecord, ...]:
    """The rows of `changes` that an earlier version has; none where there is no earlier version."""
    if bundle is None or "changes" not in bundle.tables:
        return ()
    return tuple(ChangeRecord(**row) for row in bundle.tables["changes"].to_pylist())


def versioned(changes: Iterable[ChangeRecord], version: str) -> tuple[ChangeRecord, ...]:
    """New rows with the version that brings them."""
    return tuple(replace(change, version=version) for change in changes)
