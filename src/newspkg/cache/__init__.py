"""What was read of an article, kept by its content, so that a build reads only what is new. Safe to delete at any time."""

from newspkg.cache.codec import deflated, inflated, packed, unpacked
from newspkg.cache.fingerprint import fingerprint, ingest_fingerprint, key_of, row_fingerprint
from newspkg.cache.kept import Kept
from newspkg.cache.store import Store, default_folder, open_store

__all__ = [
    "Kept",
    "Store",
    "default_folder",
    "deflated",
    "fingerprint",
    "inflated",
    "ingest_fingerprint",
    "key_of",
    "open_store",
    "packed",
    "row_fingerprint",
    "unpacked",
]
