"""Every text of an issue is hostile: here it is made harmless for each place where it is shown."""

from __future__ import annotations

import re

LONGEST = 1_000  # characters of one text that are shown
BACKTICKS = re.compile(r"`+")


def visible(text: str) -> str:
    """Text from outside with control and other invisible characters escaped, so that a terminal shows it and does not obey it."""
    return "".join(each if each.isprintable() or each == "\n" else _escaped(each) for each in text)


def one_line(text: str) -> str:
    """Like `visible`, on one line, cut where it is very long."""
    shown = "".join(each if each.isprintable() else _escaped(each) for each in text[: LONGEST + 1])
    return shown if len(text) <= LONGEST else f"{shown[:LONGEST]}… ({len(text):,} characters)"


def console(text: str) -> str:
    """One line for a console whose output a workflow runner may read for commands (`::name::` at the start, `##[name]` anywhere)."""
    line = one_line(text).replace("##[", "#\\x23[")
    return line.replace("::", "\\x3a:", 1) if line.lstrip().startswith("::") else line


def command_data(text: str) -> str:
    """The message of a workflow command."""
    return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property of a workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def code(text: str) -> str:
    """A Markdown code span for a cell of a table: in it no markup, link, mention or HTML comes alive."""
    line = one_line(text).replace("|", "\\|") or " "
    fence = "`" * (max((len(run) for run in BACKTICKS.findall(line)), default=0) + 1)
    padded = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return f"{fence}{padded}{fence}"


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode()
