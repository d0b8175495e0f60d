"""YAML from strangers to plain values, each mapping and list with where its keys and values stand.

The YAML is read event by event: no tag, anchor or alias is obeyed, so nothing is built that the file does not spell out. Dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newspkg.errors import DataError
from newspkg.malformed import yaml_fault
from newspkg.model import Issue
from newspkg.text import Lines, Spot

LIMIT = 2 * 1024 * 1024  # characters
DEPTH = 8
WHOLE = re.compile(r"[-+]?\d{1,15}")
WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "false": False, "False": False}


class Row(dict[str, Any]):
    """A mapping that knows where it begins, and each of its keys and values."""

    def __init__(self, line: Spot) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, Spot] = {}
        self.spots: dict[str, Spot] = {}


class Items(list[Any]):
    """A list that knows where each of its items begins."""

    def __init__(self) -> None:
        super().__init__()
        self.spots: list[Spot] = []


class Malformed(Exception):
    """What is wrong with the YAML, where, and what to do."""

    def __init__(self, message: str, hint: str, line: Spot) -> None:
        super().__init__(message)
        self.hint, self.line = hint, line


def read_tree(source: str, path: str) -> Row:
    """The mapping that a YAML file holds. Raises DataError with the fault and its line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        if len(source) > LIMIT:
            raise Malformed(f"{len(source):,} characters; at most {LIMIT:,} are read", "split the coding", Spot(1, 1))
        tree = Reading(source).first(YAML(typ="safe", pure=True).parse(source))
    except Malformed as fault:
        raise _error(str(fault), fault.hint, path, fault.line) from fault
    except YAMLError as fault:
        problem, hint, spot = yaml_fault(fault, Lines(source))
        raise _error(f"no YAML: {problem}", hint, path, spot) from fault
    except (ValueError, RecursionError, AttributeError, TypeError) as fault:  # the parser's own failures on hostile input
        raise _error(f"no YAML that can be read ({type(fault).__name__})", "write plain mappings and lists", path, Spot(1, 1)) from fault
    if not isinstance(tree, Row):
        raise _error(
            "no mapping; `article: STEM` and lists of rows are expected", "begin with the draft of `newspkg code`", path, Spot(1, 1)
        )
    return tree


def _error(message: str, hint: str, path: str, line: Spot) -> DataError:
    return DataError(f"{path}:{line}: {message}; {hint}", [Issue("coding", "error", message, hint, path, line)])


class Reading:
    """One YAML text, event by event."""

    def __init__(self, source: str) -> None:
        self._lines = Lines(source)

    def _spot(self, event: Any) -> Spot:
        return self._lines.spot(event.start_mark.index)

    def first(self, events: Iterator[Any]) -> Any:
        """The first document's value. Raises Malformed, and what the parser raises."""
        for event in events:
            if type(event).__name__ not in ("StreamStartEvent", "DocumentStartEvent"):
                return None if type(event).__name__ == "StreamEndEvent" else self._value(event, events, 0)
        return None

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        self._refuse(event, depth)
        match type(event).__name__:
            case "MappingStartEvent":
                return self._mapping(event, events, depth)
            case "SequenceStartEvent":
                return self._items(events, depth)
            case _:
                return _scalar(event)

    def _items(self, events: Iterator[Any], depth: int) -> Items:
        found = Items()
        while type(item := next(events)).__name__ != "SequenceEndEvent":
            found.spots.append(self._spot(item))
            found.append(self._value(item, events, depth + 1))
        return found

    def _mapping(self, event: Any, events: Iterator[Any], depth: int) -> Row:
        row = Row(self._spot(event))
        while type(key := next(events)).__name__ != "MappingEndEvent":
            self._refuse(key, depth)
            name, line = str(getattr(key, "value", "")), self._spot(key)
            if type(key).__name__ != "ScalarEvent":
                raise Malformed("a key that is not a word", "write `key: value`", line)
            if name in row:
                raise Malformed(f"`{name[:40]}` a second time (first on line {row.lines[name]})", "keep one of them", line)
            value = next(events)
            row.lines[name], row.spots[name] = line, self._spot(value)
            row[name] = self._value(value, events, depth + 1)
        return row

    def _refuse(self, event: Any, depth: int) -> None:
        line = self._spot(event)
        if type(event).__name__ == "AliasEvent" or getattr(event, "anchor", None):
            raise Malformed("an anchor or alias (& or *)", "write the value out, or quote it", line)
        if getattr(event, "tag", None):
            raise Malformed("a YAML tag (!)", "write plain values, or quote them", line)
        if depth > DEPTH:
            raise Malformed(f"lists or mappings more than {DEPTH} deep", "write one row as one mapping", line)


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.style not in (None, ""):
        return text
    if text in WORDS:
        return WORDS[text]
    return int(text) if WHOLE.fullmatch(text) else text
