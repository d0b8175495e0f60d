"""Withdraws a published version: marks it in `index.json`. The version itself stays as it is, for those who cited it."""

from __future__ import annotations

from pathlib import Path

from newspkg.errors import UsageError
from newspkg.files import machine_faults
from newspkg.publish.index import retractions, versions, write_index
from newspkg.publish.lock import only_builder
from newspkg.publish.markdown import plain


def retract(home: Path, version: str, reason: str) -> str | None:
    """Mark `version` of the data set in `home` as retracted for `reason`; returns the version that is now the latest, if any stands.

    The same again changes nothing. Raises UsageError where there is no such version, no reason, or another reason was given before;
    EnvironmentFault where the disk fails or a build is at work.
    """
    told = plain(reason).strip()
    if not told:
        raise UsageError("a retraction needs a reason: say what is wrong with the version, and what to use in its place")
    if version not in versions(home):
        raise UsageError(f"{home.name} has no version {version!r}; there are {', '.join(versions(home)) or 'none'}")
    with machine_faults("retracting", home), only_builder(home):
        known = retractions(home).get(version)
        if known not in (None, told):
            raise UsageError(f"version {version} was retracted already: {known}")
        write_index(home, {version: told})
    return next((name for name in reversed(versions(home)) if name not in retractions(home)), None)
