import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.encodings import binary_fault, decode
from groundsmith.errors import SourceError

ENGLISH = "# Café\n\nThe Café Müller is a small café in Köln. It was opened in 1931.\n"
FRENCH = "Être à l’école, où ça? Noël était là, garçon.\n"
POLISH = "Zażółć gęślą jaźń. Przełożył książkę na język polski, że była świetna i długa.\n"
RUSSIAN = "Привет, это обычный русский текст, написанный для проверки кодировок.\n"
TURKISH = "Bugün hava çok güzel, şehir dışına çıktık ve ağaçların altında oturduk.\n"
JAPANESE = "今日はとても良い天気ですね。東京タワーへ行きました。\n"
CHINESE = "今天天气很好，我们去公园散步吧。这是一个测试文本。\n"
BENGALI = "বাংলাদেশী অভিভাবকদের জন্য ভারতে পড়াশোনার গাইড।\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ENGLISH, name) for name in ("utf-8", "utf-8-sig", "latin-1", "cp1252")),
        *((ENGLISH, f"utf-{bits}{order}") for bits in (16, 32) for order in ("", "-le", "-be")),
        *((FRENCH, name) for name in ("cp1252", "utf-16-le")),
        *((POLISH, name) for name in ("cp1250", "utf-16-be")),
        *((RUSSIAN, name) for name in ("cp1251", "koi8_r", "utf-16-le")),
        *((TURKISH, name) for name in ("cp1254",)),
        *((JAPANESE, name) for name in ("shift_jis", "euc_jp", "utf-16-le", "utf-16-be")),
        *((CHINESE, name) for name in ("gb18030", "utf-16-le")),
        *((BENGALI, name) for name in ("utf-8", "utf-16-le", "utf-32-be")),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    data = text.encode(encoding)

    found, _ = decode(data)

    assert found.removeprefix("\ufeff") == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_what_is_utf_8_is_read_as_utf_8(text: str) -> None:
    found, _ = decode(text.encode("utf-8"))

    assert found == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_reason(data: bytes) -> None:
    with suppress(SourceError):
        text, encoding = decode(data)

        assert encoding
        assert len(text) <= len(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04" + b"word/document.xml" * 9,
        b"\x89PNG\r\n\x1a\n" + b"IHDR" * 30,
        b"\0" * 500,
        random.Random(5).randbytes(4000),
    ],
    ids=["all bytes", "pdf", "zip", "png", "nul", "noise"],
)
def test_binary_is_told_apart(data: bytes) -> None:
    reason = binary_fault(data)

    assert reason is not None
    assert reason.startswith("binary (")


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    data = BENGALI.encode() * 9 + b"\xff\xfe" + BENGALI.encode()

    text, encoding = decode(data)

    assert encoding == "utf-8 (damaged)"
    assert text.count(BENGALI.strip()) == 10


def test_a_few_nul_bytes_make_no_wide_encoding() -> None:
    data = b"plain words " * 50 + b"\0" + b"and more of them"

    text, encoding = decode(data)

    assert (encoding, len(text)) == ("utf-8", len(data))


def test_a_declared_encoding_is_believed_where_it_fits_and_only_there() -> None:
    fitting, _ = decode("Привет".encode("cp1251"), declared="windows-1251")
    unfitting, name = decode("Привет".encode(), declared="windows-1251")
    unknown, _ = decode("Café in Köln".encode("cp1252"), declared="no-such-thing")

    assert (fitting, unfitting, name, unknown) == ("Привет", "Привет", "utf-8", "Café in Köln")
