"""Patterns of schemas: which are safe to run on hostile text, and how a linear-time engine writes them.

A pattern is safe where every repetition knows by the next character whether to go on (one-unambiguous), so that no engine, not even one
that backtracks, takes exponential time. Look-around and back-references are no part of XML Schema's patterns, which the standard names.
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import warnings
from functools import lru_cache
from typing import Any

from newspkg.specs.charsets import chars_of, written

LONGEST, MOST_REPEATS, AMBIGUOUS = 1_000, 500, 2
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
ENDS = {op.AT_BEGINNING: r"\A", op.AT_BEGINNING_STRING: r"\A", op.AT_END: r"\z", op.AT_END_STRING: r"\z"}
Tree = list[tuple[Any, Any]]


class UnsafePattern(ValueError):
    """Why a pattern is refused; the message completes `pattern is '...'`."""


@lru_cache(maxsize=1024)
def linear(pattern: str) -> str:
    """The pattern for the whole value, in the syntax of RE2 and of Rust's regex. Raises UnsafePattern."""
    return rf"\A(?:{_written(_tree(pattern))})\z"


@lru_cache(maxsize=1024)
def ambiguity(pattern: str) -> int:
    """How many repetitions outside of repetitions can end in more than one place: the degree by which backtracking may grow, less one.

    Raises UnsafePattern.
    """
    found = _ambiguous(_tree(pattern), frozenset())
    if found > AMBIGUOUS:
        raise UnsafePattern(f"{found} repetitions overlap with what follows them; at most {AMBIGUOUS} may")
    return found


def _tree(pattern: str) -> Tree:
    if len(pattern) > LONGEST:
        raise UnsafePattern(f"it has {len(pattern):,} characters; at most {LONGEST:,} are read")
    try:
        with warnings.catch_warnings(action="ignore"):  # of sets that a later Python may read otherwise: they are written out here
            re.compile(pattern)
            tree = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as fault:
        raise UnsafePattern(str(fault) or "it is nested too deeply") from fault
    if tree.state.flags & ~re.UNICODE:
        raise UnsafePattern("it sets flags; write it without (?...)")
    return list(tree)


def _written(tree: Tree, times: int = 1) -> str:
    """`times`: how often the repetitions around it repeat it, as an engine that unrolls them would."""
    return "".join(_node(name, value, times) for name, value in tree)


def _node(name: Any, value: Any, times: int) -> str:
    if name in REPEATS:
        low, high, body = value
        times *= max(1, low, 0 if high == op.MAXREPEAT else high)
        if times > MOST_REPEATS:
            raise UnsafePattern(f"it repeats more than {MOST_REPEATS:,} times")
        return f"(?:{_written(body, times)}){{{low},{'' if high == op.MAXREPEAT else high}}}"
    if name is op.BRANCH:
        return "(?:" + "|".join(_written(each, times) for each in value[1]) + ")"
    if name is op.SUBPATTERN:
        if value[1] or value[2]:
            raise UnsafePattern("it sets flags; write it without (?...)")
        return f"(?:{_written(value[3], times)})"
    if name is op.AT:
        if value not in ENDS:
            raise UnsafePattern("it asks for a boundary; write out which characters may stand there")
        return ENDS[value]
    return written(name, value)


def _ambiguous(tree: Tree, follow: frozenset[int]) -> int:
    """Choices of a sequence that the next character does not decide. Raises UnsafePattern for one inside of a repetition."""
    found = 0
    for at, (name, value) in enumerate(tree):
        rest = list(tree[at + 1 :])
        after = _first(rest) | (follow if _is_empty(rest) else frozenset())
        if name in REPEATS:
            found += _of_repeat(value, after)
        elif name is op.SUBPATTERN:
            found += _ambiguous(list(value[3]), after)
        elif name is op.BRANCH:
            found += _of_branch([list(each) for each in value[1]], after)
    return found


def _of_repeat(value: Any, after: frozenset[int]) -> int:
    low, high, inner = value
    body = list(inner)
    if high > 1:
        if _is_empty(body) or _ambiguous(body, _first(body)):
            raise UnsafePattern("a repetition holds a part that can match in several ways; begin each round with a character of its own")
        return int(low != high and bool(_first(body) & after))
    return _ambiguous(body, after) + int(low != high and bool(_first(body) & after))


def _of_branch(branches: list[Tree], after: frozenset[int]) -> int:
    seen: frozenset[int] = frozenset()
    found = 0
    for branch in branches:
        first = _first(branch) | (after if _is_empty(branch) else frozenset())
        found += int(bool(first & seen)) + _ambiguous(branch, after)
        seen |= first
    return found


def _first(tree: Tree) -> frozenset[int]:
    """The characters that a sequence can begin with."""
    found: frozenset[int] = frozenset()
    for name, value in tree:
        if name in REPEATS:
            found |= _first(list(value[2]))
        elif name is op.SUBPATTERN:
            found |= _first(list(value[3]))
        elif name is op.BRANCH:
            found = found.union(*(_first(list(each)) for each in value[1]))
        elif name is not op.AT:
            found |= chars_of(name, value)
        if not _is_empty([(name, value)]):
            break
    return found


def _is_empty(tree: Tree) -> bool:
    """Whether a sequence can match nothing."""
    for name, value in tree:
        if name in REPEATS:
            empty = value[0] == 0 or _is_empty(list(value[2]))
        elif name is op.SUBPATTERN:
            empty = _is_empty(list(value[3]))
        elif name is op.BRANCH:
            empty = any(_is_empty(list(each)) for each in value[1])
        else:
            empty = name is op.AT
        if not empty:
            return False
    return True
