"""Identifiers made from content: the same content has the same id, on every machine, in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LENGTH = 12  # hex digits: 48 bits, one clash expected in twenty million ids


def content_id(prefix: str, *parts: object) -> str:
    """`prefix` (which starts with a letter), a hyphen and a digest of the parts."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:LENGTH]}"


def slug(name: str) -> str:
    """An identifier from a name: ASCII letters, digits, hyphens; it starts with a letter."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")
    if not made:
        return "actor-" + "-".join(f"{ord(each):x}" for each in name[:8])
    return made if made[0].isalpha() else f"unit-{made}"
