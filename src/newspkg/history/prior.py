"""The ids that an earlier version gave, for the next one to keep."""

from __future__ import annotations

import polars as pl

from newspkg.history.bundle import Bundle
from newspkg.model.prior import PriorIds


def prior_ids(bundle: Bundle | None) -> PriorIds:
    """Event ids by the spans that name them; none where there is no earlier version."""
    if bundle is None or "evidence" not in bundle.tables:
        return PriorIds()
    evidence = pl.DataFrame(pl.from_arrow(bundle.tables["evidence"]))
    triggers = evidence.filter((pl.col("table") == "events") & pl.col("column").is_null())
    rows = triggers.select("article_id", "start", "end", "row_key").iter_rows()
    return PriorIds({(article, start, end): event for article, start, end, event in rows})
