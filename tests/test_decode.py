"""Bytes to text: encodings are found, what is no text is refused."""

import pytest

from depeche.errors import Reason, SourceError
from depeche.sources.decode import MAX_BYTES, decode

TEXT = "Le président a reçu « son » homologue à Bakou ; l’accord, évalué à 3 000 €, a été signé. Cœur de l’été."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_back_whole(encoding: str) -> None:
    text, found = decode(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert TEXT.encode(encoding).decode(found) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "mac_roman", "cp850"])
def test_old_one_byte_encodings(encoding: str) -> None:
    plain = "Les députés ont été reçus à l'Élysée, où le président a annoncé une série de réformes très attendues. " * 3
    assert decode(plain.encode(encoding), "a.txt")[0] == plain


def test_latin_9_letters() -> None:
    plain = "Le cœur du débat : 300 € de plus par élève, a déclaré la sœur du ministre à Genève. " * 3
    assert decode(plain.encode("iso8859-15"), "a.txt") == (plain, "iso8859_15")


def test_utf_8_with_broken_bytes_stays_utf_8() -> None:
    data = ("L'été a été très sec. " * 5).encode() + b"\xff\xfe ..."
    text, encoding = decode(data, "a.txt")
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 2
    assert text.startswith("L'été a été très sec.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t ", Reason.EMPTY),
        ("\ufeff  ".encode(), Reason.EMPTY),
        (bytes(range(256)) * 4, Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100), Reason.BINARY),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", Reason.BINARY),
        (b"\xff\xfea", Reason.BINARY),
        (b"a" * (MAX_BYTES + 1), Reason.TOO_LARGE),
    ],
)
def test_what_is_no_dispatch(data: bytes, reason: Reason) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "fichier.txt")
    assert caught.value.reason is reason
    assert str(caught.value).startswith("fichier.txt: ")
