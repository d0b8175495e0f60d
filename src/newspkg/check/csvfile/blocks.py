"""A CSV file cut into blocks of whole records, as long as its quotes leave no doubt of where a record ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from newspkg.check.csvfile.quotes import MANY, Outside, outside

LONGEST = 1 << 21  # bytes of a header
TAIL = 1 << 16
TRIES = 10_000  # line breaks that are tried for the end of a block


@dataclass(frozen=True, slots=True)
class Block:
    """Whole records, the first of them at byte `start` of the file. `bare`: what counts outside of its quoted cells; None without any."""

    start: int
    text: bytes
    bare: bytes | Outside | None

    @property
    def lines(self) -> int:
        """Its physical lines; the last one of a file may have no break."""
        return self.text.count(b"\n") + (not self.text.endswith(b"\n"))


@dataclass(frozen=True, slots=True)
class Rest:
    """The file from byte `start` on: quotes inside of cells, lone carriage returns, a record longer than a block."""

    start: int


def header_end(path: Path, delimiter: bytes) -> int:
    """The bytes of the header where it is one line; 0 where that is in doubt."""
    with path.open("rb") as file:
        line = file.readline(LONGEST)
    return len(line) if line.endswith(b"\n") and _block(0, line, delimiter) else 0


def cut(path: Path, start: int, size: int, delimiter: bytes) -> Iterator[Block | Rest]:
    """The blocks of a file from a byte on, of about that size; the last may be a Rest."""
    with path.open("rb") as file:
        whole = file.seek(0, 2)
        while start < whole:
            end = _line_end(file, start, size) if start + size < whole else whole
            file.seek(start)
            block = _block(start, _paired(file.read(end - start), is_last=end == whole), delimiter) if end else None
            if block is None:
                yield Rest(start)
                return
            yield block
            start += len(block.text)


def _line_end(file: BinaryIO, start: int, size: int) -> int:
    """Behind the last line break of so many bytes; 0 where there is none. Looked for first, so that the block is read without a copy."""
    for step in (min(TAIL, size), size):
        file.seek(start + size - step)
        found = file.read(step).rfind(b"\n") + 1
        if found:
            return start + size - step + found
    return 0


def _paired(text: bytes, *, is_last: bool) -> bytes:
    """The text up to the last line break before which the quotes are paired; none of it where there is none near the end."""
    odd, end = b'"' in text and text.count(b'"') % 2, len(text)
    if not odd or is_last:
        return text
    for _ in range(TRIES):
        before = text.rfind(b"\n", 0, end - 1) + 1
        odd ^= text.count(b'"', before, end) % 2
        end = before
        if not odd or not end:
            break
    return text[:end] if not odd else b""


def _block(start: int, text: bytes, delimiter: bytes) -> Block | None:
    """None where only a reader that goes cell by cell can tell the records."""
    quotes = text.count(b'"')
    if quotes > MANY and b"\r" not in text and (cells := outside(text, delimiter)) is not None:
        return Block(start, text, cells)
    bare = _without_quoted(text, delimiter) if quotes else text
    if bare is None or not text or not _is_plain(text, bare):
        return None
    return Block(start, text, bare if quotes else None)


def _is_plain(text: bytes, bare: bytes) -> bool:
    """Whether no carriage return stands elsewhere than before every line break that ends a record."""
    if b"\r" not in text:
        return True
    ends = bare.count(b"\n")
    return text.count(b"\r") == bare.count(b"\r") == bare.count(b"\r\n") == ends and bare.endswith(b"\n")


@lru_cache(maxsize=8)
def _quoted(delimiter: bytes) -> re.Pattern[bytes]:
    """A quoted cell between delimiters and line breaks. It begins by a plain quote, which an engine finds at once."""
    before, after = re.escape(delimiter), re.escape(delimiter)
    return re.compile(rb'"(?:(?<=[%b\n]")|(?<=\A"))[^"]*+(?:""[^"]*+)*+"(?=%b|\n|\r\n|\Z)' % (before, after))


def _without_quoted(text: bytes, delimiter: bytes) -> bytes | None:
    """The text without its quoted cells; None where a quote stands elsewhere than around a cell or doubled in it."""
    # Whatever is not taken leaves its quotes, and all before what is taken was: it begins outside of quotes.
    bare = _quoted(delimiter).sub(b"", text)
    return None if b'"' in bare else bare
