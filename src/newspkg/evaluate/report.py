"""What an evaluation came to, as text and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newspkg.evaluate.tally import Scores, Tally

OVERALL = ("actors typed", "weapons typed", "events", "arguments", "claims speaker")


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by article, in order."""

    articles: tuple[tuple[str, Scores], ...]

    @property
    def total(self) -> Scores:
        total = Scores()
        for _, scores in self.articles:
            total.add(scores)
        return total

    @property
    def overall(self) -> float:
        """The mean F1 of the five figures that matter most."""
        figures = self.total.figures
        return sum(figures.get(name, Tally()).f1 for name in OVERALL) / len(OVERALL)


def report_text(report: Report, details: bool = False) -> str:
    """A table for people; `details` adds every fault, article by article."""
    return "\n".join(_lines(report, details)) + "\n"


def _lines(report: Report, details: bool) -> Iterator[str]:
    total = report.total
    for name, scores in report.articles if details else ():
        yield from (f"== {name}", *(f"  {fault.kind}: {fault.text}" for fault in scores.faults))
    yield f"{len(report.articles)} articles"
    yield f"{'':18}{'precision':>10}{'recall':>8}{'F1':>8}{'coded':>7}"
    for name, tally in total.figures.items():
        yield f"{name:18}{tally.precision:10.3f}{tally.recall:8.3f}{tally.f1:8.3f}{tally.expected:7}"
    yield "right, of the slots of what was found:"
    yield from (f"  {name:16}{tally.hit:4} of {tally.expected}" for name, tally in sorted(total.slots.items()))
    yield "faults by kind:"
    kinds = Counter(fault.kind for fault in total.faults)
    yield from (f"  {kind:20}{number:4}" for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    yield f"overall {report.overall:.3f}  (mean F1 of {', '.join(OVERALL)})"


def report_json(report: Report) -> str:
    """The same for programs: figures, slots, faults by kind, all with sorted keys."""
    total = report.total
    figures = {
        name: {"precision": each.precision, "recall": each.recall, "f1": each.f1, "coded": each.expected, "found": each.found}
        for name, each in total.figures.items()
    }
    slots = {name: {"right": each.hit, "of": each.expected} for name, each in total.slots.items()}
    faults = dict(Counter(fault.kind for fault in total.faults))
    whole = {"articles": len(report.articles), "figures": figures, "slots": slots, "faults": faults, "overall": report.overall}
    return json.dumps(whole, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
