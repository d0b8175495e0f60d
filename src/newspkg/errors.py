"""What can go wrong, as a tree; each branch has its exit code.

NewspkgError
├── DataError         1  the data is at fault; carries every issue found
├── UsageError        2  the command line is at fault
└── EnvironmentFault  3  a disk that is full, a file that can't be read, a model that isn't installed
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newspkg.model import Issue


class NewspkgError(Exception):
    """Base of all errors meant for a user; the message says what to do."""

    exit_code = 1


class DataError(NewspkgError):
    """The data is at fault; `issues` lists every fault found."""

    exit_code = 1

    def __init__(self, message: str, issues: Sequence[Issue] = ()) -> None:
        super().__init__(message)
        self.issues = tuple(issues)


class UsageError(NewspkgError):
    """The command line is at fault."""

    exit_code = 2


class EnvironmentFault(NewspkgError):
    """The machine is at fault: a full disk, an unreadable file, a missing model."""

    exit_code = 3
