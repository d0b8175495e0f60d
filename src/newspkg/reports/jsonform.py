"""For programs: every issue with every field, as `report.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from dataclasses import asdict

from newspkg.reports.report import Report, counts

VERSION = 1


def render(report: Report) -> str:
    value = {
        "version": VERSION,
        "counts": counts(report.issues),
        "issues": [asdict(issue) for issue in report.ordered()],
        "checked": [asdict(each) for each in report.checked],
    }
    # All but ASCII is escaped: nothing in it can turn a line around or hide.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"
