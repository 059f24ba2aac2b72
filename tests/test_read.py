"""Reading: what is no text is refused, and HTML is told from text."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest

import cleaner
from cleaner import BinaryInputError, EmptyInputError, InputError, LimitError, Limits, Options
from cleaner.read import looks_like_html, read


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
    with pytest.raises(InputError, match="the charset is 1252: give it as text, windows-1251, or leave it out"):
        cleaner.clean(b"x", charset=1252)  # type: ignore[arg-type]


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


def test_a_page_is_handed_on_in_utf_8_however_it_came() -> None:
    clean, damaged = "<p>Zürich</p>".encode(), "<p>Zürich</p>".encode() + b"\xff"
    assert read(clean, Options()).data is clean
    assert read(damaged, Options()).data == "<p>Zürich</p>\ufffd".encode()
    assert read("<p>Zürich</p>".encode("cp1252"), Options(), "latin1").data == clean


def test_the_account_tells_how_many_places_were_replaced() -> None:
    text = "The café in Zürich is open again, nine years after the fire, the council said. It seats forty people."
    whole, cut = (cleaner.clean(data).encoding for data in (text.encode(), text.encode() + " – ".encode()[:-2]))
    assert whole == {"name": "utf-8", "source": "utf-8", "confidence": 1.0, "replaced": 0}
    assert cut == {"name": "utf-8", "source": "utf-8", "confidence": 0.8, "replaced": 1}
    assert cleaner.clean(text).encoding == {"name": "str", "source": "caller", "confidence": 1.0, "replaced": 0}
