"""The different values of keys, kept frame by frame and thinned out now and then."""

from __future__ import annotations

import polars as pl

PILE = 16  # batches whose keys are kept before those that repeat are dropped


def add_to(frames: list[pl.DataFrame], frame: pl.DataFrame) -> None:
    frames.append(frame.drop_nulls().unique())
    if len(frames) >= PILE:
        frames[:] = [pl.concat(frames).unique()]


def joined(frames: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(frames).unique() if frames else pl.DataFrame()
