"""Sets of characters in a pattern: as numbers, to see whether two overlap, and as a linear-time engine writes them."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
from typing import Any

OTHERS = 256  # stands for every character beyond Latin-1: two sets that both hold some are taken to overlap
ALL = frozenset(range(OTHERS + 1))
# The classes as Python's `re` has them.
CLASSES = {
    op.CATEGORY_DIGIT: (r"\d", r"\p{Nd}"),
    op.CATEGORY_NOT_DIGIT: (r"\D", r"\P{Nd}"),
    op.CATEGORY_SPACE: (r"\s", r"\s\x1c-\x1f"),
    op.CATEGORY_NOT_SPACE: (r"\S", r"[^\s\x1c-\x1f]"),
    op.CATEGORY_WORD: (r"\w", r"\p{L}\p{N}_"),
    op.CATEGORY_NOT_WORD: (r"\W", r"[^\p{L}\p{N}_]"),
}


def chars_of(name: Any, value: Any) -> frozenset[int]:
    """The characters that one item of a pattern matches. Raises ValueError for what is no set of characters."""
    if name is op.LITERAL:
        return frozenset([min(value, OTHERS)])
    if name is op.NOT_LITERAL:
        return ALL - (frozenset([value]) if value < OTHERS else frozenset())
    if name is op.ANY:
        return ALL - {10}
    if name is op.RANGE:
        return frozenset(range(value[0], min(value[1], OTHERS - 1) + 1)) | ({OTHERS} if value[1] >= OTHERS else frozenset())
    if name is op.CATEGORY:
        known = re.compile(CLASSES[value][0])
        return frozenset(each for each in range(OTHERS) if known.match(chr(each))) | {OTHERS}
    if name is op.IN:
        return _union(value)
    raise _refused(name)


def _union(items: list[tuple[Any, Any]]) -> frozenset[int]:
    negated = items[0][0] is op.NEGATE
    found = frozenset[int]().union(*(chars_of(*item) for item in items[1 if negated else 0 :]))
    return (ALL - found) | {OTHERS} if negated else found


def written(name: Any, value: Any) -> str:
    """An item of a pattern in the syntax of RE2 and of Rust's regex. Raises UnsafePattern for what they do not know."""
    if name is op.LITERAL:
        return _char(value)
    if name is op.NOT_LITERAL:
        return f"[^{_char(value)}]"
    if name is op.ANY:
        return r"[^\n]"
    if name is op.IN:
        negated = value[0][0] is op.NEGATE
        inside = "".join(_inside(*item) for item in value[1 if negated else 0 :])
        return f"[{'^' if negated else ''}{inside}]"
    raise _refused(name)


def _inside(name: Any, value: Any) -> str:
    if name is op.RANGE:
        return f"{_char(value[0])}-{_char(value[1])}"
    return CLASSES[value][1] if name is op.CATEGORY else _char(value)


def _char(code: int) -> str:
    if 0xD800 <= code < 0xE000:
        raise _refused("a surrogate")
    return f"\\x{{{code:x}}}"


def _refused(name: object) -> ValueError:
    from newspkg.specs.pattern import UnsafePattern

    return UnsafePattern(f"it uses {str(name).lower().replace('_', ' ')}, which not every engine runs in linear time")
