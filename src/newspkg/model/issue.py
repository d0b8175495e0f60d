"""The one currency of checking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newspkg.text import Spot

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault: which check found it, where it is, what was found and expected (`message`), what to do (`hint`).

    `file` is a path as the user gave it, `line` a 1-based physical line, `position` the 1-based character of that line (in code points),
    a Spot given for the line brings it; `table`/`row_key`/`column` a published cell. `found` and `expected` repeat for programs what
    `message` says in words.
    """

    check: str
    severity: Severity
    message: str
    hint: str | None = None
    file: str | None = None
    line: int | None = None
    table: str | None = None
    row_key: str | None = None
    column: str | None = None
    position: int | None = None
    found: str | None = None
    expected: str | None = None

    def __post_init__(self) -> None:
        if isinstance(self.line, Spot):
            object.__setattr__(self, "position", self.line.position)
            object.__setattr__(self, "line", int(self.line))

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked by what: `rows` of `file`, None where it has none, by the checker `by`."""

    file: str
    by: str
    what: str
    rows: int | None = None
