"""Bytes to text: which encoding is this, and is it text at all?"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from depeche.errors import Reason, SourceError

MAX_BYTES = 20_000_000
"""A dispatch larger than this is refused: a wire story has a few kilobytes, a book one megabyte."""

SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""One-byte encodings in which French text is met; CP-1252 holds all of Latin-1 that text uses, and comes first."""

CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
C1 = re.compile(rb"[\x80-\x9f]")
MULTIBYTE = re.compile(rb"[\xc3\xc2\xc5\xe2][\x80-\xbf]")


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text and the name of its encoding, as Python knows it.

    >>> decode("Le président a été reçu à Bakou.".encode("cp1252"), "dépêche.txt")
    ('Le président a été reçu à Bakou.', 'cp1252')

    A byte-order mark is no part of the text. UTF-8 with a few broken bytes stays UTF-8, each of them read as U+FFFD.

    Raises:
        SourceError: there is no text (`empty`), it is no text (`binary`), or there is too much of it (`too-large`).
    """
    if len(data) > MAX_BYTES:
        detail = f"more than {MAX_BYTES // 1_000_000} MB, which no dispatch has: split it, one dispatch a file"
        raise SourceError(where, Reason.TOO_LARGE, detail)
    text, encoding = _decode(data, where)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0\u202f"):
        raise SourceError(where, Reason.EMPTY, "there is no text in it")
    return text, encoding


def _decode(data: bytes, where: str) -> tuple[str, str]:
    for signature, encoding in SIGNATURES:
        if data.startswith(signature):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as exc:
                raise SourceError(where, Reason.BINARY, f"marked as {encoding}, but is not: {exc.reason}") from exc
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked), unmarked
    sample = data[:65536]
    if b"\0" in sample or len(sample.translate(None, CONTROLS)) < 0.95 * len(sample) or sample.startswith(b"%PDF-"):
        raise SourceError(where, Reason.BINARY, "it is not text: save the article as .txt first")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_legacy(data, where)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: French text then has a zero in nearly every second byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.7 * half and sample.count(0) < 1.1 * half:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def _decode_legacy(data: bytes, where: str) -> tuple[str, str]:
    """One byte a letter; or UTF-8 in which an editor broke a few characters, if most of them are whole."""
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    if len(MULTIBYTE.findall(data)) > 4 * broken:
        return data.decode("utf-8", errors="replace"), "utf-8"
    best = from_bytes(data, cp_isolation=LEGACY, threshold=0.5).best()
    if best is None:
        raise SourceError(where, Reason.BINARY, "no encoding makes it French text: save it as UTF-8")
    encoding = best.encoding
    if encoding == "iso8859_15" and not C1.search(data) and not re.search(rb"[\xa4\xbc-\xbe]", data):
        encoding = "cp1252"
    return data.decode(encoding, errors="replace"), encoding
