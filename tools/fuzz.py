"""Feeds the parsers of untrusted input with mutated files: `python tools/fuzz.py TARGET [SECONDS]`; needs atheris. `all`: each in turn.

Every second mutation edits a valid example at the level of its members (`mutations.py`), the others its bytes.
A target may answer with issues or with an error of newspkg's own; anything else is a crash, and is kept by atheris as a file.
"""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mutations import Edit, edited_html, edited_json, edited_lines, mutated

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(tempfile.mkdtemp())
SEEDS = 40  # files of a kind that the fuzzer begins from
FIELD = '{"name": "a", "type": "date", "title": "A", "description": "A"}'


def article(data: bytes, suffix: str = ".md") -> None:
    from newspkg.ingest import inspect_article

    (HOME / f"x{suffix}").write_bytes(data)
    inspect_article(HOME / f"x{suffix}")


def page(data: bytes) -> None:
    article(data, ".html")


def front_matter(data: bytes) -> None:
    article(b"---\n" + data + b"\n---\n\nBody of an article.\n")


def coding(data: bytes) -> None:
    from newspkg.coding import form_of, read_coding

    (HOME / "x.coding.yaml").write_bytes(b"article: x\n" + data)
    read_coding(HOME / "x.coding.yaml", "Two rockets hit a depot near Southport on Monday.", form_of(None))


def codelist(data: bytes) -> None:
    from newspkg.check import check_codelist

    (HOME / "c.schema.json").write_text(f'{{"fields": [{FIELD}], "primaryKey": ["a"]}}')
    (HOME / "c.csv").write_bytes(b"a\n" + data)
    check_codelist(HOME / "c.csv")


def schema(data: bytes) -> None:
    from newspkg.check import check_codelist

    (HOME / "s.schema.json").write_bytes(data)
    (HOME / "s.csv").write_text("a\n1\n")
    check_codelist(HOME / "s.csv")


def pattern(data: bytes) -> None:
    from newspkg.specs.pattern import UnsafePattern, ambiguity, linear

    with contextlib.suppress(UnsafePattern):
        text = data.decode("utf-8", "replace")
        linear(text)
        ambiguity(text)


def descriptor(data: bytes) -> None:
    from newspkg.check import check_described

    for name, rows in TABLES.items():
        (HOME / f"{name}.csv").write_text(rows)
    (HOME / "datapackage.json").write_bytes(data)
    check_described(HOME / "datapackage.json")


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (article, page, front_matter, coding, codelist, schema, pattern, descriptor)
}


