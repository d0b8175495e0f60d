"""Bytes to text: any encoding that can be told, a clear error where it can't."""

from __future__ import annotations

import codecs
import re
import unicodedata

from newspkg.text import Lines, spot_of_byte

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


def decode(data: bytes, is_html: bool = False) -> str:
    """The text of `data`, without a byte order mark, line ends as `\\n`. Raises Undecodable."""
    text = _decoded(data, is_html)
    if "\0" in text:
        raise Undecodable("a NUL character", LOOKS_BINARY, Lines(text).spot(text.index("\0")))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, is_html: bool) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, name).removeprefix("\ufeff")
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return (_as_declared(data) if is_html else None) or _guessed(data, fault)


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
        line = spot_of_byte(data, fault.start)
        raise Undecodable(f"a {name} mark, then bytes that are not {name}", "save the file as UTF-8", line) from fault


def _as_declared(data: bytes) -> str | None:
    declared = DECLARED.search(data[:4096])
    if declared is None:
        return None
    name = declared[1].decode("ascii")
    try:  # the web's Latin-1 is Windows 1252
        return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, fault: UnicodeDecodeError) -> str:
    line = spot_of_byte(data, fault.start)
    if _is_broken_utf8(data):
        raise Undecodable(f"byte 0x{data[fault.start]:02x}, which is not UTF-8, in a file that otherwise is", "repair that character", line)
    western = _western(data)
    text = western if western is not None else _detected(data)
    if text is None:
        raise Undecodable("an encoding that can't be told", "save the file as UTF-8", line)
    return text


def _is_broken_utf8(data: bytes) -> bool:
    high = len(HIGH.findall(data[:SAMPLE]))
    return 2 * sum(map(len, MULTIBYTE.findall(data[:SAMPLE]))) > high


def _western(data: bytes) -> str | None:
    """Windows 1252 where its high bytes come out as what a Western text holds: typographic marks, accented Latin letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    strange = [char for char in text[:SAMPLE] if char > "\x7f"]
    plausible = sum(char in TYPOGRAPHIC or unicodedata.name(char, "").startswith("LATIN SMALL LETTER") for char in strange)
    rare = len(strange) <= 0.06 * len(text[:SAMPLE])
    return text if rare and plausible >= 0.9 * len(strange) else None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], enable_fallback=False).best()
    if best is None or best.chaos > CHAOS or best.coherence < COHERENCE:
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
