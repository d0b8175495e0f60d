"""Feeds the parsers of untrusted input with mutated bytes: `python tools/fuzz.py TARGET [SECONDS]`; needs atheris. `all`: each in turn.

A target may answer with issues or with an error of newspkg's own; anything else is a crash, and is kept by atheris as a file.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

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

    (HOME / "datapackage.json").write_bytes(data)
    check_described(HOME / "datapackage.json")


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (article, page, front_matter, coding, codelist, schema, pattern, descriptor)
}


EXAMPLES = {
    "article": "tests/articles/*.md",
    "page": "tests/**/*.html",
    "front_matter": "tests/articles/*.md",
    "coding": "tests/articles/*.yaml",
    "codelist": "schemas/codelists/*.csv",
    "schema": "schemas/**/*.schema.json",
    "descriptor": "packages/*/*/datapackage.json",
}


def seeds(name: str) -> list[str]:
    """A folder of this project's own files of the kind that a target reads, each cut to 20 KB; none where there are none."""
    home = HOME / "seeds"
    home.mkdir()
    for number, path in enumerate(sorted(ROOT.glob(EXAMPLES.get(name, "none")))[:SEEDS]):
        data = path.read_bytes()[:20_000]
        (home / str(number)).write_bytes(trimmed(name, data))
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

    with atheris.instrument_imports(include=["newspkg", "ruamel"]):
        import newspkg.check
        import newspkg.coding
        import newspkg.ingest  # noqa: F401 what is instrumented
    options = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *options, *seeds(name)], quietly(TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
