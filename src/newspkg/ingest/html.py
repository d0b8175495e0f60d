"""The main text and the metadata of a web page, by trafilatura."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache

LIMIT = 16 * 1024 * 1024  # characters; beyond it the tree alone takes gigabytes
FAR_FUTURE = "2100-01-01"  # the date finder's own limit is today, which would make a result depend on the clock


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its main text ('' where none is found), one block a line, and its metadata as stated."""

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: str | None = None
    license: str | None = None


@lru_cache(maxsize=2)  # reading and cleaning an article follow each other
def extract(source: str) -> Page:
    """The page of an HTML source; an empty page where no main text is found. Never raises on hostile markup."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    dates = {"original_date": True, "extensive_search": False, "max_date": FAR_FUTURE}
    try:
        found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=True, date_extraction_params=dates)
    except Exception:  # whatever the parsers stumble over: no text can be had
        return Page()
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        return Page()
    return Page(found.text, found.title, found.sitename, found.url, found.date, found.license)
