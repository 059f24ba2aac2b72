"""Dates as the languages print them: names of months, updates, calendars, orders of day and month."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dates import Stamp, find, names, read_line, stamps, words
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Publié le 3 mars 2021 à 14h05", "2021-03-03T14:05"),
        ("Δημοσιεύτηκε: 3 Μαρτίου 2021, 14:05", "2021-03-03T14:05"),
        ("Birt 3. mars 2021 kl. 14:05", "2021-03-03T14:05"),
        ("Публикувана на 3 март 2021, 14:05", "2021-03-03T14:05"),
        ("Objavljeno: 3. ožujka 2021. u 14:05", "2021-03-03T14:05"),
        ("Објављено: 3. март 2021. 14:05", "2021-03-03T14:05"),
        ("Zverejnené 3. marca 2021 o 14:05", "2021-03-03T14:05"),
        ("Publicat el 3 de març de 2021", "2021-03-03"),
        ("প্রকাশ: ০৩ মার্চ ২০২১, ১৪:০৫", "2021-03-03T14:05"),
        ("வெளியிடப்பட்டது 3 மார்ச் 2021", "2021-03-03"),
        ("شائع 03 مارچ 2021", "2021-03-03"),
        ("Imechapishwa: 3 Machi 2021", "2021-03-03"),
        ("Diterbitkan pada 3 Mac 2021", "2021-03-03"),
        ("An wallafa: 3 Maris 2021", "2021-03-03"),
        ("Laraba, 3 Maris 2021", "2021-03-03"),
        ("3 ማርች 2021", "2021-03-03"),
        ("ረቡዕ 3 ማርች 2021", "2021-03-03"),
        ("Hat weşandin: 3 Adar 2021", "2021-03-03"),
        ("3ê Adarê 2021", "2021-03-03"),
        ("3 ئازار 2021", "2021-03-03"),
        ("Publié le 03/03/2021 à 14h05", "2021-03-03T14:05"),
        ("Publié le 05/03/2021 - 16:00", "2021-03-05T16:00"),
        ("lundi 9 décembre 2019 à 09h08", "2019-12-09T09:08"),
        ("1er mars 2021", "2021-03-01"),
        ("Le mercredi 3 mars 2021 à 14:05", "2021-03-03T14:05"),
        ("Veröffentlicht am 3. März 2021, 14.05 Uhr", "2021-03-03T14:05"),
        ("Mittwoch, 03. November 2021, 16.45 Uhr", "2021-11-03T16:45"),
        ("12. MÄR 2025 18:03", "2025-03-12T18:03"),
        ("2. April 2014 um 8:29 Uhr", "2014-04-02T08:29"),
        ("August 13, 2013 um 3:28 pm", "2013-08-13T15:28"),
        ("am 3. Februar 2022 um 21:17", "2022-02-03T21:17"),
        ("Mi., 26.01.2022 - 14:30", "2022-01-26T14:30"),
        ("3. März 2021, 14:05 Uhr MEZ", "2021-03-03T14:05+01:00"),
        ("14. 01. 2020, 13:47", "2020-01-14T13:47"),
        ("25.Jun.2019", "2019-06-25"),
        ("Freitag, 26. April 2024,", "2024-04-26"),
        ("- 30. Juli 2023, 18:55 Uhr", "2023-07-30T18:55"),
        ("14.05.2025, 20:28", "2025-05-14T20:28"),
        ("3 марта 2021 г. в 14:05", "2021-03-03T14:05"),
        ("Опубликовано: среда, 3 марта 2021 года, 14:05", "2021-03-03T14:05"),
        ("Опубліковано 3 березня 2021 р. о 14:05", "2021-03-03T14:05"),
        ("2021年3月3日(水) 14:05", "2021-03-03T14:05"),
        ("2025年1月14日（火）", "2025-01-14"),
        ("2021年03月03日 下午2:05", "2021-03-03T14:05"),
        ("发布时间：2021-03-03 14:05", "2021-03-03T14:05"),
        ("2024年04月24日23:52", "2024-04-24T23:52"),
        ("2021年3月3日 星期三", "2021-03-03"),
        ("２０２１年３月３日", "2021-03-03"),
        ("令和3年3月3日", "2021-03-03"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("民國110年3月3日", "2021-03-03"),
        ("中華民國110年3月3日 14:05", "2021-03-03T14:05"),
        ("2021년 3월 3일 오후 2시 5분", "2021-03-03T14:05"),
        ("입력 2021.03.03 14:05", "2021-03-03T14:05"),
        ("2021. 3. 3. 오전 10:05", "2021-03-03T10:05"),
        ("2021년 3월 3일 수요일", "2021-03-03"),
        ("Julkaistu 19.2.2020 klo 14.00", "2020-02-19T14:00"),
        ("ke 3.3.2021 klo 14.05", "2021-03-03T14:05"),
        ("Opublikowano: 3 marca 2021, godz. 14:05", "2021-03-03T14:05"),
        ("3 marca 2021 r., godz. 14.05", "2021-03-03T14:05"),
        ("środa, 3 marca 2021 o godz. 14:05", "2021-03-03T14:05"),
        ("Opublikowano: 3 listopada 2021", "2021-11-03"),
        ("Objavljeno: 3. listopada 2021. u 14:05", "2021-10-03T14:05"),
        ("Miércoles, 4 de Mayo de 2022 a las 07:46hrs.", "2022-05-04T07:46"),
        ("21 de abril de 2022 a las 22:04h", "2022-04-21T22:04"),
        ("04 de mayo 2022 a las 09:01 hrs.", "2022-05-04T09:01"),
        ("Publicado el 03/05/2022 a las 22h03", "2022-05-03T22:03"),
        ("Lunes 02 Mayo, 2022 | 09:37", "2022-05-02T09:37"),
        ("Miércoles 04 mayo de 2022 | 01:10", "2022-05-04T01:10"),
        ("15 oct 2024 - 17:38CEST", "2024-10-15T17:38+02:00"),
        ("3 de marzo de 2021, 2:05 p. m.", "2021-03-03T14:05"),
        ("4 de maio de 2022, 05:34 h", "2022-05-04T05:34"),
        ("Publicado em 4 de maio de 2022 às 05h34", "2022-05-04T05:34"),
        ("quarta-feira, 3 de março de 2021", "2021-03-03"),
        ("1º de março de 2021", "2021-03-01"),
        ("Pubblicato il 3 marzo 2021 alle ore 14:05", "2021-03-03T14:05"),
        ("Gepubliceerd op 3 maart 2021 om 14.05 uur", "2021-03-03T14:05"),
        ("Publicerad 3 mars 2021 kl 14.05", "2021-03-03T14:05"),
        ("torsdag 09. mai 2024 - 13:26", "2024-05-09T13:26"),
        ("Publisert 3. mars 2021 kl. 14:05", "2021-03-03T14:05"),
        ("onsdag den 3. marts 2021 kl. 14.05", "2021-03-03T14:05"),
        ("torsdag d. 6. feb 2025 17:25", "2025-02-06T17:25"),
        ("02/02/2025 KL. 09:00", "2025-02-02T09:00"),
        ("31. 10. 2025 17:46", "2025-10-31T17:46"),
        ("středa 3. března 2021 v 14:05", "2021-03-03T14:05"),
        ("2021. március 3., szerda 14:05", "2021-03-03T14:05"),
        ("2021. 03. 03. 14:05", "2021-03-03T14:05"),
        ("Publicat: miercuri, 3 martie 2021, ora 14:05", "2021-03-03T14:05"),
        ("3 Mart 2021 Çarşamba 14:05", "2021-03-03T14:05"),
        ("03 Mart 2021, saat 14.05", "2021-03-03T14:05"),
        ("AĞUSTOS 3, 2021", "2021-08-03"),
        ("الأربعاء 3 مارس 2021 - 14:05", "2021-03-03T14:05"),
        ("3 كانون الثاني 2021", "2021-01-03"),
        ("3 تشرين الأول 2021", "2021-10-03"),
        ("3 جويلية 2021", "2021-07-03"),
        ("نشر في: 3/3/2021", "2021-03-03"),
        ("تم النشر في 05/03/2021", "2021-03-05"),
        ("19 رجب 1442 هـ - 3 مارس 2021 م", "2021-03-03"),
        ("الأربعاء 19 رجب 1442 هـ الموافق 3 مارس 2021", "2021-03-03"),
        ("۱۳ اسفند ۱۳۹۹", "2021-03-03"),
        ("چهارشنبه ۱۳ اسفند ۱۳۹۹ - ۱۴:۰۵", "2021-03-03T14:05"),
        ("۱۳۹۹/۱۲/۱۳ - ۱۴:۰۵", "2021-03-03T14:05"),
        ("تاریخ انتشار: ۱۳ اسفند ۱۳۹۹ ساعت ۱۴:۰۵", "2021-03-03T14:05"),
        ("۳ مارس ۲۰۲۱", "2021-03-03"),
        ("פורסם: 3 במרץ 2021, 14:05", "2021-03-03T14:05"),
        ("יום רביעי, 3 במרץ 2021", "2021-03-03"),
        ("प्रकाशित: 3 मार्च 2021, 14:05", "2021-03-03T14:05"),
        ("३ मार्च २०२१", "2021-03-03"),
        ("Diterbitkan pada 3 Maret 2021 pukul 14.05 WIB", "2021-03-03T14:05+07:00"),
        ("Rabu, 3 Maret 2021 14:05 WIB", "2021-03-03T14:05+07:00"),
        ("Thứ Tư, 3/3/2021, 14:05 (GMT+7)", "2021-03-03T14:05+07:00"),
        ("Thứ tư, ngày 3 tháng 3 năm 2021", "2021-03-03"),
        ("14:05 ngày 03/03/2021", "2021-03-03T14:05"),
        ("3 มีนาคม พ.ศ. 2564", "2021-03-03"),
        ("วันพุธที่ 3 มีนาคม 2564 เวลา 14:05 น.", "2021-03-03T14:05"),
        ("3 มี.ค. 2564 14:05", "2021-03-03T14:05"),
        ("๓ มีนาคม ๒๕๖๔", "2021-03-03"),
        ("เผยแพร่เมื่อ 3 มี.ค. 2021 14.05 น.", "2021-03-03T14:05"),
        ("3 Μαρτίου 2021, 2:05 μ.μ.", "2021-03-03T14:05"),
        ("Τετάρτη, 3 Μαρτίου 2021", "2021-03-03"),
        ("16. apríl 2025", "2025-04-16"),
        ("2021 m. kovo 3 d. 14:05", "2021-03-03T14:05"),
        ("2021. gada 3. marts", "2021-03-03"),
        ("3 de març de 2021", "2021-03-03"),
        ("3 d’abril de 2021", "2021-04-03"),
        ("November 3, 2025 (8:42 AM ET)", "2025-11-03T08:42-05:00"),
        ("July 3, 2025, 3:50pm ET", "2025-07-03T15:50-04:00"),
        ("Published Fri, Apr 28 2023", "2023-04-28"),
        ("12:20pm Jan 7, 2024", "2024-01-07T12:20"),
        ("11:48, Thu, Jul 18, 2024", "2024-07-18T11:48"),
        ("21:22, 6 OCT 2020", "2020-10-06T21:22"),
        ("April 25, 2023 · 1:36 PM GMT+2", "2023-04-25T13:36+02:00"),
        ("Jul 28, 2008 09:08PM", "2008-07-28T21:08"),
        ("on Sunday March 08, 2026 @03:34AM", "2026-03-08T03:34"),
        ("Published on May 02, 2024 07:44 PM IST", "2024-05-02T19:44"),
        ("16. March, 2023 at 16:59", "2023-03-16T16:59"),
        ("» Tue Aug 27, 2019 1:47 am", "2019-08-27T01:47"),
        ("10/13/2023 7:38:01 PM", "2023-10-13T19:38:01"),
        ("Feb 25, 2026 05:32:07 PST", "2026-02-25T05:32:07-08:00"),
        ("2024 Jun 30", "2024-06-30"),
        ("Jueves, 21 de Abril de 2022 21/04/2022", "2022-04-21"),
        ("2 марта 2021, 14:05 (МСК)", "2021-03-02T14:05+03:00"),
        ("23.05.2019 - 09:05", "2019-05-23T09:05"),
        ("Di., 25.01.2022 - 14:45", "2022-01-25T14:45"),
        ("sunnuntai 3.1.2021 klo 9", "2021-01-03"),
        ("3 Desemba 2021", "2021-12-03"),
    ],
)
def test_dates_as_the_languages_print_them(line: str, iso: str) -> None:
    assert stamps(line) == (Stamp(iso, modified=False),)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Mis à jour le 05/03/2021 à 14 h 05", "2021-03-05T14:05"),
        ("Aktualisiert: 03.03.2021, 14:05 Uhr", "2021-03-03T14:05"),
        ("Stand: 08.05.2019, 05:02 Uhr", "2019-05-08T05:02"),
        ("[Stand: 08.05.2019, 05:02 Uhr]", "2019-05-08T05:02"),
        ("Zuletzt geändert am 06.11.2023", "2023-11-06"),
        ("Letzte Änderung: 31.10.2023 - 14:49:39", "2023-10-31T14:49:39"),
        ("Aktualisiert am 21.01.2022, 11:39 Uhr", "2022-01-21T11:39"),
        ("Обновлено: 3 марта 2021, 14:05 МСК", "2021-03-03T14:05+03:00"),
        ("更新日時：2021年3月3日 14時05分", "2021-03-03T14:05"),
        ("수정 2021-03-03 14:05", "2021-03-03T14:05"),
        ("Päivitetty 3. maaliskuuta 2021 klo 14.05", "2021-03-03T14:05"),
        ("Actualizado el 25/05/2025 21:57 h", "2025-05-25T21:57"),
        ("Actualizado el 03/05/2025 21:57", "2025-05-03T21:57"),
        ("- ACTUALIZADO A 17/05/2022 20H17", "2022-05-17T20:17"),
        ("Ultimo aggiornamento: mercoledì 3 marzo 2021 - 14.05", "2021-03-03T14:05"),
        ("Laatst bijgewerkt: wo 3 mrt. 2021, 14:05", "2021-03-03T14:05"),
        ("Uppdaterad den 3 mars 2021 kl. 14:05", "2021-03-03T14:05"),
        ("Frissítve: 2021.03.03. 14:05", "2021-03-03T14:05"),
        ("Son Güncelleme : 30.04.2024 - 16:49", "2024-04-30T16:49"),
        ("آخر تحديث: ٣ آذار ٢٠٢١ 2:05 م", "2021-03-03T14:05"),
        ("עודכן ב-3.3.2021 בשעה 14:05", "2021-03-03T14:05"),
        ("अपडेट: बुधवार, 3 मार्च 2021 14:05 IST", "2021-03-03T14:05"),
        ("Cập nhật lúc 14:05, 03/03/2021", "2021-03-03T14:05"),
        ("Uppfært 12.2.2025 7:25", "2025-02-12T07:25"),
        ("Last Updated: Dec 19, 2025, 01:00:00 AM IST", "2025-12-19T01:00"),
        ("Dikemas kini 3 Mac 2021", "2021-03-03"),
    ],
)
def test_updates_as_the_languages_call_them(line: str, iso: str) -> None:
    assert stamps(line) == (Stamp(iso, modified=True),)


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("03/02/2021", "fr", "2021-02-03"),
        ("03/02/2021", "en-GB", "2021-02-03"),
        ("03/02/2021", "en_US", "2021-03-02"),
        ("03/02/2021", "en", None),
        ("03/02/2021", "fr-CA", None),
        ("03/02/2021", None, None),
        ("02/03/2021 | 14:05", "pt-BR", "2021-03-02T14:05"),
        ("3 listopada 2021", "pl", "2021-11-03"),
        ("3 listopada 2021", "hr", "2021-10-03"),
        ("15 lip 2021", "pl", "2021-07-15"),
        ("1399/12/13", "fa", "2021-03-03"),
        ("1399/12/13", None, None),
        ("3 mars 2021", "en", None),  # an English page is read by English words alone
        ("3. mars 2021", "nb", "2021-03-03"),
    ],
)
def test_a_language_decides_what_a_line_leaves_open(line: str, language: str | None, iso: str | None) -> None:
    stamp = read_line(line, language)
    assert (stamp.iso if stamp else None) == iso
    assert find(line, language=language) == iso


def test_a_longer_text_in_another_language() -> None:
    assert find("Am 3. März 2021 um 14.05 Uhr trat der Rat zusammen.") == "2021-03-03T14:05"
    assert find("Rada zebrała się 3 marca 2021 r. w Gdyni") == "2021-03-03"
    assert find("Publicado: 3 de marzo de 2021. Actualizado: 4 de marzo de 2021", modified=True) == "2021-03-04"
    assert find("الأربعاء 19 رجب 1442 هـ الموافق 3 مارس 2021 م") == "2021-03-03"


def test_hijri_dates_alone_need_the_extra() -> None:
    pytest.importorskip("hijridate")
    assert read_line("19 رجب 1442 هـ") == Stamp("2021-03-03", modified=False)
    assert read_line("1 محرم 1446") == Stamp("2024-07-07", modified=False)
    assert read_line("31 محرم 1446") is None


def test_without_the_extra_a_hijri_date_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hijridate", None)
    assert stamps("20 رجب 1442 هـ") == ()
    assert stamps("20 رجب 1442 هـ - 4 مارس 2021 م") == (Stamp("2021-03-04", modified=False),)
    assert find("20 رجب 1442 هـ") is None


@pytest.mark.parametrize(
    ("persian", "iso"),
    [
        ("1 فروردین 1403", "2024-03-20"),
        ("30 اسفند 1403", "2025-03-20"),
        ("1 فروردین 1404", "2025-03-21"),
        ("1 مهر 1300", "1921-09-23"),
        ("30 اسفند 1402", None),
    ],
)
def test_leap_years_of_the_persian_calendar(persian: str, iso: str | None) -> None:
    stamp = read_line(persian)
    assert (stamp.iso if stamp else None) == iso


CLDR = [line.split("\t") for line in (ROOT / "tests" / "data" / "dates_cldr.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("locale", sorted({locale for locale, _, _ in CLDR}))
def test_dates_as_cldr_formats_them(locale: str) -> None:
    """Each month's date in CLDR's full, long and medium form (Babel 2.18), by a page's declared language."""
    for _, iso, text in (row for row in CLDR if row[0] == locale):
        assert read_line(text, locale) == Stamp(iso, modified=False), text


