"""Sentences as attribution needs them: a quotation of several sentences does not end the sentence that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from newspkg.extract.claims.quotes import Quote

TERMINAL = frozenset({".", "?", "!", "…", "...", "?!", "!!", "!?"})
CLOSING = frozenset("”’\"'»›)]")


def sentence_starts(doc: Doc, quotes: Sequence[Quote]) -> list[int]:
    """Token indices at which a sentence begins, those inside quotations included."""
    starts = [0] if len(doc) else []
    i = 0
    while i < len(doc):
        end = _end_after(doc, i)
        if end is not None and end < len(doc) and end > starts[-1]:
            starts.append(end)
            i = end
        else:
            i += 1
    return starts


def _end_after(doc: Doc, i: int) -> int | None:
    """The index after the sentence that token `i` ends, or None where it ends none."""
    token = doc[i]
    if "\n" in token.text:
        return i + 1
    if token.text not in TERMINAL and not _abbreviation_ends(doc, i):
        return None
    if i and doc[i - 1].lower_ in {"no", "nos"} and i + 1 < len(doc) and doc[i + 1].text[:1].isdigit():
        return None  # "the No. 7 bus"
    j = i + 1
    while j < len(doc) and (doc[j].text in TERMINAL or (doc[j].text in CLOSING and not doc[j - 1].whitespace_)):
        j += 1
    if j < len(doc) and "\n" in doc[j].text:
        return j + 1
    if j >= len(doc) or not doc[j - 1].whitespace_ or doc[j].text[:1].islower():
        return None
    return j


def _abbreviation_ends(doc: Doc, i: int) -> bool:
    """Whether "U.S." or "Feb." ends its sentence: the parser says so and a capitalised word of the commonest kind follows."""
    token: Token = doc[i]
    if not token.text.endswith(".") or len(token.text) < 2 or i + 1 >= len(doc):
        return False
    after = doc[i + 1]
    if len(token.text) == 2 and i and after.text[:1].isupper() and (doc[i - 1].text == "-" or doc[i - 1].lower_ in {"on", "via"}):
        return True  # "said on X. Two", "the SPLM-N. Later"
    return bool(after.is_sent_start) and after.text[:1].isupper() and after.pos_ in {"DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "NUM"}


def bracketed(doc: Doc, i: int, start: int, end: int) -> tuple[int, int]:
    """The bracket inside the tokens `start` to `end` that holds token `i`, else those tokens."""
    low = next((j for j in range(i, start - 1, -1) if doc[j].text in {"(", ")"}), None)
    if low is None or doc[low].text == ")":
        return start, end
    return low + 1, next((j for j in range(i, end) if doc[j].text == ")"), end)
