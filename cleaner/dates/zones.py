"""Zones of time: the names that pages print, and the offset of a place's time at a date."""

from __future__ import annotations

from datetime import datetime

# Zones that say one offset. A name that several zones share (IST, AST, GST, ECT …) says none.
ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "wet": "+00:00", "bst": "+01:00", "west": "+01:00",
    "cet": "+01:00", "mez": "+01:00", "wat": "+01:00",
    "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "cat": "+02:00", "sast": "+02:00", "eest": "+03:00",
    "eat": "+03:00", "msk": "+03:00",
    "мск": "+03:00", "توقيت غرينتش": "+00:00", "بتوقيت غرينتش": "+00:00",
    "trt": "+03:00", "tsi": "+03:00", "idt": "+03:00", "pkt": "+05:00", "npt": "+05:45", "wib": "+07:00",
    "ict": "+07:00", "wita": "+08:00",
    "sgt": "+08:00", "hkt": "+08:00", "awst": "+08:00", "myt": "+08:00", "wit": "+09:00", "jst": "+09:00",
    "kst": "+09:00", "acst": "+09:30",
    "aest": "+10:00", "acdt": "+10:30", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "brt": "-03:00",
    "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00",
}  # fmt: skip
# These name a place's time: its offset depends on the date.
PLACES = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern time": "America/New_York",
    "central time": "America/Chicago", "mountain time": "America/Denver", "pacific time": "America/Los_Angeles",
    "heure de paris": "Europe/Paris",
    "horário de brasília": "America/Sao_Paulo", "hora peninsular": "Europe/Madrid",
}  # fmt: skip
UNSAID = (
    "ist,ast,gst,ect,local time,ora locale,heure locale,ortszeit,хчас,بالتوقيت المحلي,بتوقيت القدس,بتوقيت مكة".split(
        ","
    )
)


def of_place(name: str, moment: datetime) -> str:
    """The offset ("+02:00") of a zone of the IANA database at a local time; empty where the machine's tables lack the
    zone.
    """
    from zoneinfo import ZoneInfo

    try:
        return moment.replace(tzinfo=ZoneInfo(name)).isoformat()[-6:]
    except (KeyError, ValueError, OSError):  # no such zone, no such name, no tables
        return ""
