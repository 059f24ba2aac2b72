"""The offset of a place's time, which a zone's name such as Europe/Berlin or "ET" states for the date beside it."""

from __future__ import annotations

from datetime import datetime


def of_place(name: str, moment: datetime) -> str:
    """The offset ("+02:00") of a zone of the IANA database at a local time; empty where the machine's tables lack the
    zone.
    """
    from zoneinfo import ZoneInfo

    try:
        return moment.replace(tzinfo=ZoneInfo(name)).isoformat()[-6:]
    except (KeyError, ValueError, OSError):  # no such zone, no such name, no tables
        return ""
