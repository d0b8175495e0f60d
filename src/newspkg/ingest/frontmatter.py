"""YAML front matter: what an article's file says about it, read as plain text with the line of every key.

The YAML is read event by event and never built: no anchors, tags or nesting can do harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import process

from newspkg.disguise import escaped
from newspkg.malformed import yaml_fault
from newspkg.model import Issue
from newspkg.text import Lines, Spot

KEYS = ("title", "publisher", "url", "published_on", "language", "license")
FENCE = re.compile(r"---\n(?:(.*?)\n)??---\n\n?", re.S)
UNCLOSED = re.compile(r"(?:\s|%[^\n]{0,200}\n){0,20}---[ \t]*\n\s{0,20}[A-Za-z_]+[ \t]*:")
OTHER = re.compile(r"\s{0,20}(?:\+\+\+[ \t]*\n[A-Za-z_]+[ \t]*=|\{\s*\"[a-z_]+\"\s*:)")  # as other programs write front matter
LIMIT = 65_536  # characters
DEPTH = 8
OPENING = ("MappingStartEvent", "SequenceStartEvent")
CLOSING = ("MappingEndEvent", "SequenceEndEvent")


@dataclass
class FrontMatter:
    """The values by key, those of unknown keys apart, where each key and each value stands, and the faults met."""

    values: dict[str, str | None] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def fault(self, message: str, hint: str, line: int, severity: Any = "error", check: str = "front-matter") -> None:
        self.issues.append(Issue(check, severity, message, hint, line=line))


def split(text: str) -> tuple[str | None, str, int]:
    """The front matter (None where there is none), the body, and the 1-based line on which the body begins."""
    match = FENCE.match(text)
    if match is None:
        return None, text, 1
    return match[1] or "", text[match.end() :], text.count("\n", 0, match.end()) + 1


def read(source: str | None, text: str = "") -> FrontMatter:
    """The front matter `source` as `split` gave it; `text` is the whole file, to tell a fence that was never closed."""
    matter = FrontMatter()
    if source is None:
        if UNCLOSED.match(text):
            hint = "write --- alone, without spaces, on the file's first line and on the line after the last key"
            matter.fault("front matter that does not begin or end as it should", hint, Spot(1, 1))
        elif OTHER.match(text):
            hint = "write it in YAML (`key: value`) between two lines of ---"
            matter.fault("what looks like front matter in TOML or JSON, and is read as text", hint, Spot(1, 1), "warning")
    elif len(source) > LIMIT:
        matter.fault(f"front matter of {len(source):,} characters; at most {LIMIT:,} are read", "move the text into the body", Spot(1, 1))
    else:
        _fill(matter, source)
    return matter


def _fill(matter: FrontMatter, source: str) -> None:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        _pairs(matter, YAML(typ="safe", pure=True).parse(source), Lines(source, 2))
    except YAMLError as fault:
        problem, hint, spot = yaml_fault(fault, Lines(source, 2))
        matter.fault(f"front matter that is not YAML: {problem}", hint, spot)
    except (ValueError, RecursionError, AttributeError, TypeError) as fault:  # the parser's own failures on hostile input
        matter.fault(f"front matter that can't be read ({type(fault).__name__})", "write one `key: value` a line", Spot(2, 1))


def _pairs(matter: FrontMatter, events: Iterator[Any], lines: Lines) -> None:
    depth, key, line = 0, "", Spot(1, 1)
    awaits_value = False
    for event in events:
        name, at = type(event).__name__, lines.spot(event.start_mark.index)
        if _refused(matter, event, name, at, depth):
            return
        if depth == 1 and name in (*OPENING, "ScalarEvent"):
            if awaits_value:
                matter.spots.setdefault(key, at)
                _take(matter, key, line, _scalar(event), nested=name in OPENING)
            elif name in OPENING:
                matter.fault("a key that is not a word", "write one `key: value` a line", at)
                return
            else:
                key, line = event.value, at
            awaits_value = not awaits_value
        depth += (name in OPENING) - (name in CLOSING)


def _refused(matter: FrontMatter, event: Any, name: str, line: int, depth: int) -> bool:
    is_list = depth == 0 and name in ("SequenceStartEvent", "ScalarEvent")
    if name == "AliasEvent" or getattr(event, "anchor", None):
        matter.fault("an anchor or alias (& or *)", "write the value out, or quote it", line)
    elif getattr(event, "tag", None):
        matter.fault("a YAML tag (!)", "write plain values, or quote them", line)
    elif depth > DEPTH or (is_list and not (name == "ScalarEvent" and not event.value)):
        matter.fault("front matter that is no list of `key: value`", "write one `key: value` a line", line)
    else:
        return False
    return True


def _scalar(event: Any) -> str | None:
    value: str = getattr(event, "value", "")
    return None if not value.strip() or (event.style in (None, "") and value in ("~", "null", "Null", "NULL")) else value


def _take(matter: FrontMatter, key: str, line: int, value: str | None, nested: bool = False) -> None:
    if key in matter.lines:
        matter.fault(f"{named(key)} a second time (first on line {matter.lines[key]})", "keep one of them", line)
        return
    matter.lines[key] = line
    if key not in KEYS:
        close = process.extractOne(key.lower().replace("-", "_"), KEYS, score_cutoff=60)
        hint = f"did you mean `{close[0]}`?" if close else f"the keys are {', '.join(KEYS)}; this one is left out"
        matter.fault(f"unknown key {named(key)}", hint, line, "warning")
        matter.others[key] = value or ""
    elif nested:
        matter.fault(
            f"{named(key)} with a list or mapping; one value is expected", "write it as text on one line", matter.spots.get(key, line)
        )
    else:
        matter.values[key] = value


def named(key: str) -> str:
    return f"`{key}`" if key.isprintable() and key.isascii() and len(key) <= 40 else escaped(key[:40])
