"""The readers' comments of a labelled page as data: who wrote each, when, its text, and what it answers."""

from cleaner.comments.gather import comments_of
from cleaner.comments.shape import Thread, controls_of, find_thread

__all__ = ["Thread", "comments_of", "controls_of", "find_thread"]
