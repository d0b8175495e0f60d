"""A corpus of many texts in one file: JSON lines of {"doc_id", "text", "date"}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from newspkg.errors import DataError, EnvironmentFault
from newspkg.ingest.reading import sha256_of
from newspkg.model import Issue, RawArticle


def read_corpus(path: Path) -> Iterator[RawArticle]:
    """One article a line. Raises DataError with file and line where a line is none, EnvironmentFault where the file can't be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _article(line, path, number)
    except UnicodeDecodeError as fault:
        raise DataError(f"{path}: not UTF-8 at byte {fault.start}; convert it") from fault
    except OSError as fault:
        raise EnvironmentFault(f"{path}: can't be read ({fault.strerror})") from fault


def _article(line: str, path: Path, number: int) -> RawArticle:
    try:
        row: dict[str, Any] = json.loads(line)
        text, doc_id, day = row["text"], str(row["doc_id"]), row.get("date")
        published = date.fromisoformat(day[:10]) if day else None
        if not isinstance(text, str):
            raise TypeError("text is no string")
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        told = f'expected an object with "doc_id", "text" and perhaps "date" (YYYY-MM-DD); {type(fault).__name__}: {fault}'
        raise DataError(f"{path}:{number}: {told}", [Issue("corpus", "error", told, file=str(path), line=number)]) from fault
    body = text.replace("\r\n", "\n").replace("\r", "\n")
    return RawArticle(doc_id, str(path), body, sha256_of(body), published_on=published, language="en", word_count=len(body.split()))
