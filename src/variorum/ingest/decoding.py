"""Bytes to text: sizes, gzip, binary files and encodings.

Unknown bytes are told by what they hold, never by a file's name: a `.txt` may be a
PNG, and a saved page may be gzipped without saying so.
"""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib

from variorum.errors import EmptyInputError, NotTextError, TooLargeError, UnreadableError

LONGEST_INPUT = 20_000_000
"""Bytes, packed or unpacked: saved news pages with pictures inside them reach about 10 MB, so twice that."""

LONGEST_TEXT = 500_000
"""Characters of kept text: some 80,000 words, a book; the longest live pages of newsrooms hold half of it."""

_SNIFFED = 65_536
"""Bytes looked at to tell binary data and encodings: enough for stable shares."""

_SIGNED = 1024
"""Bytes in which a signature may follow white space, as the PDF standard allows."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file; save its text as .txt"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture, no text"),
    (b"\xff\xd8\xff", "a JPEG picture, no text"),
    (b"GIF87a", "a GIF picture, no text"),
    (b"GIF89a", "a GIF picture, no text"),
    (b"RIFF", "a picture, sound or film, no text"),
    (b"OggS", "a sound or film, no text"),
    (b"ID3", "a sound, no text"),
    (b"PK\x03\x04", "a ZIP file or an office document; save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as .txt"),
    (b"{\\rtf", "an RTF document; save its text as .txt"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip file; unpack it first"),
    (b"(\xb5/\xfd", "a zstd file; unpack it first"),
    (b"\x7fELF", "a program, no text"),
    (b"MZ\x90", "a program, no text"),
    (b"SQLite format 3", "a database, no text"),
    (b"bplist0", "a web archive of Safari or other settings; save the page as .html"),
)

_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, whose little-endian mark begins the other's."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in range(9, 14) and byte != 27)
"""What text does not hold; escape, 27, stays out because Japanese seven-bit encodings use it."""
_UNPAIRED = re.compile("[\ud800-\udfff]")


def unpack(data: bytes, source: str) -> bytes:
    """Return `data`, or what it holds when it is gzip.

    Raises:
        EmptyInputError: There is not one byte.
        TooLargeError: More than `LONGEST_INPUT` bytes, before or after unpacking.
        UnreadableError: A gzip stream that is damaged or cut off.
    """
    if not data:
        raise EmptyInputError(source, "an empty file")
    if len(data) > LONGEST_INPUT:
        raise TooLargeError(source, f"{len(data):,} bytes, more than the limit of {LONGEST_INPUT:,}")
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            unpacked = packed.read(LONGEST_INPUT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(source, "a damaged gzip file") from error
    if len(unpacked) > LONGEST_INPUT:
        raise TooLargeError(source, f"more than {LONGEST_INPUT:,} bytes when unpacked, which is the limit")
    if not unpacked:
        raise EmptyInputError(source, "an empty file inside gzip")
    return unpacked


def decode(data: bytes, source: str) -> str:
    r"""Return the text of `data`, in whatever encoding it is, cleaned for reading.

    A byte order mark decides; then UTF-8, if it holds throughout or nearly; then UTF-16 without a mark;
    then what the page declares; then Windows-1252 for Latin script and a detector for the rest.

    Args:
        data: Unpacked bytes, not empty.
        source: Named in errors.

    Returns:
        Text as `clean` leaves it: line ends are `\n`, no byte order mark, no control characters.

    Raises:
        NotTextError: Binary, of another format, or in no encoding that could be told.
    """
    opening = data[:_SIGNED].lstrip()
    for signature, reason in _SIGNATURES:
        if opening.startswith(signature):
            raise NotTextError(source, reason)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(encoding, errors="replace"))
    wide = _wide_encoding(data[:_SNIFFED])
    if wide is not None:
        return clean(data.decode(wide, errors="replace"))
    head = data[:_SNIFFED]
    if len(head) - len(head.translate(None, _CONTROL_BYTES)) > max(4, len(head) // 50):
        raise NotTextError(source, "binary data, no text")
    declared = _declared_encoding(head)
    if declared is not None and declared.startswith("iso2022"):
        return clean(data.decode(declared, errors="replace"))  # seven-bit, so UTF-8 would hold as well
    text = _nearly_utf8(data)
    if text is None and declared is not None and declared != "utf-8":
        text = data.decode(declared, errors="replace")
    if text is None:
        text = _guessed(data)
    if text is None:
        raise NotTextError(source, "in an encoding that could not be told; save it as UTF-8")
    return clean(text)


def clean(text: str) -> str:
    r"""Return `text` with line ends as `\n` and without a byte order mark, NUL and control characters.

    Everything else stays, zero-width characters and direction marks included, because
    offsets count them. A form feed ends a line; an unpaired surrogate, which no file can hold, becomes U+FFFD.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x0b", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    return _UNPAIRED.sub("\ufffd", _CONTROLS.sub("", text))


def _wide_encoding(head: bytes) -> str | None:
    """Return UTF-16's byte order when every second byte of Latin text is NUL, else None."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _declared_encoding(head: bytes) -> str | None:
    """Return the codec that a page or an XML declaration names, None when it names none that exists."""
    found = _DECLARED.search(head)
    if found is None:
        return None
    name = found.group(1).decode("ascii")
    try:
        b"aaaa".decode(name, errors="replace")  # refuses "base64" and "rot13", which are codecs, too
        name = codecs.lookup(name).name
    except LookupError:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)  # as browsers read them


def _nearly_utf8(data: bytes) -> str | None:
    """Return `data` as UTF-8 if it is, a few damaged characters set aside; None if it is something else."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    beyond = sum(char > "\x7f" for char in text)
    damaged = text.count("\ufffd")
    # One character in ten: a cut or pasted-in byte does that, another encoding damages nearly all.
    return text if damaged * 10 <= beyond else None


def _guessed(data: bytes) -> str | None:
    """Return text in an encoding told from the bytes alone, None when nothing fits."""
    head = data[:_SNIFFED]
    high = len(head.translate(None, bytes(range(128))))
    letters = len(re.findall(rb"[A-Za-z]", head))
    if high * 3 < letters:
        # Latin script has few letters beyond ASCII, and a detector that sees so few of them errs more
        # often than the assumption of the commonest encoding.
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return None if best is None else data.decode(best.encoding, errors="replace")
