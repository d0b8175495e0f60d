"""The generated line of an event, built from its columns alone."""

from __future__ import annotations

from collections.abc import Mapping

from newspkg.model import EventRecord


def summary(event: EventRecord, names: Mapping[str, str]) -> str:
    """ "2024-11-19: missile strike by Ukraine on Russia, Bryansk Oblast (RUS); 0 killed"."""
    kind = event.event_subtype.replace("_", " ")
    words = [kind if event.factuality == "actual" else f"{kind} ({event.factuality})"]
    if event.initiator_id is not None and event.initiator_id in names:
        words.append(f"by {names[event.initiator_id]}")
    if event.target_id is not None and event.target_id in names:
        words.append(f"{'on' if event.event_type == 'attack' else 'to'} {names[event.target_id]}")
    line = " ".join(words)
    if event.place_name:
        line += f", {event.place_name}" + (f" ({event.country_code})" if event.country_code else "")
    if event.date_start:
        line = f"{event.date_start.isoformat()}: {line}"
    for count, verb in ((event.fatalities_best, "killed"), (event.injured_best, "injured")):
        line += f"; {count} {verb}" if count is not None else ""
    return line
