"""A block of a CSV file to a frame of texts: by the quick reader where its answer is beyond doubt, by the careful one elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import polars as pl

from newspkg.check.csvfile.blocks import Block, Rest
from newspkg.check.csvfile.careful import BOM, load_carefully, load_rest
from newspkg.check.csvfile.header import Unreadable, undecodable
from newspkg.check.csvfile.shape import Loaded, Shape


def loads(pieces: Iterable[Block | Rest], shape: Shape, longest: int) -> Iterator[Callable[[], Loaded]]:
    """For each block what loads it, on any thread; a record of more than `longest` bytes is too long. Raises Unreadable, as they do."""
    for piece in pieces:
        if isinstance(piece, Block):
            yield partial(_load, piece, shape, longest)
        else:
            yield from load_rest(piece.start, shape, longest)


def _load(block: Block, shape: Shape, longest: int) -> Loaded:
    _ensure_text(block, shape)
    frame = _quick(block, shape)
    if frame is None or not _is_whole(frame, block, shape):
        return load_carefully(block, shape, longest)
    return Loaded(frame, block.start, len(frame) if block.bare is None else block.lines)


def _ensure_text(block: Block, shape: Shape) -> None:
    if not block.text.isascii():
        try:
            block.text.decode("utf-8")
        except UnicodeDecodeError as fault:
            raise Unreadable(undecodable(shape.path)) from fault


def _quick(block: Block, shape: Shape) -> pl.DataFrame | None:
    """The frame by the reader that fills short records with nulls; None where it refuses or would read cells otherwise."""
    if "" not in shape.nulls or (block.bare is not None and len(shape.nulls) > 1) or block.text.startswith(BOM):
        return None
    schema, others = dict.fromkeys(shape.names, pl.String), [each for each in shape.nulls if each]
    quote = None if block.bare is None else '"'
    try:
        frame = pl.read_csv(
            block.text, has_header=False, schema=schema, separator=shape.delimiter, quote_char=quote, null_values=others or None
        )
    except pl.exceptions.PolarsError:
        return None
    # Quoted cells without a text are null too.
    empty = [name for name in frame.columns if frame[name].str.len_bytes().min() == 0] if quote else []
    return frame.with_columns(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in empty) if empty else frame


def _is_whole(frame: pl.DataFrame, block: Block, shape: Shape) -> bool:
    """Whether every record has all of its cells: the last cells are none that were filled, or there are as many as should be."""
    # The quick reader takes a last line with an empty cell too many, if it has no break.
    is_filled = shape.width > 1 and block.text.endswith(b"\n") and not frame.to_series(-1).null_count()
    if block.bare is None and is_filled:
        return True
    counted = block.text if block.bare is None else block.bare
    records = counted.count(b"\n") + (not block.text.endswith(b"\n"))
    return len(frame) == records and (is_filled or counted.count(shape.delimiter.encode()) == records * (shape.width - 1))
