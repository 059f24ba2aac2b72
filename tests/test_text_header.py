"""What stands above the body of bare text: bylines and datelines of many languages, and the title in a dump of a whole
page. All of it is invented.
"""

from __future__ import annotations

import time

import pytest

import cleaner
from cleaner import Article, Options
from cleaner.lines import bylines, datelines

PROSE = "The old mill at the weir was opened again on Monday, and half the village came to see its wheel turn."
MORE = (
    "It had stood still for eleven years, said the miller, who had oiled it himself in the last night before the feast."
)
SATZ = (
    "Die alte Mühle am Wehr ist am Montag wieder geöffnet worden, und das halbe Dorf sah zu, wie sich das Rad drehte."
)


def clean(*lines: str) -> Article:
    return cleaner.clean("\n\n".join(lines), options=Options(input="text", site_rules=False))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe, Reuters", ["Jane Doe", "John Roe"]),
        ("BY JANE DOE", ["JANE DOE"]),
        ("By Jane Doe, Middle East Correspondent", ["Jane Doe"]),
        ("By Jane Doe in Beirut", ["Jane Doe"]),
        ("By Jane Doe | March 3, 2019", ["Jane Doe"]),
        ("By Jane Doe Published March 3, 2019", ["Jane Doe"]),
        ("By AFP", ["AFP"]),
        ("Jane Doe, Correspondent", ["Jane Doe"]),
        ("Jane Doe | Staff Writer", ["Jane Doe"]),
        ("Von Jana Beispiel und Tim Muster, Berlin", ["Jana Beispiel", "Tim Muster"]),
        ("Text: Jana Beispiel, Fotos: Tim Muster", ["Jana Beispiel"]),
        ("Par Jeanne Exemple et Jean d'Exemple", ["Jeanne Exemple", "Jean d'Exemple"]),
        ("Por Juana Ejemplo y Juan de la Muestra", ["Juana Ejemplo", "Juan de la Muestra"]),
        ("Di Gianna Esempio", ["Gianna Esempio"]),
        ("Door Jan van der Voorbeeld", ["Jan van der Voorbeeld"]),
        ("By April Example and August Sample", ["April Example", "August Sample"]),
        ("Av Jenny Exempel", ["Jenny Exempel"]),
        ("Af Jens Eksempel", ["Jens Eksempel"]),
        ("Teksti: Jaana Esimerkki", ["Jaana Esimerkki"]),
        ("Autor: Jan Przykład", ["Jan Przykład"]),
        ("Szerző: Példa János", ["Példa János"]),
        ("Muhabir: Ali Örnek", ["Ali Örnek"]),
        ("Penulis: Budi Contoh", ["Budi Contoh"]),
        ("Tác giả: Nguyễn Văn Ví", ["Nguyễn Văn Ví"]),
        ("Автор: Иван Примеров", ["Иван Примеров"]),
        ("Текст: Іван Приклад та Ганна Зразок", ["Іван Приклад", "Ганна Зразок"]),
        ("نویسنده: علی نمونه", ["علی نمونه"]),
        ("بقلم محمد مثال", ["محمد مثال"]),
        ("כתב: דנה דוגמה", ["דנה דוגמה"]),
        ("लेखक: राम उदाहरण", ["राम उदाहरण"]),
        ("文/王小明", ["王小明"]),
        ("（記者王小明／台北報導）", ["王小明"]),
        ("山田太郎記者", ["山田太郎"]),
        ("홍길동 기자", ["홍길동"]),
    ],
)
def test_a_byline_names_its_authors(line: str, names: list[str]) -> None:
    assert bylines.is_byline(line)
    assert bylines.names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening the river had risen.", "By Monday Evening", "By and large",
        "By Jane Doe, who lost her leg in 2019", "Von Anfang an",
        "Von Montag Abend", "Par exemple", "Par la suite", "Por ahora", "Por Juana Ejemplo, que ganó", "Di notte",
        "Door de regen", "Av en toe",
        "Af og til", "Oleh karena itu", "Text: so geht es weiter", "Interview: How the mill was saved",
        "Jane Doe in Beirut", "Jane Doe",
        "Prices rise, editor says", "The Mill, writer of songs", "記者会見", "記者会見で発表",
        "كتب محمد مثال أن النهر ارتفع",
        "Edited by Jane Doe", "", "()",
    ],
)  # fmt: skip
def test_prose_and_headlines_that_begin_as_a_byline_are_none(line: str) -> None:
    assert not bylines.is_byline(line)


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("BAGHDAD (Reuters) - A mill", "BAGHDAD (Reuters)"),
        ("BEIRUT, Feb 23 (AFP) — A mill", "BEIRUT, Feb 23 (AFP)"),
        ("GAZA CITY, Gaza Strip (AP) — A mill", "GAZA CITY, Gaza Strip (AP)"),
        ("WASHINGTON — A mill", "WASHINGTON"),
        ("NEW DELHI: A mill", "NEW DELHI"),
        ("New Delhi [India], March 3 (ANI): A mill", "New Delhi [India], March 3 (ANI)"),
        ("(CNN) — A mill", "(CNN)"),
        ("(CNN)A mill", "(CNN)"),
        ("Berlin (dpa/tmn) - Eine Mühle", "Berlin (dpa/tmn)"),
        ("Paris, 3 mars 2019 (AFP) - Un moulin", "Paris, 3 mars 2019 (AFP)"),
        ("Madrid, 3 mar (EFE).- Un molino", "Madrid, 3 mar (EFE)"),
        ("(ANSA) - ROMA, 03 MAR - Un mulino", "(ANSA) - ROMA, 03 MAR"),
        ("PRAHA, 5. března (ČTK) – Mlýn", "PRAHA, 5. března (ČTK)"),
        ("ΑΘΗΝΑ, 5 Μαρτίου (Reuters) – Ένας", "ΑΘΗΝΑ, 5 Μαρτίου (Reuters)"),
        ("BUDAPEST, március 5. (MTI) – Egy", "BUDAPEST, március 5. (MTI)"),
        ("МОСКВА, 3 марта — ТАСС. Мельница", "МОСКВА, 3 марта — ТАСС"),
        ("بيروت (رويترز) - طاحونة", "بيروت (رويترز)"),
        ("［東京 3日 ロイター］ - 水車", "［東京 3日 ロイター］"),
        ("(서울=연합뉴스) 홍길동 기자 = 방앗간", "(서울=연합뉴스)"),
        ("新华社北京3月3日电 磨坊", "新华社北京3月3日电"),
    ],
)
def test_a_dateline_is_found_as_printed(opening: str, dateline: str) -> None:
    assert datelines.find(opening) == dateline


