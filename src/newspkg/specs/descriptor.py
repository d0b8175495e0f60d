"""Reading one JSON descriptor: what is asked of it is there and of the right kind, or a fault is kept that says where."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newspkg.errors import EnvironmentFault
from newspkg.model import Issue
from newspkg.specs.members import Trail, members_of, no_duplicates, spot_of_second
from newspkg.text import Spot, close_to, spot_of_byte

# An escape in a JSON string; `half` is one that is half of a character, which no file in UTF-8 can hold.
ESCAPE = re.compile(r"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|(?P<half>u[dD][89a-fA-F]\w\w)|.)")


class Reader:
    """Hands out the members of a JSON object and keeps a fault for each that is not as expected. `issues` are shared with its children.

    `at` is the name by which messages call the object, `trail` the keys and numbers that lead to it in the file.
    """

    def __init__(
        self, value: dict[str, Any], path: Path, source: str = "", issues: list[Issue] | None = None, at: str = "", trail: Trail = ()
    ) -> None:
        self.value = value
        self.path = path
        self.source = source or (path.read_text(encoding="utf-8") if path.is_file() else "")
        self.issues: list[Issue] = [] if issues is None else issues
        self.at = at
        self.trail = trail

    def inside(self, value: dict[str, Any], *trail: str | int, at: str | None = None) -> Reader:
        """A reader of an object within this one."""
        return Reader(value, self.path, self.source, self.issues, self.at if at is None else at, (*self.trail, *trail))

    def fault(self, found: str, expected: str, at: str | int | Trail = (), *, hint: str | None = None, key: bool = False) -> None:
        """Keep a fault at the value (or the `key`) of a member, or of the whole object where it has none of that name."""
        where, inner = f"{self.at}: " if self.at else "", at if isinstance(at, tuple) else (at,)
        spot = self._spot((*self.trail, *inner), key=key)
        self.issues.append(Issue("schema", "error", f"{where}{found}; expected {expected}", hint, str(self.path), spot))

    def spot_of(self, *trail: str | int) -> Spot:
        """Where a member of this object stands."""
        return self._spot((*self.trail, *trail), key=False)

    def _spot(self, trail: Trail, *, key: bool) -> Spot:
        members = members_of(self.source)
        if trail in members.values or self.trail in members.values:
            return members.spot(trail, key=key)
        # The object was taken out of a file that holds it elsewhere: the first place that has its words.
        named = re.search(rf'"name"\s*:\s*{re.escape(json.dumps(self.at))}', self.source) if self.at else None
        start = named.start() if named else 0
        found = self.source.find(json.dumps(trail[-1]), start) if trail else -1
        return members.at(found if found >= 0 else start)

    def text(self, key: str, pattern: str | None = None) -> str:
        value = self.value.get(key)
        if not isinstance(value, str) or not value.strip():
            self.fault(f"{key} is {_shown(value)}", "a text", at=key, hint=self._meant(key) if value is None else None)
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
        return [self.inside(each, key, at, at=str(each.get("name", self.at))) for at, each in enumerate(value)]

    def names(self, key: str, known: tuple[str, ...], *inner: int) -> tuple[str, ...]:
        """Column names: one as a text, or an array of them; each must be known. `inner` leads to them where they are within the member."""
        value: Any = self.value.get(key)
        for number in inner:
            value = value[number]
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not names or not all(isinstance(each, str) for each in names):
            self.fault(f"{key} is {_shown(value)}", "an array of column names", at=(key, *inner))
            return ()
        for at, name in enumerate(names):
            if known and name not in known:
                place: Trail = (key, *inner, at) if isinstance(value, list) else (key, *inner)
                self.fault(f"{key} names {name!r}", f"one of {', '.join(known)}", at=place, hint=close_to(name, known))
            elif name in names[:at]:
                self.fault(f"{key} names {name!r} twice", "each column once", at=(key, *inner, at))
        return tuple(names)

    def _meant(self, key: str) -> str | None:
        """What may have been written for a key that is missing."""
        near = get_close_matches(key, [each for each in self.value if isinstance(each, str)], n=1, cutoff=0.75)
        return f"did you mean `{key}` by `{near[0][:40]}`?" if near else None


def open_descriptor(path: Path) -> Reader:
    """A reader of the object in a JSON file; an empty one, with the fault, where it holds none. Raises EnvironmentFault."""
    if path.is_symlink():  # a contribution's link may lead out of the data set
        return _broken(path, "a symbolic link", "the file itself", Spot(1, 1), "put the file into the folder")
    if path.exists() and not path.is_file():  # a pipe would be waited for
        return _broken(path, "something that is no regular file", "a file", Spot(1, 1), "put a file there")
    try:
        source = path.read_bytes().decode("utf-8")
        value = json.loads(source, object_pairs_hook=no_duplicates)
    except OSError as fault:
        raise EnvironmentFault(
            f"{path}: the schema can't be read ({fault.strerror}); restore it or name another folder by --schemas"
        ) from fault
    except UnicodeDecodeError as fault:
        return _broken(path, f"not UTF-8 at byte {fault.start}", "JSON in UTF-8", spot_of_byte(fault.object, fault.start))
    except json.JSONDecodeError as fault:
        return _broken(path, f"not JSON: {fault.msg}", "JSON", Spot(fault.lineno, fault.colno))
    except (ValueError, RecursionError) as fault:
        return _broken(path, str(fault) or "nested too deeply", "one member of each name, not nested deeply", spot_of_second(source, fault))
    if half := next((escape for escape in ESCAPE.finditer(source) if escape["half"]), None):
        spot = members_of(source).at(half.start())
        return _broken(path, f"{half[0]}, half of a character", "whole characters", spot, "write both halves, or the character itself")
    if not isinstance(value, dict):
        return _broken(path, f"the file holds {_shown(value)}", "an object", Spot(1, 1))
    return Reader(value, path, source)


def _broken(path: Path, found: str, expected: str, spot: Spot, hint: str | None = None) -> Reader:
    reader = Reader({}, path, " ")
    reader.issues.append(Issue("schema", "error", f"{found}; expected {expected}", hint, str(path), spot))
    return reader


def _shown(value: object) -> str:
    return "missing" if value is None else json.dumps(value, ensure_ascii=True, default=str)[:80]
