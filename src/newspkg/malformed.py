"""What a YAML parser's complaint means for who wrote the file."""

from __future__ import annotations

from typing import Any

from newspkg.disguise import named
from newspkg.text import Lines, Spot

QUOTE = 'quote values that hold ": " or begin with a sign'


def yaml_fault(fault: Any, lines: Lines) -> tuple[str, str, Spot]:
    """What is wrong with the YAML text of these lines, what to do, and where."""
    at = getattr(fault, "position", None)
    if isinstance(at, int):  # the parser's reader, which takes the text apart into characters
        char = fault.character if isinstance(fault.character, str) else chr(fault.character)
        return f"{named(char)}, which YAML does not allow", "remove the character", lines.spot(at)
    mark = getattr(fault, "problem_mark", None)
    problem = str(getattr(fault, "problem", None) or "it can't be told apart into keys and values")
    return problem, QUOTE, lines.spot(mark.index if mark else 0)
