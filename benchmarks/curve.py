"""The curve: `python benchmarks/curve.py [--articles N ...] [--json FILE] [--plot FILE]`.

How all that comes after the extraction grows with the number of articles: builds of variants whose readings are in the cache already, and
of one article more. Seconds are of the processor, of all processes together. Memory is that of the whole process tree at its highest:
`peak_mib` with pages of files, which the kernel drops where memory is short, `own_mib` without them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import click
import corpus
from variants import Variants

from newspkg.cache import fingerprint, key_of, open_store, packed
from newspkg.ingest import read_articles
from newspkg.model import ArticleReading
from newspkg.readings import read_chunk
from newspkg.specs import default_schemas

MORE = (
    "---\ntitle: One more\npublished_on: 2025-02-03\nlanguage: en\n---\n\nRebels shelled Goma on Sunday, killing 4 people, the army said.\n"
)
TOGETHER = 500  # readings that one write to the cache takes
EVERY = 0.1  # seconds from one look at the memory to the next


@dataclass
class Resident:
    """The most memory seen so far, in KiB."""

    whole: int = 0
    own: int = 0

    def see(self, processes: Iterable[tuple[int, int]]) -> None:
        whole, own = (sum(each) for each in zip(*processes, strict=True))
        self.whole, self.own = max(self.whole, whole), max(self.own, own)

    def as_dict(self) -> dict[str, int]:
        return {"peak_mib": round(self.whole / 1024), "own_mib": round(self.own / 1024)}


@click.command()
@click.option("--articles", "sizes", type=int, multiple=True, default=(1_000, 10_000), show_default=True, help="Sizes of the data sets.")
@click.option("--bases", type=int, default=300, show_default=True, help="Articles that are really read; all others are variants of them.")
@click.option("--json", "to_json", type=click.Path(path_type=Path), help="Where the results go as JSON.")
@click.option("--plot", "to_plot", type=click.Path(path_type=Path), help="Where the curve goes as an image (needs matplotlib).")
def main(sizes: tuple[int, ...], bases: int, to_json: Path | None, to_plot: Path | None) -> None:
    """Measure builds whose readings are in the cache."""
    with tempfile.TemporaryDirectory() as folder:
        variants = _variants(Path(folder) / "bases", bases)
        points = [point for size in sizes for point in _measured(Path(folder) / str(size), size, variants)]
    if to_json:
        to_json.write_text(json.dumps({"curve": points}, indent=2) + "\n", encoding="utf-8")
    if to_plot:
        from run import plot

        plot(points, to_plot, "cpu_seconds")


def _variants(folder: Path, bases: int) -> Variants:
    try:
        return Variants(_read(folder, bases))
    except ValueError as fault:
        raise click.BadParameter(f"{fault}; expected more base articles", param_hint="--bases") from fault


def _read(folder: Path, count: int) -> list[ArticleReading]:
    corpus.write(folder, count, most=1)
    return read_chunk([each for each in read_articles(folder)[0] if each.duplicate_of is None], default_schemas(), None)


def _measured(home: Path, size: int, variants: Variants) -> Iterator[dict[str, Any]]:
    _fill(home, size, variants)
    words = ("build", "--quiet", "--raw", str(home / "raw"), "--out", str(home / "out"), "--cache", str(home / "cache"))
    for build in ("readings from the cache", "one article more"):
        if build != "readings from the cache":
            (home / "raw" / "one-more.md").write_text(MORE, encoding="utf-8")
        point = {"articles": size, "jobs": 1, "build": build, **measured(sys.executable, "-m", "newspkg", *words)}
        click.echo(json.dumps(point))
        yield point


def _fill(home: Path, size: int, variants: Variants) -> None:
    """The articles, and their readings in the cache."""
    reader = fingerprint(default_schemas(), None)
    drawn = variants.draw(size)
    with closing(open_store(home / "cache")) as store:
        while some := list(islice(drawn, TOGETHER)):
            for name, text, _ in some:
                path = home / "raw" / name[:5] / f"{name}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            store.put([(key_of(made.annotated.document.article, reader), packed(made)) for _, _, made in some])


def measured(*words: str, codes: tuple[int, ...] = (0,)) -> dict[str, float]:
    """Processor and wall seconds of a whole command, and the most memory of its process tree. Raises where it ends otherwise."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    peak = Resident()
    watch = threading.Thread(target=_watch, args=(child, peak))
    watch.start()
    code = child.wait()
    watch.join()
    if code not in codes:
        raise subprocess.CalledProcessError(code, words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu_seconds": round(cpu, 1), "seconds": round(time.perf_counter() - start, 1), **peak.as_dict()}


def _watch(child: subprocess.Popen[bytes], peak: Resident) -> None:
    while child.poll() is None:
        peak.see(map(_resident, _tree(child.pid)))
        time.sleep(EVERY)


def _tree(root: int) -> set[int]:
    """A process and all below it."""
    parents: dict[int, int] = {}
    for name in (path.name for path in Path("/proc").iterdir() if path.name.isdecimal()):
        try:
            parents[int(name)] = int(Path("/proc", name, "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return tree


def _resident(pid: int) -> tuple[int, int]:
    """KiB that a process has in memory, and how many of them are no pages of files; what processes share counts for each."""
    try:
        lines = Path("/proc", str(pid), "status").read_text().splitlines()
        told = {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines) if name in ("VmRSS", "RssFile")}
        return told["VmRSS"], told["VmRSS"] - told["RssFile"]
    except (OSError, KeyError, IndexError):
        return 0, 0


if __name__ == "__main__":
    main()
