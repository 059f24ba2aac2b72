"""A rule set that is learnt from pages of a site: `cleaner rules learn`."""

from cleaner.authoring.learn.learning import Learnt, learn, read_gold

__all__ = ["Learnt", "learn", "read_gold"]
