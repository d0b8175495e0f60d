"""Files in which no fault was found before are not examined again: what they said is kept by their place and bytes."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path

import msgspec

from newspkg.ingest import frontmatter
from newspkg.ingest.encoding import Undecodable, decode
from newspkg.ingest.reading import LIMIT, MEDIA_TYPES, Read, inspect_article
from newspkg.model import RawArticle

_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(RawArticle)


class Known:
    """Reads the files of a folder. `kept` holds articles without their bodies, as bytes."""

    def __init__(self, folder: Path, kept: MutableMapping[str, bytes] | None) -> None:
        self._folder, self._kept = folder, kept

    def read(self, path: Path) -> Read:
        """What `inspect_article` says of the file. Raises as it does."""
        data = _plain(path) if self._kept is not None else None
        if data is None or self._kept is None:
            return inspect_article(path, self._folder)
        told = f"article-1 {path.relative_to(self._folder).as_posix()}".encode("utf-8", "surrogateescape")
        key = hashlib.sha256(told + b"\0" + data).hexdigest()
        article = _decoded(self._kept.get(key))
        if article is not None and (body := _body(path, data)) is not None:
            return Read(replace(article, body=body), ())
        read = inspect_article(path, self._folder)
        if read.article is not None and not read.issues and read.article.body == _body(path, data):
            self._kept[key] = _ENCODER.encode(replace(read.article, body=""))
        return read


def _plain(path: Path) -> bytes | None:
    """The bytes of a plain file of an article's size; None for all else, at which there is more to see."""
    try:
        is_plain = path.is_file() and not path.is_symlink() and path.stat().st_size <= LIMIT
        return path.read_bytes() if is_plain else None
    except (OSError, ValueError):
        return None


def _decoded(data: bytes | None) -> RawArticle | None:
    try:
        return _DECODER.decode(data) if data is not None else None
    except (msgspec.MsgspecError, ValueError):
        return None


def _body(path: Path, data: bytes) -> str | None:
    is_html = MEDIA_TYPES[path.suffix.lower()] == "text/html"
    try:
        text = decode(data, is_html).text
    except Undecodable:
        return None
    return text if is_html else frontmatter.split(text)[1]