def test_without_a_language_only_what_is_ambiguous_is_left() -> None:
    left = {text for _, _, text in CLDR if read_line(text) is None}
    named = {
        "15 lip 2021",
        "23 listopada 2021",
        "23 lis 2021",
        "13. lip 2021.",
        "15. srp 2021.",
        "21. listopada 2021.",
        "21. lis 2021.",
    }
    numeric = {f"{2 * month + 1:02}/{month:02}/2021" for month in (1, 2, 3, 4, 5)}
    assert {text.replace("\u200f", "") for text in left} == named | numeric


def forms(table: dict[str, str], language: str) -> list[str]:
    return [form for form in table.get(language, "").split(",") if form]


@given(
    st.data(), st.sampled_from(sorted(names.MONTHS)), st.integers(1, 12), st.integers(1, 28), st.integers(2000, 2039)
)
def test_every_language_reads_its_own_names_back(
    data: st.DataObject, language: str, month: int, day: int, year: int
) -> None:
    name = data.draw(st.sampled_from(forms({language: names.MONTHS[language].split("; ")[month - 1]}, language)))
    called = data.draw(
        st.sampled_from([("", False)] + [(f"{word}: ", True) for word in forms(words.MODIFIED, language)])
    )
    weekday = data.draw(st.sampled_from(["", *(f"{word}, " for word in forms(names.WEEKDAYS, language))]))
    line = f"{called[0]}{weekday}{day} {name} {year}"
    for spelling in (line, line.upper()):
        assert read_line(spelling, language) == Stamp(f"{year}-{month:02}-{day:02}", called[1]), spelling
