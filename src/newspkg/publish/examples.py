"""Five questions put to the tables, in SQL that DuckDB and polars both understand, with the answers of this version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import polars as pl
import pyarrow as pa

from newspkg.mapped import slices
from newspkg.publish.markdown import grid

ROWS = 250_000  # that are read together


@dataclass(frozen=True, slots=True)
class Example:
    """`only`: the condition of the query that most rows of a long table do not meet; they need not be read."""

    question: str
    sql: str
    tables: tuple[str, ...]
    only: Mapping[str, pl.Expr] = field(default_factory=dict)


EXAMPLES = (
    Example(
        "How many events of each kind are there?",
        """\
SELECT event_type, event_subtype, COUNT(*) AS events
FROM events
GROUP BY event_type, event_subtype
ORDER BY events DESC, event_type, event_subtype
LIMIT 10""",
        ("events",),
    ),
    Example(
        "Who strikes whom?",
        """\
SELECT i.name AS initiator, t.name AS target, COUNT(*) AS attacks
FROM events e
JOIN actors i ON e.initiator_id = i.actor_id
JOIN actors t ON e.target_id = t.actor_id
WHERE e.event_type = 'attack'
GROUP BY i.name, t.name
ORDER BY attacks DESC, initiator, target
LIMIT 10""",
        ("events", "actors"),
    ),
    Example(
        "Which weapons are used, and in how many events?",
        """\
SELECT w.name AS weapon, w.weapon_class AS weapon_class, COUNT(*) AS events
FROM event_weapons u
JOIN weapons w ON u.weapon_id = w.weapon_id
WHERE u.role = 'used'
GROUP BY w.name, w.weapon_class
ORDER BY events DESC, weapon, weapon_class
LIMIT 10""",
        ("event_weapons", "weapons"),
    ),
    Example(
        "Who claims what?",
        """\
SELECT a.name AS speaker, c.claim_type AS claim_type, COUNT(*) AS claims
FROM claims c
JOIN actors a ON c.speaker_id = a.actor_id
GROUP BY a.name, c.claim_type
ORDER BY claims DESC, speaker, claim_type
LIMIT 10""",
        ("claims", "actors"),
    ),
    Example(
        "Which words of which article name each event?",
        """\
SELECT e.event_id AS event_id, e.event_subtype AS event_subtype, v.article_id AS article_id, v.text AS words
FROM events e
JOIN evidence v ON v.row_key = e.event_id
WHERE v."table" = 'events' AND v."column" IS NULL
ORDER BY event_id, article_id, v."start"
LIMIT 10""",
        ("events", "evidence"),
        {"evidence": (pl.col("table") == "events") & pl.col("column").is_null()},
    ),
)


def examples(tables: Mapping[str, pa.Table]) -> list[tuple[Example, str]]:
    """Every example whose tables there are, with its answer as a Markdown table."""
    return [(example, _answer(example, tables)) for example in EXAMPLES if all(name in tables for name in example.tables)]


def _answer(example: Example, tables: Mapping[str, pa.Table]) -> str:
    frames = {name: _frame(tables[name], example, name) for name in example.tables}
    found = pl.SQLContext(frames, eager=True).execute(example.sql)
    return grid(found.columns, found.rows()) if found.height else "No rows in this version.\n"


def _frame(table: pa.Table, example: Example, name: str) -> pl.DataFrame:
    """What the query asks of a table: the columns that it names, read some rows at a time."""
    named = set(re.findall(r"\w+", example.sql))
    table = table.select([column for column in table.column_names if column in named])
    only = example.only.get(name, pl.lit(value=True))
    parts = slices(table, ROWS) if table.num_rows else [table]
    return pl.concat([cast(pl.DataFrame, pl.from_arrow(part)).filter(only) for part in parts])
