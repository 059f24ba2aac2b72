"""`metadata`: candidates from every source, then one choice for each field."""

from cleaner.metadata.choose import Metadata, describe

__all__ = ["Metadata", "describe"]
