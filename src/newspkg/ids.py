"""Identifiers made from content: the same content has the same id, on every machine, in every run."""

from __future__ import annotations

import hashlib

LENGTH = 12  # hex digits: 48 bits, one clash expected in twenty million ids


def content_id(prefix: str, *parts: object) -> str:
    """`prefix` (which starts with a letter), a hyphen and a digest of the parts."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:LENGTH]}"