EXAMPLES = {
    "article": "tests/articles/*.md",
    "front_matter": "tests/articles/*.md",
    "coding": "tests/articles/*.yaml",
    "codelist": "schemas/codelists/*.csv",
    "schema": "schemas/**/*.schema.json",
}


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A depot burns</title>
<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2031-05-07T08:00:00Z">
<link rel="canonical" href="https://paper.example/2031/05/07/depot"><script type="application/ld+json">{"@type": "NewsArticle",
"headline": "A depot burns", "datePublished": "2031-05-07"}</script></head><body><header><a href="/">Home</a></header><article>
<h1>A depot burns</h1><p>Two rockets hit a depot near Southport on Monday, an official said.</p><p>Nobody was hurt, &ldquo;and that
is luck&rdquo;, the mayor said.</p><ul><li>The fire burned for two hours.</li></ul><table><tr><td>5</td></tr></table></article>
<aside>Related: <a href="/x">A bridge</a></aside><footer>&copy; 2031</footer></body></html>"""
TABLES = {"t": "a,b,c\nx,1,2031-05-07\ny,2,\n", "u": "a,n\nx,one\ny,two\n"}
SCHEMA: dict[str, Any] = {
    "name": "t", "title": "T", "description": "A table.", "fieldsMatch": "exact", "primaryKey": ["a"], "uniqueKeys": [["a", "b"]],
    "missingValues": [""],
    "fields": [
        {"name": "a", "type": "string", "title": "A", "description": "A.", "constraints": {"required": True, "pattern": "[a-z]+",
        "maxLength": 9}},
        {"name": "b", "type": "integer", "title": "B", "description": "B.", "categories": [{"value": 1, "label": "one"}, {"value": 2,
        "label": "two"}],
         "constraints": {"minimum": 0, "maximum": 9, "enum": [1, 2]}},
        {"name": "c", "type": "date", "title": "C", "description": "C.", "format": "default", "constraints": {"minimum": "2000-01-01"}},
    ],
}  # fmt: skip
OTHER = {
    "fields": [{"name": "a", "type": "string"}, {"name": "n"}],
    "primaryKey": "a",
    "foreignKeys": [{"fields": ["a"], "reference": {"resource": "t", "fields": ["a"]}}],
}
PACKAGE = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "p", "title": "P",
    "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}], "sources": [{"title": "S",
    "path": "https://x.example/"}],
    "resources": [
        {"name": "t", "path": "t.csv", "encoding": "utf-8", "mediatype": "text/csv", "dialect": {"delimiter": ",", "quoteChar": '"'},
        "schema": SCHEMA},
        {"name": "u", "path": "u.csv", "bytes": 18, "schema": OTHER},
    ],
}  # fmt: skip
MADE = {"page": PAGE, "schema": json.dumps(SCHEMA), "descriptor": json.dumps(PACKAGE)}
EDITS: dict[str, Edit] = {
    "page": edited_html, "descriptor": edited_json, "schema": edited_json, "front_matter": edited_lines, "coding": edited_lines,
    "article": edited_lines,
}  # fmt: skip


def example(name: str) -> bytes:
    """A valid file of the kind that a target reads."""
    path = next(iter(sorted(ROOT.glob(EXAMPLES.get(name, "none")))), None)
    return MADE[name].encode() if name in MADE else trimmed(name, path.read_bytes()[:20_000]) if path else b""


def seeds(name: str) -> list[str]:
    """A folder of files of the kind that a target reads, this project's own, each cut to 20 KB, and the example."""
    home = HOME / "seeds"
    home.mkdir()
    (home / "example").write_bytes(example(name))
    for number, path in enumerate(sorted(ROOT.glob(EXAMPLES.get(name, "none")))[:SEEDS]):
        (home / str(number)).write_bytes(trimmed(name, path.read_bytes()[:20_000]))
    return [str(home)]


def trimmed(name: str, data: bytes) -> bytes:
    """The part of an example that a target adds its frame to."""
    if name == "front_matter":
        return data.split(b"\n---\n")[0].removeprefix(b"---\n")
    return data[data.find(b"\n") + 1 :] if name in ("coding", "codelist") else data


def quietly(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """A target whose answers by newspkg's own errors are no crashes."""
    from newspkg.errors import NewspkgError

    def run(data: bytes) -> None:
        with contextlib.suppress(NewspkgError):
            target(data)

    return run


def main() -> None:
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 600
    if name == "all":
        codes = [subprocess.run([sys.executable, __file__, each, str(seconds)], check=False).returncode for each in TARGETS]  # noqa: S603
        raise SystemExit(max(codes))
    import atheris

    with atheris.instrument_imports(include=["newspkg", "ruamel", "trafilatura", "htmldate", "courlan"]):
        import trafilatura  # noqa: F401

        import newspkg.check.bundle  # what is instrumented; the package itself imports these only when they are asked for
        import newspkg.check.codelists
        import newspkg.check.csvfile
        import newspkg.check.standard
        import newspkg.check.strange
        import newspkg.coding
        import newspkg.ingest  # noqa: F401
    edit, begun = EDITS.get(name), example(name)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        if edit is None or random.Random(seed).random() < 0.5:  # noqa: S311
            return bytes(atheris.Mutate(data, most))
        return mutated(data, edit, begun, seed)[:most]

    options = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *options, *seeds(name)], quietly(TARGETS[name]), custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
