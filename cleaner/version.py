"""The package's version, which every record names, and the day on which it was made."""

from datetime import date

__version__ = "0.1.0"
# A clock that stands before this is wrong.
RELEASED = date(2026, 11, 21)