@pytest.mark.parametrize(
    "opening",
    [
        "At last – for the mill", "Hardware -- Catalogs", "QUICK SUMMARY: The mill", "UPDATE — The miller",
        "Mill Wheel (oak) and more",
        "The AP (Associated Press) - a firm", "Washington (AP) reporters went on strike", "In March (2019) - we went",
        "On Monday, May 5, he went",
        "Friday, April 28, 2023", "Paris, Mar 3 was the day", "– Vi har", "(Foto) — a", "I — and only I — went",
        "Jane Doe October 14, 2025", "",
        "ADP — a firm", "Berlin, Zimmer 12 (AFP) — a firm", "LONDON, Section 3 – a mill",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dateline_is_none(opening: str) -> None:
    assert datelines.find(opening) is None


def test_a_byline_under_the_title_gives_title_and_authors() -> None:
    article = clean("Mühle am Wehr dreht sich wieder", "Von Jana Beispiel", SATZ)
    assert (article.title, article.authors, article.text) == (
        "Mühle am Wehr dreht sich wieder",
        ("Jana Beispiel",),
        SATZ,
    )


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe, Middle East Correspondent", ("Jane Doe",)),
        ("Text: Jana Beispiel, Fotos: Tim Muster", ("Jana Beispiel",)),
        ("Di Gianna Esempio", ("Gianna Esempio",)),
        ("Muhabir: Ali Örnek", ("Ali Örnek",)),
        ("文/王小明", ("王小明",)),
        ("홍길동 기자", ("홍길동",)),
        ("Door AFP", ("AFP",)),
    ],
)
def test_the_lines_of_a_text_give_its_metadata_and_sources_tells_so(line: str, authors: tuple[str, ...]) -> None:
    article = clean("Mill wheel turns again", line, "Published 3 March 2019 - Updated 4 March 2019 10:22", PROSE)
    assert (article.title, article.authors, article.text) == ("Mill wheel turns again", authors, PROSE)
    assert (article.published, article.modified) == ("2019-03-03", "2019-03-04T10:22")
    told = {field: article.sources[field]["source"] for field in ("title", "authors", "published", "modified")}
    assert told == {
        "title": "generic:title",
        "authors": "generic:byline",
        "published": "generic:date",
        "modified": "generic:date",
    }


def test_what_phrases_take_for_a_note_on_the_author_is_the_byline_above_the_body() -> None:
    prose = (
        "Старая мельница у плотины снова открылась в понедельник, и полдеревни пришло посмотреть, как крутится её "
        "колесо."
    )
    above = clean("Мельница снова работает", "Автор: Иван Примеров", prose)
    assert (above.authors, above.title, above.text) == (("Иван Примеров",), "Мельница снова работает", prose)
    below = clean(prose, "Автор: Иван Примеров")
    assert [str(block.reason) for block in below.removed] == ["author_note"]


def test_a_byline_below_a_deck_of_sentences_tells_title_and_authors_and_the_deck_stays() -> None:
    article = clean("Mill wheel turns again", PROSE, "By Jane Doe", "March 3, 2019", MORE)
    assert (article.title, article.authors, article.published) == (
        "Mill wheel turns again",
        ("Jane Doe",),
        "2019-03-03",
    )
    assert article.text == f"{PROSE}\n\n{MORE}"


