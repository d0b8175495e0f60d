"""A reading as bytes: MessagePack of its mentions, compressed by Zstandard. The parse is left out: no later stage needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
import pyarrow as pa

from newspkg.model import (
    ActorMention,
    AnnotatedDocument,
    ArticleReading,
    Block,
    ClaimMention,
    DateMention,
    Document,
    EventMention,
    PlaceMention,
    QuantityMention,
    RawArticle,
    WeaponMention,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


class _Packed(msgspec.Struct, array_like=True, frozen=True):
    """All of a reading but its article. `text` is None where it is the article's body."""

    text: str | None
    blocks: tuple[Block, ...]
    raw_starts: tuple[int, ...]
    raw_ends: tuple[int, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    quantities: tuple[QuantityMention, ...]
    actors: tuple[ActorMention, ...]
    weapons: tuple[WeaponMention, ...]
    events: tuple[EventMention, ...]
    claims: tuple[ClaimMention, ...]


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(_Packed)
SIZE = 8  # bytes in front that tell how long the unpacked form is


def packed(reading: ArticleReading) -> bytes:
    """The bytes of a reading."""
    seen, document = reading.annotated, reading.annotated.document
    text = None if document.text == document.article.body else document.text
    kept = _Packed(
        text, document.blocks, document.raw_starts, document.raw_ends, seen.dates, seen.places, seen.quantities,
        reading.actors, reading.weapons, reading.events, reading.claims,
    )  # fmt: skip
    return deflated(_ENCODER.encode(kept))


def deflated(data: bytes) -> bytes:
    """The same, made small."""
    small: bytes = pa.compress(data, codec="zstd", asbytes=True)
    return len(data).to_bytes(SIZE, "big") + small


def inflated(data: bytes) -> bytes:
    """What `deflated` made small. Raises what Arrow raises, ValueError, MemoryError, OverflowError."""
    whole: bytes = pa.decompress(data[SIZE:], decompressed_size=int.from_bytes(data[:SIZE], "big"), codec="zstd", asbytes=True)
    return whole


def unpacked(data: bytes, article: RawArticle) -> ArticleReading | None:
    """The reading of `article` that `packed` made bytes of, without its parse; None where the bytes are no such thing."""
    try:
        kept = _DECODER.decode(inflated(data))
    except (msgspec.MsgspecError, pa.ArrowException, OSError, ValueError, MemoryError, OverflowError):
        return None
    text = article.body if kept.text is None else kept.text
    document = Document(article, text, kept.blocks, kept.raw_starts, kept.raw_ends)
    annotated = AnnotatedDocument(document, cast("Doc", None), kept.dates, kept.places, kept.quantities)
    return ArticleReading(annotated, kept.weapons, kept.actors, kept.events, kept.claims)
