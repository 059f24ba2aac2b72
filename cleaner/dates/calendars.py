"""Other calendars: the names of their months and eras, and their days as Gregorian ones.

Each function raises `ValueError` for a day that does not exist.
"""

from __future__ import annotations

from datetime import date

# Persian (solar) and Hijri (lunar) months as pages print them: twelve months parted by semicolons, one name's forms by
# commas.
PERSIAN = (
    "فروردین; اردیبهشت; خرداد; تیر; مرداد,امرداد; شهریور; مهر; آبان; آذر; دی; بهمن; اسفند"
)  # fmt: skip
HIJRI = (
    "محرم,المحرم; صفر; ربيع الأول; ربيع الآخر,ربيع الثاني; جمادى الأولى,جمادى الاولى,جمادي الأول; جمادى الآخرة,جمادى "
    "الثانية,جمادي الثاني; "
    "رجب; شعبان; رمضان; شوال; ذو القعدة,ذي القعدة; ذو الحجة,ذي الحجة"
)
HIJRI_MARKS = "هـ,هجري,هجرية,ه"
PERSIAN_MARKS = "هجری شمسی,ه.ش,خورشیدی"
BUDDHIST_MARKS = "พ.ศ"
# Eras that count years anew: their first year less one.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911, "中華民國": 1911}

# The first days of the Persian year fall on the spring equinox, which the 33-year cycle (8 leap years) meets for 1206
# to 1498 of that calendar: Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996).
_PERSIAN_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
_PERSIAN_YEARS = range(1279, 1499)
_PERSIAN_START = date(1900, 3, 21).toordinal()  # the first day of 1279
_BUDDHIST = 543


def from_persian(year: int, month: int, day: int) -> date:
    """A day of the Persian solar calendar: six months of 31 days, five of 30, one of 29 or in leap years 30.

    >>> from_persian(1400, 1, 1)
    datetime.date(2021, 3, 21)
    """
    if year not in _PERSIAN_YEARS:
        raise ValueError("year out of range")
    longest = 31 if month <= 6 else 30 if month <= 11 or year % 33 in _PERSIAN_LEAPS else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError("no such day")
    leaps = sum(before % 33 in _PERSIAN_LEAPS for before in range(_PERSIAN_YEARS.start, year))
    before_month = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return date.fromordinal(_PERSIAN_START + 365 * (year - _PERSIAN_YEARS.start) + leaps + before_month + day - 1)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Umm al-Qura calendar (1343 to 1500), which Saudi Arabia prints; None where the extra `calendars` is
    not installed.
    """
    try:
        from hijridate import Hijri
    except ImportError:
        return None
    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except OverflowError as error:
        raise ValueError(str(error)) from error


def from_buddhist(year: int, month: int, day: int) -> date:
    """A day of the Thai calendar, whose months are the Gregorian ones.

    >>> from_buddhist(2564, 3, 21)
    datetime.date(2021, 3, 21)
    """
    return date(year - _BUDDHIST, month, day)


def from_era(base: int, year: int, month: int, day: int) -> date:
    """A day of a Japanese era or of the Republic of China. base: the year before the first one of the era.

    >>> from_era(ERAS["令和"], 3, 3, 21)
    datetime.date(2021, 3, 21)
    """
    return date(base + year, month, day)
