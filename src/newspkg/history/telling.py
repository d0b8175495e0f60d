"""An explanation as text for a terminal and as JSON."""

from __future__ import annotations

import json

from newspkg.history.explain import Disagreement, Explanation, Quote, Value
from newspkg.history.sentences import shown

BOLD, PLAIN = "\x1b[1;33m", "\x1b[0m"
MARKS = ("[", "]")


def explanation_text(explanation: Explanation, *, color: bool = False) -> str:
    """Lines to read; the words that say so are highlighted (`color`) or in square brackets."""
    lines = [f"{explanation.table} {shown(explanation.row_key)}", *_quotes(explanation.quotes, color)]
    for value in explanation.values:
        lines += _value(value, color)
    lines += [_rival(rival) for rival in explanation.disagreements]
    return "\n".join(lines) + "\n"


def explanation_json(explanation: Explanation) -> str:
    return json.dumps(explanation.as_dict(), ensure_ascii=True, indent=2, default=str) + "\n"


def _value(value: Value, color: bool) -> list[str]:
    return [f"  {value.column}: {shown(str(value.value))}", *_quotes(value.quotes, color)]


def _quotes(quotes: tuple[Quote, ...], color: bool) -> list[str]:
    return [f"    {shown(quote.article_id)} {quote.start}..{quote.end}: {_highlighted(quote, color)}" for quote in quotes]


def _highlighted(quote: Quote, color: bool) -> str:
    before, after = (BOLD, PLAIN) if color else MARKS
    text, start, end = quote.sentence, quote.highlight_start, quote.highlight_end
    return f"{shown(text[:start])}{before}{shown(text[start:end])}{after}{shown(text[end:])}"


def _rival(rival: Disagreement) -> str:
    row = "nothing" if rival.row_value is None else shown(str(rival.row_value))
    return f"  ! {shown(rival.article_id)} says {rival.column} {shown(str(rival.value))}, the row {row}"
