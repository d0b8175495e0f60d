"""The key under which a name of a place is filed: no case, no marks, no apostrophes, hyphens as spaces."""

from __future__ import annotations

import unicodedata

SINGLE = str.maketrans(
    {"ł": "l", "Ł": "l", "ı": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ə": "a",
     "-": " ", "–": " ", "‑": " ", "_": " ", "/": " ", "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, "ʹ": None, "ʿ": None,  # noqa: E501
     "ʾ": None, ".": None}
)  # fmt: skip


def place_key(name: str) -> str:
    """'Khan Yūnis' and "KHAN-YUNIS" are both 'khan yunis'."""
    bare = name.translate(SINGLE)
    if not bare.isascii():
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
