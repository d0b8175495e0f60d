"""Reading one JSON descriptor: what is asked of it is there and of the right kind, or a fault is kept that says where."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from newspkg.errors import EnvironmentFault
from newspkg.model import Issue


class Reader:
    """Hands out the members of a JSON object and keeps a fault for each that is not as expected. `issues` are shared with its children."""

    def __init__(self, value: dict[str, Any], path: Path, source: str = "", issues: list[Issue] | None = None, at: str = "") -> None:
        self.value = value
        self.path = path
        self.source = source or (path.read_text(encoding="utf-8") if path.is_file() else "")
        self.issues: list[Issue] = [] if issues is None else issues
        self.at = at

    def fault(self, found: str, expected: str, at: str = "") -> None:
        where = f"{self.at}: " if self.at else ""
        line = self._line(at)
        self.issues.append(Issue("schema", "error", f"{where}{found}; expected {expected}", file=str(self.path), line=line))

    def line_of(self, text: str) -> int:
        """The first line on which a text stands as a JSON string; 1 where it stands on none."""
        found = self.source.find(json.dumps(text, ensure_ascii=False))
        return self.source.count("\n", 0, max(found, 0)) + 1

    def _line(self, at: str) -> int:
        """The line on which this object is named, or below it the first one that holds `at`."""
        named = re.search(rf'"name"\s*:\s*{re.escape(json.dumps(self.at))}', self.source) if self.at else None
        start = named.start() if named else 0
        found = self.source.find(json.dumps(at), start) if at else -1
        return self.source.count("\n", 0, found if found >= 0 else start) + 1

    def text(self, key: str, pattern: str | None = None) -> str:
        value = self.value.get(key)
        if not isinstance(value, str) or not value.strip():
            self.fault(f"{key} is {_shown(value)}", "a text", at=key)
            return ""
        if pattern and not re.fullmatch(pattern, value):
            self.fault(f"{key} is {_shown(value)}", f"a text that matches {pattern}", at=key)
        return value

    def optional(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        value = self.value.get(key)
        wrong_bool = isinstance(value, bool) and kind is not bool
        if value is not None and (wrong_bool or not isinstance(value, kind)):
            self.fault(f"{key} is {_shown(value)}", expected, at=key)
            return None
        return value

    def objects(self, key: str, required: bool = True) -> list[Reader]:
        """The objects of an array, each a reader that knows its name."""
        value = self.value.get(key)
        if value is None and not required:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value) or (required and not value):
            self.fault(f"{key} is {_shown(value)}", "an array of objects", at=key)
            return []
        return [Reader(each, self.path, self.source, self.issues, str(each.get("name", self.at))) for each in value]

    def names(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Column names: one as a text, or an array of them; each must be known."""
        value = self.value.get(key)
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not names or not all(isinstance(each, str) for each in names):
            self.fault(f"{key} is {_shown(value)}", "an array of column names", at=key)
            return ()
        for name in names:
            if known and name not in known:
                self.fault(f"{key} names {name!r}", f"one of {', '.join(known)}", at=key)
        return tuple(names)


def open_descriptor(path: Path) -> Reader:
    """A reader of the object in a JSON file; an empty one, with the fault, where it holds none. Raises EnvironmentFault."""
    try:
        source = path.read_bytes().decode("utf-8")
        value = json.loads(source, object_pairs_hook=_no_duplicates)
    except OSError as fault:
        raise EnvironmentFault(
            f"{path}: the schema can't be read ({fault.strerror}); restore it or name another folder by --schemas"
        ) from fault
    except UnicodeDecodeError as fault:
        return _broken(path, f"not UTF-8 at byte {fault.start}", "JSON in UTF-8", 1)
    except json.JSONDecodeError as fault:
        return _broken(path, f"not JSON: {fault.msg} in column {fault.colno}", "JSON", fault.lineno)
    except (ValueError, RecursionError) as fault:
        return _broken(path, str(fault) or "nested too deeply", "one member of each name, not nested deeply", 1)
    if not isinstance(value, dict):
        return _broken(path, f"the file holds {_shown(value)}", "an object", 1)
    return Reader(value, path, source)


def _broken(path: Path, found: str, expected: str, line: int) -> Reader:
    reader = Reader({}, path, " ")
    reader.issues.append(Issue("schema", "error", f"{found}; expected {expected}", file=str(path), line=line))
    return reader


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} is given twice in one object")
    return value


def _shown(value: object) -> str:
    return "missing" if value is None else json.dumps(value, ensure_ascii=True, default=str)[:80]
