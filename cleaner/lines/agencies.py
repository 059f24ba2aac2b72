"""What bylines and datelines print beside names and places: news agencies and days."""

from __future__ import annotations

# In small letters: "AFP", "Afp" and "afp" are printed.
AGENCIES = frozenset((
    "aa", "aap", "adnkronos", "afp", "agerpres", "agi", "agência brasil", "agencia efe", "anadolu", "anadolu agency",
    "ani", "anp", "ansa", "antara", "ap",
    "apa", "associated press", "ats", "awp", "belga", "bernama", "bloomberg", "bta", "cbs", "cnn", "ctk", "čtk",
    "dapd", "dha", "dpa", "dpa-afx", "tmn",
    "efe", "epd", "euronews", "europa press", "fars", "hina", "ians", "iha", "interfax", "irna", "isna", "itar-tass",
    "jiji", "kna", "kyodo", "kyodo news",
    "lusa", "mena", "mti", "nna", "ntb", "pa", "pap", "pti", "reuters", "ria novosti", "ritzau", "sana", "sda", "sid",
    "sputnik", "stt", "swissinfo", "tanjug",
    "tass", "tasr", "thomson reuters foundation", "tt", "ukrinform", "upi", "vna", "wafa", "wam", "xinhua", "yonhap",
    "тасс", "риа новости", "интерфакс",
    "укринформ", "укрінформ", "унн", "унiан", "уніан",
))  # fmt: skip

# Days of the week, as a pattern.
DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:poniedział|wtor|piąt)ek|środa|czwartek|sobota|niedziela"
    r"|понедельник|вторник|среда|четверг|пятница"
    r"|суббота|воскресенье|\p{L}{4,8}(?:dagur|dag)"
)


def is_agency(text: str) -> bool:
    """Whether a text is an agency's name, or several: "Reuters", "AFP/Reuters"."""
    return all(part.strip().casefold() in AGENCIES for part in text.split("/"))
