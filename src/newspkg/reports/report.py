"""What a run of checks came to: issues in the order of their weight, and what was checked by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from newspkg.model import Checked, Issue

SEVERITIES = ("error", "warning", "note")
MOST = 20  # issues of one check and severity that a format for people names one by one


@dataclass(frozen=True)
class Report:
    """`changed`: the files that a contribution touches, whose issues come first. `most`: see MOST; 0 is all."""

    issues: Sequence[Issue]
    checked: Sequence[Checked] = ()
    changed: frozenset[str] = frozenset()
    most: int = MOST

    def ordered(self) -> list[Issue]:
        """Issues of changed files first, then errors before warnings, then by place; of equals the first found comes first."""
        return sorted(self.issues, key=self._weight)

    def is_changed(self, issue: Issue) -> bool:
        return bool(self.changed) and issue.file is not None and _plain(issue.file) in {_plain(each) for each in self.changed}

    def shown(self) -> Iterator[Issue]:
        """The issues that a person is shown: of each check at most as many as `most` says."""
        seen: Counter[tuple[str, str]] = Counter()
        for issue in self.ordered():
            seen[issue.check, issue.severity] += 1
            if not self.most or seen[issue.check, issue.severity] <= self.most:
                yield issue

    def rest(self) -> dict[tuple[str, str], int]:
        """How many issues of each check and severity are not shown."""
        found = Counter((issue.check, issue.severity) for issue in self.issues)
        return {key: number - self.most for key, number in sorted(found.items()) if self.most and number > self.most}

    def _weight(self, issue: Issue) -> tuple[bool, int, str, int, int]:
        severity = SEVERITIES.index(issue.severity)
        return not self.is_changed(issue), severity, issue.file or "", issue.line or 0, issue.position or 0


def _plain(path: str) -> str:
    return PurePath(path).as_posix().removeprefix("./")


def counts(issues: Iterable[Issue]) -> dict[str, int]:
    """How many issues there are of each severity, none left out."""
    found = Counter(issue.severity for issue in issues)
    return {severity: found.get(severity, 0) for severity in ("error", "warning", "note")}


def summary(issues: Iterable[Issue]) -> str:
    """`2 errors, 1 warning`, or `no faults`."""
    told = [f"{number:,} {severity}{'' if number == 1 else 's'}" for severity, number in counts(issues).items() if number]
    return ", ".join(told) or "no faults"
