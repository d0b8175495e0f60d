"""What was read of an article, kept by its content, so that a build reads only what is new. Safe to delete at any time."""

from newspkg.cache.codec import packed, unpacked
from newspkg.cache.fingerprint import fingerprint, ingest_fingerprint, key_of
from newspkg.cache.kept import Kept
from newspkg.cache.store import Store, default_folder, open_store

__all__ = ["Kept", "Store", "default_folder", "fingerprint", "ingest_fingerprint", "key_of", "open_store", "packed", "unpacked"]
