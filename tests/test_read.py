"""Reading: bytes to text as browsers do it, and HTML told from text."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest

import cleaner
from cleaner import BinaryInputError, DecodeError, EmptyInputError, LimitError, Limits, Options
from cleaner.read import looks_like_html, read

ENGLISH = "The café in Zürich was “full” — a naïve crowd’s résumé, said François. It was a long day for all of them. "


RUSSIAN = (
    "Правительство объявило в субботу о новых мерах поддержки малого бизнеса. Министр сообщил, что средства поступят "
    "до конца года. " * 4
)


ARABIC = (
    "أعلنت الحكومة يوم السبت عن إجراءات جديدة لدعم المشاريع الصغيرة. وقال الوزير إن الأموال ستصل قبل نهاية العام. " * 4
)


JAPANESE = (
    "政府は土曜日、中小企業を支援するための新しい対策を発表した。大臣は年末までに資金が届くと述べた。これは長い文章です。"
    * 4
)


CHINESE = "政府星期六宣布了支持小企业的新措施。部长表示资金将在年底前到位。市民对此表示欢迎。" * 4


POLISH = "Rząd ogłosił w sobotę nowe środki wsparcia dla małych przedsiębiorstw. Łączna kwota będzie większa. " * 3


TURKISH = "Hükümet cumartesi günü küçük işletmeler için yeni önlemler açıkladı. Şirketler için ödenek ayrıldı. " * 3


HEBREW = "הממשלה הודיעה בשבת על צעדים חדשים לתמיכה בעסקים קטנים. השר אמר כי הכספים יגיעו עד סוף השנה. " * 4


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, str, str]:
    """The text that is read of bytes, the encoding, and where that was taken from."""
    source = read(data, Options(encoding=encoding))
    text = source.data if isinstance(source.data, str) else source.data.decode("utf-8", "replace")
    return text, source.encoding, source.encoding_source


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


def test_torn_characters_do_not_make_utf_8_something_else() -> None:
    torn = (ENGLISH * 3).encode().replace("ü".encode(), b"\xc3", 1)
    text, encoding, _ = decoded(torn)
    assert encoding == "utf-8"
    assert text == (ENGLISH * 3).replace("ü", "\ufffd", 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [ENGLISH, RUSSIAN, ARABIC, f"<html><body><p>{JAPANESE}</p>"],
    ids=["english", "russian", "arabic", "japanese page"],
)
def test_utf_16_needs_no_byte_order_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding))[:2] == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (ARABIC, "cp1256"), (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"), (POLISH, "cp1250"),
    ],
    ids=lambda value: value if value.isascii() else "",
)  # fmt: skip
def test_undeclared_text_is_detected_on_a_page_and_bare(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == (text, encoding, "detected")
    page = f"<html><head><title>x</title></head><body><p>{text}</p></body></html>"
    assert decoded(page.encode(encoding)) == (page, encoding, "detected")


def test_detection_looks_past_a_long_ascii_head() -> None:
    page = f"<html><head><script>{'var x = 1; ' * 15_000}</script></head><body><p>{RUSSIAN}</p></body></html>"
    assert decoded(page.encode("cp1251"))[:2] == (page, "cp1251")


@pytest.mark.parametrize(
    ("language", "text", "encoding"), [("tr", TURKISH, "cp1254"), ("he-IL", HEBREW, "cp1255"), ("pl", POLISH, "cp1250")]
)
def test_a_pages_language_tells_sets_apart_that_read_one_another(language: str, text: str, encoding: str) -> None:
    page = f'<!doctype html><html class=no-js lang="{language}"><body><p>{text}</p></body></html>'
    assert decoded(page.encode(encoding))[:2] == (page, encoding)


def test_an_encoding_that_the_caller_names_is_used_or_is_an_error() -> None:
    assert decoded(RUSSIAN.encode("cp1251"), "windows-1251")[0] == RUSSIAN
    assert decoded(codecs.BOM_UTF8 + b"Hello there", "utf-8")[0] == "Hello there"
    with pytest.raises(DecodeError, match=r"not utf-8 \(byte 0\): leave the encoding out"):
        decoded(RUSSIAN.encode("cp1251"), "utf-8")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"), (b"%PDF-1.7\n%\xe2\xe3", "PDF"), (b"PK\x03\x04\x14\0", "ZIP"),
        (gzip.compress(b"<p>x"), "gzip"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"), (random.Random(1).randbytes(2000), "binary"), (bytes(range(256)) * 4,
        "binary"), (b"\0" * 500, "binary"),
        (b"\0\1\2\3" * 300, "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_binary_files_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(BinaryInputError, match=what):
        cleaner.clean(data)


@pytest.mark.parametrize(
    "data",
    ["", b"", " \n\t\u00a0", b" \r\n ", codecs.BOM_UTF8, "\ufeff \n", codecs.BOM_UTF16_LE + " \n".encode("utf-16-le")],
)
def test_nothing_and_blanks_are_refused(data: str | bytes) -> None:
    with pytest.raises(EmptyInputError):
        cleaner.clean(data)


def test_anything_but_text_and_bytes_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        cleaner.clean(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html>",
        "\n\n  <html lang=en>",
        "<!-- saved from url -->\n<p>Hello",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "<p>Only a fragment</p>",
        "<DIV CLASS=x>y</DIV>",
        "<h2>Heading</h2><p>Text",
        "Warning: mysql in line 5\n<html><body><p>Hello</body>",
        "\ufeff<html>",
    ],
)
def test_pages_and_fragments_are_html(page: str) -> None:
    assert looks_like_html(page.removeprefix("\ufeff"))
    assert read(page, Options()).html


@pytest.mark.parametrize(
    "text",
    [
        "Use the <p> tag for paragraphs and <div> for the rest.",
        "He said that 3 < 5 and 7 > 2.",
        "<john@example.org> wrote:\nHello",
        "Plain prose.",
        "The <body> of a page comes after its <head>.",
    ],
)
def test_text_that_mentions_tags_is_text(text: str) -> None:
    assert not read(text, Options()).html


def test_the_caller_may_say_which_it_is() -> None:
    assert read("<p>x", Options(input="text")).data == "<p>x"
    assert read("x", Options(input="html")).html


def test_size_is_limited() -> None:
    with pytest.raises(LimitError, match=r"1,001 bytes, over the limit of 1,000: raise Options.limits.size"):
        cleaner.clean("x" * 1001, options=Options(limits=Limits(size=1000)))
