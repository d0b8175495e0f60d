"""How to load a table of a bundle in six tools: tool, language of the code, code with `{table}`."""

from __future__ import annotations

LOADING = (
    ("DuckDB", "sql", "SELECT * FROM 'data/{table}.parquet';"),
    ("pandas", "python", 'import pandas as pd\n\n{table} = pd.read_parquet("data/{table}.parquet", dtype_backend="pyarrow")'),
    ("polars", "python", 'import polars as pl\n\n{table} = pl.read_parquet("data/{table}.parquet")'),
    ("pyarrow", "python", 'import pyarrow.parquet as pq\n\n{table} = pq.read_table("data/{table}.parquet")'),
    ("R", "r", 'library(arrow)\n\n{table} <- read_parquet("data/{table}.parquet")'),
    (
        "Excel",
        "text",
        """\
Data > Get Data > From File > From Text/CSV > data/{table}.csv
File origin: 65001: Unicode (UTF-8). Delimiter: comma. Data type detection: do not detect.
Don't open the file by a double click: Excel would take texts that begin with = for formulas and change dates.""",
    ),
)
