"""`metadata`: candidates from every source, then one choice for each field."""

from cleaner.metadata.choose import Described, describe

__all__ = ["Described", "describe"]