def test_the_title_stands_below_a_menu() -> None:
    article = clean(
        "News", "Village", "Feasts and fairs", "Mill wheel turns again after eleven years", "By Jane Doe", PROSE
    )
    assert article.title == "Mill wheel turns again after eleven years"
    assert article.authors == ("Jane Doe",)


@pytest.mark.parametrize("separator", [" - ", " | ", " – ", " — "])
def test_the_pages_title_with_the_sites_name_tells_the_headline_and_goes(separator: str) -> None:
    title = "Mill wheel turns again after eleven years"
    article = clean(f"{title}{separator}The Village Gazette", "Weather today", title, PROSE)
    assert article.title == title
    assert article.removed[0].rule == "generic:page_title"
    assert title not in article.text


def test_a_first_line_with_nothing_beside_it_stays_in_the_text() -> None:
    article = clean("Mill wheel turns again after eleven years", PROSE, MORE)
    assert article.title == "Mill wheel turns again after eleven years"
    assert article.text.startswith("Mill wheel turns again")


def test_a_dateline_is_reported_and_stays_in_the_text() -> None:
    article = clean(f"MILLFORD (Reuters) - {PROSE}", MORE)
    assert (article.dateline, article.sources["dateline"]) == ("MILLFORD (Reuters)", {"source": "generic:dateline"})
    assert article.text == f"MILLFORD (Reuters) - {PROSE}\n\n{MORE}"
    assert article.to_dict()["dateline"] == "MILLFORD (Reuters)"


def test_a_dateline_on_a_line_of_its_own_is_labelled() -> None:
    article = clean("MILLFORD, March 3 (AFP)", PROSE)
    assert [str(block.role) for block in article.blocks] == ["dateline", "paragraph"]
    assert article.dateline == "MILLFORD, March 3 (AFP)"
    assert article.text == f"MILLFORD, March 3 (AFP)\n\n{PROSE}"


def test_html_has_its_dateline_too() -> None:
    article = cleaner.clean(
        f"<html lang=en><body><article><h1>Mill wheel turns again</h1><p>MILLFORD — {PROSE}</p><p>{MORE}</p></article>"
    )
    assert article.dateline == "MILLFORD"


def test_who_speaks_in_a_transcript_is_no_place() -> None:
    assert clean(f"JANE DOE: {PROSE}", f"JOHN ROE: {MORE}").dateline is None


@pytest.mark.parametrize(
    "piece", ["A-", "A, ", "By Jane ", "By A-B' ", "By de ", "AB ", "(a", "［日", "ب ", "Aa Bb, ", "Von A. ", "d'A "]
)
def test_hostile_lines_take_no_time(piece: str) -> None:
    lines = [(piece * 10_000)[:length] for length in (60, 89, 90, 139, 140, 10_000)]
    datelines.find(piece), bylines.is_byline(piece)  # the patterns are compiled when first used
    start = time.perf_counter()
    for line in lines:
        datelines.find(line)
        bylines.is_byline(line)
    assert time.perf_counter() - start < 0.2


WEIR = {
    "en": ("Mill wheel turns again after eleven years", PROSE, MORE),
    "nl": (
        "Molenrad draait weer na elf jaar",
        "De oude molen aan de stuw is maandag weer geopend, en het halve dorp kwam kijken hoe het rad draaide.",
        "",
    ),
    "zh": (
        "老磨坊重新开放",
        "河谷的老磨坊周一重新开放，半个村子的人都来看它的水轮转动，这是十一年来的第一次，镇长也来了。",
        "",
    ),
    "ja": (
        "水車小屋が再び開く",
        "川のほとりの古い水車小屋が月曜日に再び開き、村の半分の人々がその水車が回るのを見に来た。十一年ぶりのことだ。",
        "",
    ),
}


@pytest.mark.parametrize(
    ("language", "lines", "author", "published"),
    [
        ("en", ["By Jane Doe on Monday, March 4, 2024"], "Jane Doe", "2024-03-04"),
        ("en", ["By Jane Doe 4 March 2024"], "Jane Doe", "2024-03-04"),
        ("en", ["Jane Doe", "March 4, 2024"], "Jane Doe", "2024-03-04"),
        ("nl", ["Door Jan de Vries op maandag 4 maart 2024"], "Jan de Vries", "2024-03-04"),
        ("zh", ["2024年03月04日 18:05 来源：河谷日报 作者：王小明"], "王小明", "2024-03-04T18:05"),
        ("ja", ["2024年3月4日 18時05分", "山田太郎記者"], "山田太郎", "2024-03-04T18:05"),
    ],
)
def test_a_plain_article_gives_title_author_and_day(
    language: str, lines: list[str], author: str, published: str
) -> None:
    title, *prose = (text for text in WEIR[language] if text)
    article = clean(title, *lines, *prose)
    assert (article.title, article.subtitle, article.authors, article.published) == (title, None, (author,), published)
    assert article.text == "\n\n".join(prose)
