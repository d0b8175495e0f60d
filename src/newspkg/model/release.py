"""What the history tells the publication: which version comes next, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """A version to publish: `previous` is the one it was compared with (None for the first).

    `is_new` is False where nothing differs from `previous`; `version` is then that version. `reasons` say why the version is what it is,
    `changes` are the lines of the changelog, in Markdown without bullets.
    """

    version: str
    previous: str | None = None
    is_new: bool = True
    reasons: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
