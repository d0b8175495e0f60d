"""The benchmark: `python benchmarks/run.py [--articles N ...] [--json FILE] [--plot FILE]`.

Every figure is a ratio of two measurements of one run, so that it means the same on every machine; the curve tells seconds and memory.
"""

from __future__ import annotations

import json
import platform
import tempfile
from pathlib import Path
from typing import Any

import click
from corpus import write
from measures import checking, command, difference, extraction, writing
from rich.console import Console
from rich.table import Table

MORE = "---\ntitle: One more\npublished_on: 2025-02-03\n---\n\nRebels shelled Goma on Sunday, killing 4 people, the army said.\n"


@click.command()
@click.option(
    "--articles", "sizes", type=int, multiple=True, default=(100, 300), show_default=True, help="Sizes of the corpora of the curve."
)
@click.option("--rows", type=int, default=200_000, show_default=True, help="Rows a side of the diff.")
@click.option("--jobs", type=int, multiple=True, default=(1,), show_default=True, help="Numbers of processes of the builds.")
@click.option("--repeats", type=int, default=3, show_default=True)
@click.option("--json", "to_json", type=click.Path(path_type=Path), help="Where the results go as JSON.")
@click.option("--plot", "to_plot", type=click.Path(path_type=Path), help="Where the curve goes as an image (needs matplotlib).")
def main(sizes: tuple[int, ...], rows: int, jobs: tuple[int, ...], repeats: int, to_json: Path | None, to_plot: Path | None) -> None:
    """Measure newspkg against the bare tools that it is built on, and how time and memory grow with the number of articles."""
    with tempfile.TemporaryDirectory() as home:
        curve = [point for size in sizes for point in _builds(Path(home), size, jobs)]
        bundle = next((Path(home) / f"out-{min(sizes)}-{jobs[0]}").glob("*/*/datapackage.json")).parent
        ratios = [
            extraction(Path(home) / f"raw-{min(sizes)}", repeats).as_dict(),
            checking(bundle, Path(home) / f"raw-{min(sizes)}", repeats).as_dict(),
            writing(bundle, repeats).as_dict(),
            difference(rows, repeats).as_dict(),
        ]
    found = {"machine": platform.machine(), "python": platform.python_version(), "ratios": ratios, "curve": curve}
    _show(ratios, curve)
    if to_json:
        to_json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    if to_plot:
        plot(curve, to_plot)


def _builds(home: Path, size: int, jobs: tuple[int, ...]) -> list[dict[str, Any]]:
    """A build from nothing, one with nothing new, and one after one more article, for each number of processes."""
    raw = home / f"raw-{size}"
    write(raw, size)
    points = []
    for number in jobs:
        out, cache = home / f"out-{size}-{number}", home / f"cache-{size}-{number}"
        words = ("build", "--quiet", "--raw", str(raw), "--out", str(out), "--jobs", str(number))
        points.append({"articles": size, "jobs": number, "build": "from nothing", **command(*words, cache=cache)})
        points.append({"articles": size, "jobs": number, "build": "nothing new", **command(*words, cache=cache)})
        more = raw / "one-more.md"
        more.write_text(MORE, encoding="utf-8")
        points.append({"articles": size, "jobs": number, "build": "one more article", **command(*words, cache=cache)})
        more.unlink()
    return points


def _show(ratios: list[dict[str, Any]], curve: list[dict[str, Any]]) -> None:
    console = Console()
    for title, rows in (("ratios of one run", ratios), ("builds", curve)):
        table = Table(title=title)
        for column in rows[0]:
            table.add_column(column, justify="right")
        for row in rows:
            table.add_row(*(str(value) for value in row.values()))
        console.print(table)


def plot(curve: list[dict[str, Any]], path: Path, seconds: str = "seconds") -> None:
    """The curve as an image: the column `seconds` and the peak memory by the number of articles."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2, figsize=(10, 4))
    for axis, column, label in zip(axes, (seconds, "peak_mib"), (seconds.replace("_", " "), "peak memory (MiB)"), strict=True):
        for kind in dict.fromkeys((point["build"], point["jobs"]) for point in curve):
            points = [(p["articles"], p[column]) for p in curve if (p["build"], p["jobs"]) == kind]
            axis.plot(*zip(*points, strict=True), marker="o", label=f"{kind[0]}, {kind[1]} process{'es' * (kind[1] > 1)}")
        axis.set(xlabel="articles", ylabel=label, xscale="log", yscale="log")
        axis.legend()
    figure.tight_layout()
    figure.savefig(path)


if __name__ == "__main__":
    main()
