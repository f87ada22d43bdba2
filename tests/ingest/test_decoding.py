"""Bytes to text: encodings, binary files, gzip, limits."""

from __future__ import annotations

import gzip

import pytest

from variorum.errors import EmptyInputError, NotTextError, TooLargeError, UnreadableError
from variorum.ingest import decoding
from variorum.ingest.decoding import clean, decode, unpack

ENGLISH = "The ferry “Marta” left Sørvik – late, the café owner said.\nNobody was hurt."
RUSSIAN = "Паром вышел из порта во вторник вечером, сообщило министерство транспорта. " * 4
JAPANESE = "連絡船は火曜日の夜に港を出た。運輸省によると負傷者はいない。" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_encodings_are_told_from_the_bytes(encoding: str) -> None:
    """With a byte order mark or without, the same words come out."""
    text = ENGLISH if encoding == "cp1252" else ENGLISH + " Þingvellir."
    assert decode(text.encode(encoding), "x.txt") == text


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis")])
def test_other_scripts_are_detected(text: str, encoding: str) -> None:
    """Where most letters lie beyond ASCII the detector decides."""
    assert decode(text.encode(encoding), "x.txt") == text


def test_a_damaged_character_does_not_change_the_encoding() -> None:
    """One cut character in UTF-8 leaves the rest UTF-8."""
    data = RUSSIAN.encode("utf-8") + "ю".encode()[:1]
    assert decode(data, "x.txt") == RUSSIAN + "\ufffd"


def test_a_page_may_declare_its_encoding() -> None:
    """A declaration is believed where UTF-8 does not hold."""
    page = "<html><head><meta charset='iso-8859-2'></head><body>Żółw płynie</body></html>"
    assert "Żółw płynie" in decode(page.encode("iso-8859-2"), "x.html")


def test_a_declared_codec_that_is_none_for_text_is_ignored() -> None:
    """`base64` is a codec of the language, not an encoding of text."""
    assert "caf\u00e9" in decode(b"<meta charset=base64> the owner of the caf\xe9 on the quay", "x.html")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"%PDF-1.7 ....", "PDF"),
        (b"\r\n\r\n%PDF-1.7 ....", "PDF"),
        (b"bplist00....", "Safari"),
        (b"PK\x03\x04....", "office document"),
        (b"{\\rtf1 words}", "RTF"),
        (bytes(range(32)) * 40, "binary"),
    ],
)
def test_binary_data_is_refused_with_what_it_is(data: bytes, reason: str) -> None:
    """The message names the file and tells what it holds."""
    with pytest.raises(NotTextError, match=reason) as caught:
        decode(data, "notes.txt")
    assert str(caught.value).startswith("notes.txt: ")
    assert "\n" not in str(caught.value)


def test_cleaning_keeps_what_offsets_count() -> None:
    """Line ends are unified and controls go; zero-width characters, soft hyphens and direction marks stay."""
    assert clean("\ufeffa\r\nb\rc\x00\x07d\x0ce") == "a\nb\ncd\ne"
    kept = "a\u200bb\u00adc\u202bd\u202c\te"
    assert clean(kept) == kept
    assert clean("a\ud800b") == "a\ufffdb"


def test_gzip_is_unpacked_and_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks beyond the limit is refused like a large one."""
    assert unpack(gzip.compress(b"words"), "x.gz") == b"words"
    monkeypatch.setattr(decoding, "LONGEST_INPUT", 1000)
    with pytest.raises(TooLargeError, match="unpacked"):
        unpack(gzip.compress(b"a" * 5000), "x.gz")
    with pytest.raises(TooLargeError, match="1,001 bytes"):
        unpack(b"a" * 1001, "x.txt")


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08 not gzip at all", gzip.compress(b"words and more " * 99)[:-20]])
def test_damaged_gzip_is_unreadable(data: bytes) -> None:
    """Neither noise nor a cut stream gives a traceback."""
    with pytest.raises(UnreadableError, match="damaged gzip"):
        unpack(data, "x.gz")


@pytest.mark.parametrize("data", [b"", gzip.compress(b"")])
def test_nothing_is_empty(data: bytes) -> None:
    """Zero bytes are empty, packed or not."""
    with pytest.raises(EmptyInputError):
        unpack(data, "x.txt")
