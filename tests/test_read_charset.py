"""Which charset bytes are read in: by the caller, a byte order mark, HTTP, the page, in this order, or by the bytes."""

from __future__ import annotations

import codecs

import pytest

from cleaner import DecodeError, Options
from cleaner.read import read
from tests.charsets import (
    CHINESE,
    ENGLISH,
    JAPANESE,
    KOREAN,
    RUSSIAN,
    TRADITIONAL,
    decoded,
)


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_outranks_a_declaration(bom: bytes, encoding: str) -> None:
    page = f"<meta charset=windows-1251><p>{ENGLISH}"
    text, _, origin = decoded(bom + page.encode(encoding))
    assert (text, origin) == (page, "bom")


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=windows-1251>",
        '<meta charset = "Windows-1251" />',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?><html>',
        f"<!doctype html><head><script>{'x' * 3000}</script><meta charset=cp1251>",
    ],
)
def test_a_declared_charset_is_believed(head: str) -> None:
    text, encoding, origin = decoded((head + RUSSIAN).encode("cp1251"))
    assert (text, encoding, origin) == (head + RUSSIAN, "cp1251", "declared")


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("iso-8859-9", "cp1254"),
        ("windows-949", "cp949"),
    ],
)
def test_declared_names_mean_what_browsers_take_them_for(label: str, encoding: str) -> None:
    sample = {"cp1252": "“café”", "gb18030": "政府", "cp932": "政府①", "cp1254": "“işçi”", "cp949": "정부"}[
        encoding
    ] * 3
    assert decoded(f"<meta charset={label}><p>{sample}".encode(encoding))[:2] == (
        f"<meta charset={label}><p>{sample}",
        encoding,
    )


def test_a_page_that_declares_latin_1_and_is_utf_8_is_utf_8() -> None:
    page = f"<meta charset=iso-8859-1><p>{ENGLISH}"
    assert decoded(page.encode())[:2] == (page, "utf-8")


@pytest.mark.parametrize(
    "body",
    [
        ENGLISH,
        "The president said many people listened. " * 20 + "A café society.",
        "It’s said “many” people listened. ",
    ],
)
def test_a_page_that_declares_utf_8_and_is_windows_1252_is_windows_1252(body: str) -> None:
    page = f"<meta charset=utf-8><p>{body}"
    assert decoded(page.encode("cp1252"))[:2] == (page, "cp1252")


@pytest.mark.parametrize("label", ["utf-16", "nonsense", "utf-7", "punycode", "base64", "x" * 40])
def test_a_charset_that_cant_be_is_passed_over(label: str) -> None:
    page = f"<meta charset={label}><p>{ENGLISH}"
    assert decoded(page.encode())[0] == page


def test_http_is_believed_before_the_page_and_after_a_byte_order_mark() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}"
    assert decoded(page.encode("koi8-r"), charset="KOI8-R") == (page, "koi8-r", "http")
    assert decoded(page.encode("cp1251")) == (page, "cp1251", "declared")
    assert decoded(codecs.BOM_UTF8 + page.encode(), charset="koi8-r") == (page, "utf-8-sig", "bom")


def test_text_that_is_valid_utf_8_is_utf_8_whatever_http_says() -> None:
    assert decoded(RUSSIAN.encode(), charset="windows-1251") == (RUSSIAN, "utf-8", "utf-8")
    assert decoded(RUSSIAN.encode(), charset="utf8") == (RUSSIAN, "utf-8", "http")


@pytest.mark.parametrize("charset", ["", "nonsense", "none", "base64", "a\0b", "utf-7"])
def test_an_unknown_charset_is_passed_over(charset: str) -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}"
    assert decoded(page.encode("koi8-r"), charset=charset) == (page, "koi8-r", "declared")


def test_where_http_is_wrong_the_page_is_asked() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}"
    assert decoded(page.encode("cp1251"), charset="utf-8") == (page, "cp1251", "declared")
    page = f"<meta charset=utf-8><p>{RUSSIAN}"
    assert decoded(page.encode() + b"\xd0", charset="iso-8859-1") == (page + "\ufffd", "utf-8", "declared")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_http_may_say_utf_16_of_text_that_has_no_zeros(encoding: str) -> None:
    text = CHINESE.replace("。", "")
    assert decoded(text.encode(encoding), charset=encoding) == (text, encoding, "http")
    assert decoded(RUSSIAN.encode(), charset=encoding)[:2] == (RUSSIAN, "utf-8")


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("gb2312", CHINESE, "gb18030"),
        ("big5", TRADITIONAL, "big5hkscs"),
        ("shift_jis", JAPANESE, "cp932"),
        ("euc-jp", JAPANESE, "euc_jp"),
        ("euc-kr", KOREAN, "cp949"),
        (
            "windows-1253",
            "Το πλοίο για το νησί θα σαλπάρει ξανά τη Δευτέρα, εννέα χρόνια αφότου έκλεισε η γραμμή.",
            "cp1253",
        ),
    ],
)
def test_a_declared_charset_is_believed_though_a_byte_is_bad(label: str, text: str, encoding: str) -> None:
    damaged = f"<meta charset={label}>{text}\n{text}".encode(encoding).replace(b"\n", b"\x81\n")
    source = read(damaged, Options())
    assert source.data.decode() == f"<meta charset={label}>{text}\ufffd\n{text}"
    assert (source.encoding, source.encoding_source, source.encoding_replaced) == (encoding, "declared", 1)
    assert source.encoding_confidence < 0.9


def test_an_encoding_that_the_caller_names_is_used_before_all() -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}"
    assert decoded(page.encode("cp1251"), "windows-1251", "utf-8") == (page, "windows-1251", "option")
    assert decoded(codecs.BOM_UTF8 + b"Hello there", "utf-8")[0] == "Hello there"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig"])
def test_an_encoding_that_the_caller_names_replaces(encoding: str) -> None:
    assert decoded(ENGLISH.encode() + b"\xff\xe2\x80", encoding)[0] == ENGLISH + "\ufffd\ufffd"
    assert decoded(b"The caf\xe9 was full.", encoding)[0] == "The café was full."
    assert decoded("Ж".encode("cp1251"), encoding)[0] == "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "euc-jp", "idna"])
def test_an_encoding_in_which_there_is_hardly_any_text_is_an_error(encoding: str) -> None:
    with pytest.raises(DecodeError, match=rf"not {encoding} \(.* signs can't be decoded\): leave the encoding out"):
        decoded(RUSSIAN.encode("cp1251"), encoding)
