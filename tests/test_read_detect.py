"""Undeclared text: its charset is told from its bytes."""

from __future__ import annotations

import pytest

from tests.charsets import (
    ARABIC,
    CHINESE,
    ENGLISH,
    HEBREW,
    JAPANESE,
    KOREAN,
    POLISH,
    RUSSIAN,
    TRADITIONAL,
    TURKISH,
    decoded,
)


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
        (JAPANESE, "euc_jp"), (CHINESE, "gb18030"), (TRADITIONAL, "big5hkscs"), (KOREAN, "cp949"), (POLISH, "cp1250"),
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


@pytest.mark.parametrize(
    ("headline", "encoding"),
    [
        ("政府宣布支持小企业的新措施", "gb18030"),
        ("政府宣布支持小企業的新措施", "big5hkscs"),
        ("政府が中小企業の新しい支援策を発表", "cp932"),
        ("政府が中小企業の新しい支援策を発表", "euc_jp"),
        ("정부, 소상공인 지원 대책 발표", "cp949"),
    ],
)
def test_a_headline_is_enough_for_east_asian_text(headline: str, encoding: str) -> None:
    assert decoded(headline.encode(encoding)) == (headline, encoding, "detected")


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"])
def test_east_asian_text_with_a_bad_byte_is_detected(encoding: str) -> None:
    text = {"gb18030": CHINESE, "big5hkscs": TRADITIONAL, "cp949": KOREAN}.get(encoding, JAPANESE)
    damaged = f"{text}\n{text}".encode(encoding).replace(b"\n", b"\x81\n")
    assert decoded(damaged) == (f"{text}\ufffd\n{text}", encoding, "detected")


def test_japanese_in_the_first_big5_is_told_by_its_kana() -> None:
    text = "おととい、やまのうえのみずうみで、ふねのまつりがおこなわれた。" * 3
    assert decoded(text.encode("big5")) == (text, "big5", "detected")


@pytest.mark.parametrize("encoding", ["gb18030", "cp932", "euc_jp"])
def test_western_text_in_an_east_asian_charset_is_told_by_its_quotes(encoding: str) -> None:
    text = "The mayor said: “We have sold every seat.” It was the town’s first ferry in nine years… " * 2
    assert decoded(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Größte Fähre der Küste fährt übermorgen: Schüler drücken die Bänke an Bord, der Bürgermeister grüßt.",
            "cp1252",
        ),
        ("Паром снова отправится на остров в понедельник, сообщила администрация порта.", "cp1251"),
        ("ستبحر العبارة إلى الجزيرة مرة أخرى يوم الاثنين بعد تسع سنوات.", "cp1256"),
        ("Prom na wyspę znów popłynie w poniedziałek, dziewięć lat po zamknięciu linii.", "cp1250"),
        ("caf\xe9", "cp1252"),
        ("The owner of the caf\xe9 said on Monday that the harbour stays open.", "cp1252"),
    ],
    ids=lambda value: value if value.startswith("cp") else "",
)
def test_text_in_an_alphabet_is_not_taken_for_east_asian_text(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding))[0] == text


@pytest.mark.parametrize("byte", [byte for byte in range(0x80, 0x100) if byte != 0x81])
def test_one_byte_beyond_ascii_is_one_sign(byte: int) -> None:
    text = decoded(b"The ferry sails again on Monday. " + bytes([byte]) + b"fter nine years it is full.")[0]
    assert (text[:33], text[34:]) == ("The ferry sails again on Monday. ", "fter nine years it is full.")
