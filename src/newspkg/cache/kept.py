"""What is kept in a store, as a mapping: read one by one, written some at a time."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from newspkg.cache.store import Store

TOGETHER = 500  # items that one write takes,
MOST = 8 << 20  # and bytes


class Kept(MutableMapping[str, bytes]):
    """Of a closed store nothing is kept. `flush` writes what is not yet written. `of` tells apart what different code keeps."""

    def __init__(self, store: Store, of: str = "") -> None:
        self._store = store
        self._of = of
        self._new: dict[str, bytes] = {}
        self._size = 0

    def __getitem__(self, key: str) -> bytes:
        named = self._of + key
        found = self._new.get(named) or self._store.get([named]).get(named)
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: bytes) -> None:
        self._new[self._of + key] = value
        self._size += len(value)
        if len(self._new) >= TOGETHER or self._size >= MOST:
            self.flush()

    def flush(self) -> None:
        self._store.put(self._new.items())
        self._new.clear()
        self._size = 0

    def __delitem__(self, key: str) -> None:
        raise TypeError("what is kept goes when the store is pruned")

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a store does not tell its keys")

    def __len__(self) -> int:
        raise TypeError("a store does not tell its keys")
