"""What the benchmark measures, each against the bare tool that it is built on, in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from newspkg.ingest import clean, read_article, read_articles


@dataclass
class Seconds:
    """Seconds of wall clock and of the processor."""

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(frozen=True)
class Ratio:
    """Ours against the bare tool: `ratio` is ours / bare, of processor time."""

    name: str
    ours: float
    bare: float
    rows: int
    unit: str = "rows"

    @property
    def ratio(self) -> float:
        return self.ours / self.bare if self.bare else float("nan")

    def as_dict(self) -> dict[str, object]:
        per_second = self.rows / self.ours if self.ours else None
        return {
            "name": self.name, "ours_s": round(self.ours, 4), "bare_s": round(self.bare, 4), "ratio": round(self.ratio, 4),
            "rows": self.rows, "unit": self.unit, "rows_per_second": round(per_second, 1) if per_second else None,
        }  # fmt: skip


@contextmanager
def timed() -> Iterator[Seconds]:
    found, wall, cpu = Seconds(), time.perf_counter(), time.process_time()
    yield found
    found.wall, found.cpu = time.perf_counter() - wall, time.process_time() - cpu


def best(work: Callable[[], object], repeats: int) -> float:
    """The least processor time of several runs."""
    times = []
    for _ in range(repeats):
        with timed() as found:
            work()
        times.append(found.cpu)
    return min(times)


def extraction(raw: Path, repeats: int) -> Ratio:
    """All of the extraction against the bare spaCy pipeline on the same text."""
    from newspkg.annotate import Annotator
    from newspkg.annotate.parse import load_model
    from newspkg.extract import Extractor
    from newspkg.specs import Codelists

    documents = [clean(read_article(path, raw)) for path in sorted(raw.rglob("*.md"))]
    nlp, lists = load_model(), Codelists()
    annotate, extract = Annotator(lists), Extractor(lists)
    _ = [extract(each) for each in annotate(documents[:2])]  # loads what is loaded once
    bare = best(lambda: list(nlp.pipe([document.text for document in documents], batch_size=16)), repeats)
    ours = best(lambda: [extract(each) for each in annotate(documents)], repeats)
    return Ratio("extraction / bare spaCy", ours, bare, len(documents), "articles")


def writing(bundle: Path, repeats: int) -> Ratio:
    """Writing a bundle's tables, documents and digests against pyarrow writing the same tables."""
    from newspkg.model.release import Release
    from newspkg.publish.bundle import write_bundle
    from newspkg.specs import default_schemas
    from newspkg.specs.package import load_package

    tables = {path.stem: pq.read_table(path) for path in sorted((bundle / "data").glob("*.parquet"))}
    package = load_package(default_schemas())
    release = Release("1.0.0", None, True, ("first version",), ())

    def ours() -> None:
        with tempfile.TemporaryDirectory() as folder:
            write_bundle(Path(folder), tables, package, release, None)

    def bare() -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, table in tables.items():
                pq.write_table(table, Path(folder) / f"{name}.parquet", compression="zstd")
                pa_csv.write_csv(table, Path(folder) / f"{name}.csv")

    rows = sum(table.num_rows for table in tables.values())
    return Ratio("writing / pyarrow", best(ours, repeats), best(bare, repeats), rows)


def difference(rows: int, repeats: int) -> Ratio:
    """`diff` of two folders against a polars join of the same tables; one row in a hundred differs."""
    from newspkg.history import diff, open_side

    old = pl.DataFrame({"event_id": [f"e-{n:09d}" for n in range(rows)], "a": range(rows), "b": [f"text {n % 97}" for n in range(rows)]})
    new = old.with_columns(pl.when(pl.col("a") % 100 == 0).then(pl.col("a") + 1).otherwise(pl.col("a")).alias("a")).slice(10)
    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, frame in (("old", old), ("new", new)):
            (Path(folder) / name).mkdir()
            frame.write_parquet(Path(folder) / name / "events.parquet")
            sides.append(Path(folder) / name)
        schema = {"events": {"fields": [{"name": name} for name in old.columns], "primaryKey": ["event_id"]}}

        def bare() -> None:
            left, right = (pl.read_parquet(side / "events.parquet") for side in sides)
            joined = left.join(right, on="event_id", how="full", suffix="_new")
            joined.filter((pl.col("a") != pl.col("a_new")) | (pl.col("b") != pl.col("b_new"))).height  # noqa: B018

        ours = best(lambda: diff(*(open_side(side, schema) for side in sides)), repeats)
        return Ratio("diff / polars join", ours, best(bare, repeats), rows)


def checking(bundle: Path, raw: Path, repeats: int) -> Ratio:
    """All of our checks of a bundle's tables against `frictionless validate` of its CSV files."""
    from frictionless import Package

    from newspkg.check import check_tables
    from newspkg.specs import default_schemas
    from newspkg.specs.package import load_package

    tables = {path.stem: pq.read_table(path) for path in sorted((bundle / "data").glob("*.parquet"))}
    package = load_package(default_schemas())
    bodies = {article.article_id: article.body for article in read_articles(raw)[0]}
    descriptor = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [each for each in descriptor["resources"] if each["path"].endswith(".csv")]
    rows = sum(table.num_rows for table in tables.values())
    ours = best(lambda: check_tables(tables, package, bodies), repeats)
    bare = best(lambda: Package.from_descriptor(descriptor, basepath=str(bundle)).validate(), 1)
    return Ratio("checks / frictionless", ours, bare, rows)


def command(*words: str, cache: Path) -> dict[str, float]:
    """Wall seconds and peak memory (MiB, of the largest process) of a whole command. Raises CalledProcessError where it fails."""
    script = (
        "import resource, subprocess, sys, time; start = time.perf_counter(); "
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
        "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024); sys.exit(done.returncode)"
    )
    line = [sys.executable, "-c", script, sys.executable, "-m", "newspkg", *words]
    told = subprocess.run(line, check=True, capture_output=True, text=True, env={**os.environ, "NEWSPKG_CACHE": str(cache)}).stdout.split()  # noqa: S603
    return {"seconds": round(float(told[0]), 3), "peak_mib": round(float(told[1]), 1)}
