"""Bytes to text: any encoding that can be told, a clear error where it can't."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

from newspkg.text import Lines, Spot, spot_of_byte

SAMPLE = 200_000  # bytes that are shown to the detector
LOOKS_BINARY = "the file looks binary or is UTF-16 without a mark; save it as UTF-8 text"
CHAOS, COHERENCE = 0.1, 0.2  # charset-normalizer's own measures: the most disorder, the least likeness to a language

# UTF-32's mark begins with UTF-16's: the longer one is tried first
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"PAR1", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
TYPOGRAPHIC = set("“”‘’–—…•€£¥§©®™°·«»¿¡½¼¾²³´ºª¢±×÷\u00a0\u00ad‚„‹›†‡‰")
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)


class Undecodable(ValueError):
    """The bytes are no text that can be told; `line` is the 1-based line of the first byte at fault, where one is."""

    def __init__(self, found: str, hint: str, line: int | None = None) -> None:
        super().__init__(found)
        self.found, self.hint, self.line = found, hint, line


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; `doubt` says which encoding was taken for its own where neither bytes nor page name one, `at` where the first byte stands
    that asks for it."""

    text: str
    doubt: str | None = None
    at: Spot | None = None


def decode(data: bytes, is_html: bool = False) -> Decoded:
    """The text of `data`, without byte order marks, line ends as `\\n`. Raises Undecodable."""
    found = _decoded(data, is_html)
    text = found.text.lstrip("\ufeff")
    if "\0" in text:
        raise Undecodable("a NUL character", LOOKS_BINARY, Lines(text).spot(text.index("\0")))
    return replace(found, text=text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data: bytes, is_html: bool) -> Decoded:
    for mark, name in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, name))
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        declared = _as_declared(data) if is_html else None
        return _guessed(data, fault) if declared is None else Decoded(declared)


def _refuse_binary(data: bytes) -> None:
    if data.startswith(BINARY):
        raise Undecodable("a binary file", "convert it to .txt, .md or .html first")
    at = data.find(b"\0")
    if at >= 0:
        raise Undecodable("a NUL byte", LOOKS_BINARY, spot_of_byte(data, at))


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode(name, "ignore").lstrip("\ufeff")
        spot = Lines(before).spot(len(before))
        raise Undecodable(f"a {name} mark, then bytes that are not {name}", "save the file as UTF-8", spot) from fault


def _as_declared(data: bytes) -> str | None:
    declared = DECLARED.search(data[:4096])
    if declared is None:
        return None
    name = declared[1].decode("ascii")
    try:  # the web's Latin-1 is Windows 1252
        return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, fault: UnicodeDecodeError) -> Decoded:
    spot = spot_of_byte(data, fault.start)
    byte = f"the byte 0x{data[fault.start]:02x}, which is not UTF-8"
    if _is_broken_utf8(data):
        raise Undecodable(f"{byte}, in a file that otherwise is", "repair that character", spot)
    name = "cp1252" if _is_western(data) else _detected(data)
    if name is None:
        raise Undecodable(f"{byte}, in an encoding that can't be told", "save the file as UTF-8", spot)
    text, before = data.decode(name), data[: fault.start].decode(name, "ignore")
    return Decoded(text, f"{byte}; the file is read as {name}, where it is {text[len(before) : len(before) + 1]!a}", spot)


def _is_broken_utf8(data: bytes) -> bool:
    high = len(HIGH.findall(data[:SAMPLE]))
    return 2 * sum(map(len, MULTIBYTE.findall(data[:SAMPLE]))) > high


def _is_western(data: bytes) -> bool:
    """Whether it is Windows 1252: its high bytes come out as what a Western text holds, typographic marks and accented Latin letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    strange = [char for char in text[:SAMPLE] if char > "\x7f"]
    plausible = sum(char in TYPOGRAPHIC or unicodedata.name(char, "").startswith("LATIN SMALL LETTER") for char in strange)
    return len(strange) <= 0.06 * len(text[:SAMPLE]) and plausible >= 0.9 * len(strange)


def _detected(data: bytes) -> str | None:
    """The name of the likeliest encoding in which all bytes are text; None where none is likely."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], enable_fallback=False).best()
    if best is None or best.chaos > CHAOS or best.coherence < COHERENCE:
        return None
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return str(best.encoding)
